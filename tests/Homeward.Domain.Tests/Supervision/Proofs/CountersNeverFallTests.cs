using CsCheck;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>
/// Nothing that comes to be known later lowers a counter, unless it annuls. One thing only takes a leaving out of the count: an absence that shares days
/// with two leavings says that they were one (overlapping leavings are merged before they are measured); its days then count too, so that days never fall.
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
            Gen.Int[-60, 5].Select(days => (MeasureEvent)new TerminationEvent(life.AsOf.AddDays(days))),
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
