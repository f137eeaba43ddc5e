using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Tests.Supervision;

namespace Homeward.Domain.Tests.Screening;

/// <summary>A and B samples are kept for six months (R2.5), also where the sixth month is shorter.</summary>
public class SampleRetentionTests
{
    [Theory]
    [InlineData("2024-01-15", "2024-07-15")]
    [InlineData("2024-03-31", "2024-09-30")]
    [InlineData("2023-08-31", "2024-02-29")]
    [InlineData("2024-08-31", "2025-02-28")]
    [InlineData("2024-08-29", "2025-02-28")]
    [InlineData("2024-02-29", "2024-08-29")]
    public void Samples_are_kept_until_the_same_day_six_months_on_or_the_last_of_a_shorter_month_and_go_the_day_after(string on, string last)
    {
        var kept = Screen.SamplesKeptUntil(Histories.Day(on), 6);
        var screen = new Screen(Cases.Somebody(), null, Positive(Histories.Day(on), kept), new EntryNote(Guid.CreateVersion7(), null, DateTime.UnixEpoch, Histories.Day(on)));

        Assert.Equal(Histories.Day(last), kept);
        Assert.Equal("screening.samples-to-keep", Assert.Single(screen.WhyNotDispose(kept, "Wang", "Li", inDispute: false, kept)).Code);
        Assert.Empty(screen.WhyNotDispose(kept.AddDays(1), "Wang", "Li", inDispute: false, kept.AddDays(1)));
    }

    static ScreenRecord Positive(DateOnly on, DateOnly kept) => new()
    {
        On = on,
        Kind = ScreenKind.Scheduled,
        Specimen = Specimen.Urine,
        Outcome = ScreenOutcome.Done,
        Result = ScreenResult.PositivePreliminary,
        FirstTester = "Zhou",
        SecondTester = "Wu",
        Collector = "Zhou",
        SampleA = "A-1",
        SampleB = "B-1",
        KeepSamplesUntil = kept,
    };
}
