using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Screening;

public class ScreenDisputeTests
{
    static readonly DisputeLimit limit = DisputeLimits.Of(TestPacks.National());
    static readonly DateOnly today = Day("2024-12-31");

    [Theory]
    [InlineData("2024-03-04", null)]
    [InlineData("2024-03-05", "screening.dispute-too-late")]
    public void The_client_asks_within_three_days_of_the_screen(string on, string? code) =>
        Assert.Equal(code, Broken(() => Asked(Positive(), on)));

    [Fact]
    public void A_negative_laboratory_overturns_the_positive()
    {
        var screen = Positive();
        var dispute = Told(screen, isPositive: false);

        dispute.Close(screen, limit, Cases.Step(today));

        Assert.Equal((ScreenResult.Negative, today), (screen.Result, screen.OverturnedOn!.Value));
    }

    [Fact]
    public void A_positive_laboratory_waits_for_the_recheck_that_may_still_be_asked_for()
    {
        var screen = Positive();
        var dispute = Told(screen, isPositive: true);
        var told = dispute.Entries[^1].On;

        Assert.Equal("screening.dispute-still-time", Broken(() => dispute.Close(screen, limit, Cases.Step(told.AddDays(3)))));
        dispute.Close(screen, limit, Cases.Step(told.AddDays(4)));

        Assert.Equal(ScreenResult.PositiveConfirmed, screen.Result);
    }

    [Theory]
    [InlineData("市鉴定中心", "screening.same-laboratory")]
    [InlineData(" 市鉴定中心 ", "screening.same-laboratory")]
    [InlineData("华东鉴定所", null)]
    public void The_recheck_is_done_by_another_institution(string laboratory, string? code)
    {
        var dispute = Told(Positive(), isPositive: true);
        Step(dispute, DisputeStep.RecheckRequested);
        Step(dispute, DisputeStep.RecheckDecided);

        Assert.Equal(code, Broken(() => dispute.Take(new DisputeEntry(DisputeStep.RecheckSent, dispute.Entries[^1].On, laboratory, null, null), limit, today)));
    }

    [Fact]
    public void The_last_word_is_the_rechecks()
    {
        var screen = Positive();
        var dispute = Told(screen, isPositive: true);
        Step(dispute, DisputeStep.RecheckRequested);
        Step(dispute, DisputeStep.RecheckDecided);
        dispute.Take(new DisputeEntry(DisputeStep.RecheckSent, dispute.Entries[^1].On, "华东鉴定所", null, null), limit, today);
        dispute.Take(new DisputeEntry(DisputeStep.RecheckReported, dispute.Entries[^1].On, null, "F2", false), limit, today);
        Step(dispute, DisputeStep.RecheckTold);

        dispute.Close(screen, limit, Cases.Step(today));

        Assert.Equal((ScreenResult.Negative, false), (screen.Result!.Value, dispute.IsPositive!.Value));
    }

    [Fact]
    public void No_step_is_skipped_and_nothing_follows_the_close()
    {
        var screen = Positive();
        var dispute = Asked(screen, "2024-03-02");

        Assert.Equal("screening.dispute-out-of-order", Broken(() => Step(dispute, DisputeStep.Sent)));
        Assert.Equal("screening.dispute-no-result", Broken(() => dispute.Close(screen, limit, Cases.Step(today))));
    }

    [Theory]
    [InlineData(DisputeStep.Refused)]
    [InlineData(DisputeStep.Withdrawn)]
    public void A_dispute_that_is_refused_or_withdrawn_leaves_the_result_preliminary_and_free_to_confirm(DisputeStep end)
    {
        var screen = Positive();
        var dispute = Asked(screen, "2024-03-02");

        dispute.Take(new DisputeEntry(end, Day("2024-03-04"), null, "不予1", null), limit, today);

        Assert.Equal((today, null, ScreenResult.PositivePreliminary), (dispute.ClosedOn!.Value, dispute.IsPositive, screen.Result!.Value));
        Assert.Empty(screen.WhyNotConfirm(dispute, limit, Day("2024-03-04")));
        Assert.Equal("screening.dispute-closed", Broken(() => Step(dispute, DisputeStep.Sent)));
    }

