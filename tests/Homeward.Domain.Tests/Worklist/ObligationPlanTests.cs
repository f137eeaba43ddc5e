using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using Homeward.Domain.Worklist;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Worklist;

public class ObligationPlanTests
{
    static readonly Guid measure = Guid.Parse("0190a1b2-0000-7000-8000-000000000001");

    [Fact]
    public void A_measure_in_the_community_owes_everything_once()
    {
        var counts = Plan(Cdt(), "2024-02-01").Obligations.CountBy(obligation => obligation.Kind).ToDictionary();

        Assert.Equal(
            new Dictionary<ObligationKind, int>
            {
                [ObligationKind.Report] = 1,
                [ObligationKind.SignAgreement] = 1,
                [ObligationKind.Screen] = 22,
                [ObligationKind.Interview] = 12 + 6 + 4,
                [ObligationKind.HomeVisit] = 4 + 2 + 2,
                [ObligationKind.RiskReassessment] = 1,
                [ObligationKind.ReleasePreparation] = 1,
                [ObligationKind.ReleaseNotice] = 1,
            },
            counts);
    }

    [Fact]
    public void Screens_are_the_windows_of_the_clock()
    {
        var plan = Plan(Cdt(), "2024-02-01").Obligations;

        Assert.Equal((Day("2024-03-15"), Day("2024-04-14"), "R2.15"), Found(plan, $"R2.15|{measure}|y1w3"));
    }

    [Theory]
    [InlineData("R1.13|{0}|report", "2024-01-05", "2024-01-20")]
    [InlineData("R1.18|{0}|agreement", "2024-01-15", "2024-01-18")]
    [InlineData("R2.30|{0}|interview-y2w1", "2025-01-15", "2025-03-14")]
    [InlineData("R2.30|{0}|visit-y3w2", "2026-07-15", "2027-01-14")]
    [InlineData("R2.38|{0}|risk-2024-01-15", "2024-06-15", "2024-07-15")]
    [InlineData("R1.42|{0}|release", "2026-12-15", "2027-01-14")]
    public void Each_obligation_has_its_days(string key, string opens, string closes)
    {
        var found = Found(Plan(Cdt(), "2024-02-01").Obligations, string.Format(null, key, measure));

        Assert.Equal((Day(opens), Day(closes)), (found.Opens, found.Closes));
    }

    [Fact]
    public void Planning_again_gives_the_same_and_no_key_twice()
    {
        var facts = new ObligationFacts(measure, Cdt(events: Transferred("2024-07-01", "2024-07-09")))
        {
            Risks = [new(Day("2024-03-20"), RiskLevel.High), new(Day("2024-09-20"), RiskLevel.Medium)],
        };
        var first = ObligationPlan.For(facts, TestPacks.National(), Day("2025-01-01"));
        var again = ObligationPlan.For(facts, TestPacks.National(), Day("2025-01-01"));

        Assert.Equal(first.Obligations, again.Obligations);
        Assert.Distinct(first.Obligations.Select(obligation => obligation.NaturalKey));
    }

    [Fact]
    public void Another_day_moves_no_obligation_of_a_measure_with_a_term() => Assert.Equal(
        Plan(Cdt(), "2024-02-01").Obligations, Plan(Cdt(), "2026-11-23").Obligations);

    [Fact]
    public void High_risk_is_seen_twice_a_month_while_it_lasts()
    {
        var facts = new ObligationFacts(measure, Cdt()) { Risks = [new(Day("2025-02-01"), RiskLevel.High), new(Day("2025-04-01"), RiskLevel.Medium)] };
        var keys = ObligationPlan.For(facts, TestPacks.National(), Day("2025-05-01")).Obligations
            .Where(obligation => obligation.Kind == ObligationKind.Interview && obligation.Opens >= Day("2025-01-01") && obligation.Opens < Day("2025-06-01"))
            .Select(obligation => obligation.NaturalKey.Split('|')[2]);

        Assert.Equal(["interview-y2w1", "interview-high-y2w3", "interview-high-y2w4", "interview-high-y2w5", "interview-high-y2w6", "interview-y2w3"], keys);
    }

    [Fact]
    public void An_assessment_moves_the_next_one_six_months_on()
    {
        var facts = new ObligationFacts(measure, Cdt()) { Risks = [new(Day("2024-05-10"), RiskLevel.Medium)] };

        var next = ObligationPlan.For(facts, TestPacks.National(), Day("2024-06-01")).Obligations.Single(obligation => obligation.Kind == ObligationKind.RiskReassessment);
        Assert.Equal(($"R2.38|{measure}|risk-2024-05-10", Day("2024-11-10")), (next.NaturalKey, next.Closes));
    }

