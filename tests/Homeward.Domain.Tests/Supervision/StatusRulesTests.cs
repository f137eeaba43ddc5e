using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

public class StatusRulesTests
{
    static readonly MeasureEvent[] breach =
        [Screen("2024-02-01", ScreenFinding.Refused), Screen("2024-02-02", ScreenFinding.Refused), Screen("2024-02-03", ScreenFinding.Refused)];

    [Theory]
    [InlineData("2024-01-20", MeasureStatus.Ordered)]
    [InlineData("2024-01-21", MeasureStatus.OverdueUnconfirmed)]
    public void Who_has_not_reported_is_overdue_after_the_last_day(string asOf, MeasureStatus status) => Assert.Equal(status, Cdt(null).On(asOf).Status);

    [Fact]
    public void A_report_that_comes_later_is_not_known_yet() => Assert.Equal(MeasureStatus.Ordered, Cdt().On("2024-01-14").Status);

    [Fact]
    public void Who_reported_late_is_active() => Assert.Equal(MeasureStatus.Active, Cdt("2024-03-01").On("2024-03-01").Status);

    [Theory]
    [InlineData("2027-01-14", MeasureStatus.Active)]
    [InlineData("2027-01-15", MeasureStatus.Expired)]
    public void A_measure_expires_after_its_last_day(string asOf, MeasureStatus status) => Assert.Equal(status, Cdt().On(asOf).Status);

    [Theory]
    [InlineData("2024-04-30", MeasureStatus.Active)]
    [InlineData("2024-05-01", MeasureStatus.Suspended)]
    [InlineData("2024-06-01", MeasureStatus.Suspended)]
    [InlineData("2024-06-02", MeasureStatus.Active)]
    public void A_suspension_holds_from_its_first_to_its_last_day(string asOf, MeasureStatus status) =>
        Assert.Equal(status, Cdt(events: Suspended("2024-05-01", "2024-06-01")).On(asOf).Status);

    [Theory]
    [InlineData("2024-07-01", MeasureStatus.Transferring)]
    [InlineData("2024-07-16", MeasureStatus.Transferring)]
    [InlineData("2024-07-17", MeasureStatus.OverdueUnconfirmed)]
    public void A_change_of_place_waits_fifteen_days_for_the_report(string asOf, MeasureStatus status) =>
        Assert.Equal(status, Cdt(events: Transferred("2024-07-01", "2024-07-20")).On(asOf).Status);

    [Fact]
    public void Who_reported_at_the_new_place_is_active() => Assert.Equal(MeasureStatus.Active, Cdt(events: Transferred("2024-07-01", "2024-07-09")).On("2024-07-09").Status);

    [Theory]
    [InlineData("2024-02-29", MeasureStatus.Active)]
    [InlineData("2024-03-01", MeasureStatus.OnLeave)]
    [InlineData("2024-03-04", MeasureStatus.OnLeave)]
    [InlineData("2024-03-05", MeasureStatus.Active)]
    public void A_leave_lasts_until_the_return(string asOf, MeasureStatus status) => Assert.Equal(status, Cdt(events: Leave("2024-03-01", "2024-03-05", "2024-03-05")).On(asOf).Status);

    [Fact]
    public void Of_several_statuses_the_first_in_the_list_is_told()
    {
        MeasureEvent[] all =
        [
            Terminated("2024-08-01"), Released("2024-08-01"), Suspended("2024-07-01", "2024-08-31"), .. breach,
            Transferred("2024-07-25"), Leave("2024-07-28", "2024-08-05", null),
        ];

        Assert.Equal(
            [MeasureStatus.Terminated, MeasureStatus.Released, MeasureStatus.Suspended, MeasureStatus.BreachSuspected, MeasureStatus.Transferring, MeasureStatus.OnLeave, MeasureStatus.Active],
            new[] { 0, 1, 2, 3, 6, 7, 8 }.Select(skip => Cdt(events: all[skip..]).On("2024-08-01").Status));
    }

    [Fact]
    public void Expiry_goes_before_breach() => Assert.Equal(MeasureStatus.Expired, Cdt(events: breach).On("2027-01-15").Status);

    [Fact]
    public void Breach_goes_before_overdue() => Assert.Equal(MeasureStatus.BreachSuspected, Cdt(null, breach).On("2024-06-01").Status);

    [Fact]
    public void A_notice_changes_no_state() =>
        Assert.Equal(MeasureStatus.Active, Cdt(events: new NoticeEvent(Day("2024-08-20"), 1, 6)).On("2024-08-21").Status);
}
