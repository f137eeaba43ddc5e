using Homeward.Domain.Foundation;
using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Features.Exchange.Writing;

/// <summary>
/// The refused rows of a file as they were, with the reason in a last column. Repaired there, the workbook is imported as it is:
/// the reason's title is none of the sheet's, so its cells are passed over.
/// </summary>
public sealed class ErrorWorkbook : IDisposable
{
    readonly WorkbookWriter _writer;
    readonly Table _table;
    readonly Say _say;

    public ErrorWorkbook(Stream stream, Table table, Say say)
    {
        (_table, _say) = (table, say);
        var name = table.Worksheet.Name.Length > 0 ? table.Worksheet.Name : table.Sheet.Name;
        _writer = new WorkbookWriter(stream, new TableLayout(name, [.. OldColumns().Select(place => table.Header[place]), say("exchange.reason")])
        {
            CountsFrom1904 = table.CountsFrom1904,
        });
    }

    public void Add(RowCells row, IEnumerable<Broken> reasons) =>
        _writer.Write([.. OldColumns().Select(place => row.Source[place]), string.Join(" ", reasons.Select(_say.Sentence))]);

    public void Dispose() => _writer.Dispose();

    /// <summary>Without the reasons of an earlier round.</summary>
    IEnumerable<int> OldColumns() => Enumerable.Range(0, _table.Header.Count).Where(place => Titles.Fold(_table.Header[place]) != Titles.Fold(_say("exchange.reason")));
}
