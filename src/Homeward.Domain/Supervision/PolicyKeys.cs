namespace Homeward.Domain.Supervision;

/// <summary>Every value that a policy pack can set. The numbers and their rules stand in the packs, here are only names and ranges.</summary>
public static class PolicyKeys
{
    public static readonly PolicyKey TermYears = new("termYears", PolicyShape.Map, "years", 1, 10);
    public static readonly PolicyKey ReportDays = Days("reportDays", 1, 90);
    public static readonly PolicyKey ReReportDays = Days("reReportDays", 1, 90);
    public static readonly PolicyKey SignAgreementDays = Days("signAgreementDays", 0, 90);
    public static readonly PolicyKey LeaveReportDays = Days("leaveReportDays", 1, 30);
    public static readonly PolicyKey BreachTests = Count("breachTests", 1, 20);
    public static readonly PolicyKey BreachLeavings = Count("breachLeavings", 1, 20);
    public static readonly PolicyKey BreachMoreThanDays = Days("breachMoreThanDays", 1, 365);
    public static readonly PolicyKey WarningAt = new("warningAt", PolicyShape.List, "count", 1, 20);
    public static readonly PolicyKey PoliceReportHours = Hours("policeReportHours", 720);
    public static readonly PolicyKey ReleaseNoticeDays = Days("releaseNoticeDays", 1, 90);
    public static readonly PolicyKey IsolationDecisionDays = Days("isolationDecisionDays", 1, 90);
    public static readonly PolicyKey IsolationNoticeHours = Hours("isolationNoticeHours", 720);
    public static readonly PolicyKey IsolationExtensionYears = Years("isolationExtensionYears", 5);
    public static readonly PolicyKey IsolationEarliestYears = Years("isolationEarliestYears", 5);
    public static readonly PolicyKey CentreReleaseNotice = Days("centreReleaseNotice", 1, 90);
    public static readonly PolicyKey CentrePapers = Days("centrePapers", 1, 90) with { Required = false };
    public static readonly PolicyKey ArrivalCheckDays = new("arrivalCheckDays", PolicyShape.List, "days", 1, 90) { Required = false };
    public static readonly PolicyKey OrderServiceHours = Hours("orderServiceHours", 720) with { Required = false };
    public static readonly PolicyKey OfficeNotice = Days("officeNotice", 1, 90) with { Required = false };
    public static readonly PolicyKey TransferForwarding = Days("transferForwarding", 1, 90) with { Required = false };
    public static readonly PolicyKey ReleasePreparationDays = Days("releasePreparationDays", 1, 365);
    public static readonly PolicyKey ReleaseSecondAlert = Days("releaseSecondAlert", 1, 90);
    public static readonly PolicyKey SuspensionStopsClock = PolicyKey.Flag("suspensionStopsClock");
    public static readonly PolicyKey SuspensionMovesWindows = PolicyKey.Flag("suspensionMovesWindows") with { Required = false };
    public static readonly PolicyKey WarningDays = Days("warningDays", 0, 30) with { Required = false };
    public static readonly PolicyKey TransferReadDays = Days("transferReadDays", 0, 365) with { Required = false };
    public static readonly PolicyKey DossierDays = Days("dossierDays", 0, 365) with { Required = false };
    public static readonly PolicyKey RollsToWorkingDay = PolicyKey.Flag("rollsToWorkingDay");
    public static readonly PolicyKey LastDayIsDayBefore = PolicyKey.Flag("lastDayIsDayBefore");
    public static readonly PolicyKey CleanYears = Years("cleanYears", 10);
    public static readonly PolicyKey DrivingBanYears = Years("drivingBanYears", 10);