    [Fact]
    public void What_lies_in_a_suspension_is_suspended_and_the_rest_is_not()
    {
        var suspended = Plan(Cdt(events: Suspended("2024-05-01", "2024-06-20")), "2024-12-01").Obligations
            .Where(obligation => obligation.Suspended)
            .Select(obligation => obligation.NaturalKey.Split('|')[2]);

        Assert.Equal(["interview-y1w5", "y1w5"], suspended.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_suspension_without_an_end_takes_along_what_is_open() => Assert.True(
        Plan(Cdt(events: Suspended("2024-05-01", null)), "2024-05-20").Obligations.Single(obligation => obligation.NaturalKey.EndsWith("|y1w5", StringComparison.Ordinal)).Suspended);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_opens_after_the_end_of_a_measure(bool released)
    {
        MeasureEvent end = released ? Released("2024-06-30") : Terminated("2024-06-30");

        Assert.All(Plan(Cdt(events: end), "2024-12-01").Obligations, obligation => Assert.True(obligation.Opens <= Day("2024-06-30")));
    }

    [Fact]
    public void A_change_of_place_asks_to_report_and_sign_again()
    {
        var plan = Plan(Cdt(events: Transferred("2024-07-01", "2024-07-09")), "2024-12-01").Obligations;

        Assert.Equal((Day("2024-07-01"), Day("2024-07-16"), "R1.14"), Found(plan, $"R1.14|{measure}|2024-07-01"));
        Assert.Equal((Day("2024-07-09"), Day("2024-07-12"), "R1.20"), Found(plan, $"R1.20|{measure}|2024-07-01"));
    }

    [Fact]
    public void Missing_days_are_named()
    {
        var plan = Plan(Cdt(null) with { ServedOn = null }, "2024-02-01");

        Assert.Empty(plan.Obligations);
        Assert.Equal(["servedOn", "reportedOn"], plan.Missing.Select(gap => gap.Fact));
    }

    [Fact]
    public void A_term_without_a_schedule_is_named() => Assert.Equal(
        ["termYears"], Plan(Cdt() with { Kind = MeasureKind.Crh, TermYears = 1 }, "2024-02-01").Missing.Select(gap => gap.Fact));

    [Fact]
    public void Isolation_owes_the_preparation_of_its_end_only() => Assert.Equal(
        [$"R3.9|{measure}|release"], Plan(Cdt(null) with { Kind = MeasureKind.Cid }, "2024-02-01").Obligations.Select(obligation => obligation.NaturalKey));

    [Fact]
    public void Isolation_without_its_day_says_so() => Assert.Equal(
        ["orderedOn"], Plan(new MeasureHistory { Kind = MeasureKind.Cid }, "2024-02-01").Missing.Select(gap => gap.Fact));

    [Theory]
    [InlineData(null, 36)]
    [InlineData(RiskLevel.Low, 12)]
    [InlineData(RiskLevel.High, 159)]
    public void At_large_the_level_of_risk_sets_the_interviews(RiskLevel? level, int interviews)
    {
        var facts = new ObligationFacts(measure, new MeasureHistory { Kind = MeasureKind.AtLarge, OrderedOn = Day("2024-01-15") })
        {
            Risks = level is { } found ? [new(Day("2024-01-15"), found)] : [],
        };

        Assert.Equal(interviews, ObligationPlan.For(facts, TestPacks.National(), Day("2024-02-01")).Obligations.Count(obligation => obligation.Kind == ObligationKind.Interview));
    }

    [Fact]
    public void Maintenance_treatment_is_planned_a_year_ahead() => Assert.Equal(
        Day("2025-01-15"), Plan(new MeasureHistory { Kind = MeasureKind.Mmt, OrderedOn = Day("2023-01-15") }, "2024-02-01").Obligations
            .Where(obligation => obligation.Kind == ObligationKind.Interview).Max(obligation => obligation.Opens));

    static ObligationPlan Plan(MeasureHistory history, string today) => ObligationPlan.For(new ObligationFacts(measure, history), TestPacks.National(), Day(today));

    static (DateOnly Opens, DateOnly Closes, string Rule) Found(IEnumerable<PlannedObligation> plan, string key)
    {
        var found = Assert.Single(plan, obligation => obligation.NaturalKey == key);
        return (found.Opens, found.Closes, found.Rule);
    }
}
