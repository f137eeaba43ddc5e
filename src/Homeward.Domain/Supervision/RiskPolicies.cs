using Homeward.Domain.People;

namespace Homeward.Domain.Supervision;

/// <summary>Reads what a policy pack says of risk.</summary>
public static class RiskPolicies
{
    public static RiskPolicy Of(PolicyPack pack) => new(
        pack.Flag(PolicyKeys.RiskLoweringWaits), pack.Flag(PolicyKeys.RiskRaisingWaits), Enum.GetValues<RiskLevel>().ToDictionary(level => level, level => pack.RiskReviewMonths(level)));

    /// <summary>After how many months a level is looked at again: the level's own number, or the one for all (rules R2.38).</summary>
    public static int RiskReviewMonths(this PolicyPack pack, RiskLevel? level) =>
        pack.Find(PolicyKeys.RiskReviewMonths)?.Map.TryGetValue($"{level}".ToLowerInvariant(), out var own) == true ? (int)own : pack.Number(PolicyKeys.RiskReassessmentMonths);
}
