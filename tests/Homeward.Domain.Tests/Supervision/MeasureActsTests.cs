using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Cases;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

public class MeasureActsTests
{
    [Theory]
    [InlineData("2024-01-20", MeasureStatus.Ordered)]
    [InlineData("2024-01-21", MeasureStatus.OverdueUnconfirmed)]
    public void Day_fifteen_is_in_time_and_day_sixteen_is_overdue(string today, MeasureStatus status)
    {
        var measure = Ordered();

        Assert.Equal(status, StateOn(measure, today).Status);
    }

    [Fact]
    public void An_overdue_report_is_confirmed_handed_over_and_declined_step_by_step()
    {
        var measure = Ordered();

        Record(measure, MeasureActKind.OverdueConfirmed, "2024-01-22");
        var confirmed = StateOn(measure, "2024-01-22");
        Record(measure, MeasureActKind.HandedOver, "2024-01-23", facts => facts with { DocumentNumber = "回执1" });
        var handedOver = StateOn(measure, "2024-01-23");

        Assert.Equal((MeasureStatus.NoShowNotHandedOver, MeasureStatus.NoShowHandedOver), (confirmed.Status, handedOver.Status));
        Assert.Contains(confirmed.Deadlines, deadline => deadline.What == DeadlineKind.HandOver && deadline.By == Day("2024-01-23"));
        Assert.DoesNotContain(handedOver.Deadlines, deadline => deadline.What == DeadlineKind.HandOver);
    }

    [Fact]
    public void Nothing_is_confirmed_that_is_not_overdue() =>
        Assert.Equal("supervision.not-overdue", Refused(Ordered(), MeasureActKind.OverdueConfirmed, "2024-01-15"));

    [Fact]
    public void A_just_cause_moves_the_limit()
    {
        var measure = Ordered();

        Record(measure, MeasureActKind.JustCause, "2024-01-22", facts => facts with { To = Day("2024-02-10"), Reason = "hospital" });

        Assert.Equal((MeasureStatus.Ordered, Day("2024-02-10")), (StateOn(measure, "2024-02-10").Status, StateOn(measure, "2024-02-10").ReportBy!.Value));
        Assert.Equal(MeasureStatus.OverdueUnconfirmed, StateOn(measure, "2024-02-11").Status);
    }

    [Theory]
    [InlineData(MeasureActKind.HandedOver, "supervision.nothing-to-end")]
    [InlineData(MeasureActKind.PoliceDeclined, "supervision.nothing-to-end")]
    [InlineData(MeasureActKind.Resumed, "supervision.not-suspended")]
    [InlineData(MeasureActKind.Returned, "supervision.nothing-to-end")]
    [InlineData(MeasureActKind.ReportedAnew, "supervision.nothing-to-end")]
    [InlineData(MeasureActKind.Forwarded, "supervision.nothing-to-end")]
    [InlineData(MeasureActKind.FollowUp, "supervision.still-runs")]
    [InlineData(MeasureActKind.Reopened, "supervision.still-runs")]
    [InlineData(MeasureActKind.BreachConfirmed, "supervision.no-ground")]
    [InlineData(MeasureActKind.Warning, "supervision.nothing-to-warn")]
    public void An_act_out_of_order_is_refused(MeasureActKind kind, string code) => Assert.Contains(code, AllRefused(Reported(), kind, "2024-05-01"));

    [Fact]
    public void Before_the_last_day_a_release_needs_the_paper_of_the_police()
    {
        var measure = Reported();

        Assert.Equal(["supervision.document-missing", "supervision.term-not-over"], AllRefused(measure, MeasureActKind.Released, "2024-05-01", facts => facts with { DocumentNumber = null }));
        Record(measure, MeasureActKind.Released, "2024-05-01");
        Assert.Equal(Day("2024-05-01"), measure.EndedOn);
    }

    [Fact]
    public void Only_the_competent_body_issues_a_paper() => Assert.Contains("supervision.issuer-not-competent",
        AllRefused(Reported(), MeasureActKind.Suspended, "2024-05-01", facts => facts with { Issuer = IssuingBody.Organisation }));

    [Fact]
    public void An_isolation_centre_releases_from_isolation_and_from_nothing_else() => Assert.Contains("supervision.issuer-not-competent",
        AllRefused(Reported(), MeasureActKind.Released, "2024-05-01", facts => facts with { Issuer = IssuingBody.IsolationCentre }));

    [Fact]
    public void Nothing_happens_before_the_order_or_after_the_end()
    {
        var measure = Reported();

        Assert.Contains("supervision.before-start", AllRefused(measure, MeasureActKind.Terminated, "2024-01-01"));
        Record(measure, MeasureActKind.Terminated, "2024-05-01", facts => facts with { Reason = "imprisoned" });
        Assert.Contains("supervision.has-ended", AllRefused(measure, MeasureActKind.Leave, "2024-06-01"));
    }

