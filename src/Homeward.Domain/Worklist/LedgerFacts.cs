namespace Homeward.Domain.Worklist;

/// <summary>What settles obligations beside records: the papers of the measure, its end, suspensions, an assessment of risk.</summary>
public sealed record LedgerFacts(ObligationPlan Plan, DateOnly Today)
{
    public DateOnly? ReportedOn { get; init; }
    public DateOnly? AgreementSignedOn { get; init; }

    /// <summary>The day the measure was released, terminated or replaced.</summary>
    public DateOnly? EndedOn { get; init; }
    public DateOnly? ReleasedOn { get; init; }
    public DateOnly? RiskAssessedOn { get; init; }

    /// <summary>The first day on which the product knew the client; what contacts and assessments were made before, it cannot know.</summary>
    public required DateOnly KnownSince { get; init; }

    static readonly HashSet<string?> automatic = [null, ObligationLedger.PlanChanged, ObligationLedger.MeasureEnded, ObligationLedger.LaterFulfilled, ObligationLedger.InSuspension];

    /// <summary>Excused or cancelled by a person: no record, and a reason that the ledger does not give itself.</summary>
    internal static bool IsByHand(Obligation obligation) =>
        obligation is { Settlement: Settlement.Excused or Settlement.Cancelled, SettledById: null } && !automatic.Contains(obligation.Reason);

    /// <summary>Screens follow a legal calendar and are shown from its start; contacts and the answers to events that were due before the client was known are not asked for.</summary>
    internal bool WasBeforeUs(PlannedObligation plan) => plan.OnlySinceKnown && plan.Closes < KnownSince;

    /// <summary>How an obligation stands before any record is taken.</summary>
    internal Settling? Start(Obligation obligation, PlannedObligation? plan) => IsByHand(obligation) || IsDroppedByPolicy(obligation, plan)
        ? new Settling(obligation.Settlement!.Value, obligation.SettledOn!.Value, null, obligation.Reason)
        : ByPaper(obligation, plan) ?? ByPlan(obligation, plan);

    /// <summary>Fulfilled by an act or a paper, or missed, under an earlier policy: that the policy in force asks for it no more takes nothing of it back. What records settle they settle anew.</summary>
    bool IsDroppedByPolicy(Obligation obligation, PlannedObligation? plan) =>
        plan is null && obligation is { Settlement: Settlement.Fulfilled, SettledById: null } or { Settlement: Settlement.Lapsed, Reason: ObligationLedger.LaterFulfilled } && Plan.PolicyVersion is { } version && obligation.PolicyVersion != version;

    Settling? ByPaper(Obligation obligation, PlannedObligation? plan) => obligation.Kind switch
    {
        _ when plan?.DoneOn is { } on => new Settling(Settlement.Fulfilled, on, null, null),
        _ when plan?.MissedOn is { } on => new Settling(Settlement.Lapsed, on, null, ObligationLedger.LaterFulfilled),
        ObligationKind.Report when obligation.Rule == "R1.13" && ReportedOn is { } on => new Settling(Settlement.Fulfilled, on, null, null),
        ObligationKind.SignAgreement when obligation.Rule == "R1.18" && AgreementSignedOn is { } on => new Settling(Settlement.Fulfilled, on, null, null),
        ObligationKind.ReleasePreparation or ObligationKind.ReleaseAlert when ReleasedOn is { } on => new Settling(Settlement.Fulfilled, on, null, null),
        // An assessment plans the next one and takes its own out of the plan.
        ObligationKind.RiskReassessment when plan is null && obligation.NaturalKey.Contains("|risk-", StringComparison.Ordinal) && RiskAssessedOn is { } on && on >= obligation.Opens.AddMonths(-1) => new Settling(Settlement.Fulfilled, on, null, null),
        _ => null,
    };

    Settling? ByPlan(Obligation obligation, PlannedObligation? plan)
    {
        if (EndedOn is { } ended)
        {
            return obligation.Closes < ended
                ? new Settling(Settlement.Lapsed, ended, null, ObligationLedger.MeasureEnded)
                : new Settling(Settlement.Cancelled, ended, null, ObligationLedger.MeasureEnded);
        }
        if (plan is null)
        {
            // The day of a cancellation stays what it was: drawing the ledger again changes nothing.
            return new Settling(Settlement.Cancelled, obligation is { Settlement: Settlement.Cancelled, SettledOn: { } on } ? on : Today, null, ObligationLedger.PlanChanged);
        }
        return plan.Suspended ? new Settling(Settlement.Suspended, plan.Opens, null, ObligationLedger.InSuspension) : null;
    }
}
