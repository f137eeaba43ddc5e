using System.ComponentModel.DataAnnotations;
using Homeward.Data.RiskTemplates;
using Homeward.Domain.People;
using Homeward.Web.Foundation.Api;

namespace Homeward.Web.Features.Risk;

/// <summary>What the form of a new version takes: the paper, the day, the bands, and a row for each factor. A row that is emptied drops out.</summary>
public sealed record RiskTemplateInput
{
    [Display(Name = "risk.annex", Description = "risk.annex-hint"), Required, StringLength(100)]
    public string? Annex { get; set; }

    [Display(Name = "risk.effective-from"), Required]
    public DateOnly? EffectiveFrom { get; set; }

    [Display(Name = "risk.medium-from"), Range(1, RiskScale.MostPoints * RiskScale.MostFactors)]
    public int? MediumFrom { get; set; }

    [Display(Name = "risk.high-from"), Range(1, RiskScale.MostPoints * RiskScale.MostFactors)]
    public int? HighFrom { get; set; }

    public List<RiskFactorInput> Factors { get; set => field = value ?? []; } = [];

    public static RiskTemplateInput Of(RiskScale scale, string? annex, DateOnly today, int blankRows) => new()
    {
        Annex = annex ?? StartingRiskTemplate.Annex,
        EffectiveFrom = today,
        MediumFrom = scale.MediumFrom,
        HighFrom = scale.HighFrom,
        Factors =
        [
            .. scale.Factors.Select(factor => new RiskFactorInput { Code = factor.Code, Zh = factor.Zh, En = factor.En, Points = factor.Points, AtLeast = factor.AtLeast }),
            .. Enumerable.Range(0, Math.Min(blankRows, RiskScale.MostFactors - scale.Factors.Count)).Select(_ => new RiskFactorInput()),
        ],
    };

    public RiskTemplateText ToText()
    {
        var named = Factors.Where(factor => !factor.IsBlank).ToList();
        var taken = named.Select(factor => factor.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var factors = named.Select(factor => factor.ToFactor(factor.Code is { Length: > 0 } known ? known : Fresh(taken))).ToList();
        return new RiskTemplateText(Annex ?? "", EffectiveFrom ?? DateOnly.MinValue, new RiskScale(factors, MediumFrom, HighFrom));
    }

    /// <summary>A code that none of the factors has.</summary>
    static string Fresh(HashSet<string> taken)
    {
        var number = 1;
        while (!taken.Add($"f{number}"))
        {
            number++;
        }
        return $"f{number}";
    }
}

/// <summary>One factor as it is typed.</summary>
public sealed record RiskFactorInput : IApiBody
{
    /// <summary>Stays with the factor from version to version; a new factor gets one.</summary>
    [RegularExpression("^[a-zA-Z0-9]{0,40}$")]
    public string? Code { get; set; }

    [Display(Name = "risk.factor-zh"), StringLength(80)]
    public string? Zh { get; set; }

    [Display(Name = "risk.factor-en"), StringLength(120)]
    public string? En { get; set; }

    [Display(Name = "risk.factor-points"), Range(0, RiskScale.MostPoints)]
    public int? Points { get; set; }

    [Display(Name = "risk.factor-alone")]
    public RiskLevel? AtLeast { get; set; }

    internal bool IsBlank => string.IsNullOrWhiteSpace(Zh) && string.IsNullOrWhiteSpace(En);

    internal RiskFactor ToFactor(string code) => new(code, Zh?.Trim() ?? "", En?.Trim() ?? "", Points ?? 0, AtLeast);
}
