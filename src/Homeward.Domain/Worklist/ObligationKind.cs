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

    /// <summary>The case file goes to the new office (rules R1.36).</summary>
    ForwardFile,

    /// <summary>The release notice reaches the office after the term (rules R1.41).</summary>
    ReleaseNotice,

    /// <summary>The next step of a disputed result (rules, table 2.2).</summary>
    DisputeStep,

    /// <summary>A and B samples whose time is over are destroyed (rules R2.5).</summary>
    DisposeSamples,
}
