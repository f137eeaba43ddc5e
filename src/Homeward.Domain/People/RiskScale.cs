using Homeward.Domain.Foundation;

namespace Homeward.Domain.People;

/// <summary>One thing that is looked at: what it weighs, and the level that it suggests alone (rules R2.33–R2.37).</summary>
public sealed record RiskFactor(string Code, string Zh, string En, int Points, RiskLevel? AtLeast = null);

/// <summary>What ticked factors suggest: their points, and a level that a person may follow or not (rules R2.38, R2.39).</summary>
public readonly record struct RiskSuggestion(int Points, RiskLevel Level);

/// <summary>The factors of a template and the bands that suggest a level. It suggests and never decides.</summary>
/// <param name="Factors">What is looked at, in the order of the paper.</param>
/// <param name="MediumFrom">From so many points on the level is medium; null where the points suggest nothing.</param>
/// <param name="HighFrom">From so many points on the level is high.</param>
public sealed record RiskScale(IReadOnlyList<RiskFactor> Factors, int? MediumFrom, int? HighFrom)
{
    public const int MostFactors = 40;
    public const int MostPoints = 1000;

    public static readonly Broken Empty = new("people.template-empty");
    public static readonly Broken TooMany = new("people.template-too-many");
    public static readonly Broken FactorTwice = new("people.template-factor-twice");
    public static readonly Broken NameMissing = new("people.template-name-missing");
    public static readonly Broken PointsImpossible = new("people.template-points");
    public static readonly Broken BandMissing = new("people.template-band-missing", "HighFrom");
    public static readonly Broken BandsCross = new("people.template-bands-cross", "HighFrom");
    public static readonly Broken OutOfReach = new("people.template-out-of-reach", "HighFrom");

    public bool Has(string code) => Factors.Any(factor => factor.Code == code);

    /// <summary>The points of the ticked factors, and the higher of what they and each factor alone suggest.</summary>
    public RiskSuggestion Suggest(IReadOnlyCollection<string> ticked)
    {
        var found = Factors.Where(factor => ticked.Contains(factor.Code)).ToList();
        var points = found.Sum(factor => factor.Points);
        var alone = found.Max(factor => factor.AtLeast) ?? RiskLevel.Low;
        var banded = points >= HighFrom ? RiskLevel.High : points >= MediumFrom ? RiskLevel.Medium : RiskLevel.Low;
        return new RiskSuggestion(points, alone > banded ? alone : banded);
    }

    public IEnumerable<Broken> WhyNot() => WhyNotFactors().Concat(WhyNotBands());

    IEnumerable<Broken> WhyNotFactors()
    {
        if (Factors.Count is 0)
        {
            yield return Empty;
        }
        if (Factors.Count > MostFactors)
        {
            yield return TooMany.With(MostFactors);
        }
        foreach (var twice in Factors.GroupBy(factor => factor.Code).Where(group => group.Count() > 1))
        {
            yield return FactorTwice.With(twice.Key);
        }
        foreach (var factor in Factors)
        {
            if (string.IsNullOrWhiteSpace(factor.Zh) || string.IsNullOrWhiteSpace(factor.En))
            {
                yield return NameMissing.With($"{factor.Zh}{factor.En}");
            }
            if (factor.Points is < 0 or > MostPoints)
            {
                yield return PointsImpossible.With($"{factor.Zh}", MostPoints);
            }
        }
    }

    IEnumerable<Broken> WhyNotBands()
    {
        if ((MediumFrom is null) != (HighFrom is null))
        {
            yield return BandMissing;
        }
        if (MediumFrom is { } medium && HighFrom is { } high)
        {
            if (medium < 1 || high <= medium)
            {
                yield return BandsCross.With(medium, high);
            }
            var most = Factors.Sum(factor => factor.Points);
            if (high > most)
            {
                yield return OutOfReach.With(high, most);
            }
        }
    }
}
