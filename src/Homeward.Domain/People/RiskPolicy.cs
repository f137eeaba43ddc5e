namespace Homeward.Domain.People;

/// <summary>What the policy in force says of risk: which changes a second person confirms, and when each level is looked at again (rules R2.38).</summary>
public sealed record RiskPolicy(bool LoweringWaits, bool RaisingWaits, IReadOnlyDictionary<RiskLevel, int> ReviewMonths)
{
    /// <summary>
    /// A change waits where the policy wants a second person. A first classification changes nothing; one below what the template suggests lowers what was found (rules R2.33, R2.38).
    /// </summary>
    public bool Waits(RiskLevel? before, RiskLevel after, RiskLevel? suggested) =>
        before is { } known ? (after < known ? LoweringWaits : after > known && RaisingWaits) : after < suggested && LoweringWaits;

    public DateOnly NextReview(RiskLevel level, DateOnly on) => on.AddMonths(ReviewMonths[level]);
}
