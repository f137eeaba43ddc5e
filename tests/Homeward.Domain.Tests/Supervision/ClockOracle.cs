using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>
/// The statutory clock once more, slow and day by day, from the sentences of the specification and without the product's calculators:
/// it shares only the facts of a history with them.
/// </summary>
sealed class ClockOracle(MeasureHistory history, DateOnly asOf, int[][] monthsBetween)
{
    static readonly ScreenFinding[][] order =
        [[ScreenFinding.Negative, ScreenFinding.PositivePreliminary, ScreenFinding.PositiveConfirmed], [ScreenFinding.Refused], [ScreenFinding.Evaded], [ScreenFinding.Excused]];

    readonly DateOnly reported = history.ReportedOn!.Value;

    /// <summary>Walks through the term and lets every day count that is not suspended.</summary>
    public DateOnly EndsOn()
    {
        var left = MonthsOn(12 * monthsBetween.Length).DayNumber - reported.DayNumber - history.ServedIsolationDays;
        var day = reported.AddDays(-1);
        while (left > 0)
        {
            day = day.AddDays(1);
            left -= IsSuspended(day) ? 0 : 1;
        }
        return day;
    }

    /// <summary>Every day from the report to the end belongs to the last window that has opened by then.</summary>
    public List<string> Windows()
    {
        var openings = Openings().ToList();
        var ends = EndsOn();
        var days = new List<(int Year, int Index, DateOnly Day)>();
        for (var day = reported; day <= ends; day = day.AddDays(1))
        {
            var (year, index, _) = openings.Last(opening => opening.Opens <= day);
            days.Add((year, index, day));
        }
        return days
            .GroupBy(day => (day.Year, day.Index), day => day.Day)
            .Where(window => !Known<TerminationEvent>().Any(ended => ended.On < window.First()))
            .Select(window => $"{window.Key.Year}.{window.Key.Index} {window.First():yyyy-MM-dd} {window.Last():yyyy-MM-dd} {State([.. window])}")
            .ToList();
    }

    public string Counters()
    {
        var away = Known<AbsenceEvent>().Select(absence => Days(absence.From, absence.To ?? asOf))
            .Concat(Known<LeaveEvent>().Select(LeaveDays))
            .Where(days => days.Count > 0)
            .ToList();
        while (Overlap(away) is var (one, other))
        {
            away[one].UnionWith(away[other]);
            away.RemoveAt(other);
        }
        var counted = away.Where(days => days.Count >= 3).ToList();
        int Count(ScreenFinding finding) => Known<ScreenEvent>().Count(screen => screen.Finding == finding);
        return $"{Count(ScreenFinding.Refused)} {Count(ScreenFinding.Evaded)} {counted.Count} {counted.Sum(days => days.Count)}";
    }

    public MeasureStatus Status()
    {
        var counters = Counters().Split(' ').Select(text => int.Parse(text, null)).ToArray();
        var moved = Known<TransferEvent>().OrderBy(transfer => transfer.On).LastOrDefault();
        var awaited = moved is not null && (moved.ReportedOn is null || moved.ReportedOn > asOf) ? asOf.DayNumber - moved.On.DayNumber : -1;
        (bool Holds, MeasureStatus Status)[] statuses =
        [
            (Known<TerminationEvent>().Any(), MeasureStatus.Terminated),
            (Known<ReleaseEvent>().Any(), MeasureStatus.Released),
            (asOf > EndsOn(), MeasureStatus.Expired),
            (IsSuspended(asOf), MeasureStatus.Suspended),
            (counters[0] + counters[1] >= 3 || counters[2] >= 3 || counters[3] > 30, MeasureStatus.BreachSuspected),
            (awaited > 15, MeasureStatus.OverdueUnconfirmed),
            (awaited >= 0, MeasureStatus.Transferring),
            (Known<LeaveEvent>().Any(leave => leave.ReturnedOn is null || leave.ReturnedOn > asOf), MeasureStatus.OnLeave),
        ];
        return statuses.Where(status => status.Holds).Select(status => status.Status).FirstOrDefault(MeasureStatus.Active);
    }

    string State(DateOnly[] days)
    {
        foreach (var findings in order)
        {
            var screen = Known<ScreenEvent>().Where(screen => screen.Scheduled && days.Contains(screen.On) && findings.Contains(screen.Finding)).OrderBy(screen => screen.On).FirstOrDefault();
            if (screen is not null)
            {
                return $"{(findings.Length > 1 ? "Done" : $"{findings[0]}")} {screen.On:yyyy-MM-dd}";
            }
        }
        return days.All(IsSuspended) ? "Suspended " : asOf < days[0] ? "Future " : asOf > days[^1] ? "MissedUnconfirmed " : "Open ";
    }

    HashSet<DateOnly> LeaveDays(LeaveEvent leave)
    {
        var returned = leave.ReturnedOn is { } on && on <= asOf ? on : asOf;
        return leave.ReportedInWriting ? leave.To is { } to ? Days(to.AddDays(1), returned) : []
            : Days(leave.From, returned);
    }

    HashSet<DateOnly> Days(DateOnly first, DateOnly last)
    {
        var days = new HashSet<DateOnly>();
        for (var day = first; day <= last && day <= asOf; day = day.AddDays(1))
        {
            days.Add(day);
        }
        return days;
    }

    IEnumerable<(int Year, int Index, DateOnly Opens)> Openings()
    {
        for (var year = 0; year < monthsBetween.Length; year++)
        {
            var months = year * 12;
            for (var index = 0; index < monthsBetween[year].Length; index++)
            {
                // A zero is the second half of the month before it.
                var half = monthsBetween[year][index] == 0;
                yield return (year + 1, index + 1, half ? MonthsOn(months - 1).AddDays(15) : MonthsOn(months));
                months += monthsBetween[year][index];
            }
        }
    }

    /// <summary>Steps month by month on paper: same day number, or the last of a shorter month.</summary>
    DateOnly MonthsOn(int months)
    {
        var (year, month) = (reported.Year, reported.Month);
        for (var step = 0; step < months; step++)
        {
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
        }
        var length = month switch { 2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28, 4 or 6 or 9 or 11 => 30, _ => 31 };
        return new DateOnly(year, month, Math.Min(reported.Day, length));
    }

    bool IsSuspended(DateOnly day) => Known<SuspensionEvent>().Any(suspension => suspension.From <= day && day <= (suspension.To ?? asOf));

    IEnumerable<T> Known<T>() where T : MeasureEvent => history.Events.OfType<T>().Where(happened => happened.Day <= asOf);

    static (int One, int Other)? Overlap(List<HashSet<DateOnly>> away) =>
        (from one in Enumerable.Range(0, away.Count) from other in Enumerable.Range(one + 1, away.Count - one - 1)
         where away[one].Overlaps(away[other]) select ((int, int)?)(one, other)).FirstOrDefault();
}
