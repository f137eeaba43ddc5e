namespace Homeward.Domain.Papers;

/// <summary>The papers that the work needs (rules 1.4–1.11, R3.4).</summary>
public enum PaperKind
{
    OrderReceipt,
    RightsNotice,

    /// <summary>With the sections of R1.19.</summary>
    Agreement,
    HandbookReceipt,

    /// <summary>With the proof of its service below (R1.32).</summary>
    TestNotice,
    TestRecord,
    Warning,

    /// <summary>That somebody has not reported in time (R1.17).</summary>
    OverdueCertificate,
    BreachCertificate,
    HandOverReceipt,
    LeaveReport,
    TransferLetter,
    Suspension,
    Resumption,
    Termination,
    ReleaseApproval,
    ReleaseNotice,
    HelpPlan,
    Assessment,
}
