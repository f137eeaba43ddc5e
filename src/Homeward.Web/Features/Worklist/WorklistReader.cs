using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>Reads the worklist: rows with the names of this page only, and the counts beside them.</summary>
public sealed class WorklistReader(Db db, Keyring keys, UnitTree units, ShanghaiClock clock)
{
    sealed record Stored(
        Guid Id, Guid ClientId, Sealed Name, Sex? Sex, DateOnly? BirthDate, Sealed? Number, Sealed? Phone, RiskLevel? Risk, Guid UnitId, Guid? ResponsibleId, string? Responsible,
        ObligationKind Kind, DateOnly Opens, DateOnly Closes, string Rule, MeasureKind? Measure, int Version);

    /// <summary>A page of rows, the longest overdue first; <paramref name="after"/> is the <see cref="WorklistRow.Place"/> of the last row before.</summary>
    public async Task<IReadOnlyList<WorklistRow>> ListAsync(WorklistFilter filter, WorklistPlace? after, int limit, CancellationToken ct)
    {
        var today = clock.Today;
        var open = db.Matching(filter, units, today).AsNoTracking();
        if (after is { } place)
        {
            open = open.Where(obligation => obligation.Closes > place.Closes || (obligation.Closes == place.Closes && obligation.Id.CompareTo(place.Id) > 0));
        }
        var rows = await (
            from obligation in open.OrderBy(obligation => obligation.Closes).ThenBy(obligation => obligation.Id).Take(limit)
            join client in db.Clients on obligation.ClientId equals client.Id
            join found in db.Staff on obligation.ResponsibleId equals found.Id into staff
            from worker in staff.DefaultIfEmpty()
            join held in db.Measures on obligation.MeasureId equals held.Id into measures
            from measure in measures.DefaultIfEmpty()
            orderby obligation.Closes, obligation.Id
            select new Stored(
                obligation.Id, client.Id, client.Name, client.Sex, client.BirthDate, client.IdentityNumber, client.Phone, client.Risk, obligation.UnitId, obligation.ResponsibleId, worker.Name,
                obligation.Kind, obligation.Opens, obligation.Closes, obligation.Rule, measure == null ? null : measure.Kind, obligation.Version)).ToListAsync(ct);
        return [.. rows.Select(row => new WorklistRow
        {
            Id = row.Id,
            ClientId = row.ClientId,
            Name = keys.Open(row.Name, SealedColumn.ClientName, row.ClientId),
            Sex = row.Sex,
            Age = row.BirthDate is { } born ? AgeOn(born, today) : null,
            Number = keys.OpenOrNull(row.Number, SealedColumn.ClientIdentityNumber, row.ClientId),
            Phone = keys.OpenOrNull(row.Phone, SealedColumn.ClientPhone, row.ClientId),
            Risk = row.Risk,
            UnitId = row.UnitId,
            Unit = units.NameOf(row.UnitId),
            ResponsibleId = row.ResponsibleId,
            Responsible = row.Responsible,
            Kind = row.Kind,
            Opens = row.Opens,
            Closes = row.Closes,
            Rule = row.Rule,
            Measure = row.Measure,
            DaysOverdue = today.DayNumber - row.Closes.DayNumber,
            Version = row.Version,
        })];
    }

    /// <summary>How much there is in each state, in one statement.</summary>
    public async Task<WorklistCounts> CountsAsync(WorklistFilter filter, CancellationToken ct)
    {
        var today = clock.Today;
        var soon = today.AddDays(WorklistQueries.ComingDays);
        var counts = await db.Matching(filter with { State = WorklistState.ToDo }, units, today.AddDays(WorklistQueries.ComingDays))
            .GroupBy(_ => 1)
            .Select(all => new WorklistCounts(
                all.Count(obligation => obligation.Closes < today),
                all.Count(obligation => obligation.Opens <= today && obligation.Closes >= today),
                all.Count(obligation => obligation.Opens > today && obligation.Opens <= soon)))
            .SingleOrDefaultAsync(ct);
        return counts ?? new WorklistCounts(0, 0, 0);
    }

    /// <summary>Overdue and due by unit and worker: the sums of a point, a station, a district are added up from these.</summary>
    public async Task<IReadOnlyList<WorklistShare>> SharesAsync(WorklistFilter filter, CancellationToken ct)
    {
        var today = clock.Today;
        return await db.Matching(filter with { State = WorklistState.ToDo }, units, today)
            .GroupBy(obligation => new { obligation.UnitId, obligation.ResponsibleId })
            .Select(group => new WorklistShare(group.Key.UnitId, group.Key.ResponsibleId, group.Count(obligation => obligation.Closes < today), group.Count(obligation => obligation.Closes >= today)))
            .ToListAsync(ct);
    }

    /// <summary>Screens that wait for somebody else: a preliminary positive for the police, an absence for whoever confirms it.</summary>
    public IQueryable<Screen> Waiting(Guid? responsibleId) => db.Screens.AsNoTracking()
        .Where(screen => screen.AnnulledOn == null && (screen.Result == ScreenResult.PositivePreliminary || screen.Outcome == ScreenOutcome.EvadedUnconfirmed))
        .Where(screen => responsibleId == null || db.Clients.Any(client => client.Id == screen.ClientId && client.ResponsibleId == responsibleId));

    public static int AgeOn(DateOnly born, DateOnly today) => today.Year - born.Year - (today < born.AddYears(today.Year - born.Year) ? 1 : 0);
}
