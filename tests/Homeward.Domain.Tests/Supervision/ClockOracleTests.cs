using CsCheck;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision;

public class ClockOracleTests
{
    static readonly Gen<DateOnly> days = Gen.Int[0, 1400].Select(offset => new DateOnly(2023, 12, 1).AddDays(offset));

    static readonly Gen<MeasureEvent> events = Gen.OneOf<MeasureEvent>(
        Gen.Select(days, Gen.Enum<ScreenFinding>(), Gen.Bool, (on, finding, scheduled) => (MeasureEvent)new ScreenEvent(on, finding, scheduled ? ScreenKind.Scheduled : ScreenKind.Spot)),
        Gen.Select(days, Gen.Enum<ScreenFinding>(), (on, finding) => (MeasureEvent)new ScreenEvent(on, finding)),
        Gen.Select(days, Gen.Int[0, 12], Gen.Int[-1, 20], Gen.Bool, (from, length, back, inWriting) =>
            (MeasureEvent)new LeaveEvent(from, from.AddDays(length), back < 0 ? null : from.AddDays(back), inWriting)),
        Gen.Select(days, Gen.Int[-1, 40], (from, length) => (MeasureEvent)new AbsenceEvent(from, length < 0 ? null : from.AddDays(length))),
        Gen.Select(days, Gen.Int[-1, 120], (from, length) => (MeasureEvent)new SuspensionEvent(from, length < 0 ? null : from.AddDays(length))),
        Gen.Select(days, Gen.Int[-1, 30], Gen.Int[-1, 10], (on, wait, withdrawn) => (MeasureEvent)new TransferEvent(on, wait < 0 ? null : on.AddDays(wait), wait >= 0 || withdrawn < 0 ? null : on.AddDays(withdrawn))),
        Gen.Select(days, Gen.Enum<Suspicion>(), Gen.Int[-1, 20], Gen.Int[-1, 20], (on, what, handed, declined) =>
            (MeasureEvent)new ConfirmedEvent(on, what, handed < 0 ? null : on.AddDays(handed), handed < 0 || declined < 0 ? null : on.AddDays(handed + declined))),
        Gen.Select(days, Gen.Int[0, 30], (on, more) => (MeasureEvent)new JustCauseEvent(on, on.AddDays(more))),
        Gen.Select(days, Gen.Int[-1, 60], Gen.Bool, (from, length, abroad) => (MeasureEvent)new OutOfReachEvent(from, length < 0 ? null : from.AddDays(length), abroad)),
        days.Select(on => (MeasureEvent)new WarningEvent(on)),
        days.Select(on => (MeasureEvent)new FollowUpEvent(on)));

    static readonly Gen<MeasureEvent[]> ends = Gen.OneOf(
        Gen.Const(Array.Empty<MeasureEvent>()),
        Gen.Const(Array.Empty<MeasureEvent>()),
        days.Select(on => new MeasureEvent[] { new TerminationEvent(on, null) }),
        days.Select(on => new MeasureEvent[] { new ReleaseEvent(on) }),
        Gen.Select(days, Gen.Int[0, 90], (on, later) => new MeasureEvent[] { new TerminationEvent(on), new ReopenedEvent(on.AddDays(later)) }));

