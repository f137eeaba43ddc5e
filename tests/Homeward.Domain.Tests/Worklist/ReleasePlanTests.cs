using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using static Homeward.Domain.Tests.Supervision.Releases;

namespace Homeward.Domain.Tests.Worklist;

/// <summary>What a release makes due, on which day it is overdue, and what settles it.</summary>
public class ReleasePlanTests
{
    [Fact]
    public void Nothing_is_due_before_the_file_is_known() => Assert.Empty(ReleasePlan.For(Accepted(), Shanghai).Obligations);

    [Fact]
    public void Before_the_release_a_visit_and_the_collection_are_due() => AssertPlan(
        Linked("2024-04-10", "2024-03-20"), "PreReleaseVisit 2024-03-20 2024-04-09", "Collection 2024-04-10 2024-04-10");

    [Fact]
    public void A_release_on_the_day_of_its_announcement_is_visited_and_collected_the_same_day() => AssertPlan(
        Linked("2024-04-10", "2024-04-10"), "PreReleaseVisit 2024-04-10 2024-04-10", "Collection 2024-04-10 2024-04-10");

    /// <summary>Out on the Wednesday before the holiday: the third working day is Tuesday, the worked Sunday being the first.</summary>
    [Fact]
    public void After_the_release_papers_within_three_working_days_over_a_holiday_and_alarms_before_the_fifteen_days_are_over() => AssertPlan(
        Received("2024-04-03", "2024-03-20"), "PreReleaseVisit 2024-03-20 2024-04-02", "Collection 2024-04-03 2024-04-03",
        "ReleasePapers 2024-04-03 2024-04-09", "FirstInterview 2024-04-03 2024-04-18", "ArrivalCheck 2024-04-04 2024-04-04", "ArrivalCheck 2024-04-15 2024-04-15");

    [Theory]
    [InlineData("2024-04-14", 12, ObligationState.Future)]
    [InlineData("2024-04-15", 12, ObligationState.Due)]
    [InlineData("2024-04-16", 12, ObligationState.Overdue)]
    [InlineData("2024-04-03", 1, ObligationState.Future)]
    [InlineData("2024-04-04", 1, ObligationState.Due)]
    [InlineData("2024-04-05", 1, ObligationState.Overdue)]
    public void The_alarms_ring_on_day_one_and_day_twelve(string day, int nth, ObligationState state) =>
        Assert.Equal(state, Drawn(Received("2024-04-03")).Single(due => due.NaturalKey.EndsWith($"|day-{nth}", StringComparison.Ordinal)).StateOn(Day(day)));

    [Theory]
    [InlineData("2024-04-18", ObligationState.Due)]
    [InlineData("2024-04-19", ObligationState.Overdue)]
    public void The_first_interview_is_due_until_day_fifteen_and_overdue_on_day_sixteen(string day, ObligationState state) =>
        Assert.Equal(state, Drawn(Received("2024-04-03")).Single(due => due.Kind == ObligationKind.FirstInterview).StateOn(Day(day)));

    [Fact]
    public void Whoever_was_seen_is_not_looked_for()
    {
        var release = Received("2024-04-03");
        release.NoteReport(Day("2024-04-08"));

        var checks = Drawn(release).Where(due => due.Kind == ObligationKind.ArrivalCheck).ToList();

        Assert.All(checks, check => Assert.Equal((Settlement.Fulfilled, Day("2024-04-08")), (check.Settlement!.Value, check.SettledOn!.Value)));
        Assert.Null(Drawn(release).Single(due => due.Kind == ObligationKind.FirstInterview).Settlement);
    }

    [Fact]
    public void A_visit_that_never_was_is_counted_as_missed_when_the_person_is_out()
    {
        var visit = Drawn(Received("2024-04-03")).Single(due => due.Kind == ObligationKind.PreReleaseVisit);

        Assert.Equal(ObligationState.Missed, visit.StateOn(Day("2024-04-03")));
    }

    [Fact]
    public void Drawing_it_again_changes_nothing_and_a_withdrawal_takes_all_back()
    {
        var release = Linked();
        var client = Client();
        var first = Follow(client, release, []);

        Assert.Empty(Follow(client, release, first));
        Assert.All(first, due => Assert.Null(due.Settlement));
        release.Withdraw(Day("2024-03-25"), Text);
        Assert.Empty(Follow(client, release, first));
        Assert.All(first, due => Assert.Equal(Settlement.Cancelled, due.Settlement));
    }

    [Fact]
    public void Another_day_moves_what_is_open()
    {
        var release = Linked("2024-04-10");
        var client = Client();
        var due = Follow(client, release, []);

        release.Change(Day("2024-04-20"), release.PlaceId, Point, Shanghai, Day("2024-03-25"));
        Follow(client, release, due);

        Assert.Equal(Day("2024-04-20"), due.Single(one => one.Kind == ObligationKind.Collection).Closes);
    }

    static IReadOnlyList<Obligation> Drawn(CentreRelease release) => Follow(Client(), release, []);

    static IReadOnlyList<Obligation> Follow(Client client, CentreRelease release, IReadOnlyCollection<Obligation> existing) => ObligationLedger.Follow(
        client, null, new LedgerFacts(ReleasePlan.For(release, Shanghai), Day("2024-04-03")) { KnownSince = release.AnnouncedOn }, existing, []);

    static void AssertPlan(CentreRelease release, params string[] expected) =>
        Assert.Equal(expected, ReleasePlan.For(release, Shanghai).Obligations.Select(due => $"{due.Kind} {due.Opens:yyyy-MM-dd} {due.Closes:yyyy-MM-dd}"));
}
