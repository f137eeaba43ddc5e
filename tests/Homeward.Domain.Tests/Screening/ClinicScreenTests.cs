using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Tests.Supervision;
using Homeward.Domain.Worklist;
using static Homeward.Domain.Tests.Supervision.Cases;

namespace Homeward.Domain.Tests.Screening;

/// <summary>A screen that the clinic of a maintenance treatment made and told the office (R2.14).</summary>
public class ClinicScreenTests
{
    [Theory]
    [InlineData("A clinic", ScreenOutcome.Done, null)]
    [InlineData(" ", ScreenOutcome.Done, "screening.clinic-missing")]
    [InlineData(null, ScreenOutcome.Done, "screening.clinic-missing")]
    [InlineData("A clinic", ScreenOutcome.Refused, "screening.clinic-tells-of-tests")]
    [InlineData("A clinic", ScreenOutcome.EvadedUnconfirmed, "screening.clinic-tells-of-tests")]
    [InlineData("A clinic", ScreenOutcome.Excused, "screening.clinic-tells-of-tests")]
    public void It_names_its_clinic_and_was_held(string? place, ScreenOutcome outcome, string? code) => Assert.Equal(
        code,
        Screen.WhyNotRecord(Somebody(), Made() with { Place = place, Outcome = outcome, Result = outcome == ScreenOutcome.Done ? ScreenResult.Negative : null }, Entry()).Select(broken => broken.Code).SingleOrDefault());

    [Fact]
    public void Who_tested_and_kept_the_samples_stands_in_the_papers_of_the_clinic()
    {
        Assert.Empty(Screen.WhyNotRecord(Somebody(), Made() with { Result = ScreenResult.PositivePreliminary }, Entry()));
        Assert.Equal(["screening.two-testers", "screening.collector-missing"], Screen.WhyNotRecord(Somebody(), Made() with { Kind = ScreenKind.Spot }, Entry()).Select(broken => broken.Code));
    }

    [Fact]
    public void A_second_step_confirms_its_positive_too() => Assert.Equal(
        ["screening.positive-in-two-steps"],
        Screen.WhyNotRecord(Somebody(), Made() with { Result = ScreenResult.PositiveConfirmed }, Entry()).Select(broken => broken.Code));

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(null, false)]
    public void It_fills_a_window_of_the_ledger_where_the_pack_says_so(bool? fills, bool expected)
    {
        var pack = TestPacks.With((Domain.Supervision.PolicyKeys.ClinicScreenFillsWindow, fills is { } flag ? TestPacks.ProposedFlag(flag) : null));

        Assert.Equal(expected, WorkRecord.Of(new Screen(Somebody(), null, Made(), Entry())).Single().Under(pack).FillsScheduledWindow);
    }

    static EntryNote Entry() => new(Guid.CreateVersion7(), null, new DateTime(2024, 6, 1, 0, 0, 0, DateTimeKind.Utc), Histories.Day("2024-06-01"));

    static ScreenRecord Made() => new() { On = Histories.Day("2024-05-02"), Kind = ScreenKind.Clinic, Specimen = Specimen.Urine, Outcome = ScreenOutcome.Done, Result = ScreenResult.Negative, Place = "A clinic" };
}
