using System.Collections.Concurrent;
using CsCheck;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

public class WallCalendarTests
{
    [Fact]
    public void The_clock_shows_what_a_wall_calendar_shows() => Lives.InTheCommunity(Lives.UsualReadings).Sample(Agree, iter: 12_000);

    [Fact]
    public void Every_reading_of_what_the_law_leaves_open_agrees_too() => Lives.InTheCommunity(Lives.Readings).Sample(Agree, iter: 8_000);

    [Fact]
    public void Isolation_treatment_and_being_at_large_begin_and_end_as_on_a_wall_calendar() => Lives.Elsewhere.Sample(Agree, iter: 4_000);

    [Fact]
    public void Windows_tile_the_term_under_every_reading() => Lives.InTheCommunity(Lives.Readings).Sample(
        life =>
        {
            var state = (life with { History = life.History with { Events = [.. life.History.Events.Where(happened => happened is not TerminationEvent)] } }).State();
            if (state.Windows.Count == 0)
            {
                return;
            }
            Assert.Equal((life.History.ReportedOn, state.EndsOn), (state.Windows[0].Opens, state.Windows[^1].Closes));
            Assert.All(state.Windows, window => Assert.True(window.Opens <= window.Closes));
            Assert.All(state.Windows.Zip(state.Windows.Skip(1)), pair => Assert.Equal(pair.First.Closes.AddDays(1), pair.Second.Opens));
        },
        iter: 4_000);

    [Fact]
    public void The_random_lives_reach_every_status_limit_ground_and_state_of_a_window()
    {
        var seen = new ConcurrentDictionary<object, bool>();
        const int Provisional = 4;
        var all = Enum.GetValues<MeasureStatus>().Length + Enum.GetValues<DeadlineKind>().Length + Enum.GetValues<BreachGround>().Length + Enum.GetValues<ScreeningWindowState>().Length + Provisional;
        Lives.InTheCommunity(Lives.Readings).Sample(
            life =>
            {
                if (seen.Count == all)
                {
                    return;
                }
                var state = life.State();
                IEnumerable<object> shown =
                [
                    state.Status, .. state.BreachGrounds.Cast<object>(), .. state.Deadlines.Select(deadline => (object)deadline.What),
                    .. state.Windows.Select(window => (object)window.State), .. state.Provisional.Select(what => (object)(what, "provisional")),
                ];
                foreach (var one in shown)
                {
                    seen.TryAdd(one, true);
                }
            },
            // Some are rare: one life in a thousand.
            iter: 40_000);

        Assert.Equal(Enum.GetValues<MeasureStatus>(), seen.Keys.OfType<MeasureStatus>().Order());
        Assert.Equal(Enum.GetValues<DeadlineKind>(), seen.Keys.OfType<DeadlineKind>().Order());
        Assert.Equal(Enum.GetValues<BreachGround>(), seen.Keys.OfType<BreachGround>().Order());
        Assert.Equal(Enum.GetValues<ScreeningWindowState>(), seen.Keys.OfType<ScreeningWindowState>().Order());
        Assert.Equal(Provisional, seen.Keys.OfType<(DeadlineKind, string)>().Count());
    }

    static void Agree(Life life) => Assert.Equal(new WallCalendar(life.History, life.Reading, life.AsOf).Told(), WallCalendar.Told(life.State()));
}
