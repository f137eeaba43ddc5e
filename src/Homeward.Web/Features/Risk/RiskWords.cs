using Homeward.Data.RiskTemplates;
using Homeward.Domain.People;
using Homeward.Web.Components;
using Homeward.Web.Foundation;

namespace Homeward.Web.Features.Risk;

/// <summary>How an assessment is told: the factors by name, and how the suggestion came about (rules R2.39: whoever asks is told why).</summary>
public static class RiskWords
{
    /// <summary>The paper that an assessment follows; the product's own has no number to tell.</summary>
    public static string NameOf(RiskBasis basis) => basis.TemplateId is null ? StartingRiskTemplate.Annex : basis.Name;

    public static string NameOf(RiskFactor factor) => Words.InChinese ? factor.Zh : factor.En;

    /// <summary>What a factor weighs: its points, and the level that it suggests alone.</summary>
    public static string WeightOf(RiskFactor factor, Words words) => string.Join(" · ", new[]
    {
        factor.Points > 0 ? words["risk.points", factor.Points] : "",
        factor.AtLeast is { } level ? words["risk.at-least", words.Code("risk", level.ToString())] : "",
    }.Where(text => text.Length > 0));

    /// <summary>In one sentence: which factors, how many points, which bands, which level is suggested.</summary>
    public static string Explain(RiskBasis basis, IReadOnlyCollection<string> ticked, Words words)
    {
        var found = basis.Scale.Factors.Where(factor => ticked.Contains(factor.Code)).ToList();
        var suggestion = basis.Scale.Suggest(ticked);
        var factors = found.Count == 0 ? words["risk.no-factor"] : string.Join(words["ui.list-comma"], found.Select(factor => WeightOf(factor, words) is { Length: > 0 } weight ? words["risk.factor-weighed", NameOf(factor), weight] : NameOf(factor)));
        var bands = basis.Scale is { MediumFrom: { } medium, HighFrom: { } high } ? words["risk.bands", suggestion.Points, medium, high] : words["risk.no-bands"];
        return words["risk.explained", NameOf(basis), factors, bands, words.Code("risk", suggestion.Level.ToString())];
    }

    public static Tone StateTone(RiskState state) => state switch { RiskState.InForce => Tone.Good, RiskState.Waiting => Tone.Warn, RiskState.Refused => Tone.Bad, _ => Tone.Neutral };

    /// <summary>From which level to which.</summary>
    public static string Change(RiskRecord record, Words words) => record.Before is { } before && before != record.Level
        ? words["risk.from-to", words.Code("risk", before.ToString()), words.Code("risk", record.Level.ToString())] : words.Code("risk", record.Level.ToString());
}
