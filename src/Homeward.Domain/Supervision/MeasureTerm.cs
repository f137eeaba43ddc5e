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
        var limit = pack.Limit(served, PolicyKeys.ReportDays);
        return Moved(history, limit, cause => history.ReportedOn is null || cause.On <= history.ReportedOn);
    }

    public static DateOnly ReReportBy(MeasureHistory history, TransferEvent transfer, PolicyPack pack) =>
        Moved(history, pack.Limit(transfer.On, PolicyKeys.ReReportDays), cause => cause.On > transfer.On && !(cause.On > (transfer.ReportedOn ?? transfer.WithdrawnOn)));

    static DateOnly Moved(MeasureHistory history, DateOnly limit, Func<JustCauseEvent, bool> counts) => history.Events
        .OfType<JustCauseEvent>().Where(counts).OrderBy(cause => cause.On)
        .Aggregate(limit, (now, cause) => cause.ReportBy > now ? cause.ReportBy : now);

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
        if (history.Kind.IsByAgreement() && history.Events.OfType<AgreementEvent>().Max(agreement => (DateOnly?)agreement.Until) is { } agreed)
        {
            return agreed;
        }
        if (Start(history) is not { } start || Years(history, pack) is not { } years)
        {
            return null;
        }
        var ends = start.AddYears(years).AddDays(pack.Flag(PolicyKeys.LastDayIsDayBefore) ? -1 : 0).AddDays(-history.ServedIsolationDays);
        if (history.Kind == MeasureKind.Cid)
        {
            return IsolationTerm.EndsOn(history, ends, start, asOf);
        }
        if (!history.Kind.IsInTheCommunity() || !pack.Flag(PolicyKeys.SuspensionStopsClock))
        {
            return ends;
        }
        return Stopped(ends, start, Suspensions(history, asOf));
    }

    /// <summary>A day counted from <paramref name="start"/>, moved by the days on which the clock stood still.</summary>
    public static DateOnly Stopped(DateOnly day, DateOnly start, IEnumerable<DateRange> suspensions)
    {
        foreach (var suspension in suspensions.Where(suspension => suspension.Last >= start))
        {
            // A suspension after the day stops no clock, and days before the start were not running.
            var first = suspension.First < start ? start : suspension.First;
            day = first <= day ? day.AddDays(suspension.Last.DayNumber - first.DayNumber + 1) : day;
        }
        return day;
    }

    /// <summary>The suspensions as known on a day, joined where they overlap or touch (a detention continued by an arrest); one without an end reaches to that day.</summary>
    public static IReadOnlyList<DateRange> Suspensions(MeasureHistory history, DateOnly asOf) => DateRanges.Merge(
        history.Events
            .OfType<SuspensionEvent>()
            .Where(suspension => suspension.From <= asOf)
            .Select(suspension => new DateRange(suspension.From, suspension.To ?? asOf)),
        touching: true);
}
