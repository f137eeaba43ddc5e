using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.Campaigns;
using Homeward.Web.Features.People;
using Homeward.Web.Foundation.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Campaigns;

/// <summary>
/// Reads campaigns. One is seen by whoever works in the unit it looks at, above or below; its persons only by whoever may read the client.
/// While it is open the records of the period fill the list; once it is closed the list is as it was.
/// </summary>
public sealed class CampaignReader(Db db, UnitTree units, ClientBriefs briefs)
{
    /// <summary>The campaigns in sight, the newest first.</summary>
    public IQueryable<Campaign> Visible()
    {
        if (db.Scope.SpansAll)
        {
            return db.Campaigns;
        }
        var seen = units.All.Where(unit => db.Scope.Holds(unit.Id) || units.WithBelow(unit.Id).Any(db.Scope.Holds)).Select(unit => unit.Id).ToArray();
        return db.Campaigns.Where(campaign => seen.Contains(campaign.UnitId));
    }

    public async Task<Campaign> RequireAsync(Guid id, CancellationToken ct) =>
        await Visible().AsNoTracking().SingleOrDefaultAsync(campaign => campaign.Id == id, ct) ?? throw new NotFoundException();

    /// <summary>The list as it stands, in the caller's scope and in the unit that the campaign looks at.</summary>
    public IQueryable<CampaignRow> Rows(Campaign campaign)
    {
        var below = units.WithBelow(campaign.UnitId).ToArray();
        var entries = db.CampaignEntries.AsNoTracking().Where(entry => entry.CampaignId == campaign.Id && below.Contains(entry.UnitId));
        return campaign.IsFilledByRecords ? Filled(entries, campaign) : entries.Select(entry => new CampaignRow
        {
            Id = entry.Id, Number = entry.Number, ClientId = entry.ClientId, UnitId = entry.UnitId, JoinedOn = entry.JoinedOn, LeftOn = entry.LeftOn,
            ContactedOn = entry.ContactedOn, VisitedOn = entry.VisitedOn, ScreenedOn = entry.ScreenedOn,
            WhereaboutsOn = entry.WhereaboutsOn, Whereabouts = entry.Whereabouts, ReliefOn = entry.ReliefOn, Relief = entry.Relief,
        });
    }

    IQueryable<CampaignRow> Filled(IQueryable<CampaignEntry> entries, Campaign campaign)
    {
        var contacts = db.Contacts.Where(CampaignRecords.Contacts(campaign.From, campaign.To));
        var visits = db.Contacts.Where(CampaignRecords.Visits(campaign.From, campaign.To));
        var screens = db.Screens.Where(CampaignRecords.Screens(campaign.From, campaign.To));
        return entries.Select(entry => new CampaignRow
        {
            Id = entry.Id, Number = entry.Number, ClientId = entry.ClientId, UnitId = entry.UnitId, JoinedOn = entry.JoinedOn, LeftOn = entry.LeftOn,
            ContactedOn = contacts.Where(contact => contact.ClientId == entry.ClientId).Max(contact => (DateOnly?)contact.On),
            VisitedOn = visits.Where(visit => visit.ClientId == entry.ClientId).Max(visit => (DateOnly?)visit.On),
            ScreenedOn = screens.Where(screen => screen.ClientId == entry.ClientId).Max(screen => (DateOnly?)screen.On),
            WhereaboutsOn = entry.WhereaboutsOn, Whereabouts = entry.Whereabouts, ReliefOn = entry.ReliefOn, Relief = entry.Relief,
        });
    }

    /// <summary>The persons that a filter asks for, by their numbers: the same that the counts count.</summary>
    public IQueryable<CampaignRow> Matching(Campaign campaign, CampaignFilter filter)
    {
        var rows = Rows(campaign).Where(row => row.Number > filter.After && (row.LeftOn != null) == filter.Left);
        if (filter.UnitId is { } unit)
        {
            var below = units.WithBelow(unit).ToArray();
            rows = rows.Where(row => below.Contains(row.UnitId));
        }
        if (filter.WorkerId is { } worker)
        {
            rows = rows.Where(row => db.Clients.Any(client => client.Id == row.ClientId && client.ResponsibleId == worker));
        }
        return filter.Done is { } done ? WhereDone(rows, filter.Item is { } item ? [item] : [.. campaign.Asked], done) : rows;
    }