    [Fact]
    public void A_refusal_needs_the_paper_of_the_police_and_comes_while_they_decide()
    {
        var dispute = Asked(Positive(), "2024-03-02");

        Assert.Equal("screening.decision-missing", Broken(() => Step(dispute, DisputeStep.Refused)));
        Step(dispute, DisputeStep.Decided);
        Assert.Equal("screening.dispute-out-of-order", Broken(() => dispute.Take(new DisputeEntry(DisputeStep.Refused, Day("2024-03-04"), null, "不予1", null), limit, today)));
        Assert.Equal([DisputeStep.Withdrawn], dispute.Ends);
        dispute.Take(new DisputeEntry(DisputeStep.Sent, dispute.Entries[^1].On, "上海市毒品检验所", null, null), limit, today);
        Assert.Empty(dispute.Ends);
    }

    [Theory]
    [InlineData(DisputeStep.Refused)]
    [InlineData(DisputeStep.Withdrawn)]
    public void A_recheck_that_is_refused_or_withdrawn_leaves_the_result_of_the_laboratory(DisputeStep end)
    {
        var screen = Positive();
        var dispute = Told(screen, isPositive: true);
        Assert.Equal("screening.dispute-out-of-order", Broken(() => Step(dispute, DisputeStep.Withdrawn)));
        Step(dispute, DisputeStep.RecheckRequested);
        dispute.Take(new DisputeEntry(end, dispute.Entries[^1].On, null, "不予2", null), limit, today);

        Assert.Null(dispute.ClosedOn);
        dispute.Close(screen, limit, Cases.Step(today));
        Assert.Equal((true, ScreenResult.PositiveConfirmed), (dispute.IsPositive!.Value, screen.Result!.Value));
    }

    [Theory]
    [InlineData(DisputeStep.Decided, 3)]
    [InlineData(DisputeStep.Sent, 3)]
    [InlineData(DisputeStep.Reported, 3)]
    [InlineData(DisputeStep.Told, 1)]
    [InlineData(DisputeStep.RecheckTold, 1)]
    public void Each_step_has_its_days(DisputeStep step, int days) => Assert.Equal(Day("2024-03-10").AddDays(days), limit(step, Day("2024-03-10")));

    [Theory]
    [InlineData("2024-09-01", "screening.samples-to-keep")]
    [InlineData("2024-09-02", null)]
    public void Samples_are_kept_for_six_months_and_destroyed_by_two(string on, string? code)
    {
        var screen = Positive();

        Assert.Equal(code, Broken(() => screen.DisposeSamples(Day(on), "甲", "乙", inDispute: false, today)));
        Assert.Equal(code is null ? "screening.no-samples" : "screening.two-dispose", Broken(() => screen.DisposeSamples(Day("2024-10-01"), "甲", "甲 ", inDispute: false, today), code is null ? 0 : ^1));
    }

    [Fact]
    public void Samples_in_dispute_are_not_destroyed() =>
        Assert.Equal("screening.samples-in-dispute", Broken(() => Positive().DisposeSamples(Day("2024-10-01"), "甲", "乙", inDispute: true, today)));

    static Screen Positive() => new(Cases.Somebody(), null, new ScreenRecord
    {
        On = Day("2024-03-01"),
        Kind = ScreenKind.Scheduled,
        Specimen = Specimen.Urine,
        Outcome = ScreenOutcome.Done,
        Result = ScreenResult.PositivePreliminary,
        SampleA = "A1",
        SampleB = "B1",
        KeepSamplesUntil = Day("2024-09-01"),
    }, new EntryNote(Guid.CreateVersion7(), null, new DateTime(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc), Day("2024-03-01"), IsHistory: true));

    static ScreenDispute Asked(Screen screen, string on) =>
        new(screen, new DisputeEntry(DisputeStep.Requested, Day(on), null, null, null), limit, new EntryNote(Guid.CreateVersion7(), null, default, today));

    static ScreenDispute Told(Screen screen, bool isPositive)
    {
        var dispute = Asked(screen, "2024-03-02");
        Step(dispute, DisputeStep.Decided);
        dispute.Take(new DisputeEntry(DisputeStep.Sent, dispute.Entries[^1].On.AddDays(1), "市鉴定中心", null, null), limit, today);
        dispute.Take(new DisputeEntry(DisputeStep.Reported, dispute.Entries[^1].On.AddDays(2), null, "F1", isPositive), limit, today);
        Step(dispute, DisputeStep.Told);
        return dispute;
    }

    static void Step(ScreenDispute dispute, DisputeStep step) => dispute.Take(new DisputeEntry(step, dispute.Entries[^1].On, null, null, null), limit, today);

    static string? Broken(Action act, Index? which = null)
    {
        try
        {
            act();
            return null;
        }
        catch (RulesBrokenException broken)
        {
            return broken.Rules[which ?? 0].Code;
        }
    }
}
