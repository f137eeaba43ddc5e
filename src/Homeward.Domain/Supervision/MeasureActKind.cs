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

    /// <summary>Gone from isolation: the days until the return do not count (R1.44).</summary>
    Escaped,
    Recaptured,

    /// <summary>Treated outside the centre; the term runs on (R1.44).</summary>
    TreatedOutside,
    BackInCentre,

    /// <summary>The deciding police prolong isolation to a new last day (R1.46).</summary>
    TermExtended,

    /// <summary>The deciding police let isolation end before its time (R1.46); the release itself is told by the centre.</summary>
    EarlyReleaseDecided,

    /// <summary>Isolation is changed into community detox for health, and ends (R1.45).</summary>
    ChangedToCommunity,

    /// <summary>Not seen at the clinic since a day (R5.13).</summary>
    ClinicMissed,
    ClinicResumed,

    /// <summary>Somebody has looked: the treatment is given up (R5.13).</summary>
    DroppedOut,

    /// <summary>The agreement of a voluntary measure and its last day (DRR 10, 41).</summary>
    Agreed,

    /// <summary>A new agreement goes on after the one before.</summary>
    Prolonged,

    /// <summary>Completed, or left for another reason (R5.14).</summary>
    TreatmentEnded,
}

/// <summary>Who may decide or sign what happens to a measure (R1.1–R1.3).</summary>
public enum IssuingBody
{
    Police,
    StreetOffice,
    IsolationCentre,
    Court,
    Organisation,

    /// <summary>A clinic of maintenance treatment, or one that a voluntary measure is agreed with.</summary>
    Clinic,
}
