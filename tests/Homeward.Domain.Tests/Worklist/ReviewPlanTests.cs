using CsCheck;
using Homeward.Domain.Supervision;
using Homeward.Domain.Tests.Supervision;
using Homeward.Domain.Worklist;
using static Homeward.Domain.Tests.Supervision.Histories;

namespace Homeward.Domain.Tests.Worklist;

/// <summary>A case in the community is summed up every half-year and assessed every year (rules R2.12).</summary>
public class ReviewPlanTests
{
    static readonly Guid measure = Guid.Parse("0190a1b2-0000-7000-8000-000000000001");

    [Fact]
    public void A_term_of_three_years_has_three_summaries_and_three_assessments_each_in_the_last_days_of_its_period() => Assert.Equal(
        [
            "summary-1 HalfYearSummary 2024-06-14 2024-07-14", "year-1 YearlyAssessment 2024-12-15 2025-01-14", "summary-3 HalfYearSummary 2025-06-14 2025-07-14",
            "year-2 YearlyAssessment 2025-12-15 2026-01-14", "summary-5 HalfYearSummary 2026-06-14 2026-07-14", "year-3 YearlyAssessment 2026-12-15 2027-01-14",
        ],
        Asked(Cdt(), "2024-02-01").Select(review => $"{review.NaturalKey.Split('|')[2]} {review.Kind} {review.Opens:yyyy-MM-dd} {review.Closes:yyyy-MM-dd}"));

    [Fact]
    public void Two_years_of_rehabilitation_have_two_of_each() =>
        Assert.Equal([2, 2], Asked(Cdt() with { Kind = MeasureKind.Crh, TermYears = 2 }, "2024-02-01").CountBy(review => review.Kind).Select(pair => pair.Value));

    [Fact]
    public void Nothing_is_asked_before_the_client_has_reported_nor_outside_the_community()
    {
        Assert.Empty(Asked(Cdt(reported: null), "2024-02-01"));
        Assert.Empty(Asked(new MeasureHistory { Kind = MeasureKind.Cid, OrderedOn = Day("2024-01-15") }, "2024-02-01"));
        Assert.Empty(Asked(new MeasureHistory { Kind = MeasureKind.Mmt, OrderedOn = Day("2024-01-15") }, "2024-02-01"));
    }

    [Theory]
    [InlineData(6, 12, "HalfYearSummary YearlyAssessment HalfYearSummary YearlyAssessment HalfYearSummary YearlyAssessment")]
    [InlineData(0, 12, "YearlyAssessment YearlyAssessment YearlyAssessment")]
    [InlineData(12, 0, "HalfYearSummary HalfYearSummary HalfYearSummary")]
    [InlineData(0, 0, "")]
    [InlineData(null, null, "")]
    public void A_pack_sets_the_months_or_turns_them_off(int? summary, int? year, string kinds)
    {
        var pack = Pack(summary, year, 30);

        Assert.Equal(kinds, string.Join(' ', Asked(Cdt(), "2024-02-01", pack).Select(review => review.Kind)));
        Assert.Equal(kinds.Length > 0, ObligationPlan.For(new ObligationFacts(measure, Cdt(reported: null)), pack, Day("2024-01-10")).Missing.Any(gap => gap.Kinds.Any(IsReview)));
    }

    [Theory]
    [InlineData("2024-06-13", null, null)]
    [InlineData("2024-06-14", "2024-06-14", null)]
    [InlineData("2024-07-14", "2024-07-14", null)]
    [InlineData("2024-09-30", "2024-09-30", null)]
    [InlineData("2024-12-15", null, "2024-12-15")]
    public void The_first_that_is_written_in_its_days_fulfils_it_a_late_one_too_and_one_of_the_next_period_leaves_it_missed(string written, string? done, string? missed)
    {
        var review = Asked(Cdt(), "2025-03-01", null, written)[0];

        Assert.Equal((done, missed), (Text(review.DoneOn), Text(review.MissedOn)));
    }

    [Fact]
    public void One_assessment_fulfils_one_period() =>
        Assert.Equal([Day("2024-07-20"), null], Asked(Cdt(), "2025-01-20", null, "2024-07-20").Take(2).Select(review => review.DoneOn));

