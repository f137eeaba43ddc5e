using System.Text.Json;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>One holiday as the State Council's notice tells it: from when to when, how many days, of them how many by law, and the weekend days that are worked for it.</summary>
sealed record Holiday(string Name, DateOnly First, DateOnly Last, int Days, int ByLaw, params DateOnly[] Worked)
{
    public IEnumerable<DateOnly> All => Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays);
}

/// <summary>The notices for 2023 to 2026, written down apart from the product's pack.</summary>
static class Holidays
{
    public static readonly DateOnly First = new(2023, 1, 1);
    public static readonly DateOnly Last = new(2026, 12, 31);

    /// <summary>Since 2025 the eve of the Spring Festival and 2 May are holidays by law as well: thirteen days instead of eleven.</summary>
    public static readonly IReadOnlyDictionary<int, Holiday[]> Notices = new Dictionary<int, Holiday[]>
    {
        [2023] =
        [
            new("元旦", new(2022, 12, 31), new(2023, 1, 2), 3, 1),
            new("春节", new(2023, 1, 21), new(2023, 1, 27), 7, 3, new(2023, 1, 28), new(2023, 1, 29)),
            new("清明节", new(2023, 4, 5), new(2023, 4, 5), 1, 1),
            new("劳动节", new(2023, 4, 29), new(2023, 5, 3), 5, 1, new(2023, 4, 23), new(2023, 5, 6)),
            new("端午节", new(2023, 6, 22), new(2023, 6, 24), 3, 1, new DateOnly(2023, 6, 25)),
            new("中秋节、国庆节", new(2023, 9, 29), new(2023, 10, 6), 8, 4, new(2023, 10, 7), new(2023, 10, 8)),
        ],
        [2024] =
        [
            new("元旦", new(2024, 1, 1), new(2024, 1, 1), 1, 1),
            new("春节", new(2024, 2, 10), new(2024, 2, 17), 8, 3, new(2024, 2, 4), new(2024, 2, 18)),
            new("清明节", new(2024, 4, 4), new(2024, 4, 6), 3, 1, new DateOnly(2024, 4, 7)),
            new("劳动节", new(2024, 5, 1), new(2024, 5, 5), 5, 1, new(2024, 4, 28), new(2024, 5, 11)),
            new("端午节", new(2024, 6, 10), new(2024, 6, 10), 1, 1),
            new("中秋节", new(2024, 9, 15), new(2024, 9, 17), 3, 1, new DateOnly(2024, 9, 14)),
            new("国庆节", new(2024, 10, 1), new(2024, 10, 7), 7, 3, new(2024, 9, 29), new(2024, 10, 12)),
        ],
        [2025] =
        [
            new("元旦", new(2025, 1, 1), new(2025, 1, 1), 1, 1),
            new("春节", new(2025, 1, 28), new(2025, 2, 4), 8, 4, new(2025, 1, 26), new(2025, 2, 8)),
            new("清明节", new(2025, 4, 4), new(2025, 4, 6), 3, 1),
            new("劳动节", new(2025, 5, 1), new(2025, 5, 5), 5, 2, new DateOnly(2025, 4, 27)),
            new("端午节", new(2025, 5, 31), new(2025, 6, 2), 3, 1),
            new("国庆节、中秋节", new(2025, 10, 1), new(2025, 10, 8), 8, 4, new(2025, 9, 28), new(2025, 10, 11)),
        ],
        [2026] =
        [
            new("元旦", new(2026, 1, 1), new(2026, 1, 3), 3, 1, new DateOnly(2026, 1, 4)),
            new("春节", new(2026, 2, 15), new(2026, 2, 23), 9, 4, new(2026, 2, 14), new(2026, 2, 28)),
            new("清明节", new(2026, 4, 4), new(2026, 4, 6), 3, 1),
            new("劳动节", new(2026, 5, 1), new(2026, 5, 5), 5, 2, new DateOnly(2026, 5, 9)),
            new("端午节", new(2026, 6, 19), new(2026, 6, 21), 3, 1),
            new("中秋节", new(2026, 9, 25), new(2026, 9, 27), 3, 1),
            new("国庆节", new(2026, 10, 1), new(2026, 10, 7), 7, 3, new(2026, 9, 20), new(2026, 10, 10)),
        ],
    };

    static readonly HashSet<DateOnly> free = [.. Notices.Values.SelectMany(year => year).SelectMany(holiday => holiday.All)];
    static readonly HashSet<DateOnly> worked = [.. Notices.Values.SelectMany(year => year).SelectMany(holiday => holiday.Worked)];

    public static bool IsWorked(DateOnly day) => worked.Contains(day) || (!IsWeekend(day) && !free.Contains(day));

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The calendar of the product's own pack, read without the product.</summary>
    public static WorkingCalendar Shipped { get; } = Read();

    static WorkingCalendar Read()
    {
        using var json = JsonDocument.Parse(typeof(Holidays).Assembly.GetManifestResourceStream("national.json")!);
        var calendar = json.RootElement.GetProperty("calendar");
        return new WorkingCalendar(Days("daysOff"), Days("workingWeekends")) { OfficialUntil = Day(calendar.GetProperty("officialUntil")) };

        HashSet<DateOnly> Days(string name) => [.. calendar.GetProperty(name).EnumerateArray().Select(Day)];
    }

    static DateOnly Day(JsonElement text) => DateOnly.ParseExact(text.GetString()!, "yyyy-MM-dd", null);
}
