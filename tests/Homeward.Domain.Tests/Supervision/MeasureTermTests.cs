using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

public class MeasureTermTests
{
    [Fact]
    public void Served_on_the_5th_reports_by_the_20th() => Assert.Equal(Day("2024-01-20"), Cdt().On("2024-01-06").ReportBy);

    [Fact]
    public void Without_a_day_of_service_there_is_no_day_to_report_by() => Assert.Null((Cdt() with { ServedOn = null }).On("2024-01-06").ReportBy);

    [Fact]
    public void A_limit_rolls_to_a_working_day_only_where_the_pack_says_so()
    {
        var history = Cdt(null) with { ServedOn = Day("2024-03-20") };

        Assert.Equal(Day("2024-04-04"), history.On("2024-03-21").ReportBy);
        Assert.Equal(Day("2024-04-07"), history.On("2024-03-21", TestPacks.National(rolls: true)).ReportBy);
    }

    [Fact]
    public void Three_years_end_the_day_before() => Assert.Equal(Day("2027-01-14"), Cdt().On("2024-02-01").EndsOn);

    [Fact]
    public void The_last_day_convention_is_a_setting() =>
        Assert.Equal(Day("2027-01-15"), Cdt().On("2024-02-01", TestPacks.National(dayBefore: false)).EndsOn);

    [Fact]
    public void Isolation_already_served_is_deducted() => Assert.Equal(Day("2026-12-25"), (Cdt() with { ServedIsolationDays = 20 }).On("2024-02-01").EndsOn);

    [Fact]
    public void Suspended_days_are_added_first_and_last_counted() =>
        Assert.Equal(Day("2027-01-14").AddDays(32), Cdt(events: Suspended("2024-05-01", "2024-06-01")).On("2024-12-01").EndsOn);

    [Fact]
    public void Overlapping_suspensions_count_each_day_once() =>
        Assert.Equal(Day("2027-01-24"), Cdt(events: [Suspended("2024-05-01", "2024-05-06"), Suspended("2024-05-04", "2024-05-10")]).On("2024-12-01").EndsOn);

    [Fact]
    public void A_suspension_without_an_end_counts_until_the_day_asked_about() =>
        Assert.Equal(Day("2027-01-17"), Cdt(events: Suspended("2024-05-01", null)).On("2024-05-03").EndsOn);

    [Fact]
    public void A_suspension_that_became_an_imprisonment_stops_no_clock_behind_the_end() =>
        Assert.Equal(Day("2027-01-24"), Cdt(events: [Suspended("2024-05-01", null), new TerminationEvent(Day("2024-05-10"), TerminationReason.Imprisoned)]).On("2025-05-03").EndsOn);

    [Fact]
    public void Days_suspended_before_reporting_stop_no_clock() =>
        Assert.Equal(Day("2027-01-16"), Cdt(events: Suspended("2024-01-06", "2024-01-16")).On("2024-12-01").EndsOn);

    [Fact]
    public void A_suspension_after_the_term_brings_no_measure_back() =>
        Assert.Equal(Day("2027-01-14"), Cdt(events: Suspended("2027-02-01", "2027-02-10")).On("2027-03-01").EndsOn);

    [Fact]
    public void A_suspension_that_begins_on_the_last_day_still_stops_the_clock() =>
        Assert.Equal(Day("2027-01-24"), Cdt(events: Suspended("2027-01-14", "2027-01-23")).On("2027-01-23").EndsOn);

    [Fact]
    public void A_suspension_not_known_yet_does_not_count() => Assert.Equal(Day("2027-01-14"), Cdt(events: Suspended("2024-05-01", "2024-06-01")).On("2024-04-30").EndsOn);

    [Fact]
    public void Suspension_stops_no_clock_where_the_pack_reads_the_law_so() => Assert.Equal(
        Day("2027-01-14"), Cdt(events: Suspended("2024-05-01", "2024-06-01")).On("2024-12-01", TestPacks.National(stopsClock: false)).EndsOn);

    [Fact]
    public void Isolation_runs_from_its_decision() =>
        Assert.Equal(Day("2026-01-01"), (Cdt(null) with { Kind = MeasureKind.Cid }).On("2024-02-01").EndsOn);

    [Theory]
    [InlineData("2024-01-04", "2024-01-15", "2024-01-15", "served-before-ordered")]
    [InlineData("2024-01-05", "2024-01-04", "2024-01-15", "reported-before-served")]
    [InlineData("2024-01-05", "2024-01-15", "2024-01-04", "agreement-before-served")]
    public void An_impossible_order_of_days_is_named(string served, string reported, string agreed, string code)
    {
        var history = Cdt() with { OrderedOn = Day("2024-01-05"), ServedOn = Day(served), ReportedOn = Day(reported), AgreementSignedOn = Day(agreed) };

        Assert.Equal([code], history.WhyNot().Select(broken => broken.Code));
    }

    [Fact]
    public void An_event_that_ends_before_it_begins_is_named_with_its_place() => Assert.Equal(
        ["events[1]"], Cdt(events: [Suspended("2024-05-01", "2024-05-01"), Leave("2024-05-02", "2024-05-05", "2024-05-01")]).WhyNot().Select(broken => broken.Field!));
}
