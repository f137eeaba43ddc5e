namespace Homeward.Domain.People;

/// <summary>What the policy in force says of risk: which changes a second person confirms, and when each level is looked at again (rules R2.38).</summary>
public sealed record RiskPolicy(bool LoweringWaits, bool RaisingWaits, IReadOnlyDictionary<RiskLevel, int> ReviewMonths)
{
    /// <summary>A first classification changes nothing; a change waits where the policy wants a second person.</summary>
    public bool Waits(RiskLevel? before, RiskLevel after) => before is { } known && (after < known ? LoweringWaits : after > known && RaisingWaits);

    public DateOnly NextReview(RiskLevel level, DateOnly on) => on.AddMonths(ReviewMonths[level]);
}
