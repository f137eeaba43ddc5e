using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>
/// The statutory clock once more, slow and day by day, from the sentences of the specification and without the product's calculators:
/// it shares only the facts of a history with them.
/// </summary>
sealed class ClockOracle(MeasureHistory history, DateOnly asOf, int[][] monthsBetween, bool stopsClock = true, bool movesWindows = false)
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
            left -= stopsClock && StandsStill(day) ? 0 : 1;
        }
        return day;
    }

    /// <summary>
    /// Every day from the report to the end belongs to the last window that has opened by then; where suspensions move the windows,
    /// a day stands for the day that has as many running days before it.
    /// </summary>
    public List<string> Windows()
    {
        var openings = Openings().ToList();
        var ends = EndsOn();
        var days = new List<(int Year, int Index, DateOnly Day)>();
        var running = 0;
        for (var day = reported; day <= ends; day = day.AddDays(1))
        {
            var standsFor = movesWindows ? reported.AddDays(running) : day;
            var (year, index, _) = openings.Last(opening => opening.Opens <= standsFor);
            days.Add((year, index, day));
            running += StandsStill(day) ? 0 : 1;
        }
        return days
            .GroupBy(day => (day.Year, day.Index), day => day.Day)
            .Where(window => !Standing<TerminationEvent>().Any(ended => ended.On < window.First()))
            .Select(window => $"{window.Key.Year}.{window.Key.Index} {window.First():yyyy-MM-dd} {window.Last():yyyy-MM-dd} {State([.. window])}")
            .ToList();
    }

    public string Counters()
    {
        var counted = LongLeavings();
        int Count(ScreenFinding finding) => Known<ScreenEvent>().Count(screen => screen.Finding == finding);
        return $"{Count(ScreenFinding.Refused)} {Count(ScreenFinding.Evaded)} {counted.Count} {counted.Sum(days => days.Count)}";
    }

    List<HashSet<DateOnly>> LongLeavings()
    {
        var away = Known<AbsenceEvent>().Select(absence => Days(absence.From, absence.To ?? asOf)).Concat(Known<LeaveEvent>().Select(LeaveDays))
            .Select(days => days.Where(day => day <= Ran).ToHashSet())
            .Where(days => days.Count > 0)
            .ToList();
        while (Overlap(away) is var (one, other))
        {
            away[one].UnionWith(away[other]);
            away.RemoveAt(other);
        }
        return away.Where(days => days.Count >= 3).ToList();
    }

    public MeasureStatus Status()
    {
        var counters = Counters().Split(' ').Select(text => int.Parse(text, null)).ToArray();
        var moved = Known<TransferEvent>().OrderBy(transfer => transfer.On).LastOrDefault();
        var isAwaited = moved is not null && !Happened(moved.ReportedOn) && !Happened(moved.WithdrawnOn);
        var limit = moved is null ? asOf : Known<JustCauseEvent>().Where(cause => cause.On > moved.On).Select(cause => cause.ReportBy).Append(moved.On.AddDays(15)).Max();
        var breach = Last(Suspicion.Breach);
        // A no-show that was confirmed before this limit passed was another one (R1.16).
        var noShow = Last(Suspicion.Overdue, limit);
        var declined = Known<ConfirmedEvent>().Where(confirmed => confirmed.What == Suspicion.Breach && Happened(confirmed.DeclinedOn)).Select(confirmed => confirmed.DeclinedOn).Max();
        var isAnswered = declined is not null && !DaysCounted().Any(day => day > declined);
        var isOverdue = isAwaited && asOf > limit;
        var away = Known<OutOfReachEvent>().FirstOrDefault(away => !(away.To < asOf));
        (bool Holds, MeasureStatus Status)[] statuses =
        [
            (Standing<TerminationEvent>().Any(), MeasureStatus.Terminated),
            (Standing<ReleaseEvent>().Any() && Standing<FollowUpEvent>().Any(), MeasureStatus.FollowUp),
            (Standing<ReleaseEvent>().Any(), MeasureStatus.Released),
            (asOf > EndsOn(), MeasureStatus.Expired),
            (IsSuspended(asOf), MeasureStatus.Suspended),
            (breach is not null && Happened(breach.HandedOverOn), MeasureStatus.BreachHandedOver),
            (breach is not null, MeasureStatus.BreachNotHandedOver),
            (!isAnswered && (counters[0] + counters[1] >= 3 || counters[2] >= 3 || counters[3] > 30), MeasureStatus.BreachSuspected),
            (isOverdue && noShow is not null && Happened(noShow.HandedOverOn), MeasureStatus.NoShowHandedOver),
            (isOverdue && noShow is not null, MeasureStatus.NoShowNotHandedOver),
            (isOverdue, MeasureStatus.OverdueUnconfirmed),
            (away is { Abroad: true }, MeasureStatus.Abroad),
            (away is not null, MeasureStatus.OutOfControl),
            (isAwaited, MeasureStatus.Transferring),
            (Known<LeaveEvent>().Any(leave => leave.ReturnedOn is null || leave.ReturnedOn > asOf), MeasureStatus.OnLeave),
        ];
        return statuses.Where(status => status.Holds).Select(status => status.Status).FirstOrDefault(MeasureStatus.Active);
    }

    ConfirmedEvent? Last(Suspicion what, DateOnly? after = null) =>
        Known<ConfirmedEvent>().Where(confirmed => confirmed.What == what && (after is null || confirmed.On > after)).OrderBy(confirmed => confirmed.On).LastOrDefault() is { } last && !Happened(last.DeclinedOn) ? last : null;

    bool Happened(DateOnly? on) => on <= asOf;

    /// <summary>An end before the last reopening has never been.</summary>
    IEnumerable<T> Standing<T>() where T : MeasureEvent =>
        Known<T>().Where(happened => !Known<ReopenedEvent>().Any(reopening => reopening.On >= happened.Day));

    /// <summary>The last day of each event that counts.</summary>
    IEnumerable<DateOnly> DaysCounted() => Known<ScreenEvent>()
        .Where(screen => screen.Finding is ScreenFinding.Refused or ScreenFinding.Evaded).Select(screen => screen.On)
        .Concat(LongLeavings().Select(days => days.Max()));

    string State(DateOnly[] days)
    {
        foreach (var findings in order)
        {
            var screen = Known<ScreenEvent>().Where(screen => screen.Kind == ScreenKind.Scheduled && days.Contains(screen.On) && findings.Contains(screen.Finding)).OrderBy(screen => screen.On).FirstOrDefault();
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
        return leave.ReportedInWriting ? LastDay(leave) is { } to ? Days(to.AddDays(1), returned) : []
            : Days(leave.From, returned);
    }

    /// <summary>Every report that was there on the last day moves it, until none does any more.</summary>
    DateOnly? LastDay(LeaveEvent leave)
    {
        var last = leave.To;
        while (leave.Extensions.Where(more => more.On <= asOf && more.On <= last && more.To > last).Select(more => (DateOnly?)more.To).Min() is { } later)
        {
            last = later;
        }
        return last;
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

    /// <summary>A suspension that nobody ended goes on until the measure ends, and not behind it.</summary>
    bool StandsStill(DateOnly day) => Known<SuspensionEvent>().Any(suspension => suspension.From <= Ran && suspension.From <= day && day <= (suspension.To ?? Ran));
    DateOnly Ran => Standing<TerminationEvent>().Select(end => end.On).Concat(Standing<ReleaseEvent>().Select(end => end.On)).Append(asOf).Min();
    bool IsSuspended(DateOnly day) => Known<SuspensionEvent>().Any(suspension => suspension.From <= day && day <= (suspension.To ?? asOf));
    IEnumerable<T> Known<T>() where T : MeasureEvent => history.Events.OfType<T>().Where(happened => happened.Day <= asOf);

    static (int One, int Other)? Overlap(List<HashSet<DateOnly>> away) =>
        (from one in Enumerable.Range(0, away.Count) from other in Enumerable.Range(one + 1, away.Count - one - 1)
         where away[one].Overlaps(away[other]) select ((int, int)?)(one, other)).FirstOrDefault();
}
