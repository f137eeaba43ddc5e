using System.Globalization;
using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Features.Exchange.Writing;

/// <summary>Writes rows of a sheet by column key, in the language given; what it writes imports again unchanged.</summary>
public sealed class SheetWriter(Sheet sheet, TableWriter writer, CultureInfo culture) : IDisposable
{
    public static SheetWriter ToWorkbook(Stream stream, Sheet sheet, CultureInfo culture, params IReadOnlyList<string> notices) =>
        new(sheet, new WorkbookWriter(stream, Layout(sheet, culture, notices)), culture);

    public static SheetWriter ToCsv(Stream stream, Sheet sheet, CultureInfo culture, params IReadOnlyList<string> notices) =>
        new(sheet, new CsvTableWriter(stream, Layout(sheet, culture, notices)), culture);

    /// <summary>Values by column key: text, number, day, a code, or a list of codes. A key that the sheet lacks is a mistake.</summary>
    public void Write(IReadOnlyDictionary<string, object?> values)
    {
        if (values.Keys.FirstOrDefault(key => sheet.Columns.All(column => column.Key != key)) is { } unknown)
        {
            throw new ArgumentException($"The sheet {sheet.Name} has no column {unknown}.", nameof(values));
        }
        writer.Write([.. sheet.Columns.Select(column => Cell(column, values.GetValueOrDefault(column.Key)))]);
    }

    public void Dispose() => writer.Dispose();

    object? Cell(SheetColumn column, object? value) => value switch
    {
        IEnumerable<string> codes => string.Join('\u3001', codes.Select(code => column.Word(code, culture))),
        string code when column.Values.Count > 0 => column.Word(code, culture),
        _ => value,
    };

    static TableLayout Layout(Sheet sheet, CultureInfo culture, IReadOnlyList<string> notices)
    {
        var isEnglish = culture.TwoLetterISOLanguageName != "zh";
        return new TableLayout(isEnglish ? sheet.En : sheet.Zh, [.. sheet.Columns.Select(column => column.Title(culture))])
        {
            Notices = notices,
            Widths = [.. sheet.Columns.Select(column => column.Width)],
        };
    }
}
