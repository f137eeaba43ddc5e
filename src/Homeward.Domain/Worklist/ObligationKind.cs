namespace Homeward.Domain.Worklist;

/// <summary>What a rule can make due for a client.</summary>
public enum ObligationKind
{
    Report,
    SignAgreement,
    Screen,
    Interview,
    HomeVisit,
    RiskReassessment,
    ReleasePreparation,

    /// <summary>The counters have reached the limit: a person looks and confirms, or not (rules R1.29).</summary>
    ConfirmBreach,

    /// <summary>A confirmed suspicion goes to the police (rules R1.30).</summary>
    HandOver,

    /// <summary>A warning letter for a counted event (rules R1.31).</summary>
    Warning,

    /// <summary>Is the client back from leave (rules R1.27)?</summary>
    ReturnCheck,

    /// <summary>The screen that was arranged elsewhere for a leave (rules R1.27).</summary>
    RemoteScreen,

    /// <summary>The case file goes to the new office (rules R1.36).</summary>
    ForwardFile,

    /// <summary>The second alert before the last day: is the release file complete, and with the police (rules R1.42)?</summary>
    ReleaseAlert,

    /// <summary>The release notice reaches the office after the term (rules R1.41).</summary>
    ReleaseNotice,

    /// <summary>The next step of a disputed result (rules, table 2.2).</summary>
    DisputeStep,

    /// <summary>A and B samples whose time is over are destroyed (rules R2.5).</summary>
    DisposeSamples,

    /// <summary>The centre announces the day of release (rules R1.47).</summary>
    Announcement,

    /// <summary>A worker visits the centre before the release (rules R3.8).</summary>
    PreReleaseVisit,

    /// <summary>Somebody stands at the gate on the day of release (rules R3.8, R3.9).</summary>
    Collection,

    /// <summary>The centre's papers reach the office (rules R1.47).</summary>
    ReleasePapers,

    /// <summary>The first interview, inside the time to report (rules R3.9).</summary>
    FirstInterview,

    /// <summary>Has the person arrived? Asked on the days that the policy names, before the time to report is over (rules R3.9).</summary>
    ArrivalCheck,

    /// <summary>Attendance at the clinic is interrupted: ask clinic and client, later confirm that it was given up (rules R5.13).</summary>
    ClinicCheck,

    /// <summary>An agreement ends: a new one, or the end of the measure (DRR 10, 41).</summary>
    ProlongAgreement,

    /// <summary>The case is summed up at the end of a half-year (rules R2.12).</summary>
    HalfYearSummary,

    /// <summary>The case is assessed at the end of a year (rules R2.12).</summary>
    YearlyAssessment,
}