    static IQueryable<CampaignRow> WhereDone(IQueryable<CampaignRow> rows, IReadOnlyCollection<CampaignItem> items, bool done)
    {
        var (contacted, visited, screened, whereabouts, relief) = (items.Contains(CampaignItem.Contacted), items.Contains(CampaignItem.Visited), items.Contains(CampaignItem.Screened), items.Contains(CampaignItem.Whereabouts), items.Contains(CampaignItem.Relief));
        return rows.Where(row => done == ((!contacted || row.ContactedOn != null) && (!visited || row.VisitedOn != null) && (!screened || row.ScreenedOn != null)
            && (!whereabouts || row.WhereaboutsOn != null) && (!relief || row.ReliefOn != null)));
    }

    /// <summary>A page of persons with their names.</summary>
    public async Task<IReadOnlyList<CampaignPerson>> PersonsAsync(Campaign campaign, CampaignFilter filter, int most, CancellationToken ct)
    {
        var rows = await (
            from row in Matching(campaign, filter).OrderBy(row => row.Number).Take(most)
            join client in db.Clients.AsNoTracking() on row.ClientId equals client.Id
            join found in db.Staff.AsNoTracking() on client.ResponsibleId equals found.Id into staff
            from worker in staff.DefaultIfEmpty()
            orderby row.Number
            select new { row, client, worker.Name }).ToListAsync(ct);
        return [.. rows.Select(found => new CampaignPerson(found.row, briefs.Of(found.client), found.Name))];
    }

    /// <summary>How far each unit in scope has come, in one statement.</summary>
    public async Task<IReadOnlyList<CampaignShare>> SharesAsync(Campaign campaign, CancellationToken ct)
    {
        var (contacted, visited, screened, whereabouts, relief) = (campaign.Asks(CampaignItem.Contacted), campaign.Asks(CampaignItem.Visited), campaign.Asks(CampaignItem.Screened), campaign.Asks(CampaignItem.Whereabouts), campaign.Asks(CampaignItem.Relief));
        var marks = Rows(campaign).Select(row => new
        {
            row.UnitId,
            IsOn = row.LeftOn == null ? 1 : 0,
            Contacted = row.LeftOn == null && row.ContactedOn != null ? 1 : 0,
            Visited = row.LeftOn == null && row.VisitedOn != null ? 1 : 0,
            Screened = row.LeftOn == null && row.ScreenedOn != null ? 1 : 0,
            Whereabouts = row.LeftOn == null && row.WhereaboutsOn != null ? 1 : 0,
            Relief = row.LeftOn == null && row.ReliefOn != null ? 1 : 0,
            Done = row.LeftOn == null && (!contacted || row.ContactedOn != null) && (!visited || row.VisitedOn != null) && (!screened || row.ScreenedOn != null) && (!whereabouts || row.WhereaboutsOn != null) && (!relief || row.ReliefOn != null) ? 1 : 0,
        });
        var sums = await marks.GroupBy(mark => mark.UnitId).Select(group => new CampaignShare(
            group.Key, group.Sum(mark => mark.IsOn), group.Sum(mark => mark.Done), group.Sum(mark => mark.Contacted), group.Sum(mark => mark.Visited), group.Sum(mark => mark.Screened),
            group.Sum(mark => mark.Whereabouts), group.Sum(mark => mark.Relief), group.Count() - group.Sum(mark => mark.IsOn))).ToListAsync(ct);
        return [.. sums.OrderBy(share => units.Find(share.UnitId)?.Code, StringComparer.Ordinal)];
    }
}
