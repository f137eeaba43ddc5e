using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

public enum PolicyLevel
{
    National,
    City,
    District,
}

/// <summary>The schedule of regular screens for a measure of a kind and a term.</summary>
public sealed record PolicySchedule(MeasureKind Kind, int TermYears, ScreeningSchedule Schedule, string Rule, Evidence Evidence);

/// <summary>One version of one policy file: a whole pack, or a layer that overrides values of its parent.</summary>
public sealed record PolicyLayer
{
    public required string Name { get; init; }
    public required string Version { get; init; }
    public required PolicyLevel Level { get; init; }
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Name of the layer above; null for a whole pack.</summary>
    public string? Parent { get; init; }

    /// <summary>Division code of the place it governs; null where it is only taken by name.</summary>
    public string? Unit { get; init; }
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, PolicyValue> Values { get; init; } = new Dictionary<string, PolicyValue>();
    public IReadOnlyList<PolicySchedule> Schedules { get; init; } = [];
    public IReadOnlyList<ContactRhythm> Contacts { get; init; } = [];
    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.Plain;
}
