namespace Homeward.Domain.Supervision;

/// <summary>Working days with the public holidays and the shifted working weekends of China (rules R1.49).</summary>
public sealed record WorkingCalendar(IReadOnlySet<DateOnly> DaysOff, IReadOnlySet<DateOnly> WorkingWeekends)
{
    public static WorkingCalendar Plain { get; } = new(new HashSet<DateOnly>(), new HashSet<DateOnly>());

    /// <summary>Last day of the last year whose holidays are announced; a day beyond it counts Monday to Friday and is provisional.</summary>
    public DateOnly? OfficialUntil { get; init; }

    public bool IsWorkingDay(DateOnly day) =>
        WorkingWeekends.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !DaysOff.Contains(day));

    /// <summary>The day itself or, where it is a day off, the next working day.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }
        return day;
    }

    /// <summary>So many working days on, the starting day not counted.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        for (var left = count; left > 0; left--)
        {
            day = OnOrAfter(day.AddDays(1));
        }
        return day;
    }

    /// <summary>The last day from which so many working days still end on or before a day: the other way round of <see cref="AddWorkingDays"/>.</summary>
    public DateOnly WorkingDaysBefore(DateOnly day, int count)
    {
        for (var left = count; left > 0; day = day.AddDays(-1))
        {
            left -= IsWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    public WorkingCalendar Over(WorkingCalendar parent) =>
        new(DaysOff.Union(parent.DaysOff).ToHashSet(), WorkingWeekends.Union(parent.WorkingWeekends).ToHashSet()) { OfficialUntil = Later(OfficialUntil, parent.OfficialUntil) };

    static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;
}
