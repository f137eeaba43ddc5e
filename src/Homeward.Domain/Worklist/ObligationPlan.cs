using Homeward.Domain.Supervision;

namespace Homeward.Domain.Worklist;

/// <summary>All that a measure makes due, past and to come, and what is missing to plan the rest. The same facts give the same plan.</summary>
public sealed record ObligationPlan(IReadOnlyList<PlannedObligation> Obligations, IReadOnlyList<PlanGap> Missing)
{
    /// <summary>The policy that it was drawn up from; null where nothing is planned.</summary>
    public string? PolicyVersion => Obligations.Count > 0 ? Obligations[0].PolicyVersion : null;

    public static ObligationPlan For(ObligationFacts facts, PolicyPack pack, DateOnly today)
    {
        var measure = new PlannedMeasure(facts, pack, today);
        var planned = StatutoryPlan.For(measure)
            .Concat(ContactPlan.For(measure))
            .Where(obligation => !(obligation.Opens > measure.EndedOn))
            .Select(obligation => obligation with { Suspended = measure.IsSuspendedThrough(obligation) })
            .OrderBy(obligation => obligation.Opens).ThenBy(obligation => obligation.NaturalKey, StringComparer.Ordinal)
            .ToList();
        return new ObligationPlan(planned, MissingFrom(measure).ToList());
    }

    static IEnumerable<PlanGap> MissingFrom(PlannedMeasure measure)
    {
        var history = measure.History;
        if (measure.EndedOn is not null)
        {
            yield break;
        }
        if (!history.Kind.IsInTheCommunity())
        {
            if (measure.Start is null)
            {
                yield return new PlanGap("orderedOn", history.Kind == MeasureKind.Cid ? [ObligationKind.ReleasePreparation] : [ObligationKind.Interview]);
            }
            yield break;
        }
        if (history is { ServedOn: null, ReportedOn: null })
        {
            yield return new PlanGap("servedOn", [ObligationKind.Report]);
        }
        if (history.ReportedOn is null)
        {
            yield return new PlanGap("reportedOn",
                [ObligationKind.SignAgreement, ObligationKind.Screen, ObligationKind.Interview, ObligationKind.HomeVisit, ObligationKind.RiskReassessment, .. ReviewPlan.KindsOf(measure.Pack), ObligationKind.ReleasePreparation]);
        }
        if (MeasureClock.ScheduleOf(history, measure.Pack) is null)
        {
            yield return new PlanGap("termYears", [ObligationKind.Screen]);
        }
    }
}
