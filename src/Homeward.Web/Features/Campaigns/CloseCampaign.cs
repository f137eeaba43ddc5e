using System.Text.Json;
using System.Text.Json.Serialization;
using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Campaigns;
using Homeward.Domain.Foundation;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Campaigns;

/// <summary>Draws the report of a campaign, and closes it with the report as it is then.</summary>
public sealed class CloseCampaign(Db db, Keyring keys, Actor actor, ShanghaiClock clock, OpenCampaign list, CampaignReader reader)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The list is brought up to date and kept as it is, and the report with it.</summary>
    public async Task<Campaign> RunAsync(Guid id, int version, string? note, CancellationToken ct)
    {
        var campaign = await db.Campaigns.RequireAsync(id, version, ct);
        if (!db.Scope.Holds(campaign.UnitId))
        {
            throw new NotFoundException();
        }
        await using var transaction = await db.InTransactionAsync(ct);
        await list.FollowAsync(campaign, ct);
        db.Trail = db.Trail with { Act = "campaign.close" };
        await db.SaveChangesAsync(ct);
        await FreezeAsync(campaign, ct);
        campaign.BeginClosing();
        var report = await DrawAsync(campaign, await reader.SharesAsync(campaign, ct), ct);
        campaign.Close(Written(report), report.OpenPersons, keys.SealOrNull(note, SealedColumn.CampaignClosingNote, id), new EntryNote(id, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(CancellationToken.None);
        return campaign;
    }

    /// <summary>The report of a closed campaign as it was kept, or as it would be today.</summary>
    public async Task<CampaignReport> ReportAsync(Campaign campaign, CancellationToken ct) =>
        campaign.Report is { } kept ? JsonSerializer.Deserialize<CampaignReport>(kept, Json)! : await DrawAsync(campaign, await reader.SharesAsync(campaign, ct), ct);

    public static string Written(CampaignReport report) => JsonSerializer.Serialize(report, Json);

    async Task<CampaignReport> DrawAsync(Campaign campaign, IReadOnlyList<CampaignShare> shares, CancellationToken ct)
    {
        var all = CampaignShare.Sum(shares);
        var asked = campaign.Asked.ToList();
        var open = await reader.Matching(campaign, new CampaignFilter { Done = false }).OrderBy(row => row.Number).Take(CampaignReport.MostNamed).ToListAsync(ct);
        return new CampaignReport(
            clock.Today, asked, shares, campaign.Persons - all.Persons - all.Left, all.Persons - all.Done,
            [.. open.Select(row => new CampaignOpenLine(row.Number, row.ClientId, row.UnitId, [.. row.Missing(asked)]))]);
    }

    /// <summary>From now on the list shows what the records had filled today, whatever is recorded or annulled later.</summary>
    async Task FreezeAsync(Campaign campaign, CancellationToken ct)
    {
        var contacts = db.Contacts.Where(CampaignRecords.Contacts(campaign.From, campaign.To));
        var visits = db.Contacts.Where(CampaignRecords.Visits(campaign.From, campaign.To));
        var screens = db.Screens.Where(CampaignRecords.Screens(campaign.From, campaign.To));
        await db.CampaignEntries.Where(entry => entry.CampaignId == campaign.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(entry => entry.ContactedOn, entry => contacts.Where(contact => contact.ClientId == entry.ClientId).Max(contact => (DateOnly?)contact.On))
                .SetProperty(entry => entry.VisitedOn, entry => visits.Where(visit => visit.ClientId == entry.ClientId).Max(visit => (DateOnly?)visit.On))
                .SetProperty(entry => entry.ScreenedOn, entry => screens.Where(screen => screen.ClientId == entry.ClientId).Max(screen => (DateOnly?)screen.On))
                // Whoever marks an entry at the same instant loses the race: the report would not tell of it.
                .SetProperty(entry => entry.Version, entry => entry.Version + 1),
            ct);
    }
}
