using Homeward.Domain.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

public class DeadlineRulesTests
{
    [Fact]
    public void Before_reporting_only_the_report_is_due() => AssertDeadlines(Cdt(null), "2024-01-10", "Report 2024-01-20 R1.13");

    [Fact]
    public void An_active_measure_owes_its_open_window_and_the_release_preparation() =>
        AssertDeadlines(Cdt(), "2024-01-20", "Screen 2024-02-14 R2.15", "ReleasePreparation 2026-12-15 R1.42");

    [Fact]
    public void A_done_window_is_owed_no_more() => AssertDeadlines(Cdt(events: Screen("2024-01-20")), "2024-01-20", "ReleasePreparation 2026-12-15 R1.42");

    [Fact]
    public void An_agreement_is_signed_within_three_days() => AssertDeadlines(
        Cdt() with { AgreementSignedOn = null }, "2024-01-20", "SignAgreement 2024-01-18 R1.18", "Screen 2024-02-14 R2.15", "ReleasePreparation 2026-12-15 R1.42");

    [Fact]
    public void A_signature_that_comes_later_is_not_known_yet() => Assert.Contains(
        (Cdt() with { AgreementSignedOn = Day("2024-01-17") }).On("2024-01-16").Deadlines, deadline => deadline.What == DeadlineKind.SignAgreement);

    [Fact]
    public void Leave_and_change_of_place_bring_their_own() => AssertDeadlines(
        Cdt(events: [Screen("2024-02-20"), Leave("2024-03-01", "2024-03-05", null), Transferred("2024-02-25")]), "2024-03-02",
        "Return 2024-03-05 R1.27", "ReReport 2024-03-11 R1.14", "ReleasePreparation 2026-12-15 R1.42");

    [Fact]
    public void A_measure_that_has_ended_owes_nothing()
    {
        AssertDeadlines(Cdt(events: Terminated("2024-02-01")), "2024-02-01");
        AssertDeadlines(Cdt(events: Released("2024-02-01")), "2024-02-01");
    }

    /// <summary>R1.11: a local limit, off where the pack does not name it; who has reported has the order, and the office knows.</summary>
    [Fact]
    public void A_place_that_sets_limits_for_service_and_notice_sees_them_until_they_are_met()
    {
        var pack = TestPacks.With((PolicyKeys.OrderServiceHours, TestPacks.Proposed(24)), (PolicyKeys.OfficeNotice, TestPacks.ProposedWorkingDays(3)));
        var ordered = Cdt(null) with { ServedOn = null };

        AssertDeadlines(ordered.On("2024-01-03", pack), "Service 2024-01-03 R1.11");
        AssertDeadlines((ordered with { ServedOn = Day("2024-01-05") }).On("2024-01-08", pack), "OfficeNotice 2024-01-10 R1.11", "Report 2024-01-20 R1.13");
        AssertDeadlines((ordered with { ServedOn = Day("2024-01-05"), OfficeToldOn = Day("2024-01-09") }).On("2024-01-08", pack), "OfficeNotice 2024-01-10 R1.11", "Report 2024-01-20 R1.13");
        AssertDeadlines((ordered with { ServedOn = Day("2024-01-05"), OfficeToldOn = Day("2024-01-09") }).On("2024-01-09", pack), "Report 2024-01-20 R1.13");
        Assert.DoesNotContain(Cdt().On("2024-01-20", pack).Deadlines, deadline => deadline.What is DeadlineKind.Service or DeadlineKind.OfficeNotice);
        Assert.DoesNotContain(ordered.On("2024-01-03").Deadlines, deadline => deadline.What == DeadlineKind.Service);
    }

    [Fact]
    public void At_most_one_of_each_is_told() => Assert.Single(
        Cdt(events: [Leave("2024-03-01", "2024-03-05", null), Leave("2024-03-02", "2024-03-04", null)]).On("2024-03-03").Deadlines,
        deadline => deadline.What == DeadlineKind.Return);

    static void AssertDeadlines(MeasureHistory history, string asOf, params string[] deadlines) => AssertDeadlines(history.On(asOf), deadlines);

    static void AssertDeadlines(MeasureState state, params string[] deadlines) =>
        Assert.Equal(deadlines, state.Deadlines.Select(deadline => $"{deadline.What} {deadline.By:yyyy-MM-dd} {deadline.Rule}"));
}
