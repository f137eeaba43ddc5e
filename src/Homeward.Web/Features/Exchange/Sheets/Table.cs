using System.Globalization;
using Homeward.Web.Features.Exchange.Reading;

namespace Homeward.Web.Features.Exchange.Sheets;

/// <summary>A worksheet whose header row is known: where each column stands, and the rows below it as a stream.</summary>
public sealed class Table
{
    const int LastHeaderRow = 30;
    readonly TableFile _file;
    readonly SheetRow _header;
    readonly Dictionary<string, int> _places;
    readonly int? _rowPlace;

    Table(TableFile file, Sheet sheet, Worksheet worksheet, SheetRow header)
    {
        (_file, Sheet, Worksheet, _header) = (file, sheet, worksheet, header);
        var titles = header.Cells.Select(Titles.Fold).ToList();
        _places = Places(sheet, titles);
        var row = titles.FindIndex(title => sheet.RowTitles.Any(known => Titles.Fold(known) == title));
        _rowPlace = row < 0 ? null : row;
    }

    public Sheet Sheet { get; }
    public Worksheet Worksheet { get; }
    public IReadOnlyList<string> Header => _header.Cells;
    public bool CountsFrom1904 => _file.CountsFrom1904;

    /// <summary>Titles that this sheet does not know; their cells are passed over.</summary>
    public IEnumerable<string> UnknownTitles =>
        Header.Where((title, place) => title.Trim().Length > 0 && place != _rowPlace && !_places.ContainsValue(place));

    public IEnumerable<RowCells> Rows() => _file.Rows(Worksheet).Where(row => row.Line > _header.Line).Select(row => new RowCells(this, row));

    /// <summary>The worksheet asked for, or else the one whose header fits the sheet.</summary>
    public static Table Find(TableFile file, Sheet sheet, string? worksheetName = null)
    {
        if (worksheetName is not null && file.Worksheets is not [{ Name: "" }])
        {
            var named = file.Worksheets.FirstOrDefault(worksheet => worksheet.Name == worksheetName)
                ?? throw new UnusableFileException("worksheet-not-found", worksheetName);
            return Fit(file, sheet, named) ?? throw Unfit(file, sheet);
        }
        var fitting = file.Worksheets.Where(worksheet => !worksheet.IsHidden).Select(worksheet => Fit(file, sheet, worksheet)).OfType<Table>().ToList();
        return fitting.Count switch
        {
            1 => fitting[0],
            0 => throw Unfit(file, sheet),
            _ => throw new UnusableFileException("ambiguous-worksheet", string.Join(", ", fitting.Select(table => table.Worksheet.Name))),
        };
    }

    static UnusableFileException Unfit(TableFile file, Sheet sheet) => new(file.IsTextNamedWorkbook ? "text-not-workbook" : "no-fitting-worksheet", Missing(sheet));

    internal int? PlaceOf(string key) => _places.TryGetValue(key, out var place) ? place : null;

    internal string? OwnNumber(SheetRow row) => _rowPlace is { } place ? row[place] : null;

    static Table? Fit(TableFile file, Sheet sheet, Worksheet worksheet)
    {
        var header = file.Rows(worksheet).Take(LastHeaderRow).FirstOrDefault(row => Fits(sheet, row));
        return header is null ? null : new Table(file, sheet, worksheet, header);
    }

    static bool Fits(Sheet sheet, SheetRow row)
    {
        var titles = row.Cells.Select(Titles.Fold).ToHashSet();
        return sheet.Columns.Where(column => column.Required).All(column => titles.Contains(Titles.Fold(column.Zh)) || titles.Contains(Titles.Fold(column.En)));
    }

    static Dictionary<string, int> Places(Sheet sheet, List<string> titles)
    {
        var places = new Dictionary<string, int>();
        foreach (var column in sheet.Columns)
        {
            var (zh, en) = (Titles.Fold(column.Zh), Titles.Fold(column.En));
            var found = Enumerable.Range(0, titles.Count).Where(place => titles[place] == zh || titles[place] == en).ToList();
            if (found.Count > 1)
            {
                throw new UnusableFileException("column-twice", column);
            }
            if (found.Count == 1)
            {
                places[column.Key] = found[0];
            }
        }
        return places;
    }

    static string Missing(Sheet sheet) => string.Join(", ", sheet.Columns.Where(column => column.Required).Select(column => column.Title(CultureInfo.CurrentUICulture)));
}
