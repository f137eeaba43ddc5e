using Homeward.Data.Sealing;
using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Features.Exchange.Sheets;
using Homeward.Web.Features.People;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>Screens of the past. One that is recorded already is compared and never overwritten: a wrong record is annulled by a person, with a reason.</summary>
public sealed class ScreenImport(Db db, Keyring keys, Actor actor, ShanghaiClock clock, KnownClients known, RedrawLedgers ledgers, PlanObligations plan) : ISheetImport<ScreenRow>
{
    static readonly Broken Differs = new("differs-from-record");

    public Parsed<ScreenRow> Parse(RowCells cells) => ScreenRow.Parse(cells, clock.Today);

    public string KeyOf(ScreenRow row) => row.Key;

    public string Shown(ScreenRow row) => $"{Masks.Number(row.IdentityNumber.ToString())} {row.On:yyyy-MM-dd}";

    public async Task ApplyAsync(ImportChunk<ScreenRow> chunk, CancellationToken ct)
    {
        var found = await known.FindAsync(chunk.Rows.Select(row => row.Value.IdentityNumber), ct);
        var ids = found.Clients.Values.Select(client => client.Id).ToList();
        var measures = await PastMeasures.ReadAsync(db, ids, ct);
        var recorded = (await db.Screens.AsNoTracking().Where(screen => ids.Contains(screen.ClientId) && screen.AnnulledOn == null).ToListAsync(ct))
            // Of one that was refused and then made by compulsion the sheet tells the one that was held (rules R2.6).
            .GroupBy(screen => (screen.ClientId, screen.On, screen.Specimen, screen.Kind)).ToDictionary(alike => alike.Key, alike => alike.OrderByDescending(screen => screen.IsCompelled).First());
        var touched = new Dictionary<Guid, Client>();
        foreach (var row in chunk.Rows)
        {
            if (found[row.Value.IdentityNumber] is not { } client)
            {
                chunk.Refuse(row, known.WhyMissing(found, row.Value.IdentityNumber));
                continue;
            }
            var record = ScreenRecords.Of(row.Value);
            var same = recorded.GetValueOrDefault((client.Id, record.On, record.Specimen, record.Kind));
            if (same is null ? Add(chunk, row, client, record, measures[client.Id]) : Compare(chunk, row, same, record))
            {
                touched[client.Id] = client;
            }
        }
        if (!chunk.IsDryRun && touched.Count > 0)
        {
            await db.SaveChangesAsync(ct);
            await ledgers.RunAsync(touched.Values, ct);
        }
    }

    bool Add(ImportChunk<ScreenRow> chunk, Taken<ScreenRow> row, Client client, ScreenRecord record, IEnumerable<Measure> measures)
    {
        var entry = new EntryNote(Ids.New(), actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today, IsHistory: true);
        var measure = measures.InForce(record.On);
        var asked = record with { TestersNeeded = plan.PackOf(client, measure).Number(PolicyKeys.ScreenTesters) };
        if (Screen.WhyNotRecord(client, asked, entry).ToList() is { Count: > 0 } broken)
        {
            chunk.Refuse(row, broken);
            return false;
        }
        var remarks = keys.SealOrNull(row.Value.Remarks, SealedColumn.ScreenRemarks, entry.RecordId);
        db.Screens.Add(new Screen(client, measure?.Id, asked with { Remarks = remarks }, entry));
        chunk.Created(row);
        return true;
    }

    bool Compare(ImportChunk<ScreenRow> chunk, Taken<ScreenRow> row, Screen recorded, ScreenRecord record)
    {
        var remarks = keys.OpenOrNull(recorded.Remarks, SealedColumn.ScreenRemarks, recorded.Id);
        if (ScreenRecords.IsSame(recorded, record) && (row.Value.Remarks is null || PlainText.Notes(remarks ?? "") == row.Value.Remarks))
        {
            chunk.Unchanged(row);
        }
        else
        {
            chunk.Refuse(row, Differs);
        }
        return false;
    }
}
