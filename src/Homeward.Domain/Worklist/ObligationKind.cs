namespace Homeward.Domain.Worklist;

public enum ObligationKind { Report, SignAgreement, Screen, Interview, HomeVisit, RiskReassessment, ReleasePreparation }
