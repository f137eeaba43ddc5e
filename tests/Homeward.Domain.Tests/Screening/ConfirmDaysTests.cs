using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Screening;

/// <summary>A positive is final only when the client can no longer ask for a laboratory (rules R2.2, table 2.2).</summary>
public class ConfirmDaysTests
{
    static readonly DisputeLimit limit = DisputeLimits.Of(TestPacks.National());

    [Theory]
    [InlineData("2024-03-01", "2024-03-01", false)]
    [InlineData("2024-03-01", "2024-03-04", false)]
    [InlineData("2024-03-01", "2024-03-05", true)]
    // Leap day, end of a year, and a holiday week: calendar days all the same.
    [InlineData("2024-02-26", "2024-02-29", false)]
    [InlineData("2024-02-26", "2024-03-01", true)]
    [InlineData("2024-12-30", "2025-01-02", false)]
    [InlineData("2024-12-30", "2025-01-03", true)]
    [InlineData("2024-09-30", "2024-10-03", false)]
    [InlineData("2024-09-30", "2024-10-04", true)]
    public void Nobody_confirms_within_three_days_of_the_screen_and_anybody_may_on_the_fourth(string on, string today, bool may)
    {
        var screen = Positive(on);

        AssertMay(may, screen, limit, today);
    }

    /// <summary>Where the pack counts working days: over a weekend, New Year's Day, and 4 and 5 April free with Sunday the 7th worked.</summary>
    [Theory]
    [InlineData("2024-03-01", "2024-03-06", false)]
    [InlineData("2024-03-01", "2024-03-07", true)]
    [InlineData("2023-12-29", "2024-01-04", false)]
    [InlineData("2023-12-29", "2024-01-05", true)]
    [InlineData("2024-04-03", "2024-04-09", false)]
    [InlineData("2024-04-03", "2024-04-10", true)]
    public void Working_days_are_counted_where_the_pack_says_so(string on, string today, bool may) =>
        AssertMay(may, Positive(on), DisputeLimits.Of(InWorkingDays()), today);

    [Fact]
    public void The_refusal_names_the_last_day_to_ask_and_the_first_to_confirm()
    {
        var broken = Assert.Single(Positive("2024-03-01").WhyNotConfirm(null, limit, Day("2024-03-02")));

        Assert.Equal(("screening.still-time", "R2.2"), (broken.Code, broken.Rule));
        Assert.Equal([Day("2024-03-04"), Day("2024-03-05")], broken.Values);
    }

    /// <summary>The last day on which the client may ask and the first on which one may confirm never meet, whatever the day.</summary>
    [Fact]
    public void On_every_day_of_a_year_either_the_client_may_ask_or_the_office_may_confirm_and_not_both()
    {
        foreach (var pack in new[] { TestPacks.National(), InWorkingDays() })
        {
            var days = DisputeLimits.Of(pack);
            for (var on = Day("2024-01-01"); on < Day("2025-01-01"); on = on.AddDays(1))
            {
                foreach (var today in Enumerable.Range(0, 15).Select(on.AddDays))
                {
                    var screen = Positive($"{on:yyyy-MM-dd}");
                    Assert.NotEqual(MayAsk(screen, days, today), !screen.WhyNotConfirm(null, days, today).Any());
                }
            }
        }
    }

    [Fact]
    public void An_open_dispute_waits_for_its_end_also_after_the_days()
    {
        var screen = Positive("2024-03-01");
        var dispute = Asked(screen, "2024-03-02", limit, Day("2024-03-02"));

        Assert.Equal(["screening.dispute-open"], screen.WhyNotConfirm(dispute, limit, Day("2024-03-20")).Select(broken => broken.Code));
        dispute.Take(new DisputeEntry(DisputeStep.Withdrawn, Day("2024-03-03"), null, null, null), limit, Day("2024-03-03"));
        screen.Confirm(dispute, limit, Cases.Step(Day("2024-03-03")));

        Assert.Equal(ScreenResult.PositiveConfirmed, screen.Result);
    }

    /// <summary>A roster of old records brings what the police confirmed long ago.</summary>
    [Fact]
    public void History_that_was_confirmed_elsewhere_is_taken_as_it_is() =>
        Assert.Equal(ScreenResult.PositiveConfirmed, Positive("2024-03-01", ScreenResult.PositiveConfirmed).Result);

    static void AssertMay(bool may, Screen screen, DisputeLimit days, string today)
    {
        Assert.Equal(may ? [] : ["screening.still-time"], screen.WhyNotConfirm(null, days, Day(today)).Select(broken => broken.Code));
        if (!may)
        {
            Assert.Throws<RulesBrokenException>(() => screen.Confirm(null, days, Cases.Step(Day(today))));
            Assert.Equal((ScreenResult.PositivePreliminary, null), (screen.Result!.Value, screen.ConfirmedOn));
            return;
        }
        screen.Confirm(null, days, Cases.Step(Day(today)));
        Assert.Equal((ScreenResult.PositiveConfirmed, Day(today)), (screen.Result!.Value, screen.ConfirmedOn!.Value));
    }

    static bool MayAsk(Screen screen, DisputeLimit days, DateOnly on)
    {
        try
        {
            Asked(screen, $"{on:yyyy-MM-dd}", days, on);
            return true;
        }
        catch (RulesBrokenException)
        {
            return false;
        }
    }

    static ScreenDispute Asked(Screen screen, string on, DisputeLimit days, DateOnly today) =>
        new(screen, new DisputeEntry(DisputeStep.Requested, Day(on), null, null, null), days, new EntryNote(Guid.CreateVersion7(), null, default, today));

    static Screen Positive(string on, ScreenResult result = ScreenResult.PositivePreliminary) => new(Cases.Somebody(), null, new ScreenRecord
    {
        On = Day(on),
        Kind = ScreenKind.Scheduled,
        Specimen = Specimen.Urine,
        Outcome = ScreenOutcome.Done,
        Result = result,
    }, new EntryNote(Guid.CreateVersion7(), null, default, Day("2025-12-31"), IsHistory: true));

    static PolicyPack InWorkingDays() => TestPacks.With((PolicyKeys.DisputeStepDays, TestPacks.ProposedWorkingDays(3)));
}
