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
}

public sealed record ScreenEvent(DateOnly On, ScreenFinding Finding, bool Scheduled = true, Specimen? Specimen = null) : MeasureEvent
{
    public override DateOnly Day => On;
}

/// <summary>A leave (rules R1.25–R1.27); without a day of return the person has not come back.</summary>
public sealed record LeaveEvent(DateOnly From, DateOnly? To, DateOnly? ReturnedOn, bool ReportedInWriting) : MeasureEvent
{
    public override DateOnly Day => From;
}

/// <summary>Being away without a leave; without a last day it goes on.</summary>
public sealed record AbsenceEvent(DateOnly From, DateOnly? To) : MeasureEvent
{
    public override DateOnly Day => From;
}

/// <summary>Lawful detention or arrest (rules R1.39); without a last day it goes on.</summary>
public sealed record SuspensionEvent(DateOnly From, DateOnly? To) : MeasureEvent
{
    public override DateOnly Day => From;
}

/// <summary>A change of the place of execution (rules R1.35).</summary>
public sealed record TransferEvent(DateOnly On, DateOnly? ReportedOn) : MeasureEvent
{
    public override DateOnly Day => On;
}

public enum TerminationReason
{
    Imprisoned,
    Isolation,
    Died,
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

/// <summary>The police's release from the measure (rules R1.41).</summary>
public sealed record ReleaseEvent(DateOnly On) : MeasureEvent
{
    public override DateOnly Day => On;
}
