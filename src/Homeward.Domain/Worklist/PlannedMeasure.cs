using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Worklist;

/// <summary>A measure with the days that its plan needs worked out once.</summary>
sealed class PlannedMeasure(ObligationFacts facts, PolicyPack pack, DateOnly today)
{
    readonly IReadOnlyList<DateRange> suspensions = MeasureTerm.Suspensions(facts.History, today);

    public ObligationFacts Facts { get; } = facts;
    public PolicyPack Pack { get; } = pack;
    public DateOnly Today { get; } = today;
    public MeasureHistory History { get; } = facts.History.AsOf(today);
    public DateOnly? Start { get; } = MeasureTerm.Start(facts.History.AsOf(today));
    public DateOnly? EndsOn { get; } = MeasureTerm.EndsOn(facts.History.AsOf(today), pack, today);

    /// <summary>The day of termination or release; nothing that opens later is owed.</summary>
    public DateOnly? EndedOn => History.Events
        .Where(happened => happened is TerminationEvent or ReleaseEvent)
        .Min(happened => (DateOnly?)happened.Day);

    /// <summary>How far obligations are planned: the last day of the term or, where it is open, some months ahead.</summary>
    public DateOnly Horizon => EndsOn ?? Today.AddMonths(Pack.Number(PolicyKeys.PlanningMonths));

    public PlannedObligation Plan(ObligationKind kind, string rule, string period, DateOnly opens, DateOnly closes, DateOnly? doneOn = null) =>
        new(kind, $"{rule}|{Facts.MeasureId}|{period}", opens, closes, rule, Pack.Version) { DoneOn = doneOn };

    /// <summary>What the office owes the police does not wait for the end of a suspension (rules R1.30).</summary>
    static bool Waits(PlannedObligation obligation) => obligation.Kind is not (ObligationKind.ConfirmBreach or ObligationKind.HandOver);

    /// <summary>A suspension without an end takes along what opened since; what opens after today is not known to be suspended.</summary>
    public bool IsSuspendedThrough(PlannedObligation obligation) =>
        Waits(obligation)
        && (suspensions.Any(suspension => suspension.First <= obligation.Opens && obligation.Closes <= suspension.Last)
            || History.Events.OfType<SuspensionEvent>().Any(suspension => suspension.To is null && suspension.From <= obligation.Opens && obligation.Opens <= Today));
}
