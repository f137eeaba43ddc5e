using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using Homeward.Domain.Worklist;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Worklist;

/// <summary>What suspicions and confirmed use make due, and what answers it.</summary>
public class ActPlanTests
{
    static readonly Guid measure = Guid.Parse("0190a1b2-0000-7000-8000-000000000001");
    static readonly MeasureEvent[] threeRefusals = [Screen("2024-02-01", ScreenFinding.Refused), Screen("2024-02-02", ScreenFinding.Refused), Screen("2024-02-03", ScreenFinding.Refused)];

    [Fact]
    public void A_breach_after_the_police_declined_is_due_anew()
    {
        MeasureEvent[] declined = [.. threeRefusals, new ConfirmedEvent(Day("2024-02-04"), Suspicion.Breach, Day("2024-02-05"), Day("2024-02-10"))];

        Assert.Equal(["R1.29 2024-02-03 2024-02-04"], Due(declined));
        Assert.Equal(["R1.29 2024-02-03 2024-02-04", "R1.29 2024-03-01 "], Due([.. declined, Screen("2024-03-01", ScreenFinding.Refused)]));
        Assert.Equal(["R1.29 2024-02-03 2024-02-04", "R1.29 2024-03-01 2024-03-02"],
            Due([.. declined, Screen("2024-03-01", ScreenFinding.Refused), new ConfirmedEvent(Day("2024-03-02"), Suspicion.Breach)]));
    }

    [Fact]
    public void What_is_added_to_a_breach_that_the_police_look_at_is_not_due_a_second_time() =>
        Assert.Equal(["R1.29 2024-02-03 2024-02-04"], Due([.. threeRefusals, new ConfirmedEvent(Day("2024-02-04"), Suspicion.Breach, Day("2024-02-05")), Screen("2024-03-01", ScreenFinding.Refused), Positive("2024-03-05")]));

    [Fact]
    public void A_confirmed_use_is_confirmed_as_a_breach_and_told_to_the_police()
    {
        Assert.Equal(["R1.30 2024-03-09 "], Due([Positive("2024-03-05", knownOn: "2024-03-09")]));
        Assert.Equal(["R1.30 2024-03-09 2024-03-10"], Due([Positive("2024-03-05", knownOn: "2024-03-09"), new ConfirmedEvent(Day("2024-03-10"), Suspicion.Breach)]));
        Assert.Equal(["R1.30 2024-03-05 2024-03-06", "R1.30 2024-05-05 "],
            Due([Positive("2024-03-05"), new ConfirmedEvent(Day("2024-03-06"), Suspicion.Breach, Day("2024-03-07"), Day("2024-03-08")), Positive("2024-05-05")]));
    }

    [Theory]
    [InlineData("2024-07-14", 0)]
    [InlineData("2024-07-15", 1)]
    public void Hair_that_may_show_the_time_before_the_measure_makes_nothing_due(string on, int due) =>
        Assert.Equal(due, Due([new ScreenEvent(Day(on), ScreenFinding.PositiveConfirmed, Specimen: Specimen.Hair)]).Count);

    [Fact]
    public void A_preliminary_positive_makes_nothing_due() => Assert.Empty(Due([new ScreenEvent(Day("2024-03-05"), ScreenFinding.PositivePreliminary)]));

    [Fact]
    public void Custody_lifts_no_duty_to_the_police() =>
        Assert.False(Plan([Suspended("2024-03-01", null), Positive("2024-03-05")]).Single(one => one.Kind == ObligationKind.ConfirmBreach).Suspended);

    [Fact]
    public void Who_reports_at_the_new_place_before_the_police_were_told_is_no_no_show()
    {
        MeasureEvent[] late = [Transferred("2024-05-01"), new ConfirmedEvent(Day("2024-05-18"), Suspicion.Overdue)];

        Assert.Single(Plan(late), one => one.Kind == ObligationKind.HandOver);
        Assert.DoesNotContain(Plan([Transferred("2024-05-01", "2024-05-20"), late[1]]), one => one.Kind == ObligationKind.HandOver);
    }

    static ScreenEvent Positive(string on, string? knownOn = null) =>
        new(Day(on), ScreenFinding.PositiveConfirmed, Specimen: Specimen.Urine) { ConfirmedOn = knownOn is null ? null : Day(knownOn) };

    static List<string> Due(IReadOnlyList<MeasureEvent> events) =>
        [.. Plan(events).Where(one => one.Kind == ObligationKind.ConfirmBreach).Select(one => $"{one.Rule} {one.Opens:yyyy-MM-dd} {one.DoneOn:yyyy-MM-dd}")];

    static IReadOnlyList<PlannedObligation> Plan(IReadOnlyList<MeasureEvent> events) =>
        ObligationPlan.For(new ObligationFacts(measure, Cdt(events: [.. events])), TestPacks.National(), Day("2024-09-01")).Obligations;
}
