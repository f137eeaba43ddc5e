using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>Something that happened under a measure; the closed set follows.</summary>
public abstract record MeasureEvent
{
    private protected MeasureEvent()
    {
    }

    /// <summary>The day on which it happened or began; before that day nobody knows of it.</summary>
    public abstract DateOnly Day { get; }

    /// <summary>The record it comes from; null where a history was given without records.</summary>
    public Guid? RecordId { get; init; }
}

public sealed record ScreenEvent(DateOnly On, ScreenFinding Finding, ScreenKind Kind = ScreenKind.Scheduled, Specimen? Specimen = null) : MeasureEvent
{
    /// <summary>The day on which the finding was confirmed; null where none was needed.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    public override DateOnly Day => On;
}

/// <summary>A leave (rules R1.25–R1.27); without a day of return the person has not come back.</summary>
public sealed record LeaveEvent(DateOnly From, DateOnly? To, DateOnly? ReturnedOn, bool ReportedInWriting) : MeasureEvent
{
    /// <summary>New written reports during the leave; one that came after the last day extends nothing (rules R1.28).</summary>
    public IReadOnlyList<LeaveExtension> Extensions { get; init; } = [];

    /// <summary>A screen by the police elsewhere is arranged (rules R1.27).</summary>
    public bool RemoteScreen { get; init; }

    /// <summary>The last day, as it was reported last; null where none was named.</summary>
    public DateOnly? Until => Extensions.Count == 0 ? To
        : Extensions.OrderBy(more => more.On).ThenBy(more => more.To).Aggregate(To, (last, more) => more.On <= last && more.To > last ? more.To : last);

    public override DateOnly Day => From;
}

/// <summary>A written report of a day that asks for a later last day.</summary>
public readonly record struct LeaveExtension(DateOnly On, DateOnly To)
{
    /// <summary>The record it comes from; null where a history was given without records.</summary>
    public Guid? RecordId { get; init; }
}

/// <summary>Being away without a leave; without a last day it goes on.</summary>
public sealed record AbsenceEvent(DateOnly From, DateOnly? To) : MeasureEvent
{
    public override DateOnly Day => From;
}

/// <summary>Lawful detention or arrest (rules R1.39); without a last day it goes on.</summary>
public sealed record SuspensionEvent(DateOnly From, DateOnly? To) : MeasureEvent
{
    /// <summary>The office has recorded no end: it goes on. A history that names no last day may only lack it.</summary>
    public bool GoesOn { get; init; }

    public override DateOnly Day => From;
}

/// <summary>A change of the place of execution (rules R1.35); one that was rejected or revoked ends on <paramref name="WithdrawnOn"/>.</summary>
public sealed record TransferEvent(DateOnly On, DateOnly? ReportedOn, DateOnly? WithdrawnOn = null) : MeasureEvent
{
    public DateOnly? ForwardedOn { get; init; }

    /// <summary>The new agreement (rules R1.20).</summary>
    public DateOnly? SignedOn { get; init; }

    public override DateOnly Day => On;
}

/// <summary>A just cause was accepted, and the limit to report moved (rules R1.16).</summary>
public sealed record JustCauseEvent(DateOnly On, DateOnly ReportBy) : MeasureEvent
{
    public override DateOnly Day => On;
}

/// <summary>Which suspicion a person has confirmed.</summary>
public enum Suspicion
{
    /// <summary>Did not report in time and has no just cause (rules R1.16).</summary>
    Overdue,

    /// <summary>Seriously breached the agreement or used again (rules R1.29, R1.30).</summary>
    Breach,
}

/// <summary>A suspicion that a person confirmed, when the police signed for it and, where they did, declined it (rules R1.16, R1.17, R1.32).</summary>
public sealed record ConfirmedEvent(DateOnly On, Suspicion What, DateOnly? HandedOverOn = null, DateOnly? DeclinedOn = null) : MeasureEvent
{
    /// <summary>It rests on new use, and not on what is counted (rules R1.29, R1.30); null where nobody wrote it down.</summary>
    public bool? IsNewUse { get; init; }

    public override DateOnly Day => On;
}

/// <summary>Not to be found, or abroad (rules R1.54); without a last day it goes on.</summary>
public sealed record OutOfReachEvent(DateOnly From, DateOnly? To, bool Abroad) : MeasureEvent
{
    public override DateOnly Day => From;
}

/// <summary>Follow-up after the release (rules R5.15).</summary>
public sealed record FollowUpEvent(DateOnly On) : MeasureEvent
{
    public override DateOnly Day => On;
}

/// <summary>An end that was taken back: the measure runs on as if it had not ended. PROPOSED: the days between count.</summary>
public sealed record ReopenedEvent(DateOnly On) : MeasureEvent
{
    public override DateOnly Day => On;
}

/// <summary>A warning letter (rules R1.31); evidence that changes no state.</summary>
public sealed record WarningEvent(DateOnly On) : MeasureEvent
{
    public override DateOnly Day => On;
}

public enum TerminationReason
{
    Imprisoned,
    Isolation,
    Died,
    CompulsoryEducation,
    Abroad,
}

/// <summary>The end of a measure before its time (rules R1.40).</summary>
public sealed record TerminationEvent(DateOnly On, TerminationReason? Reason = null) : MeasureEvent
{
    public override DateOnly Day => On;
}

/// <summary>A served notice of a screen; evidence that changes no state (rules R2.18).</summary>
public sealed record NoticeEvent(DateOnly On, int? Year, int? Index) : MeasureEvent
{
    public override DateOnly Day => On;
}

/// <summary>The centre's announcement of a release (rules R1.47); it changes no state.</summary>
public sealed record AnnouncedEvent(DateOnly On) : MeasureEvent
{
    public override DateOnly Day => On;
}

/// <summary>The police's release from the measure (rules R1.41).</summary>
public sealed record ReleaseEvent(DateOnly On) : MeasureEvent
{
    public override DateOnly Day => On;
}

/// <summary>Gone from isolation (rules R1.44); without a last day it goes on. The day of the return counts again.</summary>
public sealed record EscapeEvent(DateOnly From, DateOnly? To) : MeasureEvent
{
    public override DateOnly Day => From;
}

/// <summary>Treated outside the centre; it stops no clock (rules R1.44).</summary>
public sealed record OutsideTreatmentEvent(DateOnly From, DateOnly? To) : MeasureEvent
{
    public override DateOnly Day => From;
}

/// <summary>Isolation is prolonged to a new last day, which knows of the escapes up to the day of the decision (rules R1.46).</summary>
public sealed record ExtensionEvent(DateOnly On, DateOnly Until) : MeasureEvent
{
    public override DateOnly Day => On;
}

/// <summary>Isolation is to end on an earlier day (rules R1.46).</summary>
public sealed record EarlyReleaseEvent(DateOnly On, DateOnly Until) : MeasureEvent
{
    public override DateOnly Day => On;
}

/// <summary>Not seen at the clinic from the first day that was missed (rules R5.13); without a day of return it goes on.</summary>
public sealed record ClinicMissedEvent(DateOnly From, DateOnly? ResumedOn) : MeasureEvent
{
    /// <summary>The day on which a person confirmed that the treatment was given up.</summary>
    public DateOnly? DroppedOutOn { get; init; }

    public override DateOnly Day => From;
}

/// <summary>An agreement, or the one that prolongs it, with its last day (rules 1.2).</summary>
public sealed record AgreementEvent(DateOnly On, DateOnly Until) : MeasureEvent
{
    public override DateOnly Day => On;
}
