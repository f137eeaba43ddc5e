using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using static Homeward.Domain.Tests.Supervision.Cases;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>A leave is extended by a new written report in time; return limit, counting and return check follow (R1.27, R1.28).</summary>
public class LeaveExtensionTests
{
    [Theory]
    [InlineData("2024-05-03", "2024-05-15", null)]
    [InlineData("2024-05-10", "2024-05-11", null)]
    [InlineData("2024-05-11", "2024-05-20", "supervision.extended-too-late")]
    [InlineData("2024-05-09", "2024-05-10", "supervision.extends-nothing")]
    [InlineData("2024-05-09", null, "supervision.to-missing")]
    public void A_report_of_the_last_day_extends_and_one_of_the_day_after_does_not(string on, string? to, string? code)
    {
        var measure = OnLeave();

        Assert.Equal(code is null ? [] : [code], AllRefused(measure, MeasureActKind.LeaveExtended, on, facts => facts with { To = to is null ? null : Day(to) }));
    }

    [Fact]
    public void Nobody_extends_a_leave_that_is_over_or_was_not_reported_in_writing()
    {
        var measure = Reported();
        Assert.Contains("supervision.nothing-to-end", Extending(measure, "2024-05-09", "2024-05-20"));

        Record(measure, MeasureActKind.Leave, "2024-05-01", facts => facts with { To = Day("2024-05-10") });
        Assert.Equal(["supervision.leave-not-in-writing"], Extending(measure, "2024-05-09", "2024-05-20"));
        Record(measure, MeasureActKind.Returned, "2024-05-10");
        Assert.Contains("supervision.nothing-to-end", Extending(measure, "2024-05-10", "2024-05-20"));
    }

    [Theory]
    [InlineData(false, "2024-05-12", 0, 0)]
    [InlineData(false, "2024-05-13", 1, 3)]
    [InlineData(true, "2024-05-13", 0, 0)]
    [InlineData(true, "2024-05-22", 0, 0)]
    [InlineData(true, "2024-05-23", 1, 3)]
    public void Days_beyond_the_last_report_count_and_no_earlier_ones(bool extended, string today, int leavings, int days)
    {
        var measure = OnLeave();
        if (extended)
        {
            Extend(measure, "2024-05-10", "2024-05-20");
        }
        var state = StateOn(measure, today);

        Assert.Equal((leavings, days), (state.Counters.UnauthorisedLeavings, state.Counters.UnauthorisedDays));
        Assert.Equal((MeasureStatus.OnLeave, Day(extended ? "2024-05-20" : "2024-05-10")), (state.Status, state.Deadlines.Single(deadline => deadline.What == DeadlineKind.Return).By));
    }

    [Fact]
    public void Each_report_may_be_followed_by_another_and_a_measure_tells_the_days_one_after_another()
    {
        var measure = OnLeave();
        Extend(measure, "2024-05-08", "2024-05-15");
        Extend(measure, "2024-05-14", "2024-05-25");

        Assert.Equal(["2024-05-10", "2024-05-15", "2024-05-25"], new[] { "2024-05-07", "2024-05-08", "2024-05-14" }.Select(day => $"{ReturnBy(StateOn(measure, day)):yyyy-MM-dd}"));
        Assert.Equal(Day("2024-05-25"), measure.LeaveUntil(measure.Acts[0]));
    }

    [Fact]
    public void An_annulled_report_extends_nothing_and_takes_along_what_rested_on_it()
    {
        var measure = OnLeave();
        Extend(measure, "2024-05-08", "2024-05-15");
        Extend(measure, "2024-05-14", "2024-05-25");

        Assert.Equal(["supervision.act-answered"], measure.WhyNotAnnul(measure.Acts[0].Id).Select(broken => broken.Code));
        measure.Annul(measure.Acts[1].Id, new Sealed([1]), Day("2024-05-20"));

        Assert.Equal(Day("2024-05-10"), ReturnBy(StateOn(measure, "2024-05-20")));
        Assert.Equal(10, StateOn(measure, "2024-05-20").Counters.UnauthorisedDays);
    }

    [Fact]
    public void What_was_known_of_it_on_an_earlier_day_can_still_be_told()
    {
        var measure = OnLeave();
        Record(measure, MeasureActKind.LeaveExtended, "2024-05-09", facts => facts with { To = Day("2024-05-20"), KnownOn = Day("2024-05-14") }, today: "2024-05-14");

        Assert.Equal((3, 0), (DaysAsKnownOn("2024-05-13"), DaysAsKnownOn("2024-05-14")));

        int DaysAsKnownOn(string day) =>
            MeasureClock.StateOf(measure.HistoryAsKnownOn(null, [], Day(day), _ => throw new InvalidOperationException())!, TestPacks.National(), Day(day)).Counters.UnauthorisedDays;
    }

    [Fact]
    public void The_return_check_follows_and_keeps_its_key()
    {
        var measure = OnLeave();
        var before = Check(measure, "2024-05-05");
        Extend(measure, "2024-05-10", "2024-05-20");
        var after = Check(measure, "2024-05-10");

        Assert.Equal((before.NaturalKey, Day("2024-05-10"), Day("2024-05-20"), Day("2024-05-21")), (after.NaturalKey, before.Opens, after.Opens, after.Closes));
    }

    [Fact]
    public void An_extended_leave_is_to_the_calculator_a_leave_with_a_later_last_day()
    {
        var extended = Cdt(events: Leave("2024-05-01", "2024-05-10", "2024-05-24") with { Extensions = [new LeaveExtension(Day("2024-05-10"), Day("2024-05-20"))] }).On("2024-06-01");
        var longer = Cdt(events: Leave("2024-05-01", "2024-05-20", "2024-05-24")).On("2024-06-01");

        Assert.Equal((longer.Status, longer.Counters), (extended.Status, extended.Counters));
        Assert.Equal(4, extended.Counters.UnauthorisedDays);
    }

    static Measure OnLeave()
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Leave, "2024-05-01", facts => facts with { To = Day("2024-05-10"), ReportedInWriting = true });
        return measure;
    }

    static void Extend(Measure measure, string on, string to) => Record(measure, MeasureActKind.LeaveExtended, on, facts => facts with { To = Day(to) });

    static List<string> Extending(Measure measure, string on, string to) => AllRefused(measure, MeasureActKind.LeaveExtended, on, facts => facts with { To = Day(to) });

    static DateOnly ReturnBy(MeasureState state) => state.Deadlines.Single(deadline => deadline.What == DeadlineKind.Return).By;

    static PlannedObligation Check(Measure measure, string today) =>
        ObligationPlan.For(new ObligationFacts(measure.Id, measure.History(null, [])), TestPacks.National(), Day(today)).Obligations.Single(one => one.Kind == ObligationKind.ReturnCheck);
}
