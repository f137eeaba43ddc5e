using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Homeward.Web.Features.Exchange.Reading;

/// <summary>Walks a worksheet part once, row by row. A formula gives its cached value, a number in a day's style gives the day.</summary>
sealed class CellReader(OpenXmlReader reader, CellStyles styles, Lazy<IReadOnlyList<string>> sharedTexts, bool countsFrom1904, ReadingLimits limits)
{
    int _line;

    public SheetRow? NextRow()
    {
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(Row))
            {
                _line = Number(reader.Attribute("r")) ?? _line + 1;
                return new SheetRow(_line, ReadCells());
            }
        }
        return null;
    }

    List<string> ReadCells()
    {
        var cells = new List<string>(32);
        var column = -1;
        while (reader.Read() && !(reader.IsEndElement && reader.ElementType == typeof(Row)))
        {
            if (!reader.IsStartElement || reader.ElementType != typeof(Cell))
            {
                continue;
            }
            var (reference, type, style) = Attributes();
            column = ColumnOf(reference) ?? column + 1;
            Put(cells, column, ReadCell(type, style));
        }
        return cells;
    }

    void Put(List<string> cells, int column, string text)
    {
        if (text.Length == 0)
        {
            return;
        }
        if (column >= limits.Columns)
        {
            throw new UnusableFileException("too-many-columns", limits.Columns);
        }
        if (text.Length > limits.CellCharacters)
        {
            throw new UnusableFileException("cell-too-long", limits.CellCharacters);
        }
        while (cells.Count <= column)
        {
            cells.Add("");
        }
        cells[column] = text;
    }

    string ReadCell(string type, int style)
    {
        var text = "";
        while (reader.Read() && !(reader.IsEndElement && reader.ElementType == typeof(Cell)))
        {
            if (!reader.IsStartElement)
            {
                continue;
            }
            if (reader.ElementType == typeof(CellValue))
            {
                text = reader.GetText();
            }
            else if (reader.ElementType == typeof(InlineString))
            {
                return Finish(SharedTexts.ReadRich(reader, typeof(InlineString)));
            }
        }
        return Value(type, style, text);
    }

    /// <summary>Stands on the end of the inline text; goes on to the end of its cell.</summary>
    string Finish(string text)
    {
        while (reader.Read() && !(reader.IsEndElement && reader.ElementType == typeof(Cell)))
        {
        }
        return text;
    }

    string Value(string type, int style, string text) => type switch
    {
        "s" => Number(text) is { } index && index < sharedTexts.Value.Count ? sharedTexts.Value[index] : "",
        "b" => text == "1" ? "TRUE" : "FALSE",
        "str" => EscapedText.Decode(text),
        "e" => text,
        "d" => text,
        "inlineStr" => "",
        _ => DayNumber.ToText(text, styles.ShowsDay(style), countsFrom1904),
    };

    (string? Reference, string Type, int Style) Attributes()
    {
        (string? reference, var type, var style) = (null, "n", 0);
        foreach (var attribute in reader.Attributes)
        {
            switch (attribute.LocalName)
            {
                case "r": reference = attribute.Value; break;
                case "t": type = attribute.Value ?? "n"; break;
                case "s": style = Number(attribute.Value) ?? 0; break;
            }
        }
        return (reference, type, style);
    }

    static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + letter - 'A' + 1;
        }
        return column == 0 ? null : column - 1;
    }
}
