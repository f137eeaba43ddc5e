using CsCheck;
using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Papers;

public class DossierTests
{
    const int Days = 15;

    static readonly DateOnly reported = Day("2024-01-15");

    [Fact]
    public void A_new_order_asks_for_its_receipt_and_for_nothing_else()
    {
        var dossier = Of(Cases.Ordered(), "2024-01-10");

        Assert.Equal([DossierSlot.Order], dossier.Gaps.Select(line => line.Slot));
        Assert.Equal((22, 1, 0, 0), (dossier.Lines.Count, dossier.Required, dossier.Complete, dossier.Rate!.Value));
    }

    [Theory]
    [InlineData("2024-01-15", SlotState.Awaited)]
    [InlineData("2024-01-30", SlotState.Awaited)]
    [InlineData("2024-01-31", SlotState.Missing)]
    public void What_the_report_asks_for_is_due_after_the_days_of_the_policy(string today, SlotState state)
    {
        var dossier = Of(Cases.Reported(), today);

        Assert.All([DossierSlot.RightsNotice, DossierSlot.Agreement, DossierSlot.Handbook, DossierSlot.HelpPlan, DossierSlot.HomeMap], slot => Assert.Equal(state, Line(dossier, slot).State));
        Assert.Equal(reported.AddDays(Days), Line(dossier, DossierSlot.Agreement).DueOn);
    }

    [Fact]
    public void Every_act_asks_for_a_paper_of_its_own()
    {
        var measure = Cases.Reported();
        Cases.Record(measure, MeasureActKind.Leave, "2024-02-10", facts => facts with { To = Day("2024-02-14"), ReportedInWriting = true });
        Cases.Record(measure, MeasureActKind.Returned, "2024-02-14");
        Cases.Record(measure, MeasureActKind.Leave, "2024-03-10", facts => facts with { To = Day("2024-03-14"), ReportedInWriting = true });

        var one = Line(Of(measure, "2024-03-20", Paper(DossierSlot.Leaves, "2024-02-10")), DossierSlot.Leaves);
        var two = Line(Of(measure, "2024-03-20", Paper(DossierSlot.Leaves, "2024-02-10"), Paper(DossierSlot.Leaves, "2024-03-10")), DossierSlot.Leaves);

        Assert.Equal((SlotState.Awaited, 2, Day("2024-03-25")), (one.State, one.Needed, one.DueOn!.Value));
        Assert.Equal(SlotState.Complete, two.State);
    }

    [Fact]
    public void A_no_show_asks_for_its_letter_and_for_a_certificate_of_its_own()
    {
        var measure = Cases.Ordered();
        Assert.Equal(PaperKind.BreachCertificate, DossierRules.PaperOf(DossierSlot.Breaches, measure));
        Cases.Record(measure, MeasureActKind.OverdueConfirmed, "2024-02-01");

        Assert.Equal([DossierSlot.Order, DossierSlot.Warnings, DossierSlot.Breaches], Of(measure, "2024-02-05").Gaps.Select(line => line.Slot));
        Assert.Equal([DossierSlot.Order, DossierSlot.Warnings], Of(measure, "2024-02-05", Paper(DossierRules.SlotOf(PaperKind.OverdueCertificate), "2024-02-01")).Gaps.Select(line => line.Slot));
        Assert.Equal((PaperKind.OverdueCertificate, PaperKind.Warning), (DossierRules.PaperOf(DossierSlot.Breaches, measure), DossierRules.PaperOf(DossierSlot.Warnings, measure)));
        Assert.True(DossierRules.Counts(PaperKind.OverdueCertificate));
    }

    [Fact]
    public void A_receipt_of_a_hand_over_does_not_stand_for_the_certificate() =>
        Assert.False(DossierRules.Counts(PaperKind.HandOverReceipt));

    [Fact]
    public void A_missed_window_is_a_gap_of_the_records_until_it_is_answered()
    {
        var line = Line(Of(Cases.Reported(), "2024-12-31"), DossierSlot.TestRecords);

        Assert.Equal(SlotState.Missing, line.State);
        Assert.True(line.Needed > 1);
    }

    [Fact]
    public void An_overdue_interview_is_a_gap_whatever_lies_in_the_slot()
    {
        var facts = Facts(Cases.Reported(), "2024-01-20", Filling(DossierSlot.Interviews, "2024-01-16"));

        Assert.Equal(SlotState.Complete, Line(Dossier.Of(facts), DossierSlot.Interviews).State);
        Assert.Equal(SlotState.Missing, Line(Dossier.Of(facts with { OverdueInterviews = 1 }), DossierSlot.Interviews).State);
    }

