using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Features.Exchange.Sheets;
using Homeward.Web.Features.People;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>One row makes or updates a person, contact data, the measure in force with its obligations, the level of risk and who is responsible.</summary>
public sealed class RosterImport(
    Db db, ShanghaiClock clock, KnownUnits units, KnownClients known, KnownWorkers workers,
    RosterClients clients, RosterMeasures measures, RosterRisks levels, RosterMoves moves, RedrawLedgers ledgers) : ISheetImport<RosterRow>
{
    const string AsTheRosterSays = "roster";
    static readonly Broken OutsideScope = new("outside-scope");

    public Parsed<RosterRow> Parse(RowCells cells) => RosterRow.Parse(cells, units.Streets, clock.Today);

    public string KeyOf(RosterRow row) => row.IdentityNumber.ToString();

    public string Shown(RosterRow row) => $"{row.Name} {Masks.Number(row.IdentityNumber.ToString())}";

    public async Task ApplyAsync(ImportChunk<RosterRow> chunk, CancellationToken ct)
    {
        await workers.LoadAsync(ct);
        var found = await known.FindAsync(chunk.Rows.Select(row => row.Value.IdentityNumber), ct);
        var existing = new List<(Taken<RosterRow> Row, Client Client)>();
        var fresh = new List<Taken<RosterRow>>();
        foreach (var row in chunk.Rows)
        {
            var client = found[row.Value.IdentityNumber];
            if (WhyNotPlace(row.Value, client, found) is { } reason)
            {
                chunk.Refuse(row, reason);
            }
            else if (client is null)
            {
                fresh.Add(row);
            }
            else
            {
                existing.Add((row, client));
            }
        }
        await OpenAsync(chunk, fresh, ct);
        await UpdateAsync(chunk, existing, ct);
    }

    Broken? WhyNotPlace(RosterRow row, Client? client, FoundClients found) =>
        known.WhyElsewhere(found, row.IdentityNumber)
        ?? (db.Scope.Holds(units.UnitFor(row.StreetId, client?.UnitId)) ? null : OutsideScope.With(units.NameOf(row.StreetId)));

    async Task OpenAsync(ImportChunk<RosterRow> chunk, List<Taken<RosterRow>> rows, CancellationToken ct)
    {
        var opened = new OpenedFiles();
        foreach (var row in rows)
        {
            if (measures.WhyNot(null, row.Value, []).ToList() is { Count: > 0 } broken)
            {
                chunk.Refuse(row, broken);
                continue;
            }
            Open(row.Value, chunk.Summary, opened);
            chunk.Created(row);
        }
        if (!chunk.IsDryRun)
        {
            // New workers first: the clients refer to them.
            await db.SaveChangesAsync(ct);
            await opened.WriteAsync(db, ct);
            await ledgers.OpenAsync(opened.Clients, opened.Risks, opened.Measures, ct);
        }
    }

    void Open(RosterRow row, ImportSummary summary, OpenedFiles opened)
    {
        var unit = units.UnitFor(row.StreetId, null);
        var client = clients.Open(row, unit);
        client.AssignTo(unit, row.Worker is { } name ? workers.FindOrAdd(name, unit, null, summary) : null, clock.Now);
        NoteClean(client, row);
        opened.Clients.Add(client);
        opened.Risks.AddRange(levels.Of(client, row));
        opened.Assignments.Add(new ClientAssignment(client, clock.Today, AsTheRosterSays));
        opened.Measures.AddRange(measures.Apply(client, row, []));
    }

    async Task UpdateAsync(ImportChunk<RosterRow> chunk, List<(Taken<RosterRow> Row, Client Client)> found, CancellationToken ct)
    {
        var orders = await MeasuresAsync(found, ct);
        var rows = found.Where(row => !IsRefused(chunk, row.Row, row.Client, orders)).ToList();
        var moved = await MoveAsync(chunk, rows, ct);
        orders = moved.Count > 0 && !chunk.IsDryRun ? await MeasuresAsync(rows, ct) : orders;
        await levels.LoadAsync([.. rows.Select(row => row.Client.Id)], ct);
        var changed = new List<Client>();
        foreach (var (row, client) in rows)
        {
            if (Update(client, row.Value, [.. orders[client.Id]]) | moved.Contains(client.Id))
            {
                chunk.Updated(row);
                changed.Add(client);
                continue;
            }
            chunk.Unchanged(row);
        }
        if (!chunk.IsDryRun)
        {
            await db.SaveChangesAsync(ct);
            await ledgers.RunAsync(changed, ct);
        }
    }

    bool IsRefused(ImportChunk<RosterRow> chunk, Taken<RosterRow> row, Client client, ILookup<Guid, Measure> orders)
    {
        var broken = clients.WhyNotMerge(client, row.Value).Concat(measures.WhyNot(client, row.Value, [.. orders[client.Id]])).ToList();
        if (broken.Count > 0)
        {
            chunk.Refuse(row, broken);
        }
        return broken.Count > 0;
    }

    /// <summary>Read again after a move, since the unit of each measure went along by the foreign key.</summary>
    async Task<ILookup<Guid, Measure>> MeasuresAsync(List<(Taken<RosterRow> Row, Client Client)> rows, CancellationToken ct)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.Entity is Measure or MeasureAct).ToList())
        {
            entry.State = EntityState.Detached;
        }
        var ids = rows.Select(row => row.Client.Id).ToList();
        return (ids.Count == 0 ? [] : await db.Measures.Include(measure => measure.Acts).Where(measure => ids.Contains(measure.ClientId)).ToListAsync(ct))
            .ToLookup(measure => measure.ClientId);
    }

    bool Update(Client client, RosterRow row, List<Measure> own)
    {
        var isCorrected = clients.Correct(client, row);
        var risks = levels.Of(client, row).ToList();
        db.RiskRecords.AddRange(risks);
        var orders = measures.Apply(client, row, own);
        db.Measures.AddRange(orders.Where(measure => !own.Contains(measure)));
        return isCorrected | NoteClean(client, row) | risks.Count > 0 | orders.Count > 0;
    }

    /// <summary>The clients whom the file hands to another unit or worker.</summary>
    async Task<HashSet<Guid>> MoveAsync(ImportChunk<RosterRow> chunk, List<(Taken<RosterRow> Row, Client Client)> rows, CancellationToken ct)
    {
        var moving = rows.Select(row => (row.Client, UnitId: units.UnitFor(row.Row.Value.StreetId, row.Client.UnitId), WorkerId: WorkerFor(row.Row.Value, row.Client, chunk.Summary)))
            .Where(move => move.Client.UnitId != move.UnitId || move.Client.ResponsibleId != move.WorkerId).ToList();
        if (!chunk.IsDryRun)
        {
            await moves.RunAsync(moving, ct);
        }
        return [.. moving.Select(move => move.Client.Id)];
    }

    Guid? WorkerFor(RosterRow row, Client client, ImportSummary summary) =>
        row.Worker is { } name ? workers.FindOrAdd(name, units.UnitFor(row.StreetId, client.UnitId), client.ResponsibleId, summary) : client.ResponsibleId;

    static bool NoteClean(Client client, RosterRow row)
    {
        var isClean = row.Measure is null;
        if (client.IsThreeYearsClean == isClean && (!isClean || row.Days.OrderedOn is null || client.ThreeYearsCleanOn == row.Days.OrderedOn))
        {
            return false;
        }
        if (isClean)
        {
            client.NoteThreeYearsClean(row.Days.OrderedOn);
            return true;
        }
        client.ClearThreeYearsClean();
        return true;
    }
}
