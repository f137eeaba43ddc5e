using System.Globalization;
using System.Text;
using CsvHelper;

namespace Homeward.Web.Features.Exchange.Writing;

/// <summary>Writes UTF-8 with its mark, so that Excel reads it; a text that Excel would run as a formula gets an apostrophe before it.</summary>
public sealed class CsvTableWriter : TableWriter
{
    readonly CsvWriter _csv;

    public CsvTableWriter(Stream stream, TableLayout layout)
    {
        _csv = new CsvWriter(new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true), CultureInfo.InvariantCulture);
        foreach (var notice in layout.Notices)
        {
            Write([notice]);
        }
        Write([.. layout.Titles]);
    }

    public override void Write(IReadOnlyList<object?> cells)
    {
        foreach (var cell in cells)
        {
            _csv.WriteField(cell is string text ? FormulaGuard.Prefix(text) : WorkbookWriter.Plain(cell));
        }
        _csv.NextRecord();
    }

    protected override void Dispose(bool disposing) => _csv.Dispose();
}
