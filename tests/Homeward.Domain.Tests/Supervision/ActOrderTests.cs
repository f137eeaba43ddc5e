using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Cases;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>Orders of events that cannot have been, and what a status must not hide.</summary>
public class ActOrderTests
{
    [Theory]
    [InlineData("2027-01-14", false)]
    [InlineData("2027-01-15", false)]
    [InlineData("2027-03-01", false)]
    [InlineData("2025-06-01", true)]
    public void An_open_breach_stands_against_the_release_when_the_term_is_over_and_in_custody(string today, bool inCustody)
    {
        var measure = Breached();
        Record(measure, MeasureActKind.BreachConfirmed, "2024-04-16");
        if (inCustody)
        {
            Record(measure, MeasureActKind.Suspended, "2025-05-01");
        }

        Assert.Contains("supervision.open-breach", AllRefused(measure, MeasureActKind.Released, today));
        Assert.Contains("supervision.already-confirmed", AllRefused(measure, MeasureActKind.BreachConfirmed, today));
    }

    [Theory]
    [InlineData("2024-04-20", MeasureStatus.BreachSuspected)]
    [InlineData("2027-01-15", MeasureStatus.Expired)]
    public void A_suspected_breach_stands_against_the_release_and_can_still_be_confirmed(string today, MeasureStatus status)
    {
        var measure = Breached();

        Assert.Equal(status, StateOn(measure, today).Status);
        Assert.Contains("supervision.open-breach", AllRefused(measure, MeasureActKind.Released, today));
        Record(measure, MeasureActKind.BreachConfirmed, today);
        Assert.Equal(MeasureStatus.BreachNotHandedOver, StateOn(measure, today).Breach);
    }

    [Theory]
    [InlineData("2024-03-30", "supervision.before-ground")]
    [InlineData("2024-03-31", null)]
    public void A_breach_is_confirmed_from_the_day_on_which_its_ground_stands(string on, string? code) =>
        Assert.Equal(code, AllRefused(Breached(), MeasureActKind.BreachConfirmed, on, today: "2024-04-20").SingleOrDefault());

    [Theory]
    [InlineData("2024-01-20", "supervision.before-limit")]
    [InlineData("2024-01-21", null)]
    public void A_no_show_is_confirmed_from_the_day_after_the_limit(string on, string? code) =>
        Assert.Equal(code, AllRefused(Ordered(), MeasureActKind.OverdueConfirmed, on, today: "2024-01-25").SingleOrDefault());

    [Fact]
    public void What_the_police_declined_is_not_confirmed_again_without_something_new()
    {
        var measure = Breached();
        Record(measure, MeasureActKind.BreachConfirmed, "2024-04-16");
        Record(measure, MeasureActKind.HandedOver, "2024-04-17");
        Record(measure, MeasureActKind.PoliceDeclined, "2024-04-20");

        Assert.Equal("supervision.declined-already", Refused(measure, MeasureActKind.BreachConfirmed, "2024-05-01"));
        Record(measure, MeasureActKind.Absence, "2024-05-10", facts => facts with { To = Day("2024-05-14") });
        Assert.Equal(MeasureStatus.BreachSuspected, StateOn(measure, "2024-05-20").Status);
        Record(measure, MeasureActKind.BreachConfirmed, "2024-05-20");
    }

    [Fact]
    public void An_old_no_show_says_nothing_of_a_new_one()
    {
        var measure = New(new MeasureFacts { OrderedOn = Day("2024-01-02"), ServedOn = Day("2024-01-05"), PlaceOfExecutionId = Guid.CreateVersion7() });
        Record(measure, MeasureActKind.OverdueConfirmed, "2024-01-22");
        measure.Report(Day("2024-01-25"), null, Day("2024-01-25"));
        Record(measure, MeasureActKind.Transferred, "2024-05-01", facts => facts with { PlaceId = Guid.CreateVersion7() });

        Assert.Equal(MeasureStatus.OverdueUnconfirmed, StateOn(measure, "2024-05-17").Status);
        Record(measure, MeasureActKind.OverdueConfirmed, "2024-05-18");
        Assert.Equal(MeasureStatus.NoShowNotHandedOver, StateOn(measure, "2024-05-18").Status);
        Assert.Contains(StateOn(measure, "2024-05-18").Deadlines, deadline => deadline.What == DeadlineKind.HandOver);
        Record(measure, MeasureActKind.ReportedAnew, "2024-05-20");
        Assert.DoesNotContain(StateOn(measure, "2024-05-20").Deadlines, deadline => deadline.What == DeadlineKind.HandOver);
    }

