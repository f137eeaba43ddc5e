using System.Collections.Concurrent;
using CsCheck;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>Late entries, corrections and annulments change what is known now, never what was known then.</summary>
public class AsKnownReplayTests
{
    static readonly Gen<(int What, int Back, int Length, int Pick)[]> turns =
        Gen.Select(Gen.Int[0, 14], Gen.Int[0, 25], Gen.Int[0, 40], Gen.Int[0, 200]).Array[1, 40];

    [Fact]
    public void What_was_shown_live_on_a_day_is_what_is_shown_as_known_on_it() => Gen.Select(turns, Lives.Readings, Gen.Enum<MeasureKind>()).Sample(
        (acts, reading, kind) =>
        {
            var office = new Office(kind, reading.Pack);
            var shown = new List<(DateOnly Day, List<string> Told)>();
            foreach (var turn in acts)
            {
                office.Do(turn);
                shown.Add((office.Today, office.Told(office.Live, office.Today)));
            }

            Assert.All(shown, one => Assert.Equal(one.Told, office.Told(office.AsKnownOn(one.Day)!, one.Day)));
        },
        iter: 3_000);

    /// <summary>The acts themselves, laid on a wall calendar: what a late report or a corrected paper says holds for the days before it too.</summary>
    [Fact]
    public void What_acts_and_screens_add_up_to_agrees_with_a_wall_calendar() => Gen.Select(turns, Lives.Readings).Sample(
        (acts, reading) =>
        {
            var office = new Office(MeasureKind.Cdt, reading.Pack);
            foreach (var turn in acts)
            {
                office.Do(turn);
            }
            foreach (var day in new[] { office.Today, office.Today.AddDays(-30), office.Today.AddDays(20) })
            {
                Assert.Equal(new WallCalendar(office.Live, reading, day).Told(), WallCalendar.Told(MeasureClock.StateOf(office.Live, reading.Pack, day)));
            }
        },
        iter: 1_200);

    [Fact]
    public void The_office_comes_to_do_whatever_can_be_done()
    {
        var done = new ConcurrentDictionary<MeasureActKind, bool>();
        var all = Enum.GetValues<MeasureActKind>().Length;
        Gen.Select(turns, Gen.Enum<MeasureKind>()).Sample(
            (acts, kind) =>
            {
                if (done.Count == all)
                {
                    return;
                }
                var office = new Office(kind, new Reading().Pack);
                foreach (var turn in acts)
                {
                    office.Do(turn);
                }
                foreach (var act in office.Recorded)
                {
                    done.TryAdd(act, true);
                }
            },
            // Some are rare: one office in thousands.
            iter: 200_000);

        Assert.Equal(Enum.GetValues<MeasureActKind>(), done.Keys.Order());
    }
}
