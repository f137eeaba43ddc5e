using System.Globalization;
using Homeward.Web.Features.Exchange.Reading;

namespace Homeward.Web.Features.Exchange.Sheets;

/// <summary>A row below the header, its cells by column key.</summary>
public sealed class RowCells(Table table, SheetRow source)
{
    public SheetRow Source => source;
    public Table Table => table;
    public Sheet Sheet => table.Sheet;

    /// <summary>The file's own running number where it has one, else the line.</summary>
    public int Row { get; } = int.TryParse(table.OwnNumber(source), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var own)
        ? own : source.Line;

    public string this[string key] => table.PlaceOf(key) is { } place ? source[place] : "";

    public bool Has(string key) => table.PlaceOf(key) is not null;
}
