using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

/// <summary>The statutory limits of a measure in days (rules R1.13, R1.45, R1.49–R1.51).</summary>
public static class MeasureTerm
{
    /// <summary>Last day to report after the order was served, or the day that a just cause moved it to (R1.16); null where the service is not known.</summary>
    public static DateOnly? ReportBy(MeasureHistory history, PolicyPack pack)
    {
        if (!history.Kind.IsInTheCommunity() || history.ServedOn is not { } served)
        {
            return null;
        }
        return ReportCause(history, pack)?.ReportBy ?? pack.Limit(served, PolicyKeys.ReportDays);
    }

    public static DateOnly ReReportBy(MeasureHistory history, TransferEvent transfer, PolicyPack pack) =>
        ReReportCause(history, transfer, pack)?.ReportBy ?? pack.Limit(transfer.On, PolicyKeys.ReReportDays);

    /// <summary>The accepted cause that the limit to report rests on; null where none moved it.</summary>
    public static JustCauseEvent? ReportCause(MeasureHistory history, PolicyPack pack) => history.ServedOn is { } served
        ? Moving(history, pack.Limit(served, PolicyKeys.ReportDays), cause => history.ReportedOn is null || cause.On <= history.ReportedOn)
        : null;

    /// <summary>The accepted cause that the limit to report at a new place rests on; null where none moved it.</summary>
    public static JustCauseEvent? ReReportCause(MeasureHistory history, TransferEvent transfer, PolicyPack pack) =>
        Moving(history, pack.Limit(transfer.On, PolicyKeys.ReReportDays), cause => cause.On > transfer.On && !(cause.On > (transfer.ReportedOn ?? transfer.WithdrawnOn)));

    /// <summary>Of several causes the one that allows the latest day.</summary>
    static JustCauseEvent? Moving(MeasureHistory history, DateOnly limit, Func<JustCauseEvent, bool> counts) => history.Events
        .OfType<JustCauseEvent>().Where(cause => counts(cause) && cause.ReportBy > limit)
        .OrderBy(cause => cause.On).MaxBy(cause => cause.ReportBy);

    /// <summary>The years of the term: as ordered, else what the pack says of such measures; null where a term is open.</summary>
    public static int? Years(MeasureHistory history, PolicyPack pack) => history.TermYears ?? pack.TermYears(history.Kind);

    /// <summary>The day from which the term counts (rules 1.2): reporting, for isolation the decision.</summary>
    public static DateOnly? Start(MeasureHistory history) => history.Kind switch
    {
        MeasureKind.Cdt or MeasureKind.Crh => history.ReportedOn,
        MeasureKind.Cid => history.OrderedOn,
        _ => history.ReportedOn ?? history.ServedOn ?? history.OrderedOn,
    };

    /// <summary>The last day of the term as known on a day; null while the start or the term is not known.</summary>
    public static DateOnly? EndsOn(MeasureHistory history, PolicyPack pack, DateOnly asOf)
    {
        if (Agreed(history) is { } agreement)
        {
            return agreement.Until;
        }
        if (Usual(history, pack) is not { } ends || Start(history) is not { } start)
        {
            return null;
        }
        if (history.Kind == MeasureKind.Cid)
        {
            return IsolationTerm.EndsOn(history, ends, start, history.RanUntil(asOf));
        }
        return IsStopped(history, pack) ? Stopped(ends, start, Suspensions(history, history.RanUntil(asOf))) : ends;
    }

    /// <summary>The agreement whose last day is that of a measure by agreement; of several the one that reaches furthest.</summary>
    public static AgreementEvent? Agreed(MeasureHistory history) =>
        history.Kind.IsByAgreement() ? history.Events.OfType<AgreementEvent>().MaxBy(agreement => agreement.Until) : null;

    /// <summary>The last day by start, term and deduction alone, before anything that happened moves it.</summary>
    public static DateOnly? Usual(MeasureHistory history, PolicyPack pack) => Start(history) is { } start && Years(history, pack) is { } years
        ? start.AddYears(years).AddDays(pack.Flag(PolicyKeys.LastDayIsDayBefore) ? -1 : 0).AddDays(-history.ServedIsolationDays)
        : null;

    /// <summary>Whether suspensions move the last day.</summary>
    public static bool IsStopped(MeasureHistory history, PolicyPack pack) => history.Kind.IsInTheCommunity() && pack.Flag(PolicyKeys.SuspensionStopsClock);

    /// <summary>A day counted from <paramref name="start"/>, moved by the days on which the clock stood still.</summary>
    public static DateOnly Stopped(DateOnly day, DateOnly start, IEnumerable<DateRange> suspensions)
    {
        foreach (var still in Stopping(day, start, suspensions))
        {
            day = day.AddDays(still.Days);
        }
        return day;
    }

    /// <summary>The days on which the clock stood still before it came to a day: one suspension after the other.</summary>
    public static IEnumerable<DateRange> Stopping(DateOnly day, DateOnly start, IEnumerable<DateRange> suspensions)
    {
        foreach (var suspension in suspensions.Where(suspension => suspension.Last >= start))
        {
            // A suspension after the day stops no clock, and days before the start were not running.
            var still = new DateRange(suspension.First < start ? start : suspension.First, suspension.Last);
            if (still.First <= day)
            {
                day = day.AddDays(still.Days);
                yield return still;
            }
        }
    }

    /// <summary>The suspensions as known on a day, joined where they overlap or touch (a detention continued by an arrest); one without an end reaches to that day.</summary>
    public static IReadOnlyList<DateRange> Suspensions(MeasureHistory history, DateOnly asOf) => DateRanges.Merge(
        history.Events
            .OfType<SuspensionEvent>()
            .Where(suspension => suspension.From <= asOf)
            .Select(suspension => new DateRange(suspension.From, suspension.To ?? asOf)),
        touching: true);
}
