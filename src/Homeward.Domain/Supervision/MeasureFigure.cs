namespace Homeward.Domain.Supervision;

/// <summary>A day that the statutory clock tells, what made it, and the rule by which it did.</summary>
public sealed record MeasureFigure(FigureKind What, DateOnly On, IReadOnlyList<FigurePart> MadeBy, string Rule);

/// <summary>Which day it is: the limit to report, the last day of the term, and the limits that are still to be met.</summary>
public enum FigureKind
{
    ReportBy,
    EndsOn,
    SignAgreement,
    Screen,
    Return,
    ReleasePreparation,
    ReReport,
    HandOver,
    Service,
    OfficeNotice,
}

/// <summary>One paper or event that made a figure, its days, the years or days that it brings, and the records it comes from; a paper of the measure has none.</summary>
public sealed record FigurePart(FigurePartKind What, DateOnly? First, DateOnly? Last, int? Count, IReadOnlyList<Guid> RecordIds)
{
    internal static FigurePart Paper(FigurePartKind what, DateOnly? on) => new(what, on, on, null, []);

    internal static FigurePart Of(FigurePartKind what, DateOnly first, DateOnly last, params IEnumerable<Guid?> records) => new(what, first, last, null, Supervision.RecordIds.Of(records));
}

public enum FigurePartKind
{
    /// <summary>The day of the order.</summary>
    Ordered,
    Served,
    Reported,

    /// <summary>The years of the term.</summary>
    Term,

    /// <summary>Days of isolation that were served and are deducted (R1.45).</summary>
    ServedIsolation,

    /// <summary>Days on which the clock stood still (R1.39).</summary>
    Suspended,

    /// <summary>Days outside isolation that do not count (R1.44).</summary>
    Escaped,

    /// <summary>Isolation was prolonged to the last of the days (R1.46).</summary>
    Extended,

    /// <summary>Isolation ends before its time, on the last of the days (R1.46).</summary>
    ReleasedEarly,

    /// <summary>An early release that an escape took back (R1.44).</summary>
    EarlyReleaseLost,

    /// <summary>An agreement up to the last of the days.</summary>
    Agreed,

    /// <summary>A just cause that moved the limit to the last of the days (R1.16).</summary>
    JustCause,
    Leave,

    /// <summary>A leave was extended to the last of the days (R1.28).</summary>
    LeaveExtended,
    Transferred,

    /// <summary>A person confirmed a suspicion (R1.16, R1.29).</summary>
    Confirmed,
}
