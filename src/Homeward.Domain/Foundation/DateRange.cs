namespace Homeward.Domain.Foundation;

/// <summary>A run of days, first and last day included, as when somebody is on leave from Monday to Friday.</summary>
public readonly record struct DateRange
{
    public DateRange(DateOnly first, DateOnly last)
    {
        if (last < first)
        {
            throw new ArgumentException($"The last day {last:yyyy-MM-dd} is before the first {first:yyyy-MM-dd}.", nameof(last));
        }
        First = first;
        Last = last;
    }

    public DateOnly First { get; }
    public DateOnly Last { get; }
    public int Days => Last.DayNumber - First.DayNumber + 1;

    public bool Contains(DateOnly day) => First <= day && day <= Last;
    public bool Overlaps(DateRange other) => First <= other.Last && other.First <= Last;
}