    [Theory]
    [InlineData("2027-01-14", SlotState.NotRequired)]
    [InlineData("2027-01-15", SlotState.Awaited)]
    public void The_approval_of_release_is_asked_for_when_the_term_is_over(string today, SlotState state) =>
        Assert.Equal(state, Line(Of(Cases.Reported(), today), DossierSlot.ReleaseApproval).State);

    [Fact]
    public void Every_paper_has_a_slot_and_every_slot_a_rule()
    {
        Assert.All(Enum.GetValues<PaperKind>(), kind => Assert.Contains(DossierRules.SlotOf(kind), Enum.GetValues<DossierSlot>()));
        Assert.All(Enum.GetValues<DossierSlot>(), slot => Assert.NotEmpty(DossierRules.Of(slot).Rule));
        Assert.Equal(22, DossierRules.All.Count());
    }

    /// <summary>Against a count of our own: a slot is complete when as many lie in it as acts and the report ask for; more never makes it less complete.</summary>
    [Fact]
    public void The_rate_is_what_counting_by_hand_gives_and_never_falls_when_a_paper_comes()
    {
        var slots = Gen.Enum<DossierSlot>();
        var fillings = Gen.Select(slots, Gen.Int[0, 600], Gen.Int[1, 3]).Array[0, 30];
        Gen.Select(fillings, Gen.Int[0, 900], Gen.Int[0, 2]).Sample((lying, after, leaves) =>
        {
            var today = reported.AddDays(after);
            var measure = Cases.Reported();
            for (var leave = 0; leave < leaves; leave++)
            {
                var on = reported.AddDays(20 + (leave * 30));
                Cases.Record(measure, MeasureActKind.Leave, $"{on:yyyy-MM-dd}", facts => facts with { To = on.AddDays(4), ReportedInWriting = true });
                Cases.Record(measure, MeasureActKind.Returned, $"{on.AddDays(4):yyyy-MM-dd}");
            }
            var all = lying.Select(one => Filling(one.Item1, $"{reported.AddDays(one.Item2):yyyy-MM-dd}") with { Times = one.Item3 }).ToArray();
            var dossier = Dossier.Of(Facts(measure, $"{today:yyyy-MM-dd}", all));
            var fewer = Dossier.Of(Facts(measure, $"{today:yyyy-MM-dd}", [.. all.Skip(1)]));

            var complete = ByHand(DossierSlot.Order, 1) + ByHand(DossierSlot.RightsNotice, 1) + ByHand(DossierSlot.Agreement, 1) + ByHand(DossierSlot.Handbook, 1) + ByHand(DossierSlot.HelpPlan, 1)
                + ByHand(DossierSlot.HomeMap, 1) + ByHand(DossierSlot.Interviews, 1) + ByHand(DossierSlot.Assessments, 1) + ByHand(DossierSlot.TestNotices, 1)
                + ByHand(DossierSlot.Leaves, Enumerable.Range(0, leaves).Count(leave => 20 + (leave * 30) <= after));
            Assert.Equal(complete, dossier.Lines.Count(line => line.State == SlotState.Complete && line.Slot is not (DossierSlot.TestRecords or DossierSlot.ReleaseApproval)));
            Assert.True(dossier.Complete >= fewer.Complete && dossier.Required == fewer.Required);
            Assert.InRange(dossier.Rate ?? 0, 0, 100);
            Assert.Equal(dossier.Rate == 100, !dossier.Gaps.Any());
            Assert.True(dossier.Rate is null or 99 or 100 || Math.Abs((100.0 * dossier.Complete / dossier.Required) - dossier.Rate.Value) <= 0.5);

            int ByHand(DossierSlot slot, int asked) => asked > 0 && all.Where(one => one.Slot == slot).Sum(one => one.Times) >= asked ? 1 : 0;
        }, iter: 2_000);
    }

    static Dossier Of(Measure measure, string today, params DossierFilling[] fillings) => Dossier.Of(Facts(measure, today, fillings));

    static DossierFacts Facts(Measure measure, string today, params DossierFilling[] fillings) =>
        new(measure, Cases.StateOn(measure, today)) { Days = Days, Today = Day(today), Fillings = fillings };

    static DossierFilling Paper(DossierSlot slot, string on) => new(slot, FillingSource.Paper, Guid.CreateVersion7(), Day(on));

    static DossierFilling Filling(DossierSlot slot, string on) => new(slot, FillingSource.Scan, Guid.CreateVersion7(), Day(on));

    static DossierLine Line(Dossier dossier, DossierSlot slot) => dossier.Lines.Single(line => line.Slot == slot);
}
