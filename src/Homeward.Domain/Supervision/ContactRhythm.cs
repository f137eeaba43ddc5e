using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Supervision;

/// <summary>What a rhythm of contact asks for.</summary>
public enum ContactActivity
{
    Interview,
    HomeVisit,
    Screen,
}

/// <summary>How often a client under a measure is seen, in a year of the measure or at a level of risk (rules R2.30, R2.38).</summary>
public sealed record ContactRhythm(MeasureKind Kind, ContactActivity Activity, Rhythm Every, string Rule, Evidence Evidence)
{
    /// <summary>Only in this year of the measure; null for every year.</summary>
    public int? Year { get; init; }

    /// <summary>Only at this level of risk; null for every level.</summary>
    public RiskLevel? Risk { get; init; }
}