    [Theory]
    [InlineData(MeasureActKind.Terminated, "2024-04-14", "supervision.ends-before-record")]
    [InlineData(MeasureActKind.Terminated, "2024-04-15", null)]
    [InlineData(MeasureActKind.Released, "2024-04-14", "supervision.ends-before-record")]
    [InlineData(MeasureActKind.Released, "2024-04-15", null)]
    public void A_measure_does_not_end_before_a_custody_that_showed_it_running(MeasureActKind kind, string on, string? code)
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Suspended, "2024-04-15", facts => facts with { To = Day("2024-04-16"), Reason = "detained" });
        // Served in ignorance of the end: a letter says nothing of whether the measure ran.
        Record(measure, MeasureActKind.NoticeServed, "2024-04-18");

        Assert.Equal(code, AllRefused(measure, kind, on, today: "2024-06-01").SingleOrDefault());
    }

    [Fact]
    public void The_paper_of_an_end_may_come_after_a_test_that_was_held_since_but_no_end_lies_before_a_reopening()
    {
        var measure = Reported();
        var state = MeasureClock.StateOf(measure.History(null, []) with { Events = [Screen("2024-05-01")] }, TestPacks.National(), Day("2024-06-01"));
        var entry = new EntryNote(Guid.CreateVersion7(), null, default, Day("2024-06-01"));
        Assert.Empty(measure.WhyNotRecord(MeasureActKind.Terminated, new ActFacts(Day("2024-04-30")) { Reason = "died" }, state, entry));

        Record(measure, MeasureActKind.Terminated, "2024-05-01");
        Record(measure, MeasureActKind.Reopened, "2024-06-01");
        Assert.Contains("supervision.ends-before-reopening", AllRefused(measure, MeasureActKind.Terminated, "2024-06-01"));
        Record(measure, MeasureActKind.Terminated, "2024-06-02");
        Assert.Equal(MeasureStatus.Terminated, StateOn(measure, "2024-06-02").Status);
    }

    [Fact]
    public void A_leave_that_still_lies_ahead_does_not_keep_a_measure_from_ending()
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Leave, "2024-06-20", facts => facts with { To = Day("2024-06-25") }, today: "2024-06-01");

        Assert.Empty(AllRefused(measure, MeasureActKind.Terminated, "2024-06-02", today: "2024-06-02"));
    }

    [Fact]
    public void Corrected_papers_do_not_move_past_what_was_recorded()
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Leave, "2024-03-01", facts => facts with { To = Day("2024-03-05") });

        Assert.Equal(["supervision.acts-stand", "supervision.acts-stand"], Moved(facts => facts with { OrderedOn = Day("2024-03-02"), ServedOn = Day("2024-03-02"), ReportedOn = Day("2024-03-02"), AgreementSignedOn = null }));
        Assert.Equal(["supervision.acts-stand"], Moved(facts => facts with { ReportedOn = null, AgreementSignedOn = null }));
        Assert.Empty(Moved(facts => facts with { ReportedOn = Day("2024-03-01"), AgreementSignedOn = null }));
        Assert.Throws<RulesBrokenException>(() => measure.Correct(measure.Facts() with { ReportedOn = Day("2024-03-02"), AgreementSignedOn = null }, null, Day("2024-06-01")));
        Assert.Equal(Day("2024-01-15"), measure.ReportedOn);

        List<string> Moved(Func<MeasureFacts, MeasureFacts> move) => [.. measure.WhyNotMove(move(measure.Facts())).Select(broken => broken.Code)];
    }

    [Fact]
    public void Nobody_is_away_and_in_custody_at_once()
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Suspended, "2024-05-01");
        Assert.Contains("supervision.detained-then", AllRefused(measure, MeasureActKind.Leave, "2024-05-10", facts => facts with { To = Day("2024-05-20") }));
        Assert.Contains("supervision.detained-then", AllRefused(measure, MeasureActKind.Absence, "2024-04-20", today: "2024-05-20"));
        Record(measure, MeasureActKind.Resumed, "2024-06-01");

        Record(measure, MeasureActKind.Absence, "2024-06-01", today: "2024-06-20");
        Assert.Contains("supervision.away-then", AllRefused(measure, MeasureActKind.Suspended, "2024-06-20"));
        Record(measure, MeasureActKind.Returned, "2024-06-20");
        Record(measure, MeasureActKind.Suspended, "2024-06-20");
        Assert.Equal(MeasureStatus.Suspended, StateOn(measure, "2024-06-20").Status);
    }

    [Fact]
    public void History_too_names_the_competent_body() => Assert.Contains("supervision.issuer-not-competent", Reported().WhyNotRecord(
        MeasureActKind.Suspended, new ActFacts(Day("2024-05-01")) { Issuer = IssuingBody.Organisation }, null, new EntryNote(Guid.CreateVersion7(), null, default, Day("2024-06-01"), IsHistory: true)).Select(broken => broken.Code));

    [Fact]
    public void Dual_control_begins_on_the_paper_of_the_police_and_ends_once()
    {
        var measure = Reported();
        Assert.Equal("supervision.nothing-to-end", Refused(measure, MeasureActKind.DualControlEnded, "2024-05-01"));
        Assert.Contains("supervision.reason-missing", AllRefused(measure, MeasureActKind.DualControl, "2024-05-01", facts => facts with { Reason = null }));
        Assert.Contains("supervision.document-missing", AllRefused(measure, MeasureActKind.DualControl, "2024-05-01", facts => facts with { Reason = "livesElsewhere", DocumentNumber = null }));
        Assert.Contains("supervision.issuer-not-competent", AllRefused(measure, MeasureActKind.DualControl, "2024-05-01", facts => facts with { Issuer = IssuingBody.StreetOffice }));

        Record(measure, MeasureActKind.DualControl, "2024-05-01", facts => facts with { Reason = "livesElsewhere" });
        Assert.Equal((IssuingBody.Police, MeasureStatus.Active), (measure.OpenAct(MeasureActKind.DualControl)!.Issuer!.Value, StateOn(measure, "2024-05-02").Status));
        Record(measure, MeasureActKind.DualControlEnded, "2024-07-01");
        Assert.Null(measure.OpenAct(MeasureActKind.DualControl));
    }

    /// <summary>Thirty-one days away on 31 March, forty-six in all.</summary>
    static Measure Breached()
    {
        var measure = Reported();
        Record(measure, MeasureActKind.Absence, "2024-03-01", facts => facts with { To = Day("2024-04-15") });
        return measure;
    }
}
