namespace Homeward.Domain.Foundation;

/// <summary>Arithmetic over several runs of days.</summary>
public static class DateRanges
{
    /// <summary>Joins runs that share a day and, where <paramref name="touching"/>, runs of which one begins the day after the other ends.</summary>
    public static IReadOnlyList<DateRange> Merge(IEnumerable<DateRange> ranges, bool touching = false)
    {
        var merged = new List<DateRange>();
        foreach (var range in ranges.OrderBy(range => range.First).ThenBy(range => range.Last))
        {
            if (merged.Count > 0 && range.First.DayNumber <= merged[^1].Last.DayNumber + (touching ? 1 : 0))
            {
                merged[^1] = new DateRange(merged[^1].First, merged[^1].Last > range.Last ? merged[^1].Last : range.Last);
                continue;
            }
            merged.Add(range);
        }
        return merged;
    }
}
