using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Tests.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Screening;

/// <summary>What is sealed, told, signed and approved around a screen (rules R2.5–R2.7).</summary>
public class SpotNotesTests
{
    static readonly DateOnly today = Day("2024-03-10");
    static readonly DateTime now = new(2024, 3, 10, 8, 0, 0, DateTimeKind.Utc);
    static readonly Sealed note = new([1, 2, 3, 4]);

    [Theory]
    [InlineData("2024-02-29", "screening.sealed-before-screen")]
    [InlineData("2024-03-01", null)]
    [InlineData("2024-03-10", null)]
    [InlineData("2024-03-11", "screening.sealed-in-future")]
    public void Samples_are_sealed_on_the_day_of_the_screen_or_later_and_not_in_the_future(string on, string? code)
    {
        Assert.Equal(code, Why(new SpotNotes { SealedOn = Day(on), KeptAt = "冷藏柜" }));
    }

    [Theory]
    [InlineData(null, null, "2024-03-01")]
    [InlineData(true, null, "2024-03-01")]
    [InlineData(false, null, null)]
    [InlineData(false, "2024-03-05", "2024-03-05")]
    [InlineData(null, "2024-03-05", "2024-03-05")]
    [InlineData(null, "2024-03-01", "2024-03-01")]
    public void The_client_knew_the_result_on_the_day_of_telling(bool? onSpot, string? on, string? knew) =>
        Assert.Equal(knew is null ? null : Day(knew), Screened(new SpotNotes { ToldOnSpot = onSpot, ToldOn = on is null ? null : Day(on) }).KnewOn);

    [Fact]
    public void The_collector_sealed_them_where_nobody_else_is_named()
    {
        var screen = Screened(new SpotNotes { SealedOn = Day("2024-03-01"), SealSigned = true, KeptAt = "冷藏柜" });
        Assert.Equal(("王警官", true, "冷藏柜", false), (screen.SamplesSealedBy, screen.SealSigned, screen.SamplesKeptAt, screen.LacksSeal));

        screen.Note(new SpotNotes { SealedOn = Day("2024-03-02"), SealedBy = "李警官", KeptAt = "二号柜" }, today);

        Assert.Equal((Day("2024-03-02"), "李警官", "二号柜"), (screen.SamplesSealedOn, screen.SamplesSealedBy, screen.SamplesKeptAt));
    }

    [Fact]
    public void Samples_without_a_day_or_a_place_lack_them_until_they_are_destroyed()
    {
        var screen = Screened(new SpotNotes { SealedOn = Day("2024-03-01") });
        Assert.True(screen.LacksSeal);
        Assert.False(Screened(null, sample: null, result: ScreenResult.Negative).LacksSeal);

        screen.DisposeSamples(Day("2024-09-02"), "甲", "乙", inDispute: false, Day("2024-10-01"));

        Assert.False(screen.LacksSeal);
    }

    [Fact]
    public void Who_will_not_sign_is_noted_and_nothing_is_sealed_where_no_sample_is_kept()
    {
        Assert.Equal("screening.refusal-untold", Why(new SpotNotes { ReportSigned = false }));
        Assert.Null(Why(new SpotNotes { ReportSigned = false, RefusalNote = note }));
        Assert.Equal("screening.sealed-on-missing", Why(new SpotNotes { SealSigned = true }));
        Assert.Equal("screening.nothing-to-seal", Assert.Throws<RulesBrokenException>(() => Screened(new SpotNotes { KeptAt = "冷藏柜" }, sample: null, result: ScreenResult.Negative)).Rules[0].Code);
        Assert.Equal("screening.nothing-told", Assert.Throws<RulesBrokenException>(() => Screened(new SpotNotes { ToldOnSpot = true }, sample: null, result: null, outcome: ScreenOutcome.Refused)).Rules[0].Code);
    }

    [Theory]
    [InlineData("张局", "2024-03-01T00:30:00Z", "2024-03-01", null)]
    [InlineData(" ", "2024-03-01T00:30:00Z", "2024-03-01", "screening.approver-missing")]
    [InlineData("张局", null, null, "screening.approval-time-missing")]
    [InlineData("张局", "2024-03-01T17:00:00Z", "2024-03-02", "screening.approved-after-screen")]
    public void Nobody_is_tested_by_force_without_an_approval_that_came_before(string by, string? at, string? on, string? code)
    {
        DateTime? instant = at is null ? null : DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        var compulsion = new Compulsion(by, instant, on is null ? null : Day(on), "批1");

        var thrown = Record.Exception(() => Screened(null, compulsion: compulsion)) as RulesBrokenException;

        Assert.Equal(code, thrown?.Rules[0].Code);
    }

    [Fact]
    public void A_refusal_is_no_test_by_force() =>
        Assert.Equal("screening.compelled-not-held", Assert.Throws<RulesBrokenException>(() =>
            Screened(null, sample: null, result: null, outcome: ScreenOutcome.Refused, compulsion: new Compulsion("张局", now, Day("2024-03-01"), null))).Rules[0].Code);

    static string? Why(SpotNotes notes) => Screened(null).WhyNotNote(notes, today).FirstOrDefault()?.Code;

    static Screen Screened(SpotNotes? notes, string? sample = "A1", ScreenResult? result = ScreenResult.PositivePreliminary, ScreenOutcome outcome = ScreenOutcome.Done, Compulsion? compulsion = null) =>
        new(Cases.Somebody(), null, new ScreenRecord
        {
            On = Day("2024-03-01"),
            Kind = ScreenKind.Scheduled,
            Specimen = Specimen.Urine,
            Outcome = outcome,
            Result = result,
            Collector = "王警官",
            SampleA = sample,
            SampleB = sample,
            KeepSamplesUntil = sample is null ? null : Day("2024-09-01"),
            Spot = notes,
            Compulsion = compulsion,
        }, new EntryNote(Guid.CreateVersion7(), null, now, today, IsHistory: true));
}
