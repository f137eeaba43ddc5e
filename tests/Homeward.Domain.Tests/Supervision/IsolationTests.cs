using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Cases;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>A decision of isolation closes what runs in the community (rules R1.53).</summary>
public class IsolationTests
{
    static readonly MeasureFacts decision = new() { OrderNumber = "强戒2024-7", OrderedOn = Day("2024-05-01") };

    [Fact]
    public void It_ends_the_measure_on_its_day_and_on_its_paper()
    {
        var measure = Reported();

        measure.GiveWay(decision, StateOn(measure, "2024-05-03"), Entry());

        Assert.Equal((Day("2024-05-01"), "强戒2024-7"), (measure.EndedOn!.Value, measure.Acts[^1].DocumentNumber));
        Assert.Equal(TerminationReason.Isolation, measure.History(null, []).Events.OfType<TerminationEvent>().Single().Reason);
    }

    [Theory]
    [InlineData(null, "supervision.order-day-missing")]
    [InlineData("2023-12-31", "supervision.before-start")]
    [InlineData("2024-04-19", "supervision.ends-before-record")]
    public void Without_a_possible_day_nothing_ends(string? on, string code)
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Suspended, "2024-04-20", facts => facts with { To = Day("2024-04-22"), Reason = "detained" });

        var broken = measure.WhyNotGiveWay(decision with { OrderedOn = on is null ? null : Day(on) }, StateOn(measure, "2024-05-03"), Entry()).ToList();

        Assert.Contains(code, broken.Select(one => one.Code));
        Assert.All(broken, one => Assert.Equal("OrderedOn", one.Field));
        Assert.True(measure.IsOpen);
    }

    [Theory]
    [InlineData(MeasureKind.Cid, "2024-05-01", true)]
    [InlineData(MeasureKind.Cid, null, true)]
    [InlineData(MeasureKind.Cid, "2021-05-01", false)]
    [InlineData(MeasureKind.Mmt, "2024-05-01", false)]
    public void Only_isolation_that_was_decided_later_closes(MeasureKind decided, string? on, bool closes) => Assert.Equal(closes, Reported().GivesWayTo(decided, on is null ? null : Day(on)));

    static EntryNote Entry() => new(Guid.CreateVersion7(), null, default, Day("2024-05-03"));
}