    [Fact]
    public void Two_suspensions_or_leaves_do_not_overlap()
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Suspended, "2024-05-01");

        Assert.Contains("supervision.already-suspended", AllRefused(measure, MeasureActKind.Suspended, "2024-05-10"));
        Record(measure, MeasureActKind.Resumed, "2024-06-01");
        Record(measure, MeasureActKind.Leave, "2024-07-01", facts => facts with { To = Day("2024-07-05") });
        Assert.Contains("supervision.already-away", AllRefused(measure, MeasureActKind.Leave, "2024-07-03"));
    }

    [Fact]
    public void A_change_of_place_goes_elsewhere()
    {
        var here = Guid.CreateVersion7();
        var measure = Reported(here);

        Assert.Contains("supervision.same-place", AllRefused(measure, MeasureActKind.Transferred, "2024-05-01", facts => facts with { PlaceId = here }));
        var there = Guid.CreateVersion7();
        Record(measure, MeasureActKind.Transferred, "2024-05-01", facts => facts with { PlaceId = there });
        Assert.Contains("supervision.already-moving", AllRefused(measure, MeasureActKind.Transferred, "2024-05-02", facts => facts with { PlaceId = Guid.CreateVersion7() }));
        Assert.Equal(here, measure.PlaceOfExecutionId);
        Record(measure, MeasureActKind.ReportedAnew, "2024-05-09");
        Assert.Equal(there, measure.PlaceOfExecutionId);
        Assert.Equal(MeasureStatus.Active, StateOn(measure, "2024-05-09").Status);
    }

    [Fact]
    public void Nobody_is_released_with_an_open_breach()
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Absence, "2024-03-01", facts => facts with { To = Day("2024-04-15") });

        Record(measure, MeasureActKind.BreachConfirmed, "2024-04-16");

        Assert.Contains("supervision.open-breach", AllRefused(measure, MeasureActKind.Released, "2027-01-14", today: "2027-01-14"));
        Record(measure, MeasureActKind.HandedOver, "2024-04-17");
        Record(measure, MeasureActKind.PoliceDeclined, "2024-04-20");
        Assert.Equal(MeasureStatus.Active, StateOn(measure, "2024-04-20").Status);
        Record(measure, MeasureActKind.Released, "2027-01-14", today: "2027-01-14");
        Assert.Equal(Day("2027-01-14"), measure.EndedOn);
    }

    [Theory]
    [InlineData("2024-03-30", false)]
    [InlineData("2024-03-31", true)]
    public void Thirty_days_away_are_no_breach_and_thirty_one_are(string last, bool breach)
    {
        var measure = Reported();

        Record(measure, MeasureActKind.Absence, "2024-03-01", facts => facts with { To = Day(last) });

        Assert.Equal(breach, StateOn(measure, "2024-04-01").SeriousBreach);
    }

    [Fact]
    public void An_annulled_act_counts_no_more_and_an_annulled_end_opens_the_measure()
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Terminated, "2024-05-01", facts => facts with { Reason = "imprisoned" });

        measure.Annul(measure.Acts[^1].Id, new Sealed([1]), Day("2024-05-02"));

        Assert.Equal((true, MeasureStatus.Active), (measure.IsOpen, StateOn(measure, "2024-05-03").Status));
    }

    [Fact]
    public void A_reopened_measure_runs_on_as_if_it_had_not_ended()
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Terminated, "2024-05-01", facts => facts with { Reason = "isolation" });

        Record(measure, MeasureActKind.Reopened, "2024-06-01", facts => facts with { Reason = "decisionRevoked" });

        Assert.Equal((MeasureStatus.Terminated, MeasureStatus.Active), (StateOn(measure, "2024-05-15").Status, StateOn(measure, "2024-06-01").Status));
        Assert.Equal(Day("2027-01-14"), StateOn(measure, "2024-06-01").EndsOn);
    }

    [Fact]
    public void What_holidays_move_is_provisional_beyond_the_announced_years_and_raises_nothing()
    {
        var history = Cdt(null);
        var announced = TestPacks.National(rolls: true, officialUntil: Day("2024-12-31"));
        var unknown = TestPacks.National(rolls: true, officialUntil: Day("2023-12-31"));

        Assert.Equal((MeasureStatus.OverdueUnconfirmed, 0), Seen(announced));
        Assert.Equal((MeasureStatus.Ordered, 1), Seen(unknown));

        (MeasureStatus, int) Seen(PolicyPack pack)
        {
            var state = MeasureClock.StateOf(history, pack, Day("2024-03-01"));
            return (state.Status, state.Provisional.Count);
        }
    }
}
