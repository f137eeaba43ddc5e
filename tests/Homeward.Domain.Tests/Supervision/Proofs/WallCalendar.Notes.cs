using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>What is written on the squares: each event and its end, and the registers that they fill.</summary>
sealed partial class WallCalendar
{
    readonly HashSet<MeasureEvent> detained = new(ReferenceEqualityComparer.Instance);
    readonly HashSet<MeasureEvent> away = new(ReferenceEqualityComparer.Instance);
    readonly HashSet<MeasureEvent> onLeave = new(ReferenceEqualityComparer.Instance);
    readonly List<OutOfReachEvent> outOfReach = [];
    readonly List<(HashSet<MeasureEvent> Why, List<DateOnly> Days)> leavings = [];
    readonly Dictionary<DateOnly, List<ScreenFinding>> regular = [];
    readonly List<DateOnly> tests = [];
    readonly List<ConfirmedEvent> notHandedOver = [];

    bool reported, signed, terminated, released, followedUp;
    DateOnly? terminatedOn, causeUntil, moveUntil, declinedOn, usedOn;
    TransferEvent? move;
    ConfirmedEvent? breach, noShow;
    int refused, evaded;

    void Write()
    {
        Note(Known(history.AgreementSignedOn), 0, () => signed = true);
        // Who is confirmed as overdue and reports on the same day has reported.
        Note(Known(history.ReportedOn), 5, () => { reported = true; NoShowIsOver(DateOnly.MinValue); });
        foreach (var happened in history.Events.Where(happened => happened.Day <= asOf))
        {
            Write(happened);
        }
    }

    /// <summary>Who is dead, imprisoned or released is detained under the measure no more; an end before the measure was taken up again is none.</summary>
    DateOnly RanUntil => history.Events
        .Where(one => one is TerminationEvent or ReleaseEvent && one.Day <= asOf && !history.Events.Any(again => again is ReopenedEvent && one.Day <= again.Day && again.Day <= asOf))
        .Select(one => one.Day).Append(asOf).Min();

    DateOnly? Known(DateOnly? day) => day <= asOf ? day : null;

    void Write(MeasureEvent happened)
    {
        switch (happened)
        {
            case ScreenEvent screen: Note(screen.On, 1, () => Screened(screen)); break;
            case LeaveEvent leave: WriteLeave(leave); break;
            case AbsenceEvent absence: WriteStretch(away, absence, absence.From, absence.To); break;
            case SuspensionEvent suspension when suspension.From <= RanUntil: WriteStretch(detained, suspension, suspension.From, suspension.To ?? RanUntil); break;
            case TransferEvent transfer: WriteTransfer(transfer); break;
            case ConfirmedEvent confirmed: WriteConfirmed(confirmed); break;
            case JustCauseEvent cause: Note(cause.On, 2, () => Accept(cause)); break;
            case OutOfReachEvent gone: Note(gone.From, 1, () => outOfReach.Add(gone)); break;
            case TerminationEvent end: Note(end.On, 1, () => { terminated = true; terminatedOn ??= end.On; }); break;
            case ReleaseEvent end: Note(end.On, 1, () => released = true); break;
            case FollowUpEvent after: Note(after.On, 1, () => followedUp = true); break;
            case ReopenedEvent again: Note(again.On, 6, () => { (terminated, released, followedUp) = (false, false, false); terminatedOn = null; }); break;
        }
    }

    void WriteStretch(HashSet<MeasureEvent> register, MeasureEvent why, DateOnly from, DateOnly? to)
    {
        Note(from, 1, () => register.Add(why));
        Note(to?.AddDays(1), 0, () => register.Remove(why));
    }

    /// <summary>On leave from the first day until the return; away without leave from the first day, or from the day after the written one.</summary>
    void WriteLeave(LeaveEvent leave)
    {
        Note(leave.From, 1, () => onLeave.Add(leave));
        Note(Known(leave.ReturnedOn), 2, () => onLeave.Remove(leave));
        var from = leave.ReportedInWriting ? LastDay(leave)?.AddDays(1) : leave.From;
        if (from is { } gone && !(leave.ReturnedOn < gone))
        {
            WriteStretch(away, leave, gone, Known(leave.ReturnedOn));
        }
    }

