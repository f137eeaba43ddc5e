using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Screening;

/// <summary>A sample that was tampered with, diluted or swapped is an evasion of somebody who came: no notice proves it (rules R2.20).</summary>
public class TamperedScreenTests
{
    [Theory]
    [InlineData(EvasionReason.DidNotCome, false, "screening.notice-missing")]
    [InlineData(EvasionReason.DidNotCome, true, null)]
    [InlineData(EvasionReason.Tampered, false, null)]
    [InlineData(EvasionReason.Tampered, true, null)]
    [InlineData(null, false, "screening.notice-missing")]
    [InlineData(null, true, null)]
    public void Only_who_stayed_away_needs_a_served_notice(EvasionReason? reason, bool isNotified, string? code) =>
        Assert.Equal(code, Evaded(reason, ScreenKind.Spot).WhyNotConfirmEvasion(isNotified).Select(broken => broken.Code).SingleOrDefault());

    [Fact]
    public void An_evasion_without_a_stated_way_is_an_absence() => Assert.Equal(EvasionReason.DidNotCome, Evaded(null, ScreenKind.Scheduled).EvasionReason);

    [Fact]
    public void A_tampered_sample_counts_once_it_is_confirmed_and_not_before()
    {
        var screen = Evaded(EvasionReason.Tampered, ScreenKind.Spot);
        var measure = Cases.Reported();

        Assert.Equal(0, Counted(measure, screen));
        screen.ConfirmEvasion(isNotified: false, Cases.Step(Day("2024-03-04")));
        Assert.Equal(1, Counted(measure, screen));
    }

    [Theory]
    [InlineData(ScreenOutcome.Done)]
    [InlineData(ScreenOutcome.Refused)]
    [InlineData(ScreenOutcome.Excused)]
    [InlineData(ScreenOutcome.NotHeld)]
    public void What_was_not_evaded_has_no_way_of_evasion(ScreenOutcome outcome) =>
        Assert.Contains("screening.reason-without-evasion", WhyNot(Record(EvasionReason.Tampered, ScreenKind.Spot) with { Outcome = outcome }));

    [Fact]
    public void What_was_found_of_a_sample_is_told_with_it()
    {
        Assert.Equal(["screening.tampering-untold"], WhyNot(Record(EvasionReason.Tampered, ScreenKind.Spot) with { Remarks = null }));
        Assert.Empty(WhyNot(Record(EvasionReason.Tampered, ScreenKind.Spot)));
        Assert.Empty(WhyNot(Record(EvasionReason.DidNotCome, ScreenKind.Spot) with { Remarks = null }));
    }

    /// <summary>No evasion rests on a notice that did not have to be served.</summary>
    [Fact]
    public void A_notice_may_be_annulled_though_a_tampered_sample_was_confirmed_after_it()
    {
        var measure = Cases.Reported();
        Cases.Record(measure, MeasureActKind.NoticeServed, "2024-02-20");
        var screen = Evaded(EvasionReason.Tampered, ScreenKind.Scheduled, measure.Id);
        screen.ConfirmEvasion(isNotified: true, Cases.Step(Day("2024-03-04")));

        Assert.Empty(measure.WhyNotAnnul(measure.Acts[^1].Id, told: new NoticedScreens([screen], [])));
    }

    static int Counted(Measure measure, Screen screen) => MeasureClock.StateOf(measure.History(null, [screen]), TestPacks.National(), Day("2024-03-10")).Counters.Evaded;

    static IEnumerable<string> WhyNot(ScreenRecord record) => Domain.Screening.Screen.WhyNotRecord(Cases.Somebody(), record, Entry(isHistory: false)).Select(broken => broken.Code).Where(code => code is "screening.reason-without-evasion" or "screening.tampering-untold");

    static Screen Evaded(EvasionReason? reason, ScreenKind kind, Guid? measureId = null) => new(Cases.Somebody(), measureId, Record(reason, kind), Entry(isHistory: true));

    static ScreenRecord Record(EvasionReason? reason, ScreenKind kind) => new()
    {
        On = Day("2024-03-01"),
        Kind = kind,
        Specimen = Specimen.Urine,
        Outcome = ScreenOutcome.EvadedUnconfirmed,
        EvasionReason = reason,
        Remarks = new Sealed([1]),
    };

    static EntryNote Entry(bool isHistory) => new(Guid.CreateVersion7(), null, new DateTime(2024, 3, 10, 0, 0, 0, DateTimeKind.Utc), Day("2024-03-10"), isHistory);
}
