using System.Globalization;
using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Web.Features.Exchange.Sheets;
using Homeward.Web.Features.Exchange.Writing;
using Homeward.Web.Foundation.Access;

namespace Homeward.Web.Features.Exchange.Exporting;

/// <summary>Writes the caller's records of a sheet as a stream; the act is in the audit log before a byte leaves. What it writes unmasked imports again unchanged.</summary>
public sealed class ExportSheet(Db db, UnitTree units, RosterExport roster, RecordExport records, OrganisationExport organisation)
{
    public async Task<ExportSummary> RunAsync(Stream stream, ExportOrder order, CultureInfo culture, bool asCsv, CancellationToken ct, params IReadOnlyList<string> notices)
    {
        var sheet = Sheet.Named(order.Sheet);
        db.Audit($"{order.Sheet}.export", order.IsMasked ? "masked" : "open", null, null);
        await db.SaveChangesAsync(ct);
        using var writer = asCsv ? SheetWriter.ToCsv(stream, sheet, culture, notices) : SheetWriter.ToWorkbook(stream, sheet, culture, notices);
        var (written, leftOut) = (0, 0);
        await foreach (var row in RowsOf(order, ct))
        {
            if (row is null)
            {
                leftOut++;
                continue;
            }
            writer.Write(row);
            written++;
        }
        return new ExportSummary(written, leftOut);
    }

    /// <summary>Values by column key; null for a record that has no place in the sheet.</summary>
    IAsyncEnumerable<IReadOnlyDictionary<string, object?>?> RowsOf(ExportOrder order, CancellationToken ct)
    {
        var within = order.UnitId is { } unit ? units.WithBelow(unit) : null;
        return order.Sheet switch
        {
            "roster" => roster.RowsAsync(order, within, ct),
            "screens" => records.ScreensAsync(order, within, ct),
            "contacts" => records.ContactsAsync(order, within, ct),
            "staff" => organisation.StaffAsync(within, ct),
            _ => organisation.UnitsAsync(within, ct),
        };
    }
}
