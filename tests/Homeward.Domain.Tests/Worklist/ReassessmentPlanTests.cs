using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using Homeward.Domain.Worklist;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Worklist;

/// <summary>Risk is assessed anew at every event that may have changed it (rules R2.38).</summary>
public class ReassessmentPlanTests
{
    static readonly Guid measure = Guid.Parse("0190a1b2-0000-7000-8000-000000000001");

    public static TheoryData<MeasureEvent, string, string, string> Triggers => new()
    {
        { new ScreenEvent(Day("2024-05-10"), ScreenFinding.Refused), "missed-2024-05-10", "2024-05-10", "2024-05-17" },
        { new ScreenEvent(Day("2024-05-10"), ScreenFinding.Evaded) { ConfirmedOn = Day("2024-05-20") }, "missed-2024-05-20", "2024-05-20", "2024-05-27" },
        { new ScreenEvent(Day("2024-05-10"), ScreenFinding.PositiveConfirmed) { ConfirmedOn = Day("2024-05-16") }, "positive-2024-05-16", "2024-05-16", "2024-05-23" },
        { new SuspensionEvent(Day("2024-05-01"), Day("2024-05-20")), "detention-2024-05-21", "2024-05-21", "2024-05-28" },
    };

    [Theory]
    [MemberData(nameof(Triggers))]
    public void An_event_asks_for_a_new_assessment_within_days(MeasureEvent happened, string period, string opens, string closes)
    {
        var asked = Assert.Single(Asked(Cdt(events: happened), "2024-06-01"));

        Assert.Equal(($"R2.38|{measure}|{period}", Day(opens), Day(closes), null), (asked.NaturalKey, asked.Opens, asked.Closes, asked.DoneOn));
    }

    [Theory]
    [InlineData(ScreenFinding.Negative)]
    [InlineData(ScreenFinding.PositivePreliminary)]
    [InlineData(ScreenFinding.Excused)]
    [InlineData(ScreenFinding.Invalid)]
    public void What_is_not_confirmed_asks_for_nothing(ScreenFinding finding) =>
        Assert.Empty(Asked(Cdt(events: new ScreenEvent(Day("2024-05-10"), finding)), "2024-06-01"));

    [Fact]
    public void Nobody_is_assessed_while_detained() => Assert.Empty(Asked(Cdt(events: Suspended("2024-05-01", null)), "2024-06-01"));

    [Fact]
    public void Who_comes_from_isolation_is_assessed_within_the_days_of_reporting() =>
        Assert.Equal(Day("2024-01-30"), Assert.Single(Asked(Cdt() with { Kind = MeasureKind.Crh }, "2024-02-01")).Closes);

    [Fact]
    public void The_first_assessment_from_that_day_on_fulfils_it_and_one_before_does_not()
    {
        var history = Cdt(events: new ScreenEvent(Day("2024-05-10"), ScreenFinding.Refused));

        Assert.Null(Assert.Single(Asked(history, "2024-06-01", "2024-05-09")).DoneOn);
        Assert.Equal(Day("2024-05-10"), Assert.Single(Asked(history, "2024-06-01", "2024-05-10", "2024-05-30")).DoneOn);
        Assert.Equal(Day("2024-05-30"), Assert.Single(Asked(history, "2024-06-01", "2024-05-09", "2024-05-30")).DoneOn);
    }

    /// <summary>What a contact told asks from its day on, by the days of its own word; a word that the policy leaves out asks for nothing.</summary>
    [Fact]
    public void A_death_in_the_family_or_a_loss_of_work_asks_within_the_days_of_the_policy()
    {
        var pack = TestPacks.With((PolicyKeys.RiskTriggerDays, new PolicyValue("R2.38", Evidence.Proposed) { Map = new Dictionary<string, decimal> { ["jobLoss"] = 5 } }));
        var facts = new ObligationFacts(measure, Cdt()) { LifeEvents = [("jobLoss", Day("2024-05-10")), ("bereavement", Day("2024-05-12")), ("jobLoss", Day("2023-12-01"))] };

        var asked = Assert.Single(ObligationPlan.For(facts, pack, Day("2024-06-01")).Obligations, planned => planned.Kind == ObligationKind.RiskReassessment && planned.NaturalKey.Contains("Loss", StringComparison.Ordinal));

        Assert.Equal(($"R2.38|{measure}|jobLoss-2024-05-10", Day("2024-05-10"), Day("2024-05-15")), (asked.NaturalKey, asked.Opens, asked.Closes));
    }

    [Fact]
    public void Two_events_of_one_day_ask_once() => Assert.Single(Asked(
        Cdt(events: [new ScreenEvent(Day("2024-05-10"), ScreenFinding.Refused), new ScreenEvent(Day("2024-05-10"), ScreenFinding.Evaded)]), "2024-06-01"));

    [Fact]
    public void A_place_that_leaves_an_event_out_is_asked_nothing()
    {
        var silent = new PolicyPack(
            new PolicyLayer
            {
                Name = "silent",
                Version = "1",
                Level = PolicyLevel.District,
                EffectiveFrom = new(2020, 1, 1),
                Values = new Dictionary<string, PolicyValue> { ["riskTriggerDays"] = new("R2.38", Evidence.Proposed) { Map = new Dictionary<string, decimal> { ["positive"] = 7 } } },
            },
            TestPacks.National());
        var facts = new ObligationFacts(measure, Cdt(events: new ScreenEvent(Day("2024-05-10"), ScreenFinding.Refused)));

        Assert.DoesNotContain(ObligationPlan.For(facts, silent, Day("2024-06-01")).Obligations, IsTriggered);
    }

    static List<PlannedObligation> Asked(MeasureHistory history, string today, params string[] assessed)
    {
        var facts = new ObligationFacts(measure, history) { Risks = [.. assessed.Select(day => new RiskStep(Day(day), RiskLevel.Medium))] };
        return [.. ObligationPlan.For(facts, TestPacks.National(), Day(today)).Obligations.Where(IsTriggered)];
    }

    static bool IsTriggered(PlannedObligation obligation) => obligation.Kind == ObligationKind.RiskReassessment && obligation.OnlySinceKnown;
}
