using Homeward.Domain.Campaigns;
using Homeward.Web.Features.People;

namespace Homeward.Web.Features.Campaigns;

/// <summary>One person's place in the list with the days that fill it; the shape that counts, lists, exports and the report share.</summary>
public sealed class CampaignRow
{
    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required Guid ClientId { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly JoinedOn { get; init; }
    public DateOnly? LeftOn { get; init; }
    public DateOnly? ContactedOn { get; init; }
    public DateOnly? VisitedOn { get; init; }
    public DateOnly? ScreenedOn { get; init; }
    public DateOnly? WhereaboutsOn { get; init; }
    public string? Whereabouts { get; init; }
    public DateOnly? ReliefOn { get; init; }
    public string? Relief { get; init; }

    public DateOnly? On(CampaignItem item) => item switch
    {
        CampaignItem.Contacted => ContactedOn,
        CampaignItem.Visited => VisitedOn,
        CampaignItem.Screened => ScreenedOn,
        CampaignItem.Whereabouts => WhereaboutsOn,
        _ => ReliefOn,
    };

    public IEnumerable<CampaignItem> Missing(IEnumerable<CampaignItem> asked) => asked.Where(item => On(item) is null);
}

/// <summary>A row with the name behind it, for whoever may read the client.</summary>
public sealed record CampaignPerson(CampaignRow Row, ClientBrief Brief, string? Worker);

/// <summary>Which persons of a campaign are asked for.</summary>
public sealed record CampaignFilter
{
    public CampaignItem? Item { get; init; }

    /// <summary>Whether the item, or all that is asked, is done; null for both.</summary>
    public bool? Done { get; init; }
    public Guid? UnitId { get; init; }
    public Guid? WorkerId { get; init; }

    /// <summary>Those who left the list instead of those who are on it.</summary>
    public bool Left { get; init; }

    /// <summary>Only numbers after this one.</summary>
    public int After { get; init; }
}
