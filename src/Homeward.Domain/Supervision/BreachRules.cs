using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>Counts what makes a serious breach; the software counts and warns, it decides nothing (rules R1.28–R1.29).</summary>
public static class BreachRules
{
    public static BreachCounters Count(MeasureHistory history, PolicyPack pack, DateOnly asOf) => Count(Counted(history, pack, asOf));

    public static BreachCounters Count(IReadOnlyCollection<CountedEvent> counted) => new(
        counted.Count(one => one.Counter == BreachCounter.Refused),
        counted.Count(one => one.Counter == BreachCounter.Evaded),
        counted.Count(one => one.Counter == BreachCounter.Leaving),
        counted.Where(one => one.Counter == BreachCounter.Leaving).Sum(one => one.Days));

    /// <summary>Everything that counts, in the order in which it began, with the records behind each; nobody is away from a measure that has ended (rules R1.40, R1.41).</summary>
    public static IReadOnlyList<CountedEvent> Counted(MeasureHistory history, PolicyPack pack, DateOnly asOf)
    {
        var shortest = pack.Number(PolicyKeys.LeaveReportDays);
        var tests = history.Events.OfType<ScreenEvent>()
            .Where(screen => screen.On <= asOf && screen.Finding is ScreenFinding.Refused or ScreenFinding.Evaded)
            .Select(screen => new CountedEvent(screen.Finding == ScreenFinding.Refused ? BreachCounter.Refused : BreachCounter.Evaded, screen.On, screen.On, RecordIds.Of([screen.RecordId])) { CountsOn = screen.ConfirmedOn ?? screen.On });
        var ran = history.RanUntil(asOf);
        var away = history.Events.Select(happened => (Range: Leaving(happened, ran), happened.RecordId)).Where(one => one.Range is not null).ToList();
        var leavings = DateRanges.Merge(away.Select(one => one.Range!.Value))
            .Where(range => range.Days >= shortest)
            .Select(range => new CountedEvent(BreachCounter.Leaving, range.First, range.Last, RecordIds.Of(away.Where(one => one.Range!.Value.Overlaps(range)).Select(one => one.RecordId))) { CountsOn = range.First.AddDays(shortest - 1) });
        return [.. tests.Concat(leavings).OrderBy(one => one.First).ThenBy(one => one.Counter)];
    }

    /// <summary>The unauthorised leavings as known on a day, short ones included, joined where they overlap.</summary>
    public static IReadOnlyList<DateRange> Leavings(MeasureHistory history, DateOnly asOf) =>
        DateRanges.Merge(history.Events.Select(happened => Leaving(happened, history.RanUntil(asOf))).OfType<DateRange>());

    /// <summary>The first day up to <paramref name="until"/> on which what is known now makes a serious breach; null where none does.</summary>
    /// <param name="history">The measure.</param>
    /// <param name="pack">The policy in force.</param>
    /// <param name="until">The last day that is looked at.</param>
    /// <param name="after">The day on which the police declined: only what counts after it makes a breach anew.</param>
    public static DateOnly? GroundDay(MeasureHistory history, PolicyPack pack, DateOnly until, DateOnly? after = null)
    {
        if (Grounds(Count(history, pack, until), pack).Count == 0)
        {
            return null;
        }
        var days = Counted(history, pack, until)
            .SelectMany(one => Enumerable.Range(0, one.Days).Select(offset => one.First.AddDays(offset)))
            .Where(day => !(day <= after))
            .Distinct().Order();
        foreach (var day in days)
        {
            var counted = Counted(history.AsOf(day), pack, day);
            if (Grounds(Count(counted), pack).Count > 0 && (after is null || counted.Any(one => one.Last > after)))
            {
                return day;
            }
        }
        return null;
    }

    /// <summary>The confirmed uses since the measure began; what a hair test shows of the time before is none (rules R1.30, R2.22).</summary>
    public static IEnumerable<ConfirmedUse> Uses(MeasureHistory history, PolicyPack pack) => MeasureTerm.Start(history) is not { } start
        ? []
        : history.Events.OfType<ScreenEvent>()
            .Where(screen => screen.On >= start && CleanClock.ShowsUse(screen, start, pack))
            .Select(screen => new ConfirmedUse(screen.On, screen.ConfirmedOn ?? screen.On));

    /// <summary>
    /// The last day on which another authority acted on the measure as one that runs: a custody, a report at another place. What the office recorded itself shows nothing,
    /// for the paper of an end reaches it days later (rules R1.41).
    /// </summary>
    public static DateOnly? LastSignOn(MeasureHistory known) => known.Events.Max(happened => happened switch
    {
        SuspensionEvent => happened.Day,
        TransferEvent transfer => transfer.ReportedOn,
        EscapeEvent escape => escape.To?.AddDays(1) ?? escape.From,
        OutsideTreatmentEvent treated => treated.To ?? treated.From,
        ExtensionEvent or EarlyReleaseEvent or AgreementEvent => happened.Day,
        ClinicMissedEvent missed => missed.ResumedOn,
        _ => (DateOnly?)null,
    });

    public static IReadOnlyList<BreachGround> Grounds(BreachCounters counters, PolicyPack pack)
    {
        var grounds = new List<BreachGround>();
        if (counters.RefusedOrEvaded >= pack.Number(PolicyKeys.BreachTests))
        {
            grounds.Add(BreachGround.Tests);
        }
        if (counters.UnauthorisedLeavings >= pack.Number(PolicyKeys.BreachLeavings))
        {
            grounds.Add(BreachGround.Leavings);
        }
        if (counters.UnauthorisedDays > pack.Number(PolicyKeys.BreachMoreThanDays))
        {
            grounds.Add(BreachGround.Days);
        }
        return grounds;
    }

    static DateRange? Leaving(MeasureEvent happened, DateOnly asOf) => happened switch
    {
        AbsenceEvent absence => Until(absence.From, absence.To, asOf),
        LeaveEvent { ReportedInWriting: false } leave => Until(leave.From, leave.ReturnedOn ?? Later(leave.To, asOf), asOf),
        LeaveEvent { Until: { } last } leave => Until(last.AddDays(1), leave.ReturnedOn, asOf),
        _ => null,
    };

    /// <summary>Days that have not come yet do not count, and who has not come back is away until today, or until the measure ended.</summary>
    static DateRange? Until(DateOnly first, DateOnly? last, DateOnly asOf)
    {
        var known = last is { } day && day < asOf ? day : asOf;
        return known < first ? null : new DateRange(first, known);
    }

    static DateOnly? Later(DateOnly? to, DateOnly asOf) => to < asOf ? asOf : to;
}

/// <summary>Which counter an event raises.</summary>
public enum BreachCounter
{
    Refused,
    Evaded,
    Leaving,
}

/// <summary>One event that counts towards a serious breach, its days and the records it comes from.</summary>
public sealed record CountedEvent(BreachCounter Counter, DateOnly First, DateOnly Last, IReadOnlyList<Guid> RecordIds)
{
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>The day on which it began to count: a test on its own, or on the one on which its evasion was confirmed, a leaving on the one with which it lasted long enough (rules R1.28, R2.19).</summary>
    internal DateOnly CountsOn { get; init; } = First;
}

/// <summary>A use that a test has shown, and the day on which its result became certain.</summary>
public readonly record struct ConfirmedUse(DateOnly On, DateOnly KnownOn);
