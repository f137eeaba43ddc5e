namespace Homeward.Domain.Foundation;

public enum RhythmUnit
{
    Week,
    HalfMonth,
    Month,
}

/// <summary>How often something recurs: every so many months, half-months or weeks, counted from the day a measure began.</summary>
public readonly record struct Rhythm(int Count, RhythmUnit Unit)
{
    /// <summary>
    /// The day on which turn <paramref name="turn"/> (from 0) opens, <paramref name="months"/> after the start.
    /// Every month is stepped from the start itself, so that the 31st comes back after a short month; a half-month is 15 days.
    /// </summary>
    public DateOnly Opens(DateOnly start, int months, int turn) => Unit switch
    {
        RhythmUnit.Month => start.AddMonths(months + (turn * Count)),
        RhythmUnit.HalfMonth => start.AddMonths(months + (turn / 2)).AddDays(turn % 2 * 15),
        _ => start.AddMonths(months).AddDays(turn * Count * 7),
    };

    /// <summary>Turns that fit into whole months; weeks run on until the months are over.</summary>
    public int TurnsIn(DateOnly start, int from, int months) => Unit switch
    {
        RhythmUnit.Month => months / Count,
        RhythmUnit.HalfMonth => months * 2,
        _ => (start.AddMonths(from + months).DayNumber - start.AddMonths(from).DayNumber + (Count * 7) - 1) / (Count * 7),
    };
}
