using Homeward.Domain.Supervision;

namespace Homeward.Domain.Worklist;

/// <summary>What acts and counted events make due: confirming a breach, telling the police, warning letters, the check of a return, the file to a new office.</summary>
static class ActPlan
{
    /// <summary>How far ahead a leaving that goes on is counted, to know the day on which it becomes a breach.</summary>
    const int DaysAhead = 45;

    public static IEnumerable<PlannedObligation> For(PlannedMeasure measure) =>
        [.. Breach(measure), .. Uses(measure), .. HandOvers(measure), .. Warnings(measure), .. Returns(measure), .. RemoteScreens(measure), .. Forwarding(measure)];

    /// <summary>
    /// Each time that what is counted makes a breach, at first and anew after the police declined, a person looks at it. Who has not reported has no agreement to breach:
    /// until then it is a no-show that is confirmed (rules R1.16, R1.18).
    /// </summary>
    static IEnumerable<PlannedObligation> Breach(PlannedMeasure measure)
    {
        if (measure.History.ReportedOn is null)
        {
            yield break;
        }
        DateOnly? declined = null;
        while (BreachRules.GroundDay(measure.History, measure.Pack, measure.Today.AddDays(DaysAhead), declined) is { } day)
        {
            var answer = AnswerTo(measure, day);
            if (!(answer?.On < day))
            {
                yield return measure.Plan(ObligationKind.ConfirmBreach, "R1.29", $"{day:O}", day, day.AddDays(PoliceDays(measure)), answer?.On);
            }
            if (answer?.DeclinedOn is not { } on)
            {
                yield break;
            }
            declined = on;
        }
    }

    /// <summary>New use is confirmed and told to the police whatever the counters say (rules R1.30).</summary>
    static IEnumerable<PlannedObligation> Uses(PlannedMeasure measure) => BreachRules.Uses(measure.History, measure.Pack)
        .Where(use => use.KnownOn <= measure.Today)
        .DistinctBy(use => use.On)
        .Select(use => (Use: use, Answer: AnswerTo(measure, use.KnownOn)))
        .Where(found => !(found.Answer?.On < found.Use.KnownOn))
        .Select(found => measure.Plan(
            ObligationKind.ConfirmBreach, "R1.30", $"use-{found.Use.On:O}", found.Use.KnownOn, found.Use.KnownOn.AddDays(PoliceDays(measure)), found.Answer?.On) with { OnlySinceKnown = true });

    /// <summary>The first confirmation that the police had not declined before the day: one that stands already covers what is added to it.</summary>
    static ConfirmedEvent? AnswerTo(PlannedMeasure measure, DateOnly day) =>
        Confirmations(measure).Where(one => one.What == Suspicion.Breach && !(one.DeclinedOn < day)).OrderBy(one => one.On).FirstOrDefault();

    static IEnumerable<PlannedObligation> HandOvers(PlannedMeasure measure) => Confirmations(measure)
        // Who reports before the police were told is no longer a no-show.
        .Where(one => one.HandedOverOn is not null || !StatusRules.IsOvertaken(measure.History, one))
        .DistinctBy(one => (one.What, one.On))
        .Select(one => measure.Plan(ObligationKind.HandOver, "R1.30", $"{one.What}-{one.On:O}", one.On, one.On.AddDays(PoliceDays(measure)), one.HandedOverOn));

    /// <summary>One letter for each counted event at which the policy asks for one, from the day on which it counts (rules R1.28, R1.31); letters are taken in their order.</summary>
    static IEnumerable<PlannedObligation> Warnings(PlannedMeasure measure)
    {
        if (measure.Pack.Find(PolicyKeys.WarningAt) is not { List: { Count: > 0 } at } || measure.Pack.Find(PolicyKeys.WarningDays) is not { } days)
        {
            return [];
        }
        var letters = measure.History.Events.OfType<WarningEvent>().Select(warning => warning.On).Order().ToList();
        return BreachRules.Counted(measure.History, measure.Pack, measure.Today)
            .GroupBy(one => one.Counter == BreachCounter.Leaving)
            .SelectMany(counted => counted.Select((one, place) => (Word: counted.Key ? "leaving" : "test", Nth: place + 1, one.CountsOn)).Where(one => at.Contains(one.Nth)))
            .OrderBy(one => one.CountsOn).ThenBy(one => one.Word, StringComparer.Ordinal)
            .Select((one, place) => measure.Plan(
                ObligationKind.Warning, "R1.31", $"{one.Word}-{one.Nth}", one.CountsOn, one.CountsOn.AddDays((int)days.Number), Letter(letters, place, one.CountsOn)));
    }

    static DateOnly? Letter(List<DateOnly> letters, int place, DateOnly counted) => place < letters.Count && letters[place] >= counted ? letters[place] : null;

    static IEnumerable<PlannedObligation> Returns(PlannedMeasure measure) => measure.History.Events.OfType<LeaveEvent>()
        .Where(leave => leave.Until is not null)
        .DistinctBy(leave => leave.From)
        .Select(leave => measure.Plan(ObligationKind.ReturnCheck, "R1.27", $"{leave.From:O}", leave.Until!.Value, leave.Until.Value.AddDays(1), leave.ReturnedOn));

    /// <summary>When a leave ends, the screen that was arranged elsewhere has come in (rules R1.27).</summary>
    static IEnumerable<PlannedObligation> RemoteScreens(PlannedMeasure measure) => measure.History.Events.OfType<LeaveEvent>()
        .Where(leave => leave is { RemoteScreen: true, Until: not null })
        .DistinctBy(leave => leave.From)
        .Select(leave => (leave.From, Last: leave.ReturnedOn < leave.Until ? leave.ReturnedOn.Value : leave.Until!.Value, CameInOn: measure.Facts.RemoteScreenOf(leave.RecordId)))
        .Select(leave => measure.Plan(ObligationKind.RemoteScreen, "R1.27", $"remote-{leave.From:O}", leave.Last, leave.Last.AddDays(1), leave.CameInOn));

    /// <summary>Only where the place has such a limit (rules R1.36 is a local rule).</summary>
    static IEnumerable<PlannedObligation> Forwarding(PlannedMeasure measure) => measure.Pack.Find(PolicyKeys.TransferForwarding) is null
        ? []
        : measure.History.Events.OfType<TransferEvent>()
            .Where(transfer => transfer.WithdrawnOn is null)
            .Select(transfer => measure.Plan(ObligationKind.ForwardFile, "R1.36", $"{transfer.On:O}", transfer.On, measure.Pack.Limit(transfer.On, PolicyKeys.TransferForwarding), transfer.ForwardedOn ?? transfer.ReportedOn));

    static IEnumerable<ConfirmedEvent> Confirmations(PlannedMeasure measure) => measure.History.Events.OfType<ConfirmedEvent>();

    static int PoliceDays(PlannedMeasure measure) => measure.Pack.Find(PolicyKeys.PoliceReportHours) is { } hours ? (int)hours.Number / 24 : 1;
}
