using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision.Proofs;

public class HolidaysTests
{
    static readonly WorkingCalendar shipped = Holidays.Shipped;
    static readonly IReadOnlyList<DateOnly> days = [.. Enumerable.Range(0, Holidays.Last.DayNumber - Holidays.First.DayNumber + 1).Select(Holidays.First.AddDays)];

    [Fact]
    public void Every_day_of_four_years_is_worked_or_free_as_the_notices_say() =>
        Assert.Equal(days.Where(Holidays.IsWorked), days.Where(shipped.IsWorkingDay));

    [Fact]
    public void The_pack_names_no_day_that_no_notice_names()
    {
        var notices = Holidays.Notices.Values.SelectMany(year => year).ToList();

        Assert.Subset(notices.SelectMany(holiday => holiday.All).ToHashSet(), shipped.DaysOff.ToHashSet());
        Assert.Equal(notices.SelectMany(holiday => holiday.Worked).Order(), shipped.WorkingWeekends.Order());
        Assert.Equal(Holidays.Last, shipped.OfficialUntil);
    }

    /// <summary>A shifted weekend gives nothing away: working days that fall free, less weekend days that are worked, are the holidays by law.</summary>
    [Theory]
    [InlineData(2023, 11)]
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    [InlineData(2026, 13)]
    public void A_year_has_as_many_holidays_as_the_law_gives(int year, int byLaw)
    {
        Assert.All(Holidays.Notices[year], holiday =>
        {
            Assert.Equal(holiday.Days, holiday.All.Count());
            Assert.All(holiday.Worked, day => Assert.True(Holidays.IsWeekend(day)));
        });
        Assert.Equal(byLaw, Holidays.Notices[year].Sum(holiday => holiday.All.Count(day => !Holidays.IsWeekend(day)) - holiday.Worked.Length));
        Assert.Equal(byLaw, Holidays.Notices[year].Sum(holiday => holiday.ByLaw));
        Assert.Equal(
            days.Count(day => day.Year == year && !Holidays.IsWeekend(day)) - byLaw,
            days.Count(day => day.Year == year && shipped.IsWorkingDay(day)));
    }

    [Fact]
    public void Working_days_are_counted_as_somebody_counts_them_off_on_the_wall()
    {
        foreach (var day in days.Take(days.Count - 40))
        {
            Assert.Equal(NextWorked(day), shipped.OnOrAfter(day));
            for (var count = 0; count <= 10; count++)
            {
                Assert.Equal(After(day, count), shipped.AddWorkingDays(day, count));
            }
        }
    }

    [Fact]
    public void Counting_back_finds_the_last_day_from_which_as_many_working_days_are_left()
    {
        foreach (var day in days.Skip(40))
        {
            for (var count = 0; count <= 10; count++)
            {
                Assert.Equal(Before(day, count), shipped.WorkingDaysBefore(day, count));
            }
        }
    }

    [Theory]
    [InlineData("2023-12-31", MeasureStatus.Transferring, DeadlineKind.ReReport)]
    [InlineData("2024-12-31", MeasureStatus.OverdueUnconfirmed, null)]
    public void A_new_place_whose_limit_falls_on_days_not_announced_raises_nothing(string official, MeasureStatus status, DeadlineKind? provisional)
    {
        var state = Cdt(events: Transferred("2024-07-01")).On("2024-09-01", TestPacks.National(rolls: true, officialUntil: Day(official)));

        Assert.Equal((status, provisional), (state.Status, state.Provisional.Count == 0 ? null : state.Provisional[^1]));
    }

    [Fact]
    public void Days_not_announced_are_counted_from_Monday_to_Friday()
    {
        var beyond = new DateOnly(2027, 2, 5);

        Assert.True(shipped.IsWorkingDay(beyond) && !shipped.IsWorkingDay(beyond.AddDays(1)) && !shipped.IsWorkingDay(beyond.AddDays(2)));
        Assert.True(beyond > shipped.OfficialUntil);
    }

    [Fact]
    public void A_limit_that_no_holiday_can_move_is_never_provisional()
    {
        var unknown = TestPacks.National(rolls: false, officialUntil: Day("2023-12-31"));

        Assert.Equal(MeasureStatus.OverdueUnconfirmed, Cdt(null).On("2024-03-01", unknown).Status);
        Assert.Empty(Cdt(null).On("2024-03-01", unknown).Provisional);
    }

    static DateOnly NextWorked(DateOnly day) => days.First(other => other >= day && Holidays.IsWorked(other));

    static DateOnly After(DateOnly day, int count) => count == 0 ? day : Following(day).Where(Holidays.IsWorked).ElementAt(count - 1);

    static IEnumerable<DateOnly> Following(DateOnly day) => Enumerable.Range(1, 60).Select(day.AddDays);

    /// <summary>Tries day after day, going back, until enough working days lie after it.</summary>
    static DateOnly Before(DateOnly day, int count)
    {
        for (var from = day; ; from = from.AddDays(-1))
        {
            if (Enumerable.Range(1, day.DayNumber - from.DayNumber).Count(step => Holidays.IsWorked(from.AddDays(step))) >= count)
            {
                return from;
            }
        }
    }
}
