using Homeward.Domain.People;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Campaigns;

/// <summary>What a campaign is: its name and occasion, its days, whom it looks at and what it asks.</summary>
/// <param name="Name">How it is called; it names nobody.</param>
/// <param name="Kind">Code of the list <c>campaignKind</c>.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
public sealed record CampaignOrder(string Name, string Kind, DateOnly From, DateOnly To)
{
    /// <summary>Only clients at these levels of risk; all where it is empty.</summary>
    public IReadOnlyList<RiskLevel> Risks { get; init; } = [];

    /// <summary>Only clients with an open measure of these kinds; any open measure where it is empty.</summary>
    public IReadOnlyList<MeasureKind> Measures { get; init; } = [];
    public IReadOnlyList<CampaignItem> Items { get; init; } = [];
}
