using Homeward.Domain.Foundation;

namespace Homeward.Domain.People;

/// <summary>What somebody found when they assessed a client's risk.</summary>
public sealed record RiskFinding(RiskLevel Level, DateOnly On, string Reason)
{
    /// <summary>Codes of the template's factors that hold.</summary>
    public IReadOnlyList<string> Factors { get; init; } = [];

    /// <summary>Why, in words; needed where the level departs from the suggestion or changes.</summary>
    public Sealed? Note { get; init; }

    /// <summary>The records it stands on, each as <c>screen:id</c>, <c>contact:id</c> or <c>act:id</c>.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The person of staff who decides.</summary>
    public Guid? DecidedById { get; init; }
}

/// <summary>How far an assessment has come.</summary>
public enum RiskState
{
    InForce,

    /// <summary>The level changes when a second person confirms it; until then the one before holds.</summary>
    Waiting,
    Refused,

    /// <summary>A newer assessment was made before anybody answered.</summary>
    Overtaken,
}

/// <summary>The level in force from a day on; an answer confirms an assessment that was made before.</summary>
public readonly record struct RiskStep(DateOnly On, RiskLevel Level, bool IsAnswer = false);

/// <summary>Who answers a change of risk, and when.</summary>
public sealed record RiskAnswer(Guid? AccountId, Guid? StaffId, DateOnly On);
