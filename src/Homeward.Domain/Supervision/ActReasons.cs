namespace Homeward.Domain.Supervision;

/// <summary>The reasons that an act can have, codes of the list <c>actReason</c>; none where it has none.</summary>
public static class ActReasons
{
    /// <summary>What ends a measure by somebody's decision rests on the paper of it: a sentence, an isolation, an education measure, a decision that was revoked (rules R1.40). A death or a journey rests on none.</summary>
    public static bool RestsOnDecision(MeasureActKind kind, string? reason) =>
        kind == MeasureActKind.Terminated && reason is "imprisoned" or "isolation" or "compulsoryEducation" or "decisionRevoked";

    public static IReadOnlyList<string> Of(MeasureActKind kind, MeasureKind measure) => kind switch
    {
        MeasureActKind.TreatmentEnded => TreatmentReasons.Of(measure),
        MeasureActKind.JustCause => ["ill", "hospital", "detained", "force", "other"],
        MeasureActKind.BreachConfirmed => [BreachReasons.SeriousBreach, BreachReasons.NewUse],
        MeasureActKind.Suspended => ["detained", "arrested"],
        MeasureActKind.Transferred => ["movedHome", "other"],
        MeasureActKind.TransferRejected => ["notResident", "other"],
        MeasureActKind.TransferRevoked => ["withdrawn", "other"],
        MeasureActKind.DualControl => ["livesElsewhere", "other"],
        MeasureActKind.Terminated => ["imprisoned", "isolation", "compulsoryEducation", "died", "abroad", "decisionRevoked", "other"],
        MeasureActKind.Released => [ReleaseReasons.PoliceReleased],
        MeasureActKind.Reopened => ["decisionRevoked", "other"],
        _ => ActRules.Of(kind).Reason is { } only ? [only] : [],
    };
}

/// <summary>On what a confirmed breach rests, as codes of the list <c>actReason</c>.</summary>
public static class BreachReasons
{
    public const string SeriousBreach = "seriousBreach";

    /// <summary>New drug use, which is reported whatever the counters say (ADL 35, R1.30).</summary>
    public const string NewUse = "newUse";
}
