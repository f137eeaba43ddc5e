using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Screening;

public class ScreeningCalendarTests
{
    [Fact]
    public void A_window_names_the_record_that_filled_it_among_all_of_that_day()
    {
        var (spot, clinic) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var pack = TestPacks.With((PolicyKeys.ClinicScreenFillsWindow, TestPacks.ProposedFlag(true)));
        var history = Cdt(events: [Screen("2024-01-20", kind: ScreenKind.Spot) with { RecordId = spot }, Screen("2024-01-20", kind: ScreenKind.Clinic) with { RecordId = clinic }]);

        Assert.Equal(clinic, history.On("2024-12-01", pack).Windows[0].ScreenId);
        Assert.Null(history.On("2024-12-01").Windows[0].ScreenId);
    }

    [Fact]
    public void Cdt_22_has_12_and_6_and_4_windows() => Assert.Equal([12, 6, 4], PerYear(Cdt().On("2024-02-01")));

    [Fact]
    public void Cdt_28_has_18_and_6_and_4_windows() => Assert.Equal([18, 6, 4], PerYear(Cdt().On("2024-02-01", TestPacks.Cdt28)));

    [Theory]
    [InlineData(3, new[] { 6, 4, 2 })]
    [InlineData(2, new[] { 6, 6 })]
    [InlineData(null, new[] { 6, 4, 2 })]
    public void Crh_follows_its_term(int? years, int[] windows) =>
        Assert.Equal(windows, PerYear((Cdt() with { Kind = MeasureKind.Crh, TermYears = years }).On("2024-02-01")));

    [Fact]
    public void Windows_follow_one_another_without_a_gap_and_the_last_closes_with_the_term()
    {
        var state = Cdt().On("2024-02-01", TestPacks.Cdt28);

        Assert.All(state.Windows.Zip(state.Windows.Skip(1)), pair => Assert.Equal(pair.First.Closes.AddDays(1), pair.Second.Opens));
        Assert.Equal((Day("2024-01-15"), Day("2027-01-14")), (state.Windows[0].Opens, state.Windows[^1].Closes));
    }

    [Fact]
    public void A_month_steps_from_the_31st_to_the_last_day_and_back()
    {
        var windows = Cdt("2023-01-31") with { OrderedOn = null, ServedOn = null };

        Assert.Equal(["2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30", "2023-05-31"],
            windows.On("2023-02-01").Windows.Take(5).Select(window => $"{window.Opens:yyyy-MM-dd}"));
    }

    [Fact]
    public void A_leap_day_falls_back_to_the_28th_and_returns_in_a_leap_year()
    {
        var state = Cdt("2024-02-29").On("2024-03-01");

        Assert.Equal(Day("2027-02-27"), state.EndsOn);
        Assert.Equal(Day("2025-02-28"), state.Windows.First(window => window.Year == 2).Opens);
        Assert.Equal(Day("2025-02-27"), state.Windows.Last(window => window.Year == 1).Closes);
    }

