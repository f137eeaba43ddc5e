namespace Homeward.Domain.Papers;

/// <summary>The 22 slots of a case's file, in the order of R3.4.</summary>
public enum DossierSlot
{
    Order = 1,
    RightsNotice,
    Agreement,
    Handbook,
    Warnings,
    Breaches,
    HelpPlan,
    HomeMap,
    TestNotices,
    TestRecords,
    Activities,
    Assistance,
    Interviews,
    Reports,
    Assessments,
    ChangeOfPlace,
    Leaves,
    Suspension,
    Resumption,
    Termination,
    ReleaseApproval,
    ReleaseNotice,
}
