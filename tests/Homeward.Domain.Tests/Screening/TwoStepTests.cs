using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;

namespace Homeward.Domain.Tests.Screening;

/// <summary>Evasions and positives are recorded first and confirmed later (rules R2.9, R2.19).</summary>
public class TwoStepTests
{
    static readonly PolicyPack pack = TestPacks.National();

    [Theory]
    [InlineData(ScreenOutcome.EvadedConfirmed, null, false, "screening.evasion-in-two-steps")]
    [InlineData(ScreenOutcome.EvadedUnconfirmed, null, false, null)]
    [InlineData(ScreenOutcome.EvadedConfirmed, null, true, null)]
    [InlineData(ScreenOutcome.Done, ScreenResult.PositiveConfirmed, false, "screening.positive-in-two-steps")]
    [InlineData(ScreenOutcome.Done, ScreenResult.PositivePreliminary, false, null)]
    [InlineData(ScreenOutcome.Done, ScreenResult.PositiveConfirmed, true, null)]
    public void Nobody_records_as_confirmed_what_a_second_step_confirms(ScreenOutcome outcome, ScreenResult? result, bool isHistory, string? code) =>
        Assert.Equal(code, Screen.WhyNotRecord(Cases.Somebody(), Record("2024-03-01") with { Outcome = outcome, Result = result, SampleA = result is null ? null : "A1", SampleB = result is null ? null : "B1" }, Entry(isHistory)).Select(broken => broken.Code).SingleOrDefault());

    [Fact]
    public void An_evasion_without_a_served_notice_stays_unconfirmed()
    {
        var screen = Missed("2024-03-01");

        Assert.Equal(["screening.notice-missing"], screen.WhyNotConfirmEvasion(isNotified: false).Select(broken => broken.Code));
        Assert.Throws<RulesBrokenException>(() => screen.ConfirmEvasion(isNotified: false, Cases.Step(Histories.Day("2024-03-04"))));
        Assert.Equal(ScreenOutcome.EvadedUnconfirmed, screen.Outcome);
        screen.ConfirmEvasion(isNotified: true, Cases.Step(Histories.Day("2024-03-04")));
        Assert.Equal(ScreenOutcome.EvadedConfirmed, screen.Outcome);
    }

    [Theory]
    [InlineData("2024-03-01", null, true)]
    [InlineData("2024-03-02", null, false)]
    [InlineData("2024-02-16", null, true)]
    [InlineData("2024-02-15", null, false)]
    [InlineData("2024-01-20", 2, true)]
    [InlineData("2024-02-10", 1, false)]
    [InlineData("2024-02-20", 3, false)]
    public void A_notice_is_of_the_window_or_came_since_the_screen_before(string served, int? index, bool isNotified)
    {
        var measure = Cases.Reported();
        Cases.Record(measure, MeasureActKind.NoticeServed, served, facts => facts with { Year = index is null ? null : 1, Index = index }, today: "2024-03-10");

        Assert.Equal(isNotified, measure.IsNotified(Missed("2024-03-01"), new([Missed("2024-02-15")], Windows(measure))));
    }

    [Fact]
    public void One_notice_proves_one_absence()
    {
        var measure = Cases.Reported();
        Cases.Record(measure, MeasureActKind.NoticeServed, "2024-02-15", facts => facts with { To = Histories.Day("2024-03-01") });

        Assert.True(measure.IsNotified(Missed("2024-03-01"), new([Missed("2024-02-15")], Windows(measure))));
        Assert.False(measure.IsNotified(Missed("2024-03-02"), new([], Windows(measure))));
    }

    [Fact]
    public void An_annulled_notice_is_none()
    {
        var measure = Cases.Reported();
        Cases.Record(measure, MeasureActKind.NoticeServed, "2024-02-20");
        measure.Annul(measure.Acts[^1].Id, new Sealed([1]), Histories.Day("2024-03-10"));

        Assert.False(measure.IsNotified(Missed("2024-03-01"), new([], Windows(measure))));
    }

