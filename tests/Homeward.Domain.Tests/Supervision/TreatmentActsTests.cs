using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using static Homeward.Domain.Tests.Supervision.Cases;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Supervision;

/// <summary>The life cycles of maintenance treatment, voluntary detox and residential rehabilitation (rules 1.2, R5.13, R5.14).</summary>
public class TreatmentActsTests
{
    [Fact]
    public void A_missed_clinic_alerts_after_seven_days_and_is_looked_at_again_after_fifteen()
    {
        var measure = Enrolled();
        Record(measure, MeasureActKind.ClinicMissed, "2024-05-01");

        Assert.Equal([("2024-05-07", "2024-05-14", null), ("2024-05-15", "2024-05-22", null)], Checks(measure, "2024-05-20"));
    }

    [Theory]
    [InlineData("2024-05-07", 0)]
    [InlineData("2024-05-08", 1)]
    [InlineData("2024-05-15", 1)]
    [InlineData("2024-05-16", 2)]
    public void Who_comes_again_before_the_day_of_a_check_is_not_asked_for(string on, int checks)
    {
        var measure = Enrolled();
        Record(measure, MeasureActKind.ClinicMissed, "2024-05-01");
        Record(measure, MeasureActKind.ClinicResumed, on);

        var planned = Checks(measure, "2024-06-01");
        Assert.Equal(checks, planned.Count);
        Assert.All(planned, check => Assert.Equal(on, check.Done));
        Assert.Equal(MeasureStatus.Active, StateOn(measure, "2024-06-01").Status);
    }

    [Fact]
    public void Who_came_after_all_on_the_first_day_and_then_stayed_away_is_looked_for()
    {
        var measure = Enrolled();
        Record(measure, MeasureActKind.ClinicMissed, "2024-05-01");
        Record(measure, MeasureActKind.ClinicResumed, "2024-05-01");
        Record(measure, MeasureActKind.ClinicMissed, "2024-05-01");

        Assert.Equal(["2024-05-07", "2024-05-15"], Checks(measure, "2024-05-20").Select(check => check.Opens));
        Assert.Equal(Day("2024-05-15"), StateOn(measure, "2024-05-20").DropOutFrom);
    }

    [Fact]
    public void A_return_to_the_clinic_is_not_annulled_while_a_later_interruption_stands()
    {
        var measure = Enrolled();
        Record(measure, MeasureActKind.ClinicMissed, "2024-05-01");
        Record(measure, MeasureActKind.ClinicResumed, "2024-05-10");
        Record(measure, MeasureActKind.ClinicMissed, "2024-06-01");

        Assert.Equal(["supervision.begun-since"], measure.WhyNotAnnul(measure.Acts[1].Id).Select(broken => broken.Code));
    }

    [Fact]
    public void A_drop_out_is_confirmed_not_before_the_fifteenth_day_and_ends_the_measure_for_that_reason()
    {
        var measure = Enrolled();
        Assert.Equal(["supervision.nothing-to-end"], AllRefused(measure, MeasureActKind.DroppedOut, "2024-05-15"));
        Record(measure, MeasureActKind.ClinicMissed, "2024-05-01");
        Assert.Equal(["supervision.too-early-for-drop-out"], AllRefused(measure, MeasureActKind.DroppedOut, "2024-05-14"));

        Record(measure, MeasureActKind.DroppedOut, "2024-05-15");

        Assert.Equal((Day("2024-05-15"), TreatmentReasons.DropOut, MeasureStatus.Terminated), (measure.EndedOn!.Value, measure.Acts[^1].Reason, StateOn(measure, "2024-05-16").Status));
        Assert.True(ActRules.Of(MeasureActKind.DroppedOut).Confirms);
        Assert.Equal(["2024-05-15", "2024-05-15"], Checks(measure, "2024-05-16").Select(check => check.Done));
    }

    [Fact]
    public void An_annulled_drop_out_opens_the_measure_with_its_interruption()
    {
        var measure = Enrolled();
        Record(measure, MeasureActKind.ClinicMissed, "2024-05-01");
        Record(measure, MeasureActKind.DroppedOut, "2024-05-20");

        measure.Annul(measure.Acts[^1].Id, new Foundation.Sealed([1]), Day("2024-05-21"));

        Assert.True(measure.IsOpen);
        Assert.Equal(Day("2024-05-15"), StateOn(measure, "2024-05-21").DropOutFrom);
        Assert.Equal(["supervision.already-missing"], AllRefused(measure, MeasureActKind.ClinicMissed, "2024-05-21"));
    }

    [Theory]
    [InlineData(MeasureKind.Mmt, "completed", MeasureStatus.Released)]
    [InlineData(MeasureKind.Mmt, "movedClinic", MeasureStatus.Terminated)]
    [InlineData(MeasureKind.Vol, "expelled", MeasureStatus.Terminated)]
    [InlineData(MeasureKind.Drc, "completed", MeasureStatus.Released)]
    public void A_treatment_ends_completed_or_is_left(MeasureKind kind, string reason, MeasureStatus status)
    {
        var measure = Of(kind, new MeasureFacts { OrderedOn = Day("2024-01-02") });

        Record(measure, MeasureActKind.TreatmentEnded, "2024-05-01", facts => facts with { Reason = reason });

        Assert.Equal((status, Day("2024-05-01")), (StateOn(measure, "2024-05-02").Status, measure.EndedOn!.Value));
    }

