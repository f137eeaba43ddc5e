using CsCheck;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>
/// Nothing that comes to be known later lowers a counter, unless it annuls, with three exceptions. An absence that shares days with two leavings says that they were one
/// (overlapping leavings are merged before they are measured): the number falls, its days count too, and days never fall. And a leave that was extended in time, whose report
/// reaches the file late, was a leave on those days (rules R1.28): they count no more, and what is left of that leaving only where it is long enough by itself.
/// And nobody is away from a measure that had ended: the days behind an end that is told late count no more (rules R1.40, R1.41).
/// </summary>
public class CountersNeverFallTests
{
    static readonly Gen<(Life Life, MeasureEvent Later)> cases =
        from life in Lives.InTheCommunity(Lives.Readings)
        from later in Gen.OneOf(
            Lives.Events(life.History.ReportedOn ?? life.AsOf),
            Gen.Int[-60, 5].Select(days => (MeasureEvent)new ScreenEvent(life.AsOf.AddDays(days), ScreenFinding.Negative)),
            Gen.Int[-60, 5].Select(days => (MeasureEvent)new SuspensionEvent(life.AsOf.AddDays(days), null)),
            Gen.Int[-60, 5].Select(days => (MeasureEvent)new TransferEvent(life.AsOf.AddDays(days), null)),
            Gen.Int[-60, 5].Select(days => (MeasureEvent)new ReopenedEvent(life.AsOf.AddDays(days))),
            Gen.Int[-60, 5].Select(days => (MeasureEvent)new JustCauseEvent(life.AsOf.AddDays(days), life.AsOf.AddDays(9))),
            Gen.Select(Gen.Int[-90, 0], Gen.Int[0, 60], (days, length) => (MeasureEvent)new AbsenceEvent(life.AsOf.AddDays(days), life.AsOf.AddDays(days + length))))
        select (life, later);

    [Fact]
    public void Whatever_is_added_lowers_no_counter_but_where_it_joins_leavings() => cases.Sample(
        one =>
        {
            var (before, after) = (one.Life.State(), one.Life.With(one.Later).State());
            var joined = before.Counted.Count(counted => counted.Counter == BreachCounter.Leaving && IsAwayWithin(one.Later, counted, one.Life.AsOf));

            Assert.True(after.Counters.Refused >= before.Counters.Refused && after.Counters.Evaded >= before.Counters.Evaded);
            Assert.True(after.Counters.UnauthorisedDays >= before.Counters.UnauthorisedDays);
            Assert.True(after.Counters.UnauthorisedLeavings >= before.Counters.UnauthorisedLeavings - Math.Max(0, joined - 1));
            Assert.Subset(after.BreachGrounds.ToHashSet(), before.BreachGrounds.Where(ground => ground != BreachGround.Leavings || joined < 2).ToHashSet());
        },
        iter: 6_000);

    [Fact]
    public void The_later_day_shows_no_smaller_counter() => Gen.Select(Lives.InTheCommunity(Lives.UsualReadings), Gen.Int[1, 200]).Sample(
        (life, days) =>
        {
            var (now, then) = (life.State().Counters, (life with { AsOf = life.AsOf.AddDays(days) }).State().Counters);
            Assert.True(then.Refused >= now.Refused && then.Evaded >= now.Evaded && then.UnauthorisedLeavings >= now.UnauthorisedLeavings && then.UnauthorisedDays >= now.UnauthorisedDays);
        },
        iter: 3_000);

