namespace Homeward.Domain.People;

/// <summary>Risk classification of a client (rules R2.32).</summary>
public enum RiskLevel
{
    Low,
    Medium,
    High,
}
