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
            return known.Events.OfType<FollowUpEvent>().Any() ? MeasureStatus.FollowUp : MeasureStatus.Released;
        }
        if (asOf > endsOn)
        {
            return MeasureStatus.Expired;
        }
        if (MeasureTerm.Suspensions(known, asOf).Any(suspension => suspension.Contains(asOf)))
        {
            return MeasureStatus.Suspended;
        }
        return Confirmed(known, Suspicion.Breach) switch
        {
            { HandedOverOn: not null } => MeasureStatus.BreachHandedOver,
            { } => MeasureStatus.BreachNotHandedOver,
            null => seriousBreach ? MeasureStatus.BreachSuspected : Running(known, pack, asOf),
        };
    }

    /// <summary>The police have declined it, and nothing has been counted since.</summary>
    public static bool IsAnswered(MeasureHistory known, IReadOnlyCollection<CountedEvent> counted)
    {
        var declined = known.Events.OfType<ConfirmedEvent>().Where(confirmed => confirmed.What == Suspicion.Breach).Max(confirmed => confirmed.DeclinedOn);
        return declined is not null && counted.All(one => one.Last <= declined);
    }

    /// <summary>The last suspicion of its sort that a person confirmed and the police have not declined; a no-show ends with the report.</summary>
    static ConfirmedEvent? Confirmed(MeasureHistory known, Suspicion what) =>
        known.Events.OfType<ConfirmedEvent>().Where(confirmed => confirmed.What == what).OrderBy(confirmed => confirmed.On).LastOrDefault() is { DeclinedOn: null } last ? last : null;

    /// <summary>The last change of place while its report is still awaited.</summary>
    public static TransferEvent? OpenTransfer(MeasureHistory known) =>
        known.Events.OfType<TransferEvent>().OrderBy(transfer => transfer.On).LastOrDefault() is { ReportedOn: null, WithdrawnOn: null } transfer ? transfer : null;

    /// <summary>Leaves from which nobody has come back yet.</summary>
    public static IEnumerable<LeaveEvent> OpenLeaves(MeasureHistory known) => known.Events.OfType<LeaveEvent>().Where(leave => leave.ReturnedOn is null);

    static MeasureStatus Running(MeasureHistory known, PolicyPack pack, DateOnly asOf)
    {
        var transfer = OpenTransfer(known);
        if (IsOverdue(known, pack, transfer, asOf))
        {
            return Confirmed(known, Suspicion.Overdue) switch
            {
                { HandedOverOn: not null } => MeasureStatus.NoShowHandedOver,
                { } => MeasureStatus.NoShowNotHandedOver,
                null => MeasureStatus.OverdueUnconfirmed,
            };
        }
        if (known.Events.OfType<OutOfReachEvent>().FirstOrDefault(away => away.From <= asOf && !(away.To < asOf)) is { } outOfReach)
        {
            return outOfReach.Abroad ? MeasureStatus.Abroad : MeasureStatus.OutOfControl;
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

    /// <summary>A limit on days for which no holidays are announced yet raises nothing (rules R1.49).</summary>
    static bool IsOverdue(MeasureHistory known, PolicyPack pack, TransferEvent? transfer, DateOnly asOf) =>
        (known.ReportedOn is null && MeasureTerm.ReportBy(known, pack) is { } by && asOf > by && !pack.IsProvisional(by, PolicyKeys.ReportDays))
        || (transfer is not null && MeasureTerm.ReReportBy(known, transfer, pack) is var again && asOf > again && !pack.IsProvisional(again, PolicyKeys.ReReportDays));
}
