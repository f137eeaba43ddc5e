using Homeward.Domain.Supervision;

namespace Homeward.Domain.Worklist;

/// <summary>
/// A case in the community is summed up every half-year and assessed every year, beside the series of screens (rules R2.12). Each is written in the last
/// days of its period. PROPOSED: where both end on one day the assessment is the summary too.
/// </summary>
static class ReviewPlan
{
    const string Rule = "R2.12";

    /// <summary>Longer than any term lasts.</summary>
    const int MostTurns = 200;

    /// <summary>What the pack asks for; a value of zero, or none, asks for nothing.</summary>
    public static IEnumerable<ObligationKind> KindsOf(PolicyPack pack)
    {
        if (Months(pack, PolicyKeys.SummaryMonths) > 0)
        {
            yield return ObligationKind.HalfYearSummary;
        }
        if (Months(pack, PolicyKeys.AssessmentMonths) > 0)
        {
            yield return ObligationKind.YearlyAssessment;
        }
    }

    public static IEnumerable<PlannedObligation> For(PlannedMeasure measure)
    {
        if (measure.Start is not { } start)
        {
            return [];
        }
        var asked = Periods(measure, start, ObligationKind.YearlyAssessment, "year", Months(measure.Pack, PolicyKeys.AssessmentMonths))
            .Concat(Periods(measure, start, ObligationKind.HalfYearSummary, "summary", Months(measure.Pack, PolicyKeys.SummaryMonths)))
            .DistinctBy(review => review.Closes).OrderBy(review => review.Closes).ToList();
        var written = measure.Facts.Assessments.Where(on => on <= measure.Today).Order().ToList();
        return asked.Select(review => Settled(measure, review, asked.Where(other => other.Opens > review.Closes).Select(other => (DateOnly?)other.Opens).FirstOrDefault(), written));
    }

    static IEnumerable<PlannedObligation> Periods(PlannedMeasure measure, DateOnly start, ObligationKind kind, string word, int months)
    {
        for (var turn = 1; months > 0 && turn <= MostTurns; turn++)
        {
            var last = start.AddMonths(turn * months).AddDays(-1);
            var opens = Later(last.AddDays(-Days(measure.Pack)), start.AddMonths((turn - 1) * months));
            if (opens > measure.Horizon)
            {
                yield break;
            }
            yield return measure.Plan(kind, Rule, $"{word}-{turn}", opens, last > measure.EndsOn ? measure.EndsOn.Value : last) with { OnlySinceKnown = true };
        }
    }

    /// <summary>The first that was written before the next one opens fulfils it, late or not; one of a later period leaves it missed.</summary>
    static PlannedObligation Settled(PlannedMeasure measure, PlannedObligation review, DateOnly? next, List<DateOnly> written)
    {
        DateOnly? on = written.Where(day => day >= review.Opens).Select(day => (DateOnly?)day).FirstOrDefault();
        return on is null ? review
            : !(on >= next) ? review with { DoneOn = on }
            : measure.IsSuspendedThrough(review) ? review
            : review with { MissedOn = on };
    }

    static int Months(PolicyPack pack, PolicyKey key) => pack.Find(key) is { } value ? (int)value.Number : 0;

    static int Days(PolicyPack pack) => pack.Find(PolicyKeys.ReviewDays) is { } days ? (int)days.Number : 0;

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
