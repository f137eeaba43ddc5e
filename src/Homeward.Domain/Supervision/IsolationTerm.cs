using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

/// <summary>What isolation can still come to, as known on a day.</summary>
/// <param name="ExtendableUntil">The last day that extensions can reach in all (rules 1.2).</param>
/// <param name="EarlyReleaseFrom">The first day on which an early release can be decided (rules 1.2).</param>
/// <param name="Escapes">The days that do not count, joined.</param>
public sealed record IsolationLimits(DateOnly? ExtendableUntil, DateOnly? EarlyReleaseFrom, IReadOnlyList<DateRange> Escapes)
{
    /// <summary>A last day that was decided on a day, moved by the escapes since.</summary>
    public DateOnly Moved(DateOnly last, DateOnly decidedOn) => MeasureTerm.Stopped(last, decidedOn.AddDays(1), Escapes);
}

/// <summary>
/// The days of compulsory isolation (rules R1.44–R1.46): escapes do not count and rule out early release; outside treatment, custody and sentence count.
/// PROPOSED: the day of the escape does not count, that of the return does; the new last day of an extension knows of the escapes up to its decision.
/// </summary>
public static class IsolationTerm
{
    /// <param name="history">The isolation.</param>
    /// <param name="ends">The last day of the term by its years.</param>
    /// <param name="start">The day of the decision.</param>
    /// <param name="asOf">The day of which it is asked; an escape without an end reaches to it.</param>
    /// <param name="told">Takes what moved the day, where that is asked for.</param>
    public static DateOnly EndsOn(MeasureHistory history, DateOnly ends, DateOnly start, DateOnly asOf, IsolationParts? told = null)
    {
        var escapes = Escapes(history, asOf);
        var from = start;
        foreach (var extension in history.Events.OfType<ExtensionEvent>().OrderBy(extension => extension.On).ThenBy(extension => extension.Until))
        {
            var known = Until(escapes, extension.On).ToList();
            told?.Stop(ends, from, known);
            ends = MeasureTerm.Stopped(ends, from, known);
            if (extension.Until > ends)
            {
                ends = extension.Until;
                told?.Extend(extension);
            }
            from = extension.On < from ? from : extension.On.AddDays(1);
        }
        told?.Stop(ends, from, escapes);
        ends = MeasureTerm.Stopped(ends, from, escapes);
        if (EarlyRelease(history) is not { } early || early.Until >= ends)
        {
            return ends;
        }
        told?.ReleaseEarly(early);
        // Nobody who has escaped is released early, whichever of the two became known first (rules R1.44).
        return history.Events.OfType<EscapeEvent>().Any() ? ends : early.Until;
    }

    public static IsolationLimits? Limits(MeasureHistory history, PolicyPack pack, DateOnly asOf)
    {
        if (history.Kind != MeasureKind.Cid)
        {
            return null;
        }
        var usual = MeasureTerm.EndsOn(history with { Events = [.. history.Events.Where(happened => happened is not (ExtensionEvent or EarlyReleaseEvent))] }, pack, asOf);
        var escapes = Escapes(history, history.RanUntil(asOf));
        return new IsolationLimits(
            pack.Find(PolicyKeys.IsolationExtensionYears) is { } more && usual?.AddDays(1) is { } next ? MeasureTerm.Stopped(next.AddYears((int)more.Number).AddDays(-1), next, escapes) : null,
            pack.Find(PolicyKeys.IsolationEarliestYears) is { } least ? history.OrderedOn?.AddYears((int)least.Number) : null,
            escapes);
    }

    /// <summary>The days served up to a last one: what is deducted where isolation is changed into community detox (rules R1.45).</summary>
    public static int DaysServed(MeasureHistory history, DateOnly last) => history.OrderedOn is { } start && start <= last
        ? new DateRange(start, last).Days - Escapes(history, last).Sum(escape => escape.Last < start ? 0 : escape.Last.DayNumber - Later(escape.First, start).DayNumber + 1)
        : 0;

    public static bool IsEscaped(MeasureHistory history, DateOnly day) => history.Events.OfType<EscapeEvent>().Any(escape => escape.From <= day && !(escape.To < day));

    static EarlyReleaseEvent? EarlyRelease(MeasureHistory history) => history.Events.OfType<EarlyReleaseEvent>().MinBy(decided => decided.Until);

    /// <summary>Days that have not come yet are not known to be away.</summary>
    static IReadOnlyList<DateRange> Escapes(MeasureHistory history, DateOnly asOf) => DateRanges.Merge(
        history.Events.OfType<EscapeEvent>()
            .Select(escape => (escape.From, To: escape.To < asOf ? escape.To.Value : asOf))
            .Where(escape => escape.From <= escape.To)
            .Select(escape => new DateRange(escape.From, escape.To)),
        touching: true);

    static IEnumerable<DateRange> Until(IEnumerable<DateRange> escapes, DateOnly day) =>
        escapes.Where(escape => escape.First <= day).Select(escape => escape.Last <= day ? escape : new DateRange(escape.First, day));

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
