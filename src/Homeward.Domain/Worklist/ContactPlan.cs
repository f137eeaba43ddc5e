using Homeward.Domain.People;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Worklist;

/// <summary>
/// Interviews, visits, and screens that follow risk instead of a schedule (rules R2.30, R2.38). PROPOSED: a person in isolation (CID) is not
/// visited by rhythm; CDT and CRH follow the year of the measure unless risk is high; all others follow the level of risk.
/// </summary>
static class ContactPlan
{
    static readonly (ContactActivity Activity, ObligationKind Kind, string Word)[] activities =
    [
        (ContactActivity.Interview, ObligationKind.Interview, "interview"),
        (ContactActivity.HomeVisit, ObligationKind.HomeVisit, "visit"),
        (ContactActivity.Screen, ObligationKind.Screen, "screen"),
    ];

    public static IEnumerable<PlannedObligation> For(PlannedMeasure measure)
    {
        if (measure.History.Kind == MeasureKind.Cid)
        {
            return [];
        }
        if (measure.Start is not { } start)
        {
            return ReassessmentPlan.For(measure, null);
        }
        return activities
            .SelectMany(activity => Turns(measure, start, activity.Activity)
                .Select(turn => measure.Plan(activity.Kind, turn.Rule, $"{activity.Word}-{turn.Period}", turn.Opens, turn.Closes) with { OnlySinceKnown = activity.Kind != ObligationKind.Screen }))
            .Concat(ReassessmentPlan.For(measure, start));
    }

    static IEnumerable<Turn> Turns(PlannedMeasure measure, DateOnly start, ContactActivity activity)
    {
        for (var year = 1; start.AddMonths((year - 1) * 12) <= measure.Horizon; year++)
        {
            foreach (var turn in Levels(measure).SelectMany(level => TurnsAt(measure, start, activity, year, level)))
            {
                yield return turn;
            }
        }
    }

    /// <summary>The turns of one year that open while the client is at one level of risk.</summary>
    static IEnumerable<Turn> TurnsAt(PlannedMeasure measure, DateOnly start, ContactActivity activity, int year, RiskLevel? level)
    {
        if (measure.Pack.Rhythm(measure.History.Kind, activity, year, level ?? Unassessed(measure)) is not { } rhythm)
        {
            yield break;
        }
        var months = (year - 1) * 12;
        var nextYear = start.AddMonths(months + 12);
        var turns = rhythm.Every.TurnsIn(start, months, 12);
        for (var turn = 0; turn < turns; turn++)
        {
            var opens = rhythm.Every.Opens(start, months, turn);
            if (opens <= measure.Horizon && measure.Facts.RiskOn(opens) == level)
            {
                var closes = (turn + 1 < turns ? rhythm.Every.Opens(start, months, turn + 1) : nextYear).AddDays(-1);
                var word = rhythm.Risk is { } risk ? $"{Word(risk)}-y{year}w{turn + 1}" : $"y{year}w{turn + 1}";
                yield return new Turn(rhythm.Rule, word, opens, closes > measure.EndsOn ? measure.EndsOn.Value : closes);
            }
        }
    }

    static IEnumerable<RiskLevel?> Levels(PlannedMeasure measure) =>
        measure.Facts.Risks.Select(risk => (RiskLevel?)risk.Level).Append(null).Distinct();

    /// <summary>Under three years and not found to be high is medium (rules R2.34); in the community the year decides.</summary>
    static RiskLevel? Unassessed(PlannedMeasure measure) => measure.History.Kind.IsInTheCommunity() ? null : RiskLevel.Medium;

    static string Word(RiskLevel risk) => risk switch
    {
        RiskLevel.High => "high",
        RiskLevel.Medium => "medium",
        _ => "low",
    };

    readonly record struct Turn(string Rule, string Period, DateOnly Opens, DateOnly Closes);
}
