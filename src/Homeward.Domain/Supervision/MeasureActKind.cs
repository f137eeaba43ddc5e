namespace Homeward.Domain.Supervision;

/// <summary>What can happen to a measure while it runs and after it (rules 1.13).</summary>
public enum MeasureActKind
{
    /// <summary>A just cause for not reporting is accepted; the limit moves (R1.16).</summary>
    JustCause,

    /// <summary>Somebody has checked: not reported, and no just cause (R1.16).</summary>
    OverdueConfirmed,
    Leave,

    /// <summary>A new written report before the last day of a leave; the last day moves (R1.28).</summary>
    LeaveExtended,
    Returned,
    Absence,
    Warning,
    NoticeServed,

    /// <summary>A serious breach or new use, confirmed by a person (R1.29, R1.30).</summary>
    BreachConfirmed,

    /// <summary>The police have signed for the evidence pack (R1.17, R1.32).</summary>
    HandedOver,

    /// <summary>The police decide that the measure goes on.</summary>
    PoliceDeclined,
    Suspended,
    Resumed,
    Transferred,
    Forwarded,
    TransferAccepted,
    TransferRejected,
    TransferRevoked,

    /// <summary>Reported at the new place: from here on the new office answers (R1.37).</summary>
    ReportedAnew,
    SignedAnew,
    OutOfControl,
    Abroad,
    BackInControl,

    /// <summary>The police of the residence control, those of the registered place cooperate (R1.38).</summary>
    DualControl,
    DualControlEnded,
    Terminated,
    Released,
    FollowUp,
    Reopened,

    /// <summary>The centre has told on which day it releases (R1.47).</summary>
    ReleaseAnnounced,

    /// <summary>The dossier was closed under its archive number (R3.4).</summary>
    Archived,
}

/// <summary>Who may decide or sign what happens to a measure (R1.1–R1.3).</summary>
public enum IssuingBody
{
    Police,
    StreetOffice,
    IsolationCentre,
    Court,
    Organisation,
}
