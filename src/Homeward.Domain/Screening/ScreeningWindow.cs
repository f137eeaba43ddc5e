namespace Homeward.Domain.Screening;

/// <summary>What became of a window for a regular screen (rules R2.15).</summary>
public enum ScreeningWindowState
{
    Future,
    Open,
    Done,
    MissedUnconfirmed,
    Evaded,
    Refused,
    Excused,
    Suspended,
}

/// <summary>The days, first and last included, in which one regular screen is due.</summary>
public sealed record ScreeningWindow(int Year, int Index, DateOnly Opens, DateOnly Closes)
{
    public ScreeningWindowState State { get; init; }

    /// <summary>Day of the screen, refusal, evasion or excuse that filled the window.</summary>
    public DateOnly? ScreenOn { get; init; }

    /// <summary>The record of that screen; null where a history was given without records.</summary>
    public Guid? ScreenId { get; init; }
}
