using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Worklist;

/// <summary>When risk is assessed anew: some months after the last time, and within days of an event that may have changed it (rules R2.38).</summary>
static class ReassessmentPlan
{
    public static IEnumerable<PlannedObligation> For(PlannedMeasure measure, DateOnly start)
    {
        if (measure.History.Kind is MeasureKind.Vol or MeasureKind.Drc)
        {
            return [];
        }
        var assessed = measure.Facts.Risks.Where(risk => !risk.IsAnswer && risk.On >= start && risk.On <= measure.Today).Select(risk => risk.On).Order().ToList();
        return [.. Regular(measure, assessed.LastOrDefault(start)), .. Triggered(measure, start, assessed)];
    }

    /// <summary>Once it is made the one after it is planned from its day.</summary>
    static IEnumerable<PlannedObligation> Regular(PlannedMeasure measure, DateOnly last)
    {
        var months = measure.Pack.RiskReviewMonths(measure.Facts.RiskOn(measure.Today));
        var opens = last.AddMonths(months - 1);
        if (!(opens > measure.EndsOn))
        {
            yield return measure.Plan(ObligationKind.RiskReassessment, "R2.38", $"risk-{last:O}", opens, last.AddMonths(months));
        }
    }

    /// <summary>The first assessment on or after the day of the event fulfils it.</summary>
    static IEnumerable<PlannedObligation> Triggered(PlannedMeasure measure, DateOnly start, List<DateOnly> assessed) =>
        measure.Pack.Find(PolicyKeys.RiskTriggerDays) is not { } within
            ? []
            : Triggers(measure, start)
                .Where(trigger => trigger.On >= start && trigger.On <= measure.Today && within.Map.ContainsKey(trigger.Word))
                .Distinct()
                .Select(trigger => measure.Plan(
                    ObligationKind.RiskReassessment, "R2.38", $"{trigger.Word}-{trigger.On:O}", trigger.On, trigger.On.AddDays((int)within.Map[trigger.Word]),
                    assessed.Where(on => on >= trigger.On).Select(on => (DateOnly?)on).FirstOrDefault()) with { OnlySinceKnown = true });

    /// <summary>PROPOSED: who was detained is assessed when the measure goes on, and who comes from isolation when they have reported.</summary>
    static IEnumerable<(string Word, DateOnly On)> Triggers(PlannedMeasure measure, DateOnly start) => measure.History.Events
        .SelectMany(happened => happened switch
        {
            ScreenEvent { Finding: ScreenFinding.PositiveConfirmed } screen => [("positive", screen.ConfirmedOn ?? screen.On)],
            ScreenEvent { Finding: ScreenFinding.Refused or ScreenFinding.Evaded } screen => [("missed", screen.ConfirmedOn ?? screen.On)],
            SuspensionEvent { To: { } last } => [("detention", last.AddDays(1))],
            _ => Array.Empty<(string, DateOnly)>(),
        })
        .Concat(measure.History.Kind == MeasureKind.Crh ? [("centreRelease", start)] : [])
        .Concat(measure.Facts.LifeEvents);
}
