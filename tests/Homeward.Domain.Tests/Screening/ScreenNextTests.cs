using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Screening;

/// <summary>What comes next of a screen that says nothing final yet, and when.</summary>
public class ScreenNextTests
{
    static readonly DisputeLimit limit = DisputeLimits.Of(TestPacks.National());
    static readonly DateOnly today = Day("2024-12-31");

    [Fact]
    public void A_positive_that_nobody_disputes_may_be_confirmed_on_the_first_day_on_which_no_rule_forbids_it()
    {
        var screen = Positive();
        var next = ScreenNext.Of(screen, null, limit)!;

        Assert.Equal((ScreenNextKind.Confirm, Day("2024-03-05")), (next.Kind, next.From!.Value));
        Assert.NotEmpty(screen.WhyNotConfirm(null, limit, next.From.Value.AddDays(-1)));
        Assert.Empty(screen.WhyNotConfirm(null, limit, next.From.Value));
        Assert.Equal((false, true), (next.IsOpenOn(Day("2024-03-04")), next.IsOpenOn(Day("2024-03-05"))));
    }

    [Fact]
    public void A_dispute_owes_its_next_step_by_its_last_day()
    {
        var screen = Positive();

        Assert.Equal(new ScreenNext(ScreenNextKind.Dispute, null, Day("2024-03-05"), DisputeStep.Decided), ScreenNext.Of(screen, Asked(screen), limit));
    }

    [Theory]
    [InlineData(true, "2024-03-13")]
    [InlineData(false, null)]
    public void What_was_told_may_be_made_final_when_no_recheck_can_be_asked_for_any_more(bool isPositive, string? from)
    {
        var screen = Positive();
        var dispute = Asked(screen);
        foreach (var step in new[]
        {
            new DisputeEntry(DisputeStep.Decided, Day("2024-03-03"), null, null, null), new DisputeEntry(DisputeStep.Sent, Day("2024-03-05"), "市鉴定中心", null, null),
            new DisputeEntry(DisputeStep.Reported, Day("2024-03-08"), null, "F1", isPositive), new DisputeEntry(DisputeStep.Told, Day("2024-03-09"), null, null, null),
        })
        {
            dispute.Take(step, limit, today);
        }

        var next = ScreenNext.Of(screen, dispute, limit)!;

        Assert.Equal((ScreenNextKind.Close, from is null ? null : (DateOnly?)Day(from)), (next.Kind, next.From));
        Assert.Empty(dispute.WhyNotClose(limit, next.From ?? Day("2024-03-09")));
    }

    [Fact]
    public void A_dispute_that_was_withdrawn_leaves_the_confirmation_from_its_end_on()
    {
        var screen = Positive();
        var dispute = Asked(screen);
        dispute.Take(new DisputeEntry(DisputeStep.Withdrawn, Day("2024-03-04"), null, null, null), limit, Day("2024-03-06"));

        Assert.Equal(new ScreenNext(ScreenNextKind.Confirm, Day("2024-03-06")), ScreenNext.Of(screen, dispute, limit));
    }

    [Fact]
    public void What_is_final_or_annulled_has_no_next_step_and_an_absence_waits_for_its_confirmation()
    {
        var (confirmed, annulled) = (Positive(), Positive());
        confirmed.Confirm(null, limit, Cases.Step(today));
        annulled.Annul(new Sealed([1, 2, 3]), today);

        Assert.Null(ScreenNext.Of(confirmed, null, limit));
        Assert.Null(ScreenNext.Of(annulled, null, limit));
        Assert.Equal(ScreenNextKind.ConfirmEvasion, ScreenNext.Of(Screened(ScreenOutcome.EvadedUnconfirmed, null), null, limit)!.Kind);
    }

    static Screen Positive() => Screened(ScreenOutcome.Done, ScreenResult.PositivePreliminary);

    static Screen Screened(ScreenOutcome outcome, ScreenResult? result) => new(Cases.Somebody(), null, new ScreenRecord
    {
        On = Day("2024-03-01"),
        Kind = ScreenKind.Scheduled,
        Specimen = Specimen.Urine,
        Outcome = outcome,
        Result = result,
        SampleA = "A1",
        SampleB = "B1",
    }, new EntryNote(Guid.CreateVersion7(), null, new DateTime(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc), Day("2024-03-01"), IsHistory: true));

    static ScreenDispute Asked(Screen screen) =>
        new(screen, new DisputeEntry(DisputeStep.Requested, Day("2024-03-02"), null, null, null), limit, new EntryNote(Guid.CreateVersion7(), null, default, today));
}