    /// <summary>Day by day: while the leave lasts, what is reported that day may put its last day further off.</summary>
    DateOnly? LastDay(LeaveEvent leave)
    {
        var reports = leave.Extensions.Where(more => more.On <= asOf).ToList();
        var last = leave.To;
        for (var day = reports.Count == 0 ? asOf : reports.Min(more => more.On); day <= last && day <= asOf; day = day.AddDays(1))
        {
            last = reports.Where(more => more.On == day).Select(more => more.To).Append(last.Value).Max();
        }
        return last;
    }

    void WriteTransfer(TransferEvent transfer)
    {
        Note(transfer.On, 3, () => (move, moveUntil) = (transfer, Limit(transfer.On, 15)));
        Note(Known(transfer.ReportedOn) ?? Known(transfer.WithdrawnOn), 5, () =>
        {
            move = ReferenceEquals(move, transfer) ? null : move;
            NoShowIsOver(transfer.On);
        });
    }

    /// <summary>Who reports, or no longer has to, is no longer a no-show, and nothing that was confirmed while waiting is owed to the police.</summary>
    void NoShowIsOver(DateOnly waitedSince) => notHandedOver.RemoveAll(one => one.What == Suspicion.Overdue && one.On > waitedSince);

    void WriteConfirmed(ConfirmedEvent confirmed)
    {
        Note(confirmed.On, 4, () =>
        {
            (breach, noShow) = confirmed.What == Suspicion.Breach ? (confirmed, noShow) : (breach, confirmed);
            notHandedOver.Add(confirmed);
        });
        Note(Known(confirmed.HandedOverOn), 5, () => notHandedOver.Remove(confirmed));
        Note(Known(confirmed.DeclinedOn), 6, () =>
        {
            breach = ReferenceEquals(breach, confirmed) ? null : breach;
            noShow = ReferenceEquals(noShow, confirmed) ? null : noShow;
            declinedOn = confirmed.What == Suspicion.Breach ? today : declinedOn;
        });
    }

    /// <summary>A cause moves the limit of the report that is awaited, the first or that after a change of place.</summary>
    void Accept(JustCauseEvent cause)
    {
        if (!reported)
        {
            causeUntil = causeUntil > cause.ReportBy ? causeUntil : cause.ReportBy;
        }
        if (move is not null && today > move.On)
        {
            moveUntil = moveUntil > cause.ReportBy ? moveUntil : cause.ReportBy;
        }
    }

    void Screened(ScreenEvent screen)
    {
        var (refusal, evasion) = (screen.Finding == ScreenFinding.Refused, screen.Finding == ScreenFinding.Evaded);
        (refused, evaded) = (refused + (refusal ? 1 : 0), evaded + (evasion ? 1 : 0));
        tests.AddRange(refusal || evasion ? [screen.On] : []);
        if (screen.Kind == ScreenKind.Scheduled)
        {
            regular.TryAdd(screen.On, []);
            regular[screen.On].Add(screen.Finding);
        }
        // Hair tells of six months: soon after the start it may tell of the time before.
        if (screen.Finding == ScreenFinding.PositiveConfirmed && start is { } begun && screen.On >= (screen.Specimen == Specimen.Hair ? MonthsAfter(begun, 6) : begun))
        {
            usedOn = screen.On;
        }
    }

    /// <summary>One more day for whatever keeps somebody away: reasons that share a day are one leaving.</summary>
    void CountAway()
    {
        if (away.Count == 0 || today > RanUntil)
        {
            return;
        }
        var same = leavings.Where(leaving => leaving.Why.Overlaps(away)).ToList();
        leavings.RemoveAll(same.Contains);
        leavings.Add(([.. same.SelectMany(leaving => leaving.Why), .. away], [.. same.SelectMany(leaving => leaving.Days), today]));
    }
}
