using Homeward.Data.Policies;
using Homeward.Web.Foundation;

namespace Homeward.Web.Features.Supervision;

/// <summary>Says by which policy a measure is reckoned, layer by layer, the nearest first.</summary>
public static class PolicyWords
{
    public static string Of(string version, PolicyPacks packs, Words words) =>
        string.Join(words["ui.list-comma"], packs.LayersOf(version, Words.InChinese ? Words.Chinese : Words.English).Select(layer => words["supervision.policy-of", layer.Title, layer.Number]));
}
