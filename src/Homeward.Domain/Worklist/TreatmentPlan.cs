using Homeward.Domain.Supervision;

namespace Homeward.Domain.Worklist;

/// <summary>What maintenance treatment and the measures by agreement make due.</summary>
static class TreatmentPlan
{
    /// <summary>
    /// An interruption alerts on the day of the policy; where it still goes on when it counts as given up, a person looks at it (rules R5.13).
    /// PROPOSED: for each there are as many days as before the alert.
    /// </summary>
    public static IEnumerable<PlannedObligation> Clinic(PlannedMeasure measure) => Interruptions(measure).SelectMany(missed => new[]
    {
        (Word: "alert", Opens: ClinicRules.Reached(missed, measure.Pack, PolicyKeys.MaintenanceAlertDays)),
        (Word: "dropOut", Opens: ClinicRules.Reached(missed, measure.Pack, PolicyKeys.MaintenanceDropOutDays)),
    }
        .Where(check => check.Opens is not null && !(missed.ResumedOn <= check.Opens))
        .Select(check => measure.Plan(
            ObligationKind.ClinicCheck, "R5.13", $"{check.Word}-{missed.From:O}", check.Opens!.Value,
            check.Opens.Value.AddDays(measure.Pack.Number(PolicyKeys.MaintenanceAlertDays)), missed.ResumedOn ?? missed.DroppedOutOn)));

    /// <summary>Of several from one day the one that lasted: who came that day after all and then stayed away has one interruption.</summary>
    static IEnumerable<ClinicMissedEvent> Interruptions(PlannedMeasure measure) => measure.History.Events.OfType<ClinicMissedEvent>()
        .GroupBy(missed => missed.From).Select(same => same.MaxBy(missed => missed.ResumedOn ?? missed.DroppedOutOn ?? DateOnly.MaxValue)!);

    /// <summary>Before an agreed last day there is a new agreement, or the measure ends.</summary>
    public static IEnumerable<PlannedObligation> Agreements(PlannedMeasure measure)
    {
        var agreements = measure.History.Events.OfType<AgreementEvent>().OrderBy(agreement => agreement.Until).ToList();
        for (var place = 0; place < agreements.Count; place++)
        {
            var last = agreements[place].Until;
            var opens = last.AddDays(-measure.Pack.Number(PolicyKeys.ReleasePreparationDays));
            yield return measure.Plan(
                ObligationKind.ProlongAgreement, "1.2", $"agreed-{last:O}", opens < agreements[place].On ? agreements[place].On : opens, last,
                place + 1 < agreements.Count ? agreements[place + 1].On : null);
        }
    }
}
