using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>
/// The last day of isolation once more, walked day by day from the sentences of the law and without the product's calculators: each day on the run pushes the end
/// by one, a decision to extend writes a new end on its day, an early release holds for nobody who ever ran.
/// </summary>
sealed class IsolationWalk(DateOnly decidedOn, IReadOnlyCollection<MeasureEvent> happened, DateOnly asOf)
{
    public DateOnly LastDay()
    {
        var last = TwoYearsLessADay();
        for (var day = decidedOn; day <= asOf; day = day.AddDays(1))
        {
            if (IsOnTheRun(day) && day <= last)
            {
                last = last.AddDays(1);
            }
            foreach (var extension in Known<ExtensionEvent>().Where(extension => extension.On == day && extension.Until > last))
            {
                last = extension.Until;
            }
        }
        var early = Known<EscapeEvent>().Any() ? [] : Known<EarlyReleaseEvent>().Select(decided => decided.Until);
        return early.Append(last).Min();
    }

    /// <summary>Each day inside, whether in the centre, in a hospital or in custody.</summary>
    public int Served()
    {
        var days = 0;
        for (var day = decidedOn; day <= asOf; day = day.AddDays(1))
        {
            days += IsOnTheRun(day) ? 0 : 1;
        }
        return days;
    }

    DateOnly TwoYearsLessADay()
    {
        var (year, month, day) = (decidedOn.Year + 2, decidedOn.Month, decidedOn.Day);
        var isLeapDay = (month, day) == (2, 29);
        return (isLeapDay ? new DateOnly(year, 2, 28) : new DateOnly(year, month, day)).AddDays(-1);
    }

    bool IsOnTheRun(DateOnly day) => Known<EscapeEvent>().Any(escape => escape.From <= day && (escape.To is null || day <= escape.To));

    IEnumerable<T> Known<T>() where T : MeasureEvent => happened.OfType<T>().Where(one => one.Day <= asOf);
}