    public static readonly PolicyKey DeterminationHours = Hours("determinationHours", 720);
    public static readonly PolicyKey DeterminationOfficers = Count("determinationOfficers", 1, 10);
    public static readonly PolicyKey ScreenTesters = Count("screenTesters", 1, 2);
    public static readonly PolicyKey SampleRetentionMonths = Months("sampleRetentionMonths", 120);
    public static readonly PolicyKey SampleDisposalDays = Days("sampleDisposalDays", 1, 365) with { Required = false };
    public static readonly PolicyKey DisputeStepDays = Days("disputeStepDays", 1, 90);
    public static readonly PolicyKey DisputeTellHours = Hours("disputeTellHours", 720);
    public static readonly PolicyKey ScreenNotices = new("screenNotices", PolicyShape.List, "days", -60, 60);
    public static readonly PolicyKey MissedOnlyWhenClosed = PolicyKey.Flag("missedOnlyWhenClosed");
    public static readonly PolicyKey IrregularFillsWindow = PolicyKey.Flag("irregularFillsWindow");
    public static readonly PolicyKey ClinicScreenFillsWindow = PolicyKey.Flag("clinicScreenFillsWindow");
    public static readonly PolicyKey HairCutOffs = CutOffs("hairCutOffs", "ng/mg");
    public static readonly PolicyKey HairLookBackMonths = Months("hairLookBackMonths", 24);
    public static readonly PolicyKey HairSegmentCentimetres = new("hairSegmentCentimetres", PolicyShape.Number, "cm", 1, 12);
    public static readonly PolicyKey BloodCutOffs = CutOffs("bloodCutOffs", "ng/mL");
    public static readonly PolicyKey UrineCutOffs = CutOffs("urineCutOffs", "ng/mL");
    public static readonly PolicyKey UrineDetectionDays = new("urineDetectionDays", PolicyShape.List, "days", 0, 90) { Required = false };
    public static readonly PolicyKey SalivaDetectionDays = new("salivaDetectionDays", PolicyShape.List, "days", 0, 90) { Required = false };
    public static readonly PolicyKey HairLagDays = Days("hairLagDays", 1, 90) with { Required = false };
    public static readonly PolicyKey RiskReassessmentMonths = Months("riskReassessmentMonths", 60);
    public static readonly PolicyKey RiskReviewMonths = new("riskReviewMonths", PolicyShape.Map, "months", 1, 60) { Required = false };
    public static readonly PolicyKey RiskTriggerDays = new("riskTriggerDays", PolicyShape.Map, "days", 0, 90) { Required = false };
    public static readonly PolicyKey RiskLoweringWaits = PolicyKey.Flag("riskLoweringWaits");
    public static readonly PolicyKey RiskRaisingWaits = PolicyKey.Flag("riskRaisingWaits");
    public static readonly PolicyKey SummaryMonths = new("summaryMonths", PolicyShape.Number, "months", 0, 60) { Required = false };
    public static readonly PolicyKey AssessmentMonths = new("assessmentMonths", PolicyShape.Number, "months", 0, 60) { Required = false };
    public static readonly PolicyKey ReviewDays = Days("reviewDays", 0, 180) with { Required = false };
    public static readonly PolicyKey PlanningMonths = Months("planningMonths", 60);

    public static readonly PolicyKey ClientsPerWorker = Count("clientsPerWorker", 1, 1000);
    public static readonly PolicyKey MaintenanceAlertDays = Days("maintenanceAlertDays", 1, 365);
    public static readonly PolicyKey MaintenanceDropOutDays = Days("maintenanceDropOutDays", 1, 365);
    public static readonly PolicyKey PeerCleanYears = new("peerCleanYears", PolicyShape.List, "years", 1, 20);
    public static readonly PolicyKey HotlineDangerMinutes = new("hotlineDangerMinutes", PolicyShape.Number, "minutes", 1, 240);
    public static readonly PolicyKey HotlineHighHours = Hours("hotlineHighHours", 720);
    public static readonly PolicyKey HotlineMediumHours = Hours("hotlineMediumHours", 720);
    public static readonly PolicyKey FollowUpYears = Years("followUpYears", 20);
    public static readonly PolicyKey ChildHarmHours = Hours("childHarmHours", 72);
    public static readonly PolicyKey ProgressReportMonths = Months("progressReportMonths", 24);
    public static readonly PolicyKey FinalReportMonths = Months("finalReportMonths", 24);
    public static readonly PolicyKey ProcurementKeepYears = Years("procurementKeepYears", 100);

    public static readonly PolicyKey SubjectRequestDays = Days("subjectRequestDays", 1, 365);
    public static readonly PolicyKey ImpactRecordKeepYears = Years("impactRecordKeepYears", 100);
    public static readonly PolicyKey LogKeepMonths = Months("logKeepMonths", 1200);
    public static readonly PolicyKey AuditKeepYears = Years("auditKeepYears", 100);
    public static readonly PolicyKey LegalFileKeepYears = Years("legalFileKeepYears", 100);
    public static readonly PolicyKey CaseFileKeepYears = Years("caseFileKeepYears", 100);
    public static readonly PolicyKey HotlineAudioKeepDays = Days("hotlineAudioKeepDays", 1, 3660);
    public static readonly PolicyKey SuppressBelow = Count("suppressBelow", 0, 100);

    public static IReadOnlyDictionary<string, PolicyKey> All { get; } = typeof(PolicyKeys)
        .GetFields()
        .Select(field => field.GetValue(null))
        .OfType<PolicyKey>()
        .ToDictionary(key => key.Name);

    static PolicyKey Days(string name, int least, int most) => new(name, PolicyShape.Number, "days", least, most);

    static PolicyKey Hours(string name, int most) => new(name, PolicyShape.Number, "hours", 0, most);

    static PolicyKey Months(string name, int most) => new(name, PolicyShape.Number, "months", 1, most);

    static PolicyKey Years(string name, int most) => new(name, PolicyShape.Number, "years", 1, most);

    static PolicyKey Count(string name, int least, int most) => new(name, PolicyShape.Number, "count", least, most);

    static PolicyKey CutOffs(string name, string unit) => new(name, PolicyShape.Map, unit, 0.001m, 100000);
}
