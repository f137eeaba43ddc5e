using System.Collections.Concurrent;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>One way to read what the law leaves open, for the product as a pack and for the wall calendar as plain answers.</summary>
sealed record Reading(
    bool StopsClock = true, bool MovesWindows = false, bool Rolls = false, bool DayBefore = true, bool HalfMonthly = false, DateOnly? OfficialUntil = null, bool Local = false)
{
    static readonly ConcurrentDictionary<Reading, PolicyPack> packs = new();

    public PolicyPack Pack => packs.GetOrAdd(this, one =>
    {
        var national = TestPacks.National(one.StopsClock, one.Rolls, one.DayBefore, one.MovesWindows, one.OfficialUntil, one.Local);
        return one.HalfMonthly ? TestPacks.Cdt28Over(national) : national;
    });

    /// <summary>A day off in the little calendar of the test packs: weekends, three holidays and one working Sunday.</summary>
    public static bool IsDayOff(DateOnly day) => $"{day:yyyy-MM-dd}" switch
    {
        "2024-01-01" or "2024-04-04" or "2024-04-05" => true,
        "2024-04-07" => false,
        _ => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday,
    };

    /// <summary>The years of a term where the order names none (rules 1.2).</summary>
    public static int? UsualYears(MeasureKind kind) => kind switch
    {
        MeasureKind.Cdt or MeasureKind.Crh or MeasureKind.AtLarge => 3,
        MeasureKind.Cid => 2,
        _ => null,
    };

    /// <summary>When the windows of a term open, in whole months and days after its start, by the table of rules 2.3; none where the table has no such term.</summary>
    public IReadOnlyList<(int Year, int Months, int Days)> Openings(MeasureKind kind, int years) => (kind, years, HalfMonthly) switch
    {
        (MeasureKind.Cdt, 3, false) => [.. Evenly(1, 12), .. Evenly(2, 6), .. Evenly(3, 4)],
        (MeasureKind.Cdt, 3, true) => [.. Enumerable.Range(0, 12).Select(half => (1, half / 2, half % 2 * 15)), .. Enumerable.Range(6, 6).Select(month => (1, month, 0)), .. Evenly(2, 6), .. Evenly(3, 4)],
        (MeasureKind.Crh, 3, _) => [.. Evenly(1, 6), .. Evenly(2, 4), .. Evenly(3, 2)],
        (MeasureKind.Crh, 2, _) => [.. Evenly(1, 6), .. Evenly(2, 6)],
        _ => [],
    };

    static IEnumerable<(int Year, int Months, int Days)> Evenly(int year, int count) =>
        Enumerable.Range(0, count).Select(turn => (year, ((year - 1) * 12) + (turn * 12 / count), 0));
}
