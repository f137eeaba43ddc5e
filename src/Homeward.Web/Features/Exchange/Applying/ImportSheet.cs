using Homeward.Data;
using Homeward.Data.Bulk;
using Homeward.Domain.Foundation;
using Homeward.Web.Features.Exchange.Reading;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Features.Exchange.Sheets;
using Homeward.Web.Features.Exchange.Writing;
using Homeward.Web.Foundation;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>
/// Imports a file: first every row is checked, then the good ones are applied chunk by chunk, each chunk in one transaction.
/// An import that breaks off is simply run again: what was written is then unchanged.
/// </summary>
public sealed class ImportSheet(Db db, IServiceProvider services, Words words)
{
    public Task<ImportSummary> RunAsync(TableFile file, ImportOrder order, CancellationToken ct)
    {
        var table = Table.Find(file, Sheet.Named(order.Sheet), order.Worksheet);
        return order.Sheet switch
        {
            // Few commits: each writes anew the index pages that all new rows share.
            "roster" => RunAsync(table, order with { ChunkRows = order.ChunkRows ?? 2500 }, services.GetRequiredService<RosterImport>(), ct),
            "screens" => RunAsync(table, order, services.GetRequiredService<ScreenImport>(), ct),
            "contacts" => RunAsync(table, order, services.GetRequiredService<ContactImport>(), ct),
            "staff" => RunAsync(table, order, services.GetRequiredService<StaffImport>(), ct),
            // The whole tree at once: a parent may stand anywhere in the file.
            _ => RunAsync(table, order with { ChunkRows = int.MaxValue }, services.GetRequiredService<UnitImport>(), ct),
        };
    }

    async Task<ImportSummary> RunAsync<T>(Table table, ImportOrder order, ISheetImport<T> import, CancellationToken ct) where T : class
    {
        var refused = new Dictionary<int, IReadOnlyList<Broken>>();
        var rows = new ParsedRows<T>(table, import.Parse, import.KeyOf);
        var summary = rows.Check(row => refused[row.Cells.Source.Line] = row.Reasons);
        await ReportAsync(order, 0, rows.Count, ct);
        await using var room = await RoomyCache.OpenAsync(db, ct);
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        // Each save looks for changes itself; looking at every Add and query would cost the square of a chunk.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var done = 0;
            foreach (var taken in rows.TakenRows().Chunk(Math.Min(order.ChunkRows ?? 500, Math.Max(rows.Count, 1))))
            {
                var chunk = new ImportChunk<T>(taken, summary, order.DryRun, import.Shown, (place, reasons) => refused[place.Line] = reasons);
                await ApplyAsync(import, chunk, ct);
                await ReportAsync(order, done += taken.Length, rows.Count, ct);
            }
        }
        finally
        {
            db.ChangeTracker.Clear();
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
        WriteErrors(table, order, refused);
        return summary;
    }

    async Task ApplyAsync<T>(ISheetImport<T> import, ImportChunk<T> chunk, CancellationToken ct) where T : class
    {
        db.ChangeTracker.Clear();
        if (chunk.IsDryRun)
        {
            await import.ApplyAsync(chunk, ct);
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await import.ApplyAsync(chunk, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(CancellationToken.None);
    }

    void WriteErrors(Table table, ImportOrder order, Dictionary<int, IReadOnlyList<Broken>> refused)
    {
        if (order.Errors is null)
        {
            return;
        }
        using var workbook = new ErrorWorkbook(order.Errors, table, words.Say());
        foreach (var row in refused.Count == 0 ? [] : table.Rows())
        {
            if (refused.TryGetValue(row.Source.Line, out var reasons))
            {
                workbook.Add(row, reasons);
            }
        }
    }

    static Task ReportAsync(ImportOrder order, int done, int total, CancellationToken ct) => order.Progress?.Invoke(done, total, ct) ?? Task.CompletedTask;
}