    static readonly (string Name, MeasureKind Kind, PolicyPack Pack, int[][] Months)[] schedules =
    [
        ("CDT-22", MeasureKind.Cdt, TestPacks.National(), [[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [2, 2, 2, 2, 2, 2], [3, 3, 3, 3]]),
        ("CDT-28", MeasureKind.Cdt, TestPacks.Cdt28, [[1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1], [2, 2, 2, 2, 2, 2], [3, 3, 3, 3]]),
        ("CRH-12/3y", MeasureKind.Crh, TestPacks.National(), [[2, 2, 2, 2, 2, 2], [3, 3, 3, 3], [6, 6]]),
        ("CRH-12/2y", MeasureKind.Crh, TestPacks.National(), [[2, 2, 2, 2, 2, 2], [2, 2, 2, 2, 2, 2]]),
    ];

    static readonly Gen<(int Schedule, MeasureHistory History, DateOnly AsOf)> cases =
        from schedule in Gen.Int[0, schedules.Length - 1]
        from reported in Gen.Int[0, 120]
        from served in Gen.OneOf(Gen.Const(0), Gen.Int[0, 300])
        from happened in events.Array[0, 12]
        from end in ends
        from wait in Gen.Int[0, 1500]
        let reportedOn = new DateOnly(2023, 12, 15).AddDays(reported)
        select (schedule,
            new MeasureHistory
            {
                Kind = schedules[schedule].Kind,
                TermYears = schedules[schedule].Months.Length,
                ReportedOn = reportedOn,
                ServedIsolationDays = served,
                Events = [.. happened, .. end],
            },
            reportedOn.AddDays(wait));

    [Fact]
    public void Term_windows_counters_and_status_agree_with_a_count_by_days() => cases.Sample(
        one =>
        {
            var state = MeasureClock.StateOf(one.History, schedules[one.Schedule].Pack, one.AsOf);
            var oracle = new ClockOracle(one.History, one.AsOf, schedules[one.Schedule].Months);
            Agree(oracle, state);
        },
        iter: 8_000);

    [Fact]
    public void The_other_readings_of_a_suspension_agree_too() => cases.Sample(
        one =>
        {
            var months = schedules[one.Schedule].Months;
            if (one.Schedule == 1)
            {
                return;
            }
            Agree(new ClockOracle(one.History, one.AsOf, months, stopsClock: false), MeasureClock.StateOf(one.History, goesOn, one.AsOf));
            Agree(new ClockOracle(one.History, one.AsOf, months, movesWindows: true), MeasureClock.StateOf(one.History, moves, one.AsOf));
        },
        iter: 3_000);

    [Fact]
    public void Windows_tile_the_term_and_counters_never_fall() => cases.Sample(
        one =>
        {
            var pack = schedules[one.Schedule].Pack;
            var state = MeasureClock.StateOf(one.History with { Events = [.. one.History.Events.Where(happened => happened is not TerminationEvent)] }, pack, one.AsOf);
            Assert.Equal(one.History.ReportedOn, state.Windows[0].Opens);
            Assert.Equal(state.EndsOn, state.Windows[^1].Closes);
            Assert.All(state.Windows.Zip(state.Windows.Skip(1)), pair => Assert.Equal(pair.First.Closes.AddDays(1), pair.Second.Opens));

            var (now, later) = (MeasureClock.StateOf(one.History, pack, one.AsOf).Counters, MeasureClock.StateOf(one.History, pack, one.AsOf.AddDays(17)).Counters);
            Assert.True(later.Refused >= now.Refused && later.Evaded >= now.Evaded && later.UnauthorisedLeavings >= now.UnauthorisedLeavings && later.UnauthorisedDays >= now.UnauthorisedDays);
        },
        iter: 4_000);

    [Fact]
    public void The_counters_are_the_sum_of_the_events_that_are_shown() => cases.Sample(
        one =>
        {
            var pack = schedules[one.Schedule].Pack;
            var state = MeasureClock.StateOf(one.History, pack, one.AsOf);
            Assert.Equal(state.Counters, BreachRules.Count(state.Counted));
            // As known on the last day: an end that a reopening took back has never been.
            var known = one.History.AsOf(one.AsOf);
            var day = BreachRules.GroundDay(known, pack, one.AsOf);
            Assert.Equal(state.SeriousBreach, day is not null);
            if (day is { } ground)
            {
                Assert.True(MeasureClock.StateOf(known, pack, ground).SeriousBreach);
                Assert.False(MeasureClock.StateOf(known, pack, ground.AddDays(-1)).SeriousBreach);
            }
        },
        iter: 4_000);

    static readonly PolicyPack goesOn = TestPacks.National(stopsClock: false);
    static readonly PolicyPack moves = TestPacks.National(movesWindows: true);

    static void Agree(ClockOracle oracle, MeasureState state)
    {
        Assert.Equal(oracle.EndsOn(), state.EndsOn);
        Assert.Equal(oracle.Windows(), state.Windows.Select(window =>
            $"{window.Year}.{window.Index} {window.Opens:yyyy-MM-dd} {window.Closes:yyyy-MM-dd} {window.State} {window.ScreenOn:yyyy-MM-dd}"));
        Assert.Equal(oracle.Counters(), $"{state.Counters.Refused} {state.Counters.Evaded} {state.Counters.UnauthorisedLeavings} {state.Counters.UnauthorisedDays}");
        Assert.Equal(oracle.Status(), state.Status);
    }

    [Fact]
    public void What_comes_after_the_day_asked_about_changes_nothing() => cases.Sample(
        one =>
        {
            var pack = schedules[one.Schedule].Pack;
            var known = one.History with { Events = one.History.Events.Where(happened => happened.Day <= one.AsOf).ToList() };
            var (all, early) = (MeasureClock.StateOf(one.History, pack, one.AsOf), MeasureClock.StateOf(known, pack, one.AsOf));
            Assert.Equal((early.Status, early.EndsOn, early.Counters), (all.Status, all.EndsOn, all.Counters));
            Assert.Equal(early.Windows, all.Windows);
        },
        iter: 400);
}
