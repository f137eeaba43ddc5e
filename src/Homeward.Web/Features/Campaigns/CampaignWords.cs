using Homeward.Domain.Campaigns;
using Homeward.Web.Components;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;

namespace Homeward.Web.Features.Campaigns;

/// <summary>How a campaign is told.</summary>
static class CampaignWords
{
    public static string Line(Campaign campaign, Words words, UnitTree units) =>
        string.Join(" · ", words.Code("campaignKind", campaign.Kind), units.NameOf(campaign.UnitId), words["people.from-to", campaign.From, campaign.To]);

    /// <summary>Whom it looks at.</summary>
    public static string Whom(Campaign campaign, Words words)
    {
        var parts = campaign.RiskLevels.Select(risk => words.Code("risk", risk.ToString())).Concat(campaign.MeasureKinds.Select(kind => words.Code("measure", kind.ToString()))).ToList();
        return parts.Count == 0 ? words["campaigns.all-open"] : string.Join(words["ui.list-comma"], parts);
    }

    public static Tone StateTone(Campaign campaign, DateOnly today) => !campaign.IsOpen ? Tone.Neutral : campaign.To < today ? Tone.Warn : campaign.From > today ? Tone.Info : Tone.Good;

    public static string State(Campaign campaign, Words words, DateOnly today) =>
        words[!campaign.IsOpen ? "campaigns.state-closed" : campaign.To < today ? "campaigns.state-to-close" : campaign.From > today ? "campaigns.state-coming" : "campaigns.state-running"];

    /// <summary>What was found, or the day that a record fills.</summary>
    public static string? Found(CampaignRow row, CampaignItem item, Words words) => item switch
    {
        CampaignItem.Whereabouts => row.Whereabouts is null ? null : words.Code("whereabouts", row.Whereabouts),
        CampaignItem.Relief => row.Relief is null ? null : words.Code("relief", row.Relief),
        _ => row.On(item) is { } on ? $"{on:MM-dd}" : null,
    };
}
