using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Campaigns;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Components.Forms;

namespace Homeward.Web.Features.Campaigns;

/// <summary>What the form of a new campaign takes.</summary>
public sealed class CampaignInput
{
    [Display(Name = "campaigns.name", Description = "campaigns.name-hint"), Required, StringLength(60)]
    public string? Name { get; set; }

    [Display(Name = "campaigns.kind"), Required, CodeOf("campaignKind")]
    public string? Kind { get; set; }

    [Display(Name = "people.unit", Description = "campaigns.unit-hint"), Required]
    public Guid? UnitId { get; set; }

    [Display(Name = "campaigns.from"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "campaigns.to"), Required]
    public DateOnly? To { get; set; }

    [Display(Name = "campaigns.risks", Description = "campaigns.risks-hint"), CodeOf("risk")]
    public List<string> Risks { get; set => field = value ?? []; } = [];

    [Display(Name = "campaigns.measures", Description = "campaigns.measures-hint"), CodeOf("measure")]
    public List<string> Measures { get; set => field = value ?? []; } = [];

    [Display(Name = "campaigns.items", Description = "campaigns.items-hint"), CodeOf("campaignItem")]
    public List<string> Items { get; set => field = value ?? []; } = [];

    public CampaignOrder ToOrder() => new(Name ?? "", Kind ?? "", From ?? DateOnly.MinValue, To ?? DateOnly.MinValue)
    {
        Risks = [.. Risks.Select(Enum.Parse<RiskLevel>)],
        Measures = [.. Measures.Select(Enum.Parse<MeasureKind>)],
        Items = [.. Items.Select(Enum.Parse<CampaignItem>)],
    };
}
