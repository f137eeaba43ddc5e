using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.People;
using Homeward.Web.Features.People;
using Homeward.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Risk;

/// <summary>One assessment with the names of those who decided and answered, and what it was judged by.</summary>
public sealed record RiskLine(RiskRecord Record, string? DecidedBy, string? AnsweredBy, RiskBasis? Basis);

/// <summary>A change that waits, and whose it is.</summary>
public sealed record WaitingRisk(RiskRecord Record, ClientBrief Brief, string? DecidedBy)
{
    public InstantPlace Place => new(Record.EnteredAt ?? DateTime.MinValue, Record.Id);
}

/// <summary>Reads the assessments of one client, and the changes that wait for a second person.</summary>
public sealed class RiskReader(Db db, ClientBriefs briefs, RiskTemplates templates)
{
    /// <summary>The assessments of a client, the newest first.</summary>
    public async Task<IReadOnlyList<RiskLine>> HistoryAsync(Guid clientId, TimelinePlace? after, int most, CancellationToken ct)
    {
        var records = db.RiskRecords.AsNoTracking().Where(record => record.ClientId == clientId);
        if (after is { } place)
        {
            records = records.Where(record => record.On < place.On || (record.On == place.On && record.Id.CompareTo(place.Id) < 0));
        }
        return await LinesAsync(records.OrderByDescending(record => record.On).ThenByDescending(record => record.Id).Take(most), ct);
    }

    public async Task<RiskLine> RequireAsync(Guid id, CancellationToken ct) =>
        (await LinesAsync(db.RiskRecords.AsNoTracking().Where(record => record.Id == id), ct)).SingleOrDefault() ?? throw new NotFoundException();

    /// <summary>The changes that wait in scope, the longest first.</summary>
    public async Task<IReadOnlyList<WaitingRisk>> WaitingAsync(InstantPlace? after, int most, CancellationToken ct)
    {
        var waiting = db.RiskRecords.AsNoTracking().Where(record => record.State == RiskState.Waiting);
        if (after is { } place)
        {
            waiting = waiting.Where(record => record.EnteredAt > place.At || (record.EnteredAt == place.At && record.Id.CompareTo(place.Id) > 0));
        }
        var rows = await (
            from record in waiting.OrderBy(record => record.EnteredAt).ThenBy(record => record.Id).Take(most)
            join client in db.Clients.AsNoTracking() on record.ClientId equals client.Id
            join found in db.Staff.AsNoTracking() on record.DecidedById equals found.Id into staff
            from worker in staff.DefaultIfEmpty()
            orderby record.EnteredAt, record.Id
            select new { record, client, worker.Name }).ToListAsync(ct);
        return [.. rows.Select(row => new WaitingRisk(row.record, briefs.Of(row.client), row.Name))];
    }

    async Task<IReadOnlyList<RiskLine>> LinesAsync(IQueryable<RiskRecord> records, CancellationToken ct)
    {
        var rows = await (
            from record in records
            join foundStaff in db.Staff.AsNoTracking() on record.DecidedById equals foundStaff.Id into staff
            from worker in staff.DefaultIfEmpty()
            join foundAccount in db.Accounts.AsNoTracking() on record.AnsweredById equals foundAccount.Id into accounts
            from account in accounts.DefaultIfEmpty()
            orderby record.On descending, record.Id descending
            select new { record, worker.Name, account.DisplayName }).ToListAsync(ct);
        var bases = await templates.OfAsync(rows.Select(row => row.record), ct);
        return [.. rows.Select(row => new RiskLine(row.record, row.Name, row.DisplayName, BasisOf(row.record, bases)))];
    }

    static RiskBasis? BasisOf(RiskRecord record, IReadOnlyDictionary<Guid, RiskBasis> bases) =>
        record.Template is null ? null : record.TemplateId is { } id ? bases.GetValueOrDefault(id) : RiskTemplates.BasisOf(null);
}
