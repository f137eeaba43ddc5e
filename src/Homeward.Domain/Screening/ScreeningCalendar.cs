using Homeward.Domain.Foundation;

namespace Homeward.Domain.Screening;

/// <summary>The windows of a screening schedule for one measure and what became of each (rules R2.13–R2.17).</summary>
public static class ScreeningCalendar
{
    /// <summary>The windows in their order: the last closes with the measure, none opens after it.</summary>
    /// <param name="schedule">The rhythm.</param>
    /// <param name="start">The day of reporting.</param>
    /// <param name="endsOn">The last day of the term.</param>
    /// <param name="moved">How suspensions move an opening day; null leaves the windows where they are.</param>
    public static IReadOnlyList<ScreeningWindow> Windows(ScreeningSchedule schedule, DateOnly start, DateOnly endsOn, Func<DateOnly, DateOnly>? moved = null)
    {
        var opening = schedule.Years
            .SelectMany((spells, index) => Opening(spells, index + 1, start))
            .Select(window => moved is null || window.Opens == start ? window : window with { Opens = moved(window.Opens.AddDays(-1)).AddDays(1) })
            .Where(window => window.Opens <= endsOn)
            .ToList();
        return opening
            .Select((window, place) => window with { Closes = place + 1 < opening.Count ? opening[place + 1].Opens.AddDays(-1) : endsOn })
            .ToList();
    }

    /// <summary>Each window with its state on a day.</summary>
    public static IReadOnlyList<ScreeningWindow> On(
        DateOnly day, IEnumerable<ScreeningWindow> windows, IReadOnlyCollection<ScreenFact> screens, IReadOnlyCollection<DateRange> suspensions) =>
        windows.Select(window => Judge(window, day, screens, suspensions)).ToList();

    /// <summary>How many windows count as missed (rules R2.16).</summary>
    /// <param name="windows">The windows with their states on a day.</param>
    /// <param name="onlyWhenClosed">Whether a window is missed only once it has closed; otherwise one that is open is to have been used already, as some systems count.</param>
    public static int Missed(IEnumerable<ScreeningWindow> windows, bool onlyWhenClosed) => windows.Count(window =>
        window.State == ScreeningWindowState.MissedUnconfirmed || (!onlyWhenClosed && window.State == ScreeningWindowState.Open));

    static IEnumerable<ScreeningWindow> Opening(IReadOnlyList<ScreeningSpell> spells, int year, DateOnly start)
    {
        var months = (year - 1) * 12;
        var index = 0;
        foreach (var spell in spells)
        {
            for (var turn = 0; turn < spell.Windows; turn++)
            {
                yield return new ScreeningWindow(year, ++index, spell.Rhythm.Opens(start, months, turn), default);
            }
            months += spell.Months;
        }
    }

    static ScreeningWindow Judge(
        ScreeningWindow window, DateOnly day, IReadOnlyCollection<ScreenFact> screens, IReadOnlyCollection<DateRange> suspensions)
    {
        var filling = screens
            .Where(screen => screen.Scheduled && screen.On <= day && window.Opens <= screen.On && screen.On <= window.Closes)
            .Select(screen => (Rank: RankOf(screen.Finding), screen.On, screen.RecordId))
            .Where(screen => screen.Rank is not null)
            .OrderBy(screen => screen.Rank).ThenBy(screen => screen.On)
            .FirstOrDefault();
        return filling.Rank is { } rank
            ? window with { State = states[rank], ScreenOn = filling.On, ScreenId = filling.RecordId }
            : window with { State = Unfilled(window, day, suspensions) };
    }

    static ScreeningWindowState Unfilled(ScreeningWindow window, DateOnly day, IReadOnlyCollection<DateRange> suspensions)
    {
        // Rules R2.17: what lies in a suspension is not missed.
        if (suspensions.Any(suspension => suspension.First <= window.Opens && window.Closes <= suspension.Last))
        {
            return ScreeningWindowState.Suspended;
        }
        if (day < window.Opens)
        {
            return ScreeningWindowState.Future;
        }
        return day <= window.Closes ? ScreeningWindowState.Open : ScreeningWindowState.MissedUnconfirmed;
    }

    /// <summary>A screen that was held counts before a refusal, that before an evasion, that before an excuse; an invalid one fills nothing (rules R2.27).</summary>
    static readonly ScreeningWindowState[] states =
        [ScreeningWindowState.Done, ScreeningWindowState.Refused, ScreeningWindowState.Evaded, ScreeningWindowState.Excused];

    static int? RankOf(ScreenFinding finding) => finding switch
    {
        ScreenFinding.Negative or ScreenFinding.PositivePreliminary or ScreenFinding.PositiveConfirmed => 0,
        ScreenFinding.Refused => 1,
        ScreenFinding.Evaded => 2,
        ScreenFinding.Excused => 3,
        _ => null,
    };
}