    [Theory]
    [InlineData(MeasureKind.Mmt, "expelled")]
    [InlineData(MeasureKind.Mmt, "dropOut")]
    [InlineData(MeasureKind.Vol, "movedClinic")]
    public void A_treatment_ends_only_for_a_reason_that_it_knows(MeasureKind kind, string reason) => Assert.Equal(
        ["supervision.reason-not-here"],
        AllRefused(Of(kind, new MeasureFacts { OrderedOn = Day("2024-01-02") }), MeasureActKind.TreatmentEnded, "2024-05-01", facts => facts with { Reason = reason }));

    [Fact]
    public void A_voluntary_measure_lasts_as_agreed_and_is_prolonged_forward_only()
    {
        var measure = Of(MeasureKind.Vol, new MeasureFacts { OrderedOn = Day("2024-01-02") });
        Assert.Null(StateOn(measure, "2024-01-20").EndsOn);
        Assert.Equal(["supervision.nothing-to-end"], AllRefused(measure, MeasureActKind.Prolonged, "2024-02-01", facts => facts with { To = Day("2024-06-30") }));

        Record(measure, MeasureActKind.Agreed, "2024-01-20", facts => facts with { To = Day("2024-03-31") });
        Assert.Equal((MeasureStatus.Active, MeasureStatus.Expired), (StateOn(measure, "2024-03-31").Status, StateOn(measure, "2024-04-01").Status));
        Assert.Equal(["supervision.agreed-already"], AllRefused(measure, MeasureActKind.Agreed, "2024-02-01", facts => facts with { To = Day("2024-06-30") }));
        Assert.Equal(["supervision.not-later"], AllRefused(measure, MeasureActKind.Prolonged, "2024-02-01", facts => facts with { To = Day("2024-03-31") }));
        Record(measure, MeasureActKind.Prolonged, "2024-03-25", facts => facts with { To = Day("2024-06-30") });

        Assert.Equal(Day("2024-06-30"), StateOn(measure, "2024-04-01").EndsOn);
        Assert.Equal(Day("2024-03-31"), measure.History(null, []).On("2024-03-24").EndsOn);
        Assert.Contains("supervision.act-answered", measure.WhyNotAnnul(measure.Acts[0].Id).Select(broken => broken.Code));
        measure.Annul(measure.Acts[^1].Id, new Foundation.Sealed([1]), Day("2024-04-02"));
        Assert.Equal(MeasureStatus.Expired, StateOn(measure, "2024-04-02").Status);
    }

    [Fact]
    public void Before_an_agreed_last_day_a_new_agreement_is_due_and_the_new_one_fulfils_it()
    {
        var measure = Of(MeasureKind.Drc, new MeasureFacts { OrderedOn = Day("2024-01-02") });
        Record(measure, MeasureActKind.Agreed, "2024-01-20", facts => facts with { To = Day("2024-03-31") });
        Record(measure, MeasureActKind.Prolonged, "2024-03-25", facts => facts with { To = Day("2024-06-30") });

        Assert.Equal(
            [("2024-03-01", "2024-03-31", "2024-03-25"), ("2024-05-31", "2024-06-30", null)],
            Due(measure, "2024-04-01", ObligationKind.ProlongAgreement));
    }

    [Theory]
    [InlineData(MeasureKind.Mmt, MeasureActKind.Agreed)]
    [InlineData(MeasureKind.Vol, MeasureActKind.ClinicMissed)]
    [InlineData(MeasureKind.Vol, MeasureActKind.Released)]
    [InlineData(MeasureKind.Drc, MeasureActKind.Escaped)]
    [InlineData(MeasureKind.Mmt, MeasureActKind.Leave)]
    public void No_measure_takes_the_acts_of_another(MeasureKind kind, MeasureActKind act) =>
        Assert.Contains("supervision.not-for-this-measure", AllRefused(Of(kind, new MeasureFacts { OrderedOn = Day("2024-01-02") }), act, "2024-05-01", facts => facts with { To = Day("2024-06-01") }));

    static Measure Enrolled() => Of(MeasureKind.Mmt, new MeasureFacts { OrderedOn = Day("2024-01-02") });

    static List<(string Opens, string Closes, string? Done)> Checks(Measure measure, string today) => Due(measure, today, ObligationKind.ClinicCheck);

    static List<(string Opens, string Closes, string? Done)> Due(Measure measure, string today, ObligationKind kind) =>
        [.. ObligationPlan.For(new ObligationFacts(measure.Id, measure.History(null, [])), TestPacks.National(), Day(today)).Obligations
            .Where(due => due.Kind == kind).Select(due => ($"{due.Opens:yyyy-MM-dd}", $"{due.Closes:yyyy-MM-dd}", due.DoneOn is { } on ? $"{on:yyyy-MM-dd}" : null))];
}
