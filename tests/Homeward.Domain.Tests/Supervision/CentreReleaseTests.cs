using CsCheck;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Releases;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>A person's way from the centre to the office: the limits of the law, and what may follow what.</summary>
public class CentreReleaseTests
{
    /// <summary>Tomb-sweeping 2024: Thursday and Friday off, the Sunday after is worked.</summary>
    [Theory]
    [InlineData("2024-03-31", false)]
    [InlineData("2024-04-01", true)]
    public void Seven_working_days_are_counted_over_a_holiday_and_a_worked_Sunday(string announcedOn, bool isLate)
    {
        var release = Announced("2024-04-10", announcedOn);

        Assert.Equal((Day("2024-03-31"), isLate), (release.AnnounceBy, release.IsAfterLimit));
    }

    [Fact]
    public void Counting_back_from_a_day_is_counting_on_to_it() => Gen
        .Select(Gen.Int[0, 1200], Gen.Int[1, 20], Gen.Int[0, 60], Gen.Int[0, 40].HashSet[0, 15])
        .Sample((start, days, gap, off) =>
        {
            var from = new DateOnly(2024, 1, 1).AddDays(start);
            var to = from.AddDays(gap);
            var calendar = WorkingCalendar.Plain with { DaysOff = off.Select(from.AddDays).ToHashSet(), WorkingWeekends = off.Where(day => day % 3 == 0).Select(day => to.AddDays(-day)).ToHashSet() };
            // Day by day: so many working days lie after the first day and up to the last.
            var between = Enumerable.Range(1, gap).Count(day => calendar.IsWorkingDay(from.AddDays(day)));
            return between >= days == from <= calendar.WorkingDaysBefore(to, days) && between >= days == calendar.AddWorkingDays(from, days) <= to;
        }, iter: 20_000);

    [Fact]
    public void The_whole_nation_counts_calendar_days()
    {
        var pack = new PolicyPack(
            new PolicyLayer
            {
                Name = "x",
                Version = "1",
                Level = PolicyLevel.City,
                EffectiveFrom = new(2016, 4, 1),
                Parent = "national",
                Values = new Dictionary<string, PolicyValue> { ["centreReleaseNotice"] = new("R1.47", Evidence.Confirmed) { Number = 3 } },
            },
            TestPacks.National());

        Assert.Equal(Day("2024-04-07"), pack.LatestBefore(Day("2024-04-10"), PolicyKeys.CentreReleaseNotice));
    }

    [Fact]
    public void A_day_that_is_over_is_not_announced_and_none_ahead_was_told()
    {
        Assert.Empty(CentreRelease.WhyNotAnnounce(Day("2024-04-10"), Day("2024-04-10"), Day("2024-04-10")));
        Assert.Equal([ReleaseRules.DayPast.Code], Codes(CentreRelease.WhyNotAnnounce(Day("2024-04-09"), Day("2024-04-01"), Day("2024-04-10"))));
        Assert.Equal([ReleaseRules.InFuture.Code], Codes(CentreRelease.WhyNotAnnounce(Day("2024-04-19"), Day("2024-04-11"), Day("2024-04-10"))));
    }

    [Fact]
    public void Who_waits_is_announced_and_tied_to_a_file_once_and_whoever_came_out_since_is_not_received_again()
    {
        var (waiting, received) = (Linked(), Received("2024-03-25", "2024-03-10"));
        var (other, later) = (Accepted(on: "2024-03-20"), Accepted(on: "2024-03-26"));

        Assert.Empty(CentreRelease.WhyNotAnnounceAgain(null));
        Assert.Equal([ReleaseRules.AnnouncedAlready.Code], Codes(CentreRelease.WhyNotAnnounceAgain(waiting)));
        Assert.Equal([ReleaseRules.LinkedTwice.Code], Broken(() => other.Link(Client(), [waiting])));
        Assert.Equal([ReleaseRules.ReceivedAlready.Code], Broken(() => other.Link(Client(), [received])));
        Assert.Equal([ReleaseRules.ReceivedAlready.Code], Broken(() => waiting.Receive(Receipt("2024-04-10"), Day("2024-04-10"), [received])));
        waiting.Receive(Receipt("2024-04-10"), Day("2024-04-10"), [other]);
        later.Link(Client(), [received]);
        later.Receive(Receipt("2024-04-10"), Day("2024-04-10"), [received]);
    }

    [Fact]
    public void Only_what_waits_is_answered_and_a_refusal_says_why()
    {
        var release = Announced();

        Assert.Equal([ReleaseRules.ReasonMissing.Code], Broken(() => release.Decline(Day("2024-03-21"), null, Day("2024-03-21"))));
        Assert.Equal([ReleaseRules.BeforeAnnouncement.Code], Broken(() => release.Accept(Day("2024-03-19"), Day("2024-03-21"))));
        release.Decline(Day("2024-03-21"), Text, Day("2024-03-21"));
        Assert.Equal([ReleaseRules.WrongState.Code], Broken(() => release.Accept(Day("2024-03-22"), Day("2024-03-22"))));
    }