    [Fact]
    public void What_lies_in_a_custody_is_not_missed()
    {
        var review = Asked(Cdt(events: Suspended("2024-05-01", "2024-08-31")), "2025-03-01", null, "2024-12-20")[0];

        Assert.Equal((true, null, null), (review.Suspended, review.DoneOn, review.MissedOn));
    }

    [Fact]
    public void Periods_before_the_client_was_known_are_not_asked_for_and_drawing_again_adds_nothing()
    {
        var client = Cases.Somebody();
        var plan = new ObligationPlan(Asked(Cdt(), "2026-02-01"), []);
        var facts = new LedgerFacts(plan, Day("2026-02-01")) { KnownSince = Day("2026-01-20"), ReportedOn = Day("2024-01-15") };

        var drawn = ObligationLedger.Follow(client, measure, facts, [], []);

        Assert.Equal(["R2.12|" + measure + "|summary-5", "R2.12|" + measure + "|year-3"], drawn.Select(due => due.NaturalKey));
        Assert.Empty(ObligationLedger.Follow(client, measure, facts, drawn, []));
    }

    /// <summary>The oracle walks day by day: what opens takes the place of what was open, and a paper fulfils what is open and misses what was.</summary>
    [Fact]
    public void Whatever_is_written_the_plan_is_that_of_a_walk_through_the_days() => Gen.Select(
        Gen.Int[0, 1500], Gen.Int[0, 3].Select(thirds => thirds * 3), Gen.Int[0, 2].Select(years => years * 12), Gen.Int[0, 40], Gen.Int[0, 1094].Array[0, 7]).Sample((shift, summary, year, days, written) =>
        {
            var start = Day("2020-01-31").AddDays(shift);
            var papers = written.Select(day => start.AddDays(day)).ToArray();
            var history = Cdt() with { OrderedOn = start.AddDays(-10), ServedOn = start.AddDays(-5), ReportedOn = start, AgreementSignedOn = start };
            var last = start.AddYears(3).AddDays(-1);

            var told = Asked(history, $"{last:yyyy-MM-dd}", Pack(summary, year, days), [.. papers.Select(paper => $"{paper:yyyy-MM-dd}")])
                .Select(review => (review.Kind, review.Opens, review.Closes, review.DoneOn, review.MissedOn));

            Assert.Equal(Walked(start, last, summary, year, days, papers), told);
        });

    static List<(ObligationKind, DateOnly, DateOnly, DateOnly?, DateOnly?)> Walked(DateOnly start, DateOnly last, int summary, int year, int days, DateOnly[] papers)
    {
        var reviews = new List<(ObligationKind Kind, DateOnly Opens, DateOnly Closes, DateOnly? Done, DateOnly? Missed)>();
        for (var day = start; day <= last; day = day.AddDays(1))
        {
            var ends = Enumerable.Range(1, 36).Where(month => start.AddMonths(month).AddDays(-1) == day.AddDays(days)).ToList();
            if (ends is [var end] && (Divides(year, end) || Divides(summary, end)))
            {
                reviews.Add((Divides(year, end) ? ObligationKind.YearlyAssessment : ObligationKind.HalfYearSummary, day, day.AddDays(days), null, null));
            }
            for (var place = 0; papers.Contains(day) && place < reviews.Count; place++)
            {
                if (reviews[place] is { Done: null, Missed: null } open)
                {
                    reviews[place] = place == reviews.Count - 1 ? open with { Done = day } : open with { Missed = day };
                }
            }
        }
        return reviews;
    }

    static bool Divides(int months, int month) => months > 0 && month % months == 0;

    static List<PlannedObligation> Asked(MeasureHistory history, string today, PolicyPack? pack = null, params string[] written)
    {
        var facts = new ObligationFacts(measure, history) { Assessments = [.. written.Select(Day)] };
        return [.. ObligationPlan.For(facts, pack ?? Pack(6, 12, 30), Day(today)).Obligations.Where(planned => IsReview(planned.Kind))];
    }

    static PolicyPack Pack(int? summary, int? year, int days) => TestPacks.With(
        (PolicyKeys.SummaryMonths, summary is { } months ? TestPacks.Proposed(months) : null), (PolicyKeys.AssessmentMonths, year is { } yearly ? TestPacks.Proposed(yearly) : null), (PolicyKeys.ReviewDays, TestPacks.Proposed(days)));

    static bool IsReview(ObligationKind kind) => kind is ObligationKind.HalfYearSummary or ObligationKind.YearlyAssessment;

    static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", null);
}
