using System.IO.Compression;
using System.Text;

namespace Homeward.Web.Tests.Exchange;

/// <summary>Builds a workbook from raw worksheet XML, so that tests can write what Excel and others write.</summary>
sealed class RawWorkbook
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Package = "http://schemas.openxmlformats.org/package/2006";
    const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    readonly List<(string Name, string Rows, string Attributes)> _sheets = [];

    public bool CountsFrom1904 { get; init; }
    public string? SharedTexts { get; init; }

    /// <summary>Something put into the archive beside the workbook.</summary>
    public Action<ZipArchive>? Extra { get; init; }

    public RawWorkbook Sheet(string name, string rows, string attributes = "")
    {
        _sheets.Add((name, rows, attributes));
        return this;
    }

    /// <summary>A row of inline text cells.</summary>
    public static string TextRow(params string[] texts) =>
        "<row>" + string.Concat(texts.Select(text => $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")) + "</row>";

    public MemoryStream Build()
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive);
        }
        stream.Position = 0;
        return stream;
    }

    void Write(ZipArchive archive)
    {
        var numbers = Enumerable.Range(1, _sheets.Count).ToList();
        Put(archive, "[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Types}.sharedStrings+xml"/>{string.Concat(numbers.Select(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Types}.worksheet+xml\"/>"))}</Types>""");
        Put(archive, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Put(archive, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><workbookPr date1904="{(CountsFrom1904 ? 1 : 0)}"/><sheets>{string.Concat(numbers.Select(n => $"<sheet name=\"{_sheets[n - 1].Name}\" sheetId=\"{n}\" r:id=\"s{n}\" {_sheets[n - 1].Attributes}/>"))}</sheets></workbook>""");
        Put(archive, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="y" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="t" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/>{string.Concat(numbers.Select(n => $"<Relationship Id=\"s{n}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))}</Relationships>""");
        Put(archive, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="yyyy&quot;-&quot;m"/></numFmts><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>""");
        Put(archive, "xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{SharedTexts}</sst>""");
        foreach (var n in numbers)
        {
            Put(archive, $"xl/worksheets/sheet{n}.xml", $"""<worksheet xmlns="{Main}"><sheetData>{_sheets[n - 1].Rows}</sheetData></worksheet>""");
        }
        Extra?.Invoke(archive);
    }

    static void Put(ZipArchive archive, string name, string xml)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(xml));
    }
}
