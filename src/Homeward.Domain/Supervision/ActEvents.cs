namespace Homeward.Domain.Supervision;

/// <summary>The event that an act means to the statutory clock, with what later acts say of its end.</summary>
static class ActEvents
{
    /// <param name="act">The act.</param>
    /// <param name="answers">The acts that are about another, by that one.</param>
    /// <param name="custodies">The first days of custody: whoever was away is there from then on, and not away after it (rules R1.39).</param>
    /// <param name="reports">The days on which the client reported: whoever reports is in control again (rules R1.54).</param>
    public static MeasureEvent? Of(MeasureAct act, ILookup<Guid, MeasureAct> answers, IReadOnlyCollection<DateOnly> custodies, IReadOnlyCollection<DateOnly> reports)
    {
        DateOnly? Back() => reports.Where(day => day > act.On).Select(day => (DateOnly?)day).Append(When(act.Id, MeasureActKind.BackInControl)).Min();

        DateOnly? Found(DateOnly? back) => custodies.Where(day => day >= act.On && !(back <= day)).Select(day => (DateOnly?)day).Min() ?? back;

        DateOnly? When(Guid id, params ReadOnlySpan<MeasureActKind> kinds)
        {
            foreach (var answer in answers[id])
            {
                if (kinds.Contains(answer.Kind))
                {
                    return answer.On;
                }
            }
            return null;
        }

        MeasureEvent? happened = act.Kind switch
        {
            MeasureActKind.JustCause => new JustCauseEvent(act.On, act.To ?? act.On),
            MeasureActKind.OverdueConfirmed => Confirmed(act, Suspicion.Overdue, answers),
            MeasureActKind.BreachConfirmed => Confirmed(act, Suspicion.Breach, answers),
            MeasureActKind.Leave => new LeaveEvent(act.On, act.To, Found(When(act.Id, MeasureActKind.Returned)), act.ReportedInWriting)
            {
                RemoteScreen = act.RemoteScreen,
                Extensions = [.. answers[act.Id].Where(more => more is { Kind: MeasureActKind.LeaveExtended, To: not null }).Select(more => new LeaveExtension(more.On, more.To!.Value) { RecordId = more.Id })],
            },
            MeasureActKind.Absence => new AbsenceEvent(act.On, Found(act.To ?? When(act.Id, MeasureActKind.Returned))),
            MeasureActKind.Suspended => (act.To ?? When(act.Id, MeasureActKind.Resumed)) is var last ? new SuspensionEvent(act.On, last) { GoesOn = last is null } : null,
            MeasureActKind.Transferred => new TransferEvent(
                act.On, When(act.Id, MeasureActKind.ReportedAnew), When(act.Id, MeasureActKind.TransferRejected, MeasureActKind.TransferRevoked))
            {
                ForwardedOn = When(act.Id, MeasureActKind.Forwarded),
                SignedOn = answers[act.Id].FirstOrDefault(answer => answer.Kind == MeasureActKind.ReportedAnew) is { } reported ? When(reported.Id, MeasureActKind.SignedAnew) : null,
            },
            MeasureActKind.OutOfControl or MeasureActKind.Abroad =>
                new OutOfReachEvent(act.On, Back()?.AddDays(-1), act.Kind == MeasureActKind.Abroad),
            MeasureActKind.Terminated => new TerminationEvent(act.On, Enum.TryParse<TerminationReason>(act.Reason, ignoreCase: true, out var reason) ? reason : null),
            MeasureActKind.NoticeServed => new NoticeEvent(act.On, act.Year, act.Index),
            MeasureActKind.Warning => new WarningEvent(act.On),
            MeasureActKind.Released => new ReleaseEvent(act.On),
            MeasureActKind.FollowUp => new FollowUpEvent(act.On),
            MeasureActKind.Reopened => new ReopenedEvent(act.On),
            MeasureActKind.ReleaseAnnounced => new AnnouncedEvent(act.On),
            MeasureActKind.Escaped => new EscapeEvent(act.On, When(act.Id, MeasureActKind.Recaptured)?.AddDays(-1)),
            MeasureActKind.TreatedOutside => new OutsideTreatmentEvent(act.On, When(act.Id, MeasureActKind.BackInCentre)),
            MeasureActKind.TermExtended => new ExtensionEvent(act.On, act.To ?? act.On),
            MeasureActKind.EarlyReleaseDecided => new EarlyReleaseEvent(act.On, act.To ?? act.On),
            MeasureActKind.ClinicMissed => new ClinicMissedEvent(act.On, When(act.Id, MeasureActKind.ClinicResumed)) { DroppedOutOn = When(act.Id, MeasureActKind.DroppedOut) },
            MeasureActKind.Agreed or MeasureActKind.Prolonged => new AgreementEvent(act.On, act.To ?? act.On),
            MeasureActKind.TreatmentEnded when act.Reason == TreatmentReasons.Completed => new ReleaseEvent(act.On),
            MeasureActKind.ChangedToCommunity or MeasureActKind.DroppedOut or MeasureActKind.TreatmentEnded => new TerminationEvent(act.On),
            _ => null,
        };
        return happened is null ? null : happened with { RecordId = act.Id };
    }

    static ConfirmedEvent Confirmed(MeasureAct act, Suspicion what, ILookup<Guid, MeasureAct> answers)
    {
        var handedOver = answers[act.Id].FirstOrDefault(answer => answer.Kind == MeasureActKind.HandedOver);
        var declined = handedOver is null ? null : answers[handedOver.Id].FirstOrDefault(answer => answer.Kind == MeasureActKind.PoliceDeclined);
        return new ConfirmedEvent(act.On, what, handedOver?.On, declined?.On) { IsNewUse = act.Reason is null ? null : act.Reason == BreachReasons.NewUse };
    }
}
