using Homeward.Domain.Supervision;

namespace Homeward.Domain.Worklist;

/// <summary>Up to when a day of an obligation is certain under a policy: a later one can still be moved by holidays that are not announced (rules R1.49).</summary>
public sealed record CertainLimit(string PolicyVersion, ObligationKind Kind, string Rule, DateOnly Until)
{
    /// <summary>It is the first day that is counted in working days, not the last.</summary>
    public bool IsFirstDay { get; init; }

    public bool IsBeyond(Obligation obligation) => IsBeyond(obligation.Kind, obligation.Rule, obligation.PolicyVersion, IsFirstDay ? obligation.Opens : obligation.Closes);

    public bool IsBeyond(ObligationKind kind, string rule, string policyVersion, DateOnly day) => kind == Kind && day > Until && rule == Rule && policyVersion == PolicyVersion;
}

/// <summary>Which obligations have a day that is counted in working days or rolled to one, and by which value of the policy.</summary>
public static class ProvisionalLimits
{
    static readonly (ObligationKind Kind, string Rule, PolicyKey Key)[] counted =
    [
        (ObligationKind.Report, "R1.13", PolicyKeys.ReportDays),
        (ObligationKind.Report, "R1.14", PolicyKeys.ReReportDays),
        (ObligationKind.SignAgreement, "R1.18", PolicyKeys.SignAgreementDays),
        (ObligationKind.SignAgreement, "R1.20", PolicyKeys.SignAgreementDays),
        (ObligationKind.ForwardFile, "R1.36", PolicyKeys.TransferForwarding),
        (ObligationKind.ReleaseNotice, "R1.41", PolicyKeys.ReleaseNoticeDays),
        (ObligationKind.ReleasePapers, "R1.47", PolicyKeys.CentrePapers),
        (ObligationKind.FirstInterview, "R3.9", PolicyKeys.ReportDays),
        (ObligationKind.DisputeStep, "2.2", PolicyKeys.DisputeStepDays),
    ];

    public static IEnumerable<CertainLimit> Of(PolicyPack pack)
    {
        foreach (var (kind, rule, key) in counted)
        {
            if (pack.CertainUntil(key) is { } until)
            {
                yield return new CertainLimit(pack.Version, kind, rule, until);
            }
        }
        if (pack.CertainBefore(PolicyKeys.CentreReleaseNotice) is { } announced)
        {
            yield return new CertainLimit(pack.Version, ObligationKind.Announcement, "R1.47", announced);
        }
        if (pack.CertainBefore(PolicyKeys.ReleaseSecondAlert) is { } alerted)
        {
            yield return new CertainLimit(pack.Version, ObligationKind.ReleaseAlert, "R1.42", alerted) { IsFirstDay = true };
        }
    }
}
