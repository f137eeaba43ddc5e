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

    /// <summary>The police do not grant what was asked for; told with their paper.</summary>
    Refused,

    /// <summary>The client takes back what was asked for.</summary>
    Withdrawn,
}

/// <summary>What a step needs and how long it may take.</summary>
public sealed record DisputeRule(DisputeStep Step)
{
    /// <summary>Somebody is told: that takes hours, not days.</summary>
    public bool IsTold { get; init; }

    /// <summary>Of a decision and of a result somebody is told (table 2.2).</summary>
    public bool Tells => IsTold || Step is DisputeStep.Decided or DisputeStep.RecheckDecided or DisputeStep.Refused;

    /// <summary>It names the institution that tests.</summary>
    public bool NeedsLaboratory { get; init; }

    /// <summary>It needs the number of the paper on which it was decided.</summary>
    public bool NeedsDecision { get; init; }

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
        new(DisputeStep.Refused) { NeedsDecision = true },
        new(DisputeStep.Withdrawn),
    ];

    public static DisputeRule Of(DisputeStep step) => all[(int)step];

    /// <summary>The step that may follow; null after the last.</summary>
    public static DisputeStep? After(DisputeStep? step) => step switch
    {
        null => DisputeStep.Requested,
        DisputeStep.RecheckTold or DisputeStep.Refused or DisputeStep.Withdrawn => null,
        { } taken => taken + 1,
    };

    /// <summary>How it may end before a sample goes to a laboratory: the police refuse while they decide, the client withdraws; what is under way is awaited.</summary>
    public static IReadOnlyList<DisputeStep> EndsBefore(DisputeStep? next) => next switch
    {
        DisputeStep.Decided or DisputeStep.RecheckDecided => [DisputeStep.Refused, DisputeStep.Withdrawn],
        DisputeStep.Sent or DisputeStep.RecheckSent => [DisputeStep.Withdrawn],
        _ => [],
    };

    public static bool IsEnd(DisputeStep step) => step is DisputeStep.Refused or DisputeStep.Withdrawn;

    /// <summary>The client asks; all other steps are owed by somebody.</summary>
    public static bool IsAsked(DisputeStep step) => step is DisputeStep.Requested or DisputeStep.RecheckRequested;
}

/// <summary>The last day of a step that is counted from a day, by the policy in force.</summary>
public delegate DateOnly DisputeLimit(DisputeStep step, DateOnly from);
