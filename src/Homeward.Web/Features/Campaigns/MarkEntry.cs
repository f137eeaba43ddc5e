using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Campaigns;
using Homeward.Domain.Foundation;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;

namespace Homeward.Web.Features.Campaigns;

/// <summary>Writes down what no record tells: whereabouts, relief, a note.</summary>
public sealed class MarkEntry(Db db, Keyring keys, Actor actor, ShanghaiClock clock, CampaignReader reader)
{
    public async Task<CampaignEntry> RunAsync(Guid id, int version, CampaignMark mark, string? note, CancellationToken ct)
    {
        var entry = await db.CampaignEntries.RequireAsync(id, version, ct);
        var campaign = await reader.RequireAsync(entry.CampaignId, ct);
        entry.Mark(campaign, mark with { Note = keys.SealOrNull(note, SealedColumn.CampaignNote, id) }, new EntryNote(id, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today));
        db.Trail = db.Trail with { Act = "campaign.mark" };
        await db.SaveChangesAsync(ct);
        return entry;
    }
}
