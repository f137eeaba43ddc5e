using Homeward.Data;
using Homeward.Data.Bulk;
using Homeward.Data.Scoping;
using Homeward.Domain.Campaigns;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Campaigns;

/// <summary>Opens a campaign with its list, and brings the list of an open one up to date.</summary>
public sealed class OpenCampaign(Db db, UnitTree units, Actor actor, ShanghaiClock clock)
{
    public static readonly Broken OpenAlready = new("campaigns.open-already");

    sealed record Chosen(Guid ClientId, Guid UnitId, Guid? WorkerId);

    public async Task<Campaign> RunAsync(Guid recordId, Guid unitId, CampaignOrder order, CancellationToken ct)
    {
        RequireMine(unitId);
        if (await db.Campaigns.SingleOrDefaultAsync(campaign => campaign.Id == recordId, ct) is { } same)
        {
            return same.UnitId == unitId ? same : throw new NotFoundException();
        }
        var isThere = await db.Campaigns.AnyAsync(campaign => campaign.UnitId == unitId && campaign.Kind == order.Kind && campaign.ClosedOn == null && campaign.From <= order.To && campaign.To >= order.From, ct);
        RulesBrokenException.ThrowIfAny(isThere ? [OpenAlready] : []);
        var chosen = await ChosenAsync(Matching(unitId, order.Risks, order.Measures), ct);
        var campaign = new Campaign(unitId, order, chosen.Count, Entry(recordId));
        await using var transaction = await db.InTransactionAsync(ct);
        db.Campaigns.Add(campaign);
        await SaveAsync("campaign.open", ct);
        await db.InsertAsync(Numbered(campaign, chosen, 0), ct);
        await transaction.CommitAsync(CancellationToken.None);
        return campaign;
    }

    /// <summary>Who meets the selection since joins; who has no such measure any more leaves; who has one again comes back.</summary>
    public async Task<Campaign> RefreshAsync(Guid id, int version, CancellationToken ct)
    {
        var campaign = await db.Campaigns.RequireAsync(id, version, ct);
        RequireMine(campaign.UnitId);
        await using var transaction = await db.InTransactionAsync(ct);
        await FollowAsync(campaign, ct);
        await SaveAsync("campaign.refresh", ct);
        await transaction.CommitAsync(CancellationToken.None);
        return campaign;
    }

    /// <summary>The same inside the caller's transaction; the caller saves.</summary>
    public async Task FollowAsync(Campaign campaign, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(campaign.WhyNotChange());
        var below = units.WithBelow(campaign.UnitId).ToArray();
        var kinds = campaign.MeasureKinds.ToArray();
        var open = OpenMeasures(kinds);
        var entries = db.CampaignEntries.Where(entry => entry.CampaignId == campaign.Id && below.Contains(entry.UnitId));
        foreach (var gone in await entries.Where(entry => entry.LeftOn == null && !open.Any(measure => measure.ClientId == entry.ClientId)).ToListAsync(ct))
        {
            gone.Leave(clock.Today);
        }
        foreach (var back in await entries.Where(entry => entry.LeftOn != null && open.Any(measure => measure.ClientId == entry.ClientId)).ToListAsync(ct))
        {
            back.Rejoin();
        }
        var fresh = await ChosenAsync(Matching(campaign.UnitId, [.. campaign.RiskLevels], kinds)
            .Where(client => !db.CampaignEntries.Any(entry => entry.CampaignId == campaign.Id && entry.ClientId == client.Id)), ct);
        db.CampaignEntries.AddRange(Numbered(campaign, fresh, campaign.Persons));
        campaign.Refresh(fresh.Count, clock.Today);
    }

    IQueryable<Measure> OpenMeasures(MeasureKind[] kinds) =>
        db.Measures.Where(measure => measure.EndedOn == null && (kinds.Length == 0 || kinds.Contains(measure.Kind)));

    static Task<List<Chosen>> ChosenAsync(IQueryable<Client> clients, CancellationToken ct) => clients.Select(client => new Chosen(client.Id, client.UnitId, client.ResponsibleId)).ToListAsync(ct);

    IQueryable<Client> Matching(Guid unitId, IReadOnlyList<RiskLevel> risks, IReadOnlyList<MeasureKind> kinds)
    {
        var below = units.WithBelow(unitId).ToArray();
        var levels = risks.ToArray();
        var open = OpenMeasures([.. kinds]);
        return db.Clients.Where(client => below.Contains(client.UnitId) && (levels.Length == 0 || (client.Risk != null && levels.Contains(client.Risk.Value))) && open.Any(measure => measure.ClientId == client.Id));
    }

    /// <summary>Numbered by unit and worker, so that the printed list falls into parts.</summary>
    IEnumerable<CampaignEntry> Numbered(Campaign campaign, IEnumerable<Chosen> chosen, int last) => chosen
        .OrderBy(one => units.Find(one.UnitId)?.Code, StringComparer.Ordinal).ThenBy(one => one.WorkerId).ThenBy(one => one.ClientId)
        .Select((one, place) => new CampaignEntry(campaign, last + place + 1, one.ClientId, one.UnitId, clock.Today));

    /// <summary>Whoever opens or closes it answers for the whole unit.</summary>
    void RequireMine(Guid unitId)
    {
        if (!db.Scope.Holds(unitId))
        {
            throw new NotFoundException();
        }
    }

    EntryNote Entry(Guid recordId) => new(recordId, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today);

    async Task SaveAsync(string act, CancellationToken ct)
    {
        db.Trail = db.Trail with { Act = act };
        await db.SaveChangesAsync(ct);
    }
}
