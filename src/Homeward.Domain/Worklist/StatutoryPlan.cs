using Homeward.Domain.Supervision;

namespace Homeward.Domain.Worklist;

/// <summary>What the law and the schedule of screens make due: reporting, agreement, screens, preparing the release; what acts make due stands in <see cref="ActPlan"/>.</summary>
static class StatutoryPlan
{
    public static IEnumerable<PlannedObligation> For(PlannedMeasure measure) => measure.History.Kind switch
    {
        MeasureKind.Cdt or MeasureKind.Crh => [.. Reporting(measure), .. Transfers(measure), .. Screens(measure), .. Release(measure, "R1.42"), .. SecondAlert(measure), .. Notice(measure), .. ActPlan.For(measure), .. ReviewPlan.For(measure)],
        // PROPOSED: the hand-over from the centre (R3.8, R3.9) is prepared as long before its last day as a release in the community.
        // Nobody prepares the release of somebody who is on the run: it is planned again with the return (R1.44).
        MeasureKind.Cid => IsolationTerm.IsEscaped(measure.History, measure.Today) ? [] : [.. Release(measure, "R3.9"), .. Announcement(measure)],
        MeasureKind.Mmt => TreatmentPlan.Clinic(measure),
        MeasureKind.Vol or MeasureKind.Drc => TreatmentPlan.Agreements(measure),
        _ => [],
    };

    static IEnumerable<PlannedObligation> Reporting(PlannedMeasure measure)
    {
        if (measure.History.ServedOn is { } served && MeasureTerm.ReportBy(measure.History, measure.Pack) is { } reportBy)
        {
            yield return measure.Plan(ObligationKind.Report, "R1.13", "report", served, reportBy);
        }
        if (measure.History.ReportedOn is { } reported)
        {
            yield return measure.Plan(ObligationKind.SignAgreement, "R1.18", "agreement", reported, measure.Pack.Limit(reported, PolicyKeys.SignAgreementDays));
        }
    }

    /// <summary>After a change of place the person reports again and signs anew (rules R1.14, R1.20).</summary>
    static IEnumerable<PlannedObligation> Transfers(PlannedMeasure measure)
    {
        foreach (var transfer in measure.History.Events.OfType<TransferEvent>().Where(transfer => transfer.WithdrawnOn is null))
        {
            var period = $"{transfer.On:O}";
            yield return measure.Plan(ObligationKind.Report, "R1.14", period, transfer.On, MeasureTerm.ReReportBy(measure.History, transfer, measure.Pack), transfer.ReportedOn);
            if (transfer.ReportedOn is { } reported)
            {
                yield return measure.Plan(ObligationKind.SignAgreement, "R1.20", period, reported, measure.Pack.Limit(reported, PolicyKeys.SignAgreementDays), transfer.SignedOn);
            }
        }
    }

    static IEnumerable<PlannedObligation> Screens(PlannedMeasure measure) => MeasureClock
        .Windows(measure.History, measure.Pack, measure.Today)
        .Select(window => measure.Plan(ObligationKind.Screen, "R2.15", $"y{window.Year}w{window.Index}", window.Opens, window.Closes));

    static IEnumerable<PlannedObligation> Release(PlannedMeasure measure, string rule)
    {
        if (measure.EndsOn is { } last)
        {
            var opens = last.AddDays(-measure.Pack.Number(PolicyKeys.ReleasePreparationDays));
            yield return measure.Plan(ObligationKind.ReleasePreparation, rule, "release", opens, last);
        }
    }

    /// <summary>Some working days before the last one the file is looked at once more, and goes to the police (rules R1.42).</summary>
    static IEnumerable<PlannedObligation> SecondAlert(PlannedMeasure measure)
    {
        if (measure.EndsOn is { } last && measure.Pack.Find(PolicyKeys.ReleaseSecondAlert) is not null)
        {
            yield return measure.Plan(ObligationKind.ReleaseAlert, "R1.42", "alert", measure.Pack.LatestBefore(last, PolicyKeys.ReleaseSecondAlert), last);
        }
    }

    /// <summary>The centre tells the day so long before (rules R1.47); an announcement of an earlier release fulfils it as well.</summary>
    static IEnumerable<PlannedObligation> Announcement(PlannedMeasure measure)
    {
        if (measure.EndsOn is { } last && measure.Pack.Find(PolicyKeys.CentreReleaseNotice) is not null)
        {
            var closes = measure.Pack.LatestBefore(last, PolicyKeys.CentreReleaseNotice);
            var opens = last.AddDays(-measure.Pack.Number(PolicyKeys.ReleasePreparationDays));
            yield return measure.Plan(
                ObligationKind.Announcement, "R1.47", "announcement", opens < closes ? opens : closes, closes,
                measure.History.Events.OfType<AnnouncedEvent>().Min(announced => (DateOnly?)announced.On));
        }
    }

    /// <summary>The police's notice reaches the office within days of the last day (rules R1.41); the release is recorded with its number, and fulfils it.</summary>
    static IEnumerable<PlannedObligation> Notice(PlannedMeasure measure)
    {
        if (measure.EndsOn is { } last && measure.Pack.Find(PolicyKeys.ReleaseNoticeDays) is not null)
        {
            yield return measure.Plan(
                ObligationKind.ReleaseNotice, "R1.41", "notice", last.AddDays(1), measure.Pack.Limit(last, PolicyKeys.ReleaseNoticeDays),
                measure.History.Events.OfType<ReleaseEvent>().Min(release => (DateOnly?)release.On));
        }
    }
}
