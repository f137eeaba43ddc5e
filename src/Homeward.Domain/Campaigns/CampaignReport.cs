using System.Security.Cryptography;
using System.Text;

namespace Homeward.Domain.Campaigns;

/// <summary>How far one unit has come: how many persons, how many have all that is asked, how many each item.</summary>
public sealed record CampaignShare(Guid UnitId, int Persons, int Done, int Contacted, int Visited, int Screened, int Whereabouts, int Relief, int Left)
{
    public int Of(CampaignItem item) => item switch
    {
        CampaignItem.Contacted => Contacted,
        CampaignItem.Visited => Visited,
        CampaignItem.Screened => Screened,
        CampaignItem.Whereabouts => Whereabouts,
        _ => Relief,
    };

    /// <summary>All units together.</summary>
    public static CampaignShare Sum(IReadOnlyCollection<CampaignShare> shares) => new(
        Guid.Empty, shares.Sum(share => share.Persons), shares.Sum(share => share.Done), shares.Sum(share => share.Contacted), shares.Sum(share => share.Visited),
        shares.Sum(share => share.Screened), shares.Sum(share => share.Whereabouts), shares.Sum(share => share.Relief), shares.Sum(share => share.Left));
}

/// <summary>One person with something open at closing, by number in the list: who it is opens only to those who may read the client.</summary>
public sealed record CampaignOpenLine(int Number, Guid ClientId, Guid UnitId, IReadOnlyList<CampaignItem> Missing);

/// <summary>The closing report: figures by unit, who moved away, and what stayed open, as of the day of closing.</summary>
public sealed record CampaignReport(
    DateOnly ClosedOn, IReadOnlyList<CampaignItem> Items, IReadOnlyList<CampaignShare> Shares, int MovedAway, int OpenPersons, IReadOnlyList<CampaignOpenLine> Open)
{
    /// <summary>A report names as many; the list of the campaign has them all.</summary>
    public const int MostNamed = 500;

    /// <summary>SHA-256 over the text of the report, in hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
