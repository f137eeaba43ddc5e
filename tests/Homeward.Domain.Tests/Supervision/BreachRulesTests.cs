using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

public class BreachRulesTests
{
    [Fact]
    public void Refusals_and_evasions_count_scheduled_or_not()
    {
        var counters = Cdt(events: [Screen("2024-02-01", ScreenFinding.Refused), Screen("2024-02-02", ScreenFinding.Evaded, kind: ScreenKind.Spot), Screen("2024-02-03", ScreenFinding.Excused)])
            .On("2024-03-01").Counters;

        Assert.Equal((2, 1, 1), (counters.RefusedOrEvaded, counters.Refused, counters.Evaded));
    }

    [Theory]
    [InlineData("2024-04-02", 0, 0)]
    [InlineData("2024-04-03", 1, 3)]
    public void An_absence_counts_from_three_days_first_and_last_included(string to, int leavings, int days) => AssertLeavings(leavings, days, Absence("2024-04-01", to));

    [Fact]
    public void A_leave_reported_in_writing_does_not_count() => AssertLeavings(0, 0, Leave("2024-03-01", "2024-03-10", "2024-03-10"));

    [Fact]
    public void A_leave_without_a_written_report_counts() => AssertLeavings(1, 5, Leave("2024-03-01", "2024-03-05", "2024-03-05", inWriting: false));

    [Theory]
    [InlineData("2024-03-07", 0, 0)]
    [InlineData("2024-03-08", 1, 3)]
    public void Overrunning_a_leave_counts_from_the_day_after_it(string returned, int leavings, int days) => AssertLeavings(leavings, days, Leave("2024-03-01", "2024-03-05", returned));

    [Fact]
    public void Who_has_not_come_back_is_away_until_the_day_asked_about()
    {
        var history = Cdt(events: Leave("2024-03-01", "2024-03-05", null));

        Assert.Equal((0, 0), Leavings(history.On("2024-03-07")));
        Assert.Equal((1, 5), Leavings(history.On("2024-03-10")));
    }

    [Fact]
    public void An_unreported_leave_and_its_overrun_are_one_leaving() => AssertLeavings(1, 9, Leave("2024-03-01", "2024-03-05", "2024-03-09", inWriting: false));

    [Fact]
    public void Overlapping_leavings_are_merged_before_they_are_measured() => AssertLeavings(1, 3, Absence("2024-04-01", "2024-04-02"), Absence("2024-04-02", "2024-04-03"));

    [Fact]
    public void Leavings_that_only_touch_stay_apart() => AssertLeavings(2, 6, Absence("2024-04-01", "2024-04-03"), Absence("2024-04-04", "2024-04-06"));

    [Fact]
    public void Days_of_an_absence_that_have_not_come_do_not_count() => Assert.Equal((1, 4), Leavings(Cdt(events: Absence("2024-04-01", "2024-04-30")).On("2024-04-04")));

    [Fact]
    public void Exactly_thirty_days_are_no_serious_breach_and_one_more_is()
    {
        Assert.Empty(Cdt(events: Absence("2024-04-01", "2024-04-30")).On("2024-06-01").BreachGrounds);
        Assert.Equal([BreachGround.Days], Cdt(events: Absence("2024-04-01", "2024-05-01")).On("2024-06-01").BreachGrounds);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Two_refusals_or_evasions_are_no_serious_breach_and_three_are(int times, bool breach)
    {
        var events = Enumerable.Range(0, times).Select(time => Screen($"2024-02-{time + 1:00}", time == 1 ? ScreenFinding.Evaded : ScreenFinding.Refused)).ToArray<MeasureEvent>();

        Assert.Equal(breach ? [BreachGround.Tests] : [], Cdt(events: events).On("2024-06-01").BreachGrounds);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Two_leavings_are_no_serious_breach_and_three_are(int times, bool breach)
    {
        var events = Enumerable.Range(0, times).Select(time => Absence($"2024-02-{(time * 5) + 1:00}", $"2024-02-{(time * 5) + 3:00}")).ToArray<MeasureEvent>();

        Assert.Equal(breach ? [BreachGround.Leavings] : [], Cdt(events: events).On("2024-06-01").BreachGrounds);
    }

    [Fact]
    public void Grounds_come_in_the_order_of_the_law()
    {
        var state = Cdt(events:
        [
            Absence("2024-04-01", "2024-04-20"), Absence("2024-05-01", "2024-05-20"), Absence("2024-06-01", "2024-06-03"),
            Screen("2024-02-01", ScreenFinding.Refused), Screen("2024-02-01", ScreenFinding.Refused), Screen("2024-02-01", ScreenFinding.Evaded),
        ]).On("2024-07-01");

        Assert.True(state.SeriousBreach);
        Assert.Equal([BreachGround.Tests, BreachGround.Leavings, BreachGround.Days], state.BreachGrounds);
    }

    static void AssertLeavings(int leavings, int days, params MeasureEvent[] events) => Assert.Equal((leavings, days), Leavings(Cdt(events: events).On("2024-12-01")));

    static (int, int) Leavings(MeasureState state) => (state.Counters.UnauthorisedLeavings, state.Counters.UnauthorisedDays);
}
