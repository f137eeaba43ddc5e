namespace Homeward.Domain.Supervision;

/// <summary>Tells the one status of a measure on a day: the first that holds (rules 1.13).</summary>
public static class StatusRules
{
    public static MeasureStatus StatusOf(MeasureHistory known, PolicyPack pack, DateOnly asOf, DateOnly? endsOn, bool seriousBreach)
    {
        if (known.Events.OfType<TerminationEvent>().Any())
        {
            return MeasureStatus.Terminated;
        }
        if (known.Events.OfType<ReleaseEvent>().Any())
        {
            return MeasureStatus.Released;
        }
        if (asOf > endsOn)
        {
            return MeasureStatus.Expired;
        }
        if (MeasureTerm.Suspensions(known, asOf).Any(suspension => suspension.Contains(asOf)))
        {
            return MeasureStatus.Suspended;
        }
        return seriousBreach ? MeasureStatus.BreachSuspected : Running(known, pack, asOf);
    }

    /// <summary>The last change of place while its report is still awaited.</summary>
    public static TransferEvent? OpenTransfer(MeasureHistory known) =>
        known.Events.OfType<TransferEvent>().OrderBy(transfer => transfer.On).LastOrDefault() is { ReportedOn: null } transfer ? transfer : null;

    /// <summary>Leaves from which nobody has come back yet.</summary>
    public static IEnumerable<LeaveEvent> OpenLeaves(MeasureHistory known) => known.Events.OfType<LeaveEvent>().Where(leave => leave.ReturnedOn is null);

    static MeasureStatus Running(MeasureHistory known, PolicyPack pack, DateOnly asOf)
    {
        var transfer = OpenTransfer(known);
        if ((known.ReportedOn is null && asOf > MeasureTerm.ReportBy(known, pack)) || (transfer is not null && asOf > MeasureTerm.ReReportBy(transfer, pack)))
        {
            return MeasureStatus.OverdueUnconfirmed;
        }
        if (transfer is not null)
        {
            return MeasureStatus.Transferring;
        }
        if (OpenLeaves(known).Any())
        {
            return MeasureStatus.OnLeave;
        }
        return MeasureTerm.Start(known) is null ? MeasureStatus.Ordered : MeasureStatus.Active;
    }
}
