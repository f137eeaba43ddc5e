using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Screening;

/// <summary>A dispute that was asked for in time and written down after the confirmation takes it back (rules R2.9, table 2.2).</summary>
public class TakenBackTests
{
    static readonly PolicyPack pack = TestPacks.National();
    static readonly DisputeLimit limit = DisputeLimits.Of(pack);

    [Fact]
    public void The_result_is_preliminary_again_and_both_days_stay_with_the_screen()
    {
        var screen = Confirmed("2024-07-10");

        Asked(screen, on: "2024-07-03", today: "2024-07-20");

        Assert.Equal((ScreenResult.PositivePreliminary, Day("2024-07-10"), Day("2024-07-20"), null), (screen.Result, screen.FirstConfirmedOn!.Value, screen.TakenBackOn!.Value, screen.ConfirmedOn));
        Assert.Equal(ScreenNextKind.Dispute, ScreenNext.Of(screen, Asked(Confirmed("2024-07-10"), "2024-07-03", "2024-07-20"), limit)!.Kind);
    }

    [Fact]
    public void Who_asked_too_late_takes_nothing_back()
    {
        var screen = Confirmed("2024-07-10");

        var thrown = Assert.Throws<RulesBrokenException>(() => Asked(screen, on: "2024-07-05", today: "2024-07-20"));

        Assert.Equal("screening.dispute-too-late", Assert.Single(thrown.Rules).Code);
        Assert.Equal((ScreenResult.PositiveConfirmed, null), (screen.Result, screen.TakenBackOn));
    }

    /// <summary>What the office knew on a day follows: preliminary, confirmed, preliminary again, and final as the laboratory found.</summary>
    [Theory]
    [InlineData(true, "2024-07-02:0 2024-07-09:0 2024-07-10:1 2024-07-19:1 2024-07-20:0 2024-08-14:0 2024-08-15:1")]
    [InlineData(false, "2024-07-02:0 2024-07-09:0 2024-07-10:1 2024-07-19:1 2024-07-20:0 2024-08-14:0 2024-08-15:0")]
    public void What_was_known_on_each_day_stays_as_it_was(bool isPositive, string known)
    {
        var measure = Cases.Reported();
        var screen = Confirmed("2024-07-10", measure);
        var dispute = Asked(screen, on: "2024-07-03", today: "2024-07-20");
        foreach (var step in new[]
        {
            new DisputeEntry(DisputeStep.Decided, Day("2024-07-21"), null, null, null), new DisputeEntry(DisputeStep.Sent, Day("2024-07-22"), "市鉴定中心", null, null),
            new DisputeEntry(DisputeStep.Reported, Day("2024-07-24"), null, "F1", isPositive), new DisputeEntry(DisputeStep.Told, Day("2024-07-25"), null, null, null),
        })
        {
            dispute.Take(step, limit, Day("2024-08-01"));
        }
        dispute.Close(screen, limit, Cases.Step(Day("2024-08-15")));

        Assert.Equal(isPositive ? ScreenResult.PositiveConfirmed : ScreenResult.Negative, screen.Result);
        Assert.All(known.Split(' ').Select(day => day.Split(':')), day =>
        {
            var on = Day(day[0]);
            var history = measure.HistoryAsKnownOn(null, [screen], on, DateOnly.FromDateTime)!;
            Assert.Equal((day[0], int.Parse(day[1], System.Globalization.CultureInfo.InvariantCulture)), (day[0], MeasureClock.StateOf(history, pack, on).UsedOn is null ? 0 : 1));
        });
    }

    static Screen Confirmed(string on, Measure? measure = null)
    {
        var screen = new Screen(Cases.Somebody(), measure?.Id, new ScreenRecord
        {
            On = Day("2024-07-01"),
            Kind = ScreenKind.Scheduled,
            Specimen = Specimen.Urine,
            Outcome = ScreenOutcome.Done,
            Result = ScreenResult.PositivePreliminary,
            SampleA = "A1",
            SampleB = "B1",
        }, new EntryNote(Guid.CreateVersion7(), null, new DateTime(2024, 7, 1, 0, 0, 0, DateTimeKind.Utc), Day("2024-07-01"), IsHistory: true));
        screen.Confirm(null, limit, Cases.Step(Day(on)));
        return screen;
    }

    static ScreenDispute Asked(Screen screen, string on, string today) =>
        new(screen, new DisputeEntry(DisputeStep.Requested, Day(on), null, null, null), limit, new EntryNote(Guid.CreateVersion7(), null, default, Day(today)));
}
