using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>What the statutory clock shows of a measure on a day.</summary>
public sealed record MeasureState
{
    public required MeasureStatus Status { get; init; }
    public required DateOnly? ReportBy { get; init; }

    /// <summary>The last day of the term.</summary>
    public required DateOnly? EndsOn { get; init; }
    public required string PolicyVersion { get; init; }
    public required IReadOnlyList<ScreeningWindow> Windows { get; init; }
    public required BreachCounters Counters { get; init; }
    public required IReadOnlyList<BreachGround> BreachGrounds { get; init; }
    public required IReadOnlyList<MeasureDeadline> Deadlines { get; init; }

    /// <summary>What the counters count: each event with its days and records.</summary>
    public IReadOnlyList<CountedEvent> Counted { get; init; } = [];

    /// <summary>The last confirmed use under the measure; a hair test that may show earlier use is none (R2.22).</summary>
    public DateOnly? UsedOn { get; init; }

    /// <summary>What stands of a serious breach, also where the term is over or the measure is suspended: suspected, confirmed or handed over.</summary>
    public MeasureStatus? Breach { get; init; }

    /// <summary>The breach was confirmed, and what is recorded bears it no more: whoever confirmed it has to look again, and to tell the police (rules R1.29, R2.9).</summary>
    public bool IsUnfounded { get; init; }

    /// <summary>The first day on which what is counted makes a breach that the police have not declined.</summary>
    public DateOnly? GroundOn { get; init; }

    /// <summary>The first confirmed use that the police have not declined.</summary>
    public DateOnly? UseOn { get; init; }

    /// <summary>The day on which the police last let the measure go on after a breach.</summary>
    public DateOnly? DeclinedOn { get; init; }

    /// <summary>The last day to report, where it has passed.</summary>
    public DateOnly? OverdueSince { get; init; }

    /// <summary>How far a no-show has come of a measure that runs, also where a breach is suspected beside it: overdue, confirmed or handed over.</summary>
    public MeasureStatus? NoShow { get; init; }

    /// <summary>The last day on which something happened that shows the measure running: it cannot have ended before.</summary>
    public DateOnly? LastSignOn { get; init; }

    /// <summary>What isolation can still come to; null for other measures.</summary>
    public IsolationLimits? Isolation { get; init; }

    /// <summary>The day on which an earlier rehabilitation was refused or seriously breached; told by whoever knows the client's other measures (rules R1.34).</summary>
    public DateOnly? BreachedRehabilitationOn { get; init; }

    /// <summary>The first day on which an interruption that goes on counts as given up (rules R5.13).</summary>
    public DateOnly? DropOutFrom { get; init; }

    /// <summary>The limits that fall on days for which no holidays are announced yet: no breach is raised on them (R1.49).</summary>
    public IReadOnlyList<DeadlineKind> Provisional { get; init; } = [];

    /// <summary>How many windows of the test series count as missed; from when one does, the policy says (R2.16).</summary>
    public int WindowsMissed { get; init; }

    /// <summary>The release file as somebody has gone through it; null where nobody has (R1.43).</summary>
    public ReleaseFile? File { get; init; }
    public bool SeriousBreach => BreachGrounds.Count > 0;

    /// <summary>A breach or a new use is there that nobody has confirmed and the police have not declined (rules R1.29, R1.30).</summary>
    public bool AwaitsConfirmation => Breach is null or MeasureStatus.BreachSuspected && (GroundOn ?? UseOn) is not null;

    /// <summary>The police have signed for a no-show or a breach and not let the measure go on: they decide what becomes of it (rules 1.13).</summary>
    public bool IsWithThePolice => Breach == MeasureStatus.BreachHandedOver || NoShow == MeasureStatus.NoShowHandedOver;

    /// <summary>Stands against a release: a breach that is suspected, confirmed or handed over, or a confirmed no-show (rules R1.16, R1.43).</summary>
    public bool IsBreached => Breach is not null || NoShow is MeasureStatus.NoShowNotHandedOver or MeasureStatus.NoShowHandedOver;
}

/// <summary>The counters of serious breach; the law counts refusals and evasions together, the parts are kept for evidence (rules R1.29).</summary>
public sealed record BreachCounters(int Refused, int Evaded, int UnauthorisedLeavings, int UnauthorisedDays)
{
    public int RefusedOrEvaded => Refused + Evaded;
}

/// <summary>On what a serious breach rests, in the order of the law.</summary>
public enum BreachGround
{
    Tests,
    Leavings,
    Days,
}

public enum DeadlineKind
{
    Report,
    SignAgreement,
    Screen,
    Return,
    ReleasePreparation,
    ReReport,

    /// <summary>The police are to be told of a confirmed suspicion (R1.30).</summary>
    HandOver,

    /// <summary>The police are to serve the order, where a place sets hours for it (R1.11).</summary>
    Service,

    /// <summary>The police are to notify the office of the order, where a place sets days for it (R1.11).</summary>
    OfficeNotice,
}

/// <summary>Something still to be done, its last day and the rule behind it.</summary>
public sealed record MeasureDeadline(DeadlineKind What, DateOnly By, string Rule);
