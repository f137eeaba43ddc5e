using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Homeward.Web.Features.Exchange.Reading;

namespace Homeward.Web.Features.Exchange.Writing;

/// <summary>
/// Writes one worksheet to a stream as it goes; nothing is kept in memory. Every text is an inline text cell, which a spreadsheet
/// never runs as a formula. The package's own writer would hold all parts until the end, hence the plain archive.
/// </summary>
public sealed class WorkbookWriter : TableWriter
{
    const string DayStyle = "1";
    const string HeaderStyle = "2";
    const string NoticeStyle = "3";
    readonly ZipArchive _archive;
    readonly Stream _part;
    readonly OpenXmlPartWriter _xml;
    readonly TableLayout _layout;
    int _line;

    public WorkbookWriter(Stream stream, TableLayout layout)
    {
        _layout = layout;
        _archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        WorkbookParts.Write(_archive, layout);
        _part = _archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        _xml = new OpenXmlPartWriter(_part, Encoding.UTF8);
        _xml.WriteStartDocument(true);
        _xml.WriteStartElement(new DocumentFormat.OpenXml.Spreadsheet.Worksheet());
        WorkbookParts.WriteView(_xml, layout);
        _xml.WriteStartElement(new SheetData());
        foreach (var notice in layout.Notices)
        {
            WriteRow([notice], NoticeStyle);
        }
        WriteRow([.. layout.Titles], HeaderStyle);
    }

    public override void Write(IReadOnlyList<object?> cells) => WriteRow(cells, null);

    /// <summary>A number or day as every program reads it.</summary>
    internal static string Plain(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    protected override void Dispose(bool disposing)
    {
        _xml.WriteEndElement();
        WorkbookParts.WriteMerges(_xml, _layout);
        _xml.WriteEndElement();
        _xml.Dispose();
        _part.Dispose();
        _archive.Dispose();
    }

    void WriteRow(IReadOnlyList<object?> cells, string? style)
    {
        var line = (++_line).ToString(CultureInfo.InvariantCulture);
        _xml.WriteStartElement(new Row(), [new OpenXmlAttribute("r", "", line)]);
        for (var column = 0; column < cells.Count; column++)
        {
            WriteCell(WorkbookParts.ColumnName(column) + line, cells[column], style);
        }
        _xml.WriteEndElement();
    }

    void WriteCell(string reference, object? value, string? style)
    {
        switch (value)
        {
            case null or "":
                return;
            case DateOnly day when day >= new DateOnly(1900, 3, 1):
                WriteNumber(reference, DayNumber.FromDay(day), DayStyle);
                return;
            case int or long or double:
                WriteNumber(reference, value, style);
                return;
            default:
                WriteText(reference, Plain(value), style);
                return;
        }
    }

    void WriteNumber(string reference, object number, string? style)
    {
        _xml.WriteStartElement(new Cell(), Attributes(reference, style, null));
        _xml.WriteElement(new CellValue(Plain(number)));
        _xml.WriteEndElement();
    }

    void WriteText(string reference, string text, string? style)
    {
        _xml.WriteStartElement(new Cell(), Attributes(reference, style, "inlineStr"));
        _xml.WriteStartElement(new InlineString());
        _xml.WriteElement(new Text(EscapedText.Encode(text)) { Space = SpaceProcessingModeValues.Preserve });
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    static List<OpenXmlAttribute> Attributes(string reference, string? style, string? type)
    {
        List<OpenXmlAttribute> attributes = [new("r", "", reference)];
        if (style is not null)
        {
            attributes.Add(new OpenXmlAttribute("s", "", style));
        }
        if (type is not null)
        {
            attributes.Add(new OpenXmlAttribute("t", "", type));
        }
        return attributes;
    }
}
