using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>The days of a dispute's steps by the policy in force (rules, table 2.2); hours are whole days here.</summary>
public static class DisputeLimits
{
    public static DisputeLimit Of(PolicyPack pack) => (step, from) => DisputeRules.Of(step).IsTold
        ? from.AddDays(pack.Number(PolicyKeys.DisputeTellHours) / 24)
        : pack.Limit(from, PolicyKeys.DisputeStepDays);
}
