using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>What no source fixes is a value of the pack: each is read at least two ways, and the product follows.</summary>
public class ProposedValuesTests
{
    static readonly MeasureEvent[] threeRefusals =
        [Screen("2024-02-01", ScreenFinding.Refused), Screen("2024-03-01", ScreenFinding.Refused), Screen("2024-04-01", ScreenFinding.Refused)];

    [Theory]
    [InlineData(0, "2024-04-02")]
    [InlineData(24, "2024-04-03")]
    [InlineData(48, "2024-04-04")]
    [InlineData(null, "2024-04-03")]
    public void The_police_are_told_within_the_hours_of_the_pack_and_within_a_day_where_it_has_none(int? hours, string by)
    {
        var pack = TestPacks.With((PolicyKeys.PoliceReportHours, hours is { } number ? TestPacks.Proposed(number) : null));
        var history = Cdt(events: [.. threeRefusals, new ConfirmedEvent(Day("2024-04-02"), Suspicion.Breach)]);

        Assert.Equal(Day(by), history.On("2024-04-02", pack).Deadlines.Single(deadline => deadline.What == DeadlineKind.HandOver).By);
        Assert.Equal(Day(by), Plan(history, pack, "2024-04-02").Single(one => one.Kind == ObligationKind.HandOver).Closes);
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, 3, "2024-02-04 2024-03-04 2024-04-04")]
    [InlineData(new[] { 3 }, 3, "2024-04-04")]
    [InlineData(new[] { 1, 3 }, 0, "2024-02-01 2024-04-01")]
    [InlineData(new int[0], 3, "")]
    [InlineData(new[] { 1, 2, 3 }, null, "")]
    public void Warning_letters_are_asked_for_at_the_counts_and_within_the_days_of_the_pack(int[] at, int? days, string closes)
    {
        var pack = TestPacks.With((PolicyKeys.WarningAt, TestPacks.ProposedList(at)), (PolicyKeys.WarningDays, days is { } number ? TestPacks.Proposed(number) : null));

        Assert.Equal(closes, string.Join(' ', Plan(Cdt(events: threeRefusals), pack, "2024-06-01").Where(one => one.Kind == ObligationKind.Warning).Select(one => $"{one.Closes:yyyy-MM-dd}")));
    }

    [Theory]
    [InlineData(30, "2026-12-15")]
    [InlineData(60, "2026-11-15")]
    public void The_release_is_prepared_as_long_before_the_last_day_as_the_pack_says(int days, string by)
    {
        var pack = TestPacks.With((PolicyKeys.ReleasePreparationDays, TestPacks.Proposed(days)));

        Assert.Equal(Day(by), Cdt().On("2024-02-01", pack).Deadlines.Single(deadline => deadline.What == DeadlineKind.ReleasePreparation).By);
        Assert.Equal(Day(by), Plan(Cdt(), pack, "2024-02-01").Single(one => one.Kind == ObligationKind.ReleasePreparation).Opens);
    }

    [Theory]
    [InlineData(0, "2024-01-15")]
    [InlineData(3, "2024-01-18")]
    public void The_agreement_is_signed_at_once_or_within_the_days_of_the_pack(int days, string by)
    {
        var pack = TestPacks.With((PolicyKeys.SignAgreementDays, TestPacks.Proposed(days)));

        Assert.Equal(Day(by), (Cdt() with { AgreementSignedOn = null }).On("2024-01-15", pack).Deadlines.Single(deadline => deadline.What == DeadlineKind.SignAgreement).By);
        Assert.Equal(Day(by), Plan(Cdt(), pack, "2024-02-01").Single(one => one.Rule == "R1.18").Closes);
    }

    [Theory]
    [InlineData(12, "2025-01-15")]
    [InlineData(3, "2024-04-15")]
    public void A_measure_without_a_term_is_planned_as_many_months_ahead_as_the_pack_says(int months, string last)
    {
        var pack = TestPacks.With((PolicyKeys.PlanningMonths, TestPacks.Proposed(months)));
        var treatment = new MeasureHistory { Kind = MeasureKind.Mmt, OrderedOn = Day("2023-01-15") };

        Assert.Equal(Day(last), Plan(treatment, pack, "2024-02-01").Where(one => one.Kind == ObligationKind.Interview).Max(one => one.Opens));
    }

    [Theory]
    [InlineData(6, "2024-07-15")]
    [InlineData(3, "2024-04-15")]
    public void Risk_is_looked_at_again_after_the_months_of_the_pack(int months, string by) => Assert.Equal(
        Day(by), Plan(Cdt(), TestPacks.With((PolicyKeys.RiskReassessmentMonths, TestPacks.Proposed(months))), "2024-02-01").Single(one => one.Kind == ObligationKind.RiskReassessment).Closes);

    [Theory]
    [InlineData(new[] { 1, 12 }, "2024-04-04 2024-04-15")]
    [InlineData(new[] { 5 }, "2024-04-08")]
    [InlineData(new[] { 15, 16 }, "2024-04-18")]
    [InlineData(new int[0], "")]
    public void After_a_release_the_person_is_looked_for_on_the_days_of_the_pack_while_there_is_time_to_report(int[] days, string on)
    {
        var pack = TestPacks.With((PolicyKeys.ArrivalCheckDays, TestPacks.ProposedList(days)));

        Assert.Equal(on, string.Join(' ', ReleasePlan.For(Releases.Received("2024-04-03"), pack).Obligations.Where(one => one.Kind == ObligationKind.ArrivalCheck).Select(one => $"{one.Opens:yyyy-MM-dd}")));
    }

    static IReadOnlyList<PlannedObligation> Plan(MeasureHistory history, PolicyPack pack, string today) =>
        ObligationPlan.For(new ObligationFacts(Guid.Empty, history) { Risks = Array.Empty<RiskStep>() }, pack, Day(today)).Obligations;
}