    [Theory]
    [InlineData("2024-03-04", "2024-03-10", 0, 0)]
    [InlineData("2024-03-05", "2024-03-07", 1, 3)]
    [InlineData("2024-03-05", "2024-03-08", 0, 0)]
    [InlineData("2024-03-06", "2024-03-10", 1, 5)]
    public void A_report_that_extended_a_leave_in_time_takes_its_days_back_and_one_that_came_late_does_not(string on, string until, int leavings, int days)
    {
        var leave = Histories.Leave("2024-03-01", "2024-03-05", "2024-03-10");
        Assert.Equal((1, 5), Away(leave));

        Assert.Equal((leavings, days), Away(leave with { Extensions = [new LeaveExtension(Histories.Day(on), Histories.Day(until))] }));

        static (int, int) Away(LeaveEvent leave) => Histories.Cdt(events: leave).On("2024-04-01").Counters is var counters ? (counters.UnauthorisedLeavings, counters.UnauthorisedDays) : default;
    }

    [Fact]
    public void A_leave_found_to_be_extended_lowers_nothing_but_the_leaving_that_it_had_become() => Gen.Select(Lives.InTheCommunity(Lives.UsualReadings), Gen.Select(Gen.Int[0, 80], Gen.Int[0, 9], Gen.Int[-1, 40], Gen.Int[-3, 12], Gen.Int[-2, 30])).Sample(
        (life, one) =>
        {
            var (ago, length, back, reported, more) = one;
            var (gone, planned) = (life.AsOf.AddDays(-ago), life.AsOf.AddDays(length - ago));
            var leave = new LeaveEvent(gone, planned, back < 0 ? null : gone.AddDays(back), ReportedInWriting: true);
            var extended = leave with { Extensions = [new LeaveExtension(gone.AddDays(reported), planned.AddDays(more))] };
            var (before, after) = (life.With(leave).State(), life.With(extended).State());
            var lost = AwayDays(before).Except(AwayDays(after)).ToList();

            Assert.True(after.Counters.Refused == before.Counters.Refused && after.Counters.Evaded == before.Counters.Evaded);
            Assert.Empty(AwayDays(after).Except(AwayDays(before)));
            Assert.All(lost, day => Assert.Contains(before.Counted, counted => counted.Counter == BreachCounter.Leaving && counted.First <= day && day <= counted.Last && IsAwayWithin(leave, counted, life.AsOf)));
            Assert.False(lost.Count > 0 && (gone.AddDays(reported) > planned || more <= 0));
        },
        iter: 4_000);

    [Fact]
    public void An_end_that_is_told_late_lowers_nothing_but_the_leaving_that_went_on_behind_it() => Gen.Select(Lives.InTheCommunity(Lives.UsualReadings), Gen.Int[-200, 5], Gen.Bool).Sample(
        (life, days, isRelease) =>
        {
            var end = life.AsOf.AddDays(days);
            var (before, after) = (life.State(), life.With(isRelease ? new ReleaseEvent(end) : new TerminationEvent(end)).State());

            Assert.True(after.Counters.Refused == before.Counters.Refused && after.Counters.Evaded == before.Counters.Evaded);
            Assert.Empty(AwayDays(after).Except(AwayDays(before)));
            Assert.All(AwayDays(before).Except(AwayDays(after)), day => Assert.Contains(before.Counted, counted => counted.First <= day && day <= counted.Last && counted.Last > end));
        },
        iter: 4_000);

    static IEnumerable<DateOnly> AwayDays(MeasureState state) => state.Counted.Where(counted => counted.Counter == BreachCounter.Leaving)
        .SelectMany(counted => Enumerable.Range(0, counted.Days).Select(offset => counted.First.AddDays(offset)));

    /// <summary>Asked day by day: does what is added keep somebody away on a day of the leaving?</summary>
    static bool IsAwayWithin(MeasureEvent later, CountedEvent counted, DateOnly asOf)
    {
        for (var day = counted.First; day <= counted.Last; day = day.AddDays(1))
        {
            if (later switch
            {
                AbsenceEvent absence => absence.From <= day && day <= (absence.To ?? asOf),
                LeaveEvent leave => (leave.ReportedInWriting ? leave.Until < day : leave.From <= day) && day <= (leave.ReturnedOn ?? asOf),
                _ => false,
            })
            {
                return true;
            }
        }
        return false;
    }
}
