namespace Homeward.Domain.Screening;

/// <summary>The steps from a positive on the spot to a result that counts (rules R2.2, table 2.2).</summary>
public enum DisputeStep
{
    /// <summary>The client asks for a laboratory test.</summary>
    Requested,
    Decided,
    Sent,
    Reported,
    Told,
    RecheckRequested,
    RecheckDecided,
    RecheckSent,
    RecheckReported,
    RecheckTold,
}

/// <summary>What a step needs and how long it may take.</summary>
public sealed record DisputeRule(DisputeStep Step)
{
    /// <summary>Somebody is told: that takes hours, not days.</summary>
    public bool IsTold { get; init; }

    /// <summary>It names the institution that tests.</summary>
    public bool NeedsLaboratory { get; init; }

    /// <summary>It carries the result and the number of the report.</summary>
    public bool NeedsResult { get; init; }
}

/// <summary>The steps in their order; each is counted from the one before it, the first from the day of the screen (table 2.2).</summary>
public static class DisputeRules
{
    static readonly DisputeRule[] all =
    [
        new(DisputeStep.Requested),
        new(DisputeStep.Decided),
        new(DisputeStep.Sent) { NeedsLaboratory = true },
        new(DisputeStep.Reported) { NeedsResult = true },
        new(DisputeStep.Told) { IsTold = true },
        new(DisputeStep.RecheckRequested),
        new(DisputeStep.RecheckDecided),
        new(DisputeStep.RecheckSent) { NeedsLaboratory = true },
        new(DisputeStep.RecheckReported) { NeedsResult = true },
        new(DisputeStep.RecheckTold) { IsTold = true },
    ];

    public static DisputeRule Of(DisputeStep step) => all[(int)step];

    /// <summary>The step that may follow; null after the last.</summary>
    public static DisputeStep? After(DisputeStep? step) => step is null ? DisputeStep.Requested : step == DisputeStep.RecheckTold ? null : step + 1;

    /// <summary>The client asks; all other steps are owed by somebody.</summary>
    public static bool IsAsked(DisputeStep step) => step is DisputeStep.Requested or DisputeStep.RecheckRequested;
}

/// <summary>The last day of a step that is counted from a day, by the policy in force.</summary>
public delegate DateOnly DisputeLimit(DisputeStep step, DateOnly from);
