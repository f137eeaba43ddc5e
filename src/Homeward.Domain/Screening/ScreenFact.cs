namespace Homeward.Domain.Screening;

/// <summary>What came of an appointment and what it showed, in one word.</summary>
public enum ScreenFinding
{
    Negative,
    PositivePreliminary,
    PositiveConfirmed,
    Invalid,
    Refused,
    Evaded,
    Excused,
}

/// <summary>What the calendar needs to know of one screen.</summary>
public readonly record struct ScreenFact(DateOnly On, ScreenFinding Finding, bool Scheduled = true)
{
    /// <summary>The record it comes from; null where a history was given without records.</summary>
    public Guid? RecordId { get; init; }
}
