using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using Homeward.Domain.Tests.Supervision.Proofs;
using Homeward.Domain.Worklist;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Worklist;

/// <summary>Three working days across the holidays of four years: due to the end of the third, overdue on the day after it, whatever day that is.</summary>
public class ThreeWorkingDaysTests
{
    /// <summary>The rule of Shanghai over the days off and the worked weekends as they are announced.</summary>
    static readonly PolicyPack shanghai = Pack(new WorkingCalendar(Holidays.Shipped.DaysOff, Holidays.Shipped.WorkingWeekends) { OfficialUntil = Holidays.Last });

    [Theory]
    // A week without a holiday, and over a weekend.
    [InlineData("2024-03-11", "2024-03-14")]
    [InlineData("2024-03-14", "2024-03-19")]
    // National Day 2024: 1 to 7 October free; Sunday 29 September and Saturday 12 October are worked.
    [InlineData("2024-09-26", "2024-09-30")]
    [InlineData("2024-09-27", "2024-10-08")]
    [InlineData("2024-09-30", "2024-10-10")]
    [InlineData("2024-10-05", "2024-10-10")]
    [InlineData("2024-10-09", "2024-10-12")]
    [InlineData("2024-10-10", "2024-10-14")]
    // Mid-Autumn and National Day 2025 run into each other: 1 to 8 October free; Sunday 28 September and Saturday 11 October are worked.
    [InlineData("2025-09-26", "2025-09-30")]
    [InlineData("2025-09-29", "2025-10-10")]
    [InlineData("2025-10-08", "2025-10-11")]
    [InlineData("2025-10-09", "2025-10-13")]
    // Spring Festival 2024: 10 to 17 February free; Sundays 4 and 18 February are worked.
    [InlineData("2024-02-02", "2024-02-06")]
    [InlineData("2024-02-07", "2024-02-18")]
    [InlineData("2024-02-09", "2024-02-20")]
    [InlineData("2024-02-15", "2024-02-20")]
    // Spring Festival 2025: 28 January to 4 February free; Sunday 26 January and Saturday 8 February are worked.
    [InlineData("2025-01-24", "2025-02-05")]
    [InlineData("2025-02-05", "2025-02-08")]
    // Spring Festival 2026: 15 to 23 February free; Saturdays 14 and 28 February are worked.
    [InlineData("2026-02-12", "2026-02-24")]
    [InlineData("2026-02-13", "2026-02-25")]
    [InlineData("2026-02-25", "2026-02-28")]
    // New Year's Day 2026: 1 to 3 January free; Sunday 4 January is worked.
    [InlineData("2025-12-31", "2026-01-06")]
    public void The_papers_of_a_release_are_due_on_the_third_working_day_and_overdue_after_it(string received, string third)
    {
        var papers = ReleasePlan.For(Releases.Received(received, Day(received).AddDays(-20).ToString("yyyy-MM-dd", null)), shanghai).Obligations.Single(due => due.Kind == ObligationKind.ReleasePapers);
        var owed = new Obligation(Releases.Client(), null, papers);

        Assert.Equal((Day(received), Day(third)), (papers.Opens, papers.Closes));
        Assert.Equal(3, Working(received, third));
        Assert.Equal((ObligationState.Due, ObligationState.Overdue), (owed.StateOn(Day(third)), owed.StateOn(Day(third).AddDays(1))));
    }

    /// <summary>Calendar days where the table of rules 2.2 says days; a place that reads them as working days sets so in its pack.</summary>
    [Theory]
    [InlineData("2024-09-30", "2024-10-03", "2024-10-10")]
    [InlineData("2024-09-27", "2024-09-30", "2024-10-08")]
    [InlineData("2024-02-07", "2024-02-10", "2024-02-18")]
    [InlineData("2026-02-13", "2026-02-16", "2026-02-25")]
    [InlineData("2025-10-09", "2025-10-12", "2025-10-13")]
    public void A_step_of_a_dispute_has_three_days_or_three_working_days_as_the_pack_says(string from, string calendar, string working)
    {
        Assert.Equal(Day(calendar), DisputeLimits.Of(shanghai)(DisputeStep.Sent, Day(from)));
        Assert.Equal(Day(working), DisputeLimits.Of(Pack(shanghai.Calendar, disputeInWorkingDays: true))(DisputeStep.Sent, Day(from)));
        Assert.Equal(3, Working(from, working));
    }

    /// <summary>Counted off on the notices, not on the product's calendar.</summary>
    static int Working(string from, string until) =>
        Enumerable.Range(1, Day(until).DayNumber - Day(from).DayNumber).Count(offset => Holidays.IsWorked(Day(from).AddDays(offset)));

    static PolicyPack Pack(WorkingCalendar calendar, bool disputeInWorkingDays = false) => new(
        new PolicyLayer
        {
            Name = "three-days",
            Version = "1",
            Level = PolicyLevel.City,
            EffectiveFrom = new(2008, 6, 1),
            Parent = "national",
            Values = new Dictionary<string, PolicyValue>
            {
                ["centrePapers"] = new("R1.47", Evidence.SingleSource) { Number = 3, InWorkingDays = true },
                ["disputeStepDays"] = new("2.2", Evidence.Proposed) { Number = 3, InWorkingDays = disputeInWorkingDays },
            },
            Calendar = calendar,
        },
        TestPacks.National());
}