    [Fact]
    public void A_notice_stands_while_an_evasion_that_was_confirmed_on_it_does_and_no_other_proves_it()
    {
        var measure = Cases.Reported();
        Cases.Record(measure, MeasureActKind.NoticeServed, "2024-02-20");
        var notice = measure.Acts[^1].Id;
        var missed = new Screen(Cases.Somebody(), measure.Id, Record("2024-03-01"), Entry(isHistory: true));
        var told = new NoticedScreens([missed], Windows(measure));

        Assert.Empty(measure.WhyNotAnnul(notice, told: told));
        missed.ConfirmEvasion(isNotified: true, Cases.Step(Histories.Day("2024-03-04")));
        Assert.Equal(["supervision.rests-on-notice"], measure.WhyNotAnnul(notice, told: told).Select(broken => broken.Code));
        Assert.Throws<RulesBrokenException>(() => measure.Annul(notice, new Sealed([1]), Histories.Day("2024-03-10"), told: told));
        Cases.Record(measure, MeasureActKind.NoticeServed, "2024-02-25");
        Assert.Empty(measure.WhyNotAnnul(notice, told: told));
        measure.Annul(notice, new Sealed([1]), Histories.Day("2024-03-10"), told: told);
        Assert.Equal(["supervision.rests-on-notice"], measure.WhyNotAnnul(measure.Acts[^1].Id, told: told).Select(broken => broken.Code));
        missed.Annul(new Sealed([1]), Histories.Day("2024-03-10"));
        Assert.Empty(measure.WhyNotAnnul(measure.Acts[^1].Id, told: told));
    }

    [Fact]
    public void Of_two_absences_that_one_notice_fits_it_proves_one_in_whatever_order_they_are_confirmed()
    {
        var measure = Cases.Reported();
        Cases.Record(measure, MeasureActKind.NoticeServed, "2024-02-20", facts => facts with { Year = 1, Index = 2 });
        var (first, second) = (Under(measure, "2024-03-01"), Under(measure, "2024-03-05"));
        var told = new NoticedScreens([first, second], Windows(measure));

        Assert.True(measure.IsNotified(first, told));
        second.ConfirmEvasion(measure.IsNotified(second, told), Cases.Step(Histories.Day("2024-03-06")));
        Assert.False(measure.IsNotified(first, told));
        // A notice that fits the second alone sets the first one free.
        Cases.Record(measure, MeasureActKind.NoticeServed, "2024-03-02", facts => facts with { To = Histories.Day("2024-03-05") });
        Assert.True(measure.IsNotified(first, told));
    }

    [Fact]
    public void A_scheduled_and_a_spot_evasion_of_one_day_need_two_notices_and_a_window_is_of_the_scheduled_one()
    {
        var measure = Cases.Reported();
        Cases.Record(measure, MeasureActKind.NoticeServed, "2024-02-20", facts => facts with { Year = 1, Index = 2 });
        var (scheduled, spot) = (Under(measure, "2024-03-01"), Under(measure, "2024-03-01", ScreenKind.Spot));
        var told = new NoticedScreens([scheduled, spot], Windows(measure));

        Assert.False(measure.IsNotified(spot, told));
        scheduled.ConfirmEvasion(measure.IsNotified(scheduled, told), Cases.Step(Histories.Day("2024-03-06")));
        Cases.Record(measure, MeasureActKind.NoticeServed, "2024-02-28");
        Assert.True(measure.IsNotified(spot, told));
    }

    static Screen Under(Measure measure, string on, ScreenKind kind = ScreenKind.Scheduled) => new(Cases.Somebody(), measure.Id, Record(on) with { Kind = kind }, Entry(isHistory: true));

    static IReadOnlyList<ScreeningWindow> Windows(Measure measure) => MeasureClock.Windows(measure.History(null, []), pack, Histories.Day("2024-03-10"));

    static Screen Missed(string on) => new(Cases.Somebody(), null, Record(on), Entry(isHistory: true));

    static ScreenRecord Record(string on) => new()
    {
        On = Histories.Day(on),
        Kind = ScreenKind.Scheduled,
        Specimen = Specimen.Urine,
        Outcome = ScreenOutcome.EvadedUnconfirmed,
        FirstTester = "甲",
        SecondTester = "乙",
        Collector = "甲",
        SampleA = "A1",
        SampleB = "B1",
    };

    static EntryNote Entry(bool isHistory) => new(Guid.CreateVersion7(), null, new DateTime(2024, 3, 10, 0, 0, 0, DateTimeKind.Utc), Histories.Day("2024-03-10"), isHistory);
}