    [Fact]
    public void A_half_month_closes_the_day_before_day_15()
    {
        var windows = Cdt("2024-01-31").On("2024-02-01", TestPacks.Cdt28).Windows;

        Assert.Equal(
            ["2024-01-31/2024-02-14", "2024-02-15/2024-02-28", "2024-02-29/2024-03-14", "2024-03-15/2024-03-30", "2024-03-31/2024-04-14"],
            windows.Take(5).Select(window => $"{window.Opens:yyyy-MM-dd}/{window.Closes:yyyy-MM-dd}"));
        Assert.Equal("2024-07-31", $"{windows[12].Opens:yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("2024-01-14", null)]
    [InlineData("2024-01-15", ScreeningWindowState.Open)]
    [InlineData("2024-02-14", ScreeningWindowState.Open)]
    [InlineData("2024-02-15", ScreeningWindowState.MissedUnconfirmed)]
    public void A_window_is_open_from_its_first_to_its_last_day(string asOf, ScreeningWindowState? state) =>
        Assert.Equal(state, Cdt().On(asOf).Windows is [var first, ..] ? first.State : null);

    [Fact]
    public void A_window_is_future_before_it_opens() => Assert.Equal(ScreeningWindowState.Future, Cdt().On("2024-02-14").Windows[1].State);

    [Theory]
    [InlineData("2024-02-14", 0)]
    [InlineData("2024-02-15", 1)]
    public void A_screen_fills_the_window_of_its_day(string on, int place)
    {
        var windows = Cdt(events: Screen(on)).On("2024-12-01").Windows;

        Assert.Equal([place], windows.Index().Where(pair => pair.Item.State == ScreeningWindowState.Done).Select(pair => pair.Index));
        Assert.Equal(Day(on), windows[place].ScreenOn);
    }

    [Theory]
    [InlineData(ScreenFinding.PositivePreliminary, ScreeningWindowState.Done)]
    [InlineData(ScreenFinding.PositiveConfirmed, ScreeningWindowState.Done)]
    [InlineData(ScreenFinding.Refused, ScreeningWindowState.Refused)]
    [InlineData(ScreenFinding.Evaded, ScreeningWindowState.Evaded)]
    [InlineData(ScreenFinding.Excused, ScreeningWindowState.Excused)]
    [InlineData(ScreenFinding.Invalid, ScreeningWindowState.MissedUnconfirmed)]
    public void What_came_of_a_screen_makes_the_state(ScreenFinding finding, ScreeningWindowState state) =>
        Assert.Equal(state, Cdt(events: Screen("2024-01-20", finding)).On("2024-12-01").Windows[0].State);

    [Fact]
    public void An_irregular_screen_fills_no_window() =>
        Assert.Equal(ScreeningWindowState.MissedUnconfirmed, Cdt(events: Screen("2024-01-20", kind: ScreenKind.Spot)).On("2024-12-01").Windows[0].State);

    [Fact]
    public void A_held_screen_goes_before_a_refusal_and_that_before_evasion_and_excuse()
    {
        MeasureEvent[] events = [Screen("2024-01-16", ScreenFinding.Excused), Screen("2024-01-17", ScreenFinding.Evaded), Screen("2024-01-18", ScreenFinding.Refused), Screen("2024-01-19"), Screen("2024-01-20")];

        Assert.Equal(["Excused 16", "Evaded 17", "Refused 18", "Done 19", "Done 19"], Enumerable.Range(1, 5)
            .Select(count => Cdt(events: events[..count]).On("2024-02-01").Windows[0])
            .Select(window => $"{window.State} {window.ScreenOn:dd}"));
    }

    [Fact]
    public void A_screen_after_the_day_asked_about_is_not_known_yet() =>
        Assert.Equal(ScreeningWindowState.Open, Cdt(events: Screen("2024-02-02")).On("2024-02-01").Windows[0].State);

    [Theory]
    [InlineData("2024-02-15", "2024-03-14", ScreeningWindowState.Suspended)]
    [InlineData("2024-02-16", "2024-03-14", ScreeningWindowState.MissedUnconfirmed)]
    [InlineData("2024-02-15", "2024-03-13", ScreeningWindowState.MissedUnconfirmed)]
    public void Only_a_window_wholly_inside_a_suspension_is_suspended(string from, string to, ScreeningWindowState state) =>
        Assert.Equal(state, Cdt(events: Suspended(from, to)).On("2024-12-01").Windows[1].State);

    [Fact]
    public void Two_suspensions_that_touch_are_one() => Assert.Equal(
        ScreeningWindowState.Suspended, Cdt(events: [Suspended("2024-02-10", "2024-02-29"), Suspended("2024-03-01", "2024-03-20")]).On("2024-12-01").Windows[1].State);

    [Fact]
    public void Suspension_moves_no_window_but_the_last_closes_later()
    {
        var plain = Cdt().On("2024-12-01").Windows;
        var suspended = Cdt(events: Suspended("2024-03-01", "2024-03-10")).On("2024-12-01").Windows;

        Assert.Equal(plain.Select(window => window.Opens), suspended.Select(window => window.Opens));
        Assert.Equal(plain[^1].Closes.AddDays(10), suspended[^1].Closes);
    }

    [Fact]
    public void Windows_after_a_termination_are_left_out() => Assert.Equal(2, Cdt(events: Terminated("2024-02-15")).On("2024-12-01").Windows.Count);

    [Fact]
    public void Time_served_in_isolation_cuts_the_last_windows()
    {
        var windows = (Cdt() with { ServedIsolationDays = 100 }).On("2024-02-01").Windows;

        Assert.Equal(21, windows.Count);
        Assert.Equal(Day("2026-10-06"), windows[^1].Closes);
    }

    [Fact]
    public void Without_a_reporting_day_there_are_no_windows() => Assert.Empty(Cdt(null).On("2024-12-01").Windows);

    static int[] PerYear(MeasureState state) => [.. state.Windows.GroupBy(window => window.Year).Select(year => year.Max(window => window.Index))];
}
