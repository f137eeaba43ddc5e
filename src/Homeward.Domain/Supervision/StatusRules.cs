namespace Homeward.Domain.Supervision;

/// <summary>Tells the one status of a measure on a day: the first that holds (rules 1.13).</summary>
public static class StatusRules
{
    public static MeasureStatus StatusOf(MeasureHistory known, PolicyPack pack, DateOnly asOf, DateOnly? endsOn, MeasureStatus? breach)
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
        return breach ?? Running(known, pack, asOf);
    }

    /// <summary>What stands of a serious breach, also where the term is over or the measure is suspended (rules R1.41, R1.43); null where nothing does.</summary>
    public static MeasureStatus? BreachOf(MeasureHistory known, bool isSuspected) => Confirmed(known, Suspicion.Breach) switch
    {
        { HandedOverOn: not null } => MeasureStatus.BreachHandedOver,
        { } => MeasureStatus.BreachNotHandedOver,
        null => isSuspected ? MeasureStatus.BreachSuspected : null,
    };

    /// <summary>A confirmed breach that what is recorded no longer bears: its tests or leavings were annulled or overturned since (rules R1.29, R2.9).</summary>
    public static bool IsUnfounded(MeasureHistory known, bool isBreached, bool isUsed) =>
        Confirmed(known, Suspicion.Breach) is { } breach && !(isBreached && breach.IsNewUse != true) && !(isUsed && breach.IsNewUse != false);

    /// <summary>The day on which the police last let a measure go on after a breach.</summary>
    public static DateOnly? DeclinedOn(MeasureHistory known) =>
        known.Events.OfType<ConfirmedEvent>().Where(confirmed => confirmed.What == Suspicion.Breach).Max(confirmed => confirmed.DeclinedOn);

    /// <summary>Who reports, or no longer has to, after a confirmed no-show is no longer one.</summary>
    public static bool IsOvertaken(MeasureHistory known, ConfirmedEvent confirmed) =>
        confirmed.What == Suspicion.Overdue
        && (known.ReportedOn >= confirmed.On || known.Events.OfType<TransferEvent>().Any(transfer => transfer.On < confirmed.On && (transfer.ReportedOn ?? transfer.WithdrawnOn) >= confirmed.On));

    /// <summary>The last suspicion of its sort that a person confirmed and the police have not declined.</summary>
    /// <param name="known">What is known.</param>
    /// <param name="what">Which suspicion.</param>
    /// <param name="after">The limit that has passed: a confirmation of an earlier no-show says nothing of this one (rules R1.16).</param>
    static ConfirmedEvent? Confirmed(MeasureHistory known, Suspicion what, DateOnly? after = null) =>
        known.Events.OfType<ConfirmedEvent>().Where(confirmed => confirmed.What == what && !(confirmed.On <= after)).OrderBy(confirmed => confirmed.On).LastOrDefault() is { DeclinedOn: null } last ? last : null;

    /// <summary>The last change of place while its report is still awaited.</summary>
    public static TransferEvent? OpenTransfer(MeasureHistory known) =>
        known.Events.OfType<TransferEvent>().OrderBy(transfer => transfer.On).LastOrDefault() is { ReportedOn: null, WithdrawnOn: null } transfer ? transfer : null;

    /// <summary>Leaves from which nobody has come back yet.</summary>
    public static IEnumerable<LeaveEvent> OpenLeaves(MeasureHistory known) => known.Events.OfType<LeaveEvent>().Where(leave => leave.ReturnedOn is null);

    static MeasureStatus Running(MeasureHistory known, PolicyPack pack, DateOnly asOf)
    {
        if (NoShowOf(known, pack, asOf) is { } noShow)
        {
            return noShow;
        }
        if (known.Events.OfType<OutOfReachEvent>().FirstOrDefault(away => away.From <= asOf && !(away.To < asOf)) is { } outOfReach)
        {
            return outOfReach.Abroad ? MeasureStatus.Abroad : MeasureStatus.OutOfControl;
        }
        if (IsolationTerm.IsEscaped(known, asOf))
        {
            return MeasureStatus.OutOfControl;
        }
        if (OpenTransfer(known) is not null)
        {
            return MeasureStatus.Transferring;
        }
        if (OpenLeaves(known).Any())
        {
            return MeasureStatus.OnLeave;
        }
        return MeasureTerm.Start(known) is null ? MeasureStatus.Ordered : MeasureStatus.Active;
    }

    /// <summary>How far the no-show has come of somebody whose limit to report has passed, whatever else is counted (rules R1.16, R1.17); null where nobody is late.</summary>
    public static MeasureStatus? NoShowOf(MeasureHistory known, PolicyPack pack, DateOnly asOf) => OverdueSince(known, pack, asOf) is not { } limit ? null
        : Confirmed(known, Suspicion.Overdue, limit) switch
        {
            { HandedOverOn: not null } => MeasureStatus.NoShowHandedOver,
            { } => MeasureStatus.NoShowNotHandedOver,
            null => MeasureStatus.OverdueUnconfirmed,
        };

    /// <summary>The last day to report, at first or at a new place, where it has passed; a limit on days for which no holidays are announced yet raises nothing (rules R1.49).</summary>
    public static DateOnly? OverdueSince(MeasureHistory known, PolicyPack pack, DateOnly asOf)
    {
        if (known.ReportedOn is null && MeasureTerm.ReportBy(known, pack) is { } by && asOf > by && !pack.IsProvisional(by, PolicyKeys.ReportDays))
        {
            return by;
        }
        return OpenTransfer(known) is { } transfer && MeasureTerm.ReReportBy(known, transfer, pack) is var again && asOf > again && !pack.IsProvisional(again, PolicyKeys.ReReportDays)
            ? again
            : null;
    }
}
