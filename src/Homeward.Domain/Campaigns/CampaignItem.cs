namespace Homeward.Domain.Campaigns;

/// <summary>What a campaign asks for each person. The first three are filled by the contacts and screens of the period, the others by hand.</summary>
public enum CampaignItem
{
    Contacted,
    Visited,
    Screened,
    Whereabouts,
    Relief,
}
