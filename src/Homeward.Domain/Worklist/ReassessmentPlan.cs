using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Worklist;

/// <summary>When risk is assessed anew: some months after the last time, and within days of an event that may have changed it (rules R2.38).</summary>
static class ReassessmentPlan
{
    /// <param name="measure">The measure.</param>
    /// <param name="start">Its first day; null before the report, when only what somebody's life brings asks for a new look.</param>
    public static IEnumerable<PlannedObligation> For(PlannedMeasure measure, DateOnly? start)
    {
        if (measure.History.Kind is MeasureKind.Vol or MeasureKind.Drc || (start ?? measure.History.OrderedOn ?? measure.History.ServedOn) is not { } known)
        {
            return [];
        }
        var since = measure.History.OrderedOn < known ? measure.History.OrderedOn.Value : known;
        var assessed = measure.Facts.Risks.Where(risk => !risk.IsAnswer && risk.On >= since && risk.On <= measure.Today).Select(risk => risk.On).Order().ToList();
        var lived = measure.Facts.LifeEvents.Where(lived => lived.On >= since);
        return start is { } first
            ? [.. Regular(measure, assessed.Where(on => on >= first).LastOrDefault(first)), .. Triggered(measure, Triggers(measure, first).Where(trigger => trigger.On >= first).Concat(lived), assessed)]
            : Triggered(measure, lived, assessed);
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

    /// <summary>The first assessment on or after the day of the event fulfils it; of events that ask for the same days one does for all.</summary>
    static IEnumerable<PlannedObligation> Triggered(PlannedMeasure measure, IEnumerable<(string Word, DateOnly On)> triggers, List<DateOnly> assessed) =>
        measure.Pack.Find(PolicyKeys.RiskTriggerDays) is not { } within
            ? []
            : triggers
                .Where(trigger => trigger.On <= measure.Today && within.Map.ContainsKey(trigger.Word))
                .OrderBy(trigger => trigger.Word, StringComparer.Ordinal)
                .DistinctBy(trigger => (trigger.On, within.Map[trigger.Word]))
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
        .Concat(measure.History.Kind == MeasureKind.Crh ? [("centreRelease", start)] : []);
}