    [Fact]
    public void A_declined_release_goes_to_another_place_and_waits_there_anew()
    {
        var release = Announced();
        release.Decline(Day("2024-03-21"), Text, Day("2024-03-21"));

        release.Change(Day("2024-04-10"), Ids.New(), OtherPoint, Shanghai, Day("2024-03-22"));

        Assert.Equal((ReleaseState.Announced, OtherPoint, Day("2024-03-22")), (release.State, release.UnitId, release.AnnouncedOn));
    }

    [Fact]
    public void Another_day_keeps_what_was_prepared_and_is_counted_from_when_it_was_told()
    {
        var release = Linked();
        release.Prepare(["housing"], "family", Text);

        release.Change(Day("2024-04-03"), release.PlaceId, Point, Shanghai, Day("2024-04-01"));

        Assert.Equal((ReleaseState.Accepted, "family", true), (release.State, release.CollectMode, release.IsAfterLimit));
    }

    [Fact]
    public void Another_place_takes_the_file_out_of_the_old_units_hands()
    {
        var release = Linked();

        release.Change(release.ExpectedOn, Ids.New(), OtherPoint, Shanghai, Day("2024-03-25"));

        Assert.Equal((null, ReleaseState.Announced), (release.ClientId, release.State));
    }

    [Fact]
    public void Nobody_is_visited_or_collected_without_a_file()
    {
        var release = Accepted();

        Assert.Contains(ReleaseRules.FileFirst.Code, Codes(release.WhyNotVisit(Day("2024-03-21"), Day("2024-03-21"))));
        Assert.Contains(ReleaseRules.FileFirst.Code, Codes(release.WhyNotReceive(Receipt("2024-04-10"), Day("2024-04-10"))));
    }

    [Fact]
    public void A_file_of_another_unit_or_a_second_one_is_not_linked()
    {
        Assert.Equal([ReleaseRules.FileElsewhere.Code], Broken(() => Accepted().Link(Client(OtherPoint))));
        Assert.Equal([ReleaseRules.FileLinked.Code], Broken(() => Linked().Link(Client())));
    }

    [Fact]
    public void A_receipt_names_how_by_whom_and_to_whom()
    {
        var release = Linked();

        Assert.Equal([ReleaseRules.ReceiptMissing.Code, ReleaseRules.ModeMissing.Code], Codes(release.WhyNotReceive(new ReleaseReceipt(Day("2024-04-10"), null, null, null, null), Day("2024-04-10"))));
        Assert.Equal([ReleaseRules.CollectorMissing.Code], Codes(release.WhyNotReceive(new ReleaseReceipt(Day("2024-04-10"), null, "family", null, Text), Day("2024-04-10"))));
        Assert.Empty(release.WhyNotReceive(new ReleaseReceipt(Day("2024-04-10"), null, ReleaseRules.Alone, null, Text), Day("2024-04-10")));
        Assert.Equal([ReleaseRules.InFuture.Code], Codes(release.WhyNotReceive(Receipt("2024-04-10"), Day("2024-04-09"))));
    }

    [Fact]
    public void Papers_are_in_when_all_that_the_law_names_have_come()
    {
        var release = Received();
        release.TakePapers(["releaseCertificate", "rehabilitationOrder"], Day("2024-04-11"), Day("2024-04-12"));
        Assert.Equal((null, "diagnosticAssessment"), (release.PapersReceivedOn, Assert.Single(release.MissingPapers)));

        release.TakePapers(["diagnosticAssessment"], Day("2024-04-12"), Day("2024-04-12"));

        Assert.Equal(Day("2024-04-12"), release.PapersReceivedOn);
        Assert.Equal([ReleaseRules.PapersComplete.Code], Broken(() => release.TakePapers(["diagnosticAssessment"], Day("2024-04-12"), Day("2024-04-12"))));
        Assert.Equal([ReleaseRules.NoPapers.Code], Broken(() => release.TakePapers([], Day("2024-04-12"), Day("2024-04-12"))));
        Assert.Equal([ReleaseRules.BeforeReceipt.Code], Broken(() => release.TakePapers(["medicalRecord"], Day("2024-04-09"), Day("2024-04-12"))));
    }

    [Fact]
    public void It_is_complete_with_papers_and_interview_and_open_again_without()
    {
        var release = Received();
        release.TakePapers(ReleaseRules.LegalPapers, Day("2024-04-11"), Day("2024-04-11"));
        release.NoteInterview(Ids.New(), Day("2024-04-09"));
        Assert.Equal(ReleaseState.Received, release.State);

        release.NoteInterview(Ids.New(), Day("2024-04-12"));
        Assert.Equal(ReleaseState.Completed, release.State);
        release.ForgetInterview();

        Assert.Equal(ReleaseState.Received, release.State);
    }

    [Fact]
    public void After_the_gate_nothing_is_changed_or_withdrawn()
    {
        Assert.Equal([ReleaseRules.WrongState.Code], Codes(Received().WhyNotWithdraw(Text)));
        Assert.Equal([ReleaseRules.WrongState.Code], Codes(Received().WhyNotChange()));
    }

    static string[] Codes(IEnumerable<Broken> rules) => [.. rules.Select(rule => rule.Code)];

    static string[] Broken(Action act) => Codes(Assert.Throws<RulesBrokenException>(act).Rules);
}
