using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Homeward.Web.Features.Exchange.Reading;

/// <summary>An .xlsx workbook, read part by part and row by row.</summary>
public sealed class WorkbookTableFile : TableFile
{
    readonly Stream _stream;
    readonly SpreadsheetDocument _document;
    readonly ReadingLimits _limits;
    readonly List<Worksheet> _worksheets = [];
    readonly Lazy<IReadOnlyList<string>> _sharedTexts;
    readonly CellStyles _styles;
    bool _countsFrom1904;

    public WorkbookTableFile(Stream stream, ReadingLimits limits) : base(limits)
    {
        _stream = stream;
        _limits = limits;
        _document = Guarded(() => SpreadsheetDocument.Open(stream, false));
        var workbook = Guarded(() => _document.WorkbookPart) ?? throw new UnusableFileException("not-a-workbook");
        Guarded(() => ReadWorkbook(workbook));
        _styles = Guarded(() => CellStyles.Read(workbook.WorkbookStylesPart));
        _sharedTexts = new(() => Guarded(() => SharedTexts.Read(workbook.SharedStringTablePart, limits)));
    }

    public override IReadOnlyList<Worksheet> Worksheets => _worksheets;
    public override bool CountsFrom1904 => _countsFrom1904;

    protected override IEnumerable<SheetRow> ReadRows(Worksheet worksheet)
    {
        var part = Guarded(() => _document.WorkbookPart!.GetPartById(worksheet.PartId));
        using var reader = OpenXmlReader.Create(PlainXml(part));
        var cells = new CellReader(reader, _styles, _sharedTexts, _countsFrom1904, _limits);
        while (Guarded(cells.NextRow) is { } row)
        {
            yield return row;
        }
    }

    protected override void Dispose(bool disposing)
    {
        _document.Dispose();
        _stream.Dispose();
    }

    bool ReadWorkbook(WorkbookPart workbook)
    {
        using var reader = OpenXmlReader.Create(PlainXml(workbook));
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(WorkbookProperties))
            {
                _countsFrom1904 = reader.Attribute("date1904") is "1" or "true";
            }
            if (reader.IsStartElement && reader.ElementType == typeof(Sheet))
            {
                AddWorksheet(workbook, reader);
            }
        }
        return true;
    }

    void AddWorksheet(WorkbookPart workbook, OpenXmlReader reader)
    {
        var id = reader.Attribute("id") ?? "";
        if (workbook.TryGetPartById(id, out var part) && part is WorksheetPart)
        {
            _worksheets.Add(new Worksheet(reader.Attribute("name") ?? "", id, reader.Attribute("state") is "hidden" or "veryHidden"));
        }
    }

    /// <summary>Only parts named as XML went through the whole of the inflate guard.</summary>
    static OpenXmlPart PlainXml(OpenXmlPart part) =>
        part.Uri.OriginalString.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? part : throw new UnusableFileException("not-a-workbook");

    static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is XmlException or OpenXmlPackageException or InvalidDataException or IOException
            or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException)
        {
            throw new UnusableFileException("unusable-file", broken);
        }
    }
}
