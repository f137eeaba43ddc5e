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
}
