namespace Homeward.Domain.Supervision;

/// <summary>How well a value is supported by sources (rules, section 0).</summary>
public enum Evidence
{
    Confirmed,
    SingleSource,
    Recalled,
    Proposed,
}

/// <summary>One value of a policy pack with the rule it comes from.</summary>
public sealed record PolicyValue(string Rule, Evidence Evidence)
{
    public decimal Number { get; init; }
    public bool Flag { get; init; }
    public IReadOnlyList<int> List { get; init; } = [];
    public IReadOnlyDictionary<string, decimal> Map { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Days that count only working days (R1.49).</summary>
    public bool InWorkingDays { get; init; }
    public string? Note { get; init; }
}
