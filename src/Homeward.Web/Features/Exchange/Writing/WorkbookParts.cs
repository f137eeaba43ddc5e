using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Homeward.Web.Features.Exchange.Reading;

namespace Homeward.Web.Features.Exchange.Writing;

/// <summary>The small parts around a worksheet, and the parts of the worksheet before and after its rows.</summary>
static class WorkbookParts
{
    const string Package = "http://schemas.openxmlformats.org/package/2006";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static void Write(ZipArchive archive, TableLayout layout)
    {
        Put(archive, "[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/></Types>
            """);
        Put(archive, "_rels/.rels", $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Put(archive, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """);
        Put(archive, "xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}"><workbookPr date1904="{(layout.CountsFrom1904 ? 1 : 0)}"/><sheets><sheet name="{SheetName(layout.Name)}" sheetId="1" r:id="rId1"/></sheets></workbook>
            """);
        Put(archive, "xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="3"><font><sz val="11"/></font><font><b/><sz val="11"/></font><font><i/><sz val="10"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf fontId="2" applyFont="1"/></cellXfs></styleSheet>
            """);
    }

    /// <summary>Freezes everything down to the header and sets the widths.</summary>
    public static void WriteView(OpenXmlPartWriter xml, TableLayout layout)
    {
        var rows = layout.Notices.Count + 1;
        xml.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = rows,
            TopLeftCell = $"A{rows + 1}",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0 }));
        if (layout.Widths.Count > 0)
        {
            xml.WriteElement(new Columns(layout.Widths.Select((width, place) =>
                new Column { Min = (uint)place + 1, Max = (uint)place + 1, Width = width, CustomWidth = true })));
        }
    }

    /// <summary>Each line above the header runs over the whole table.</summary>
    public static void WriteMerges(OpenXmlPartWriter xml, TableLayout layout)
    {
        if (layout.Notices.Count > 0 && layout.Titles.Count > 1)
        {
            var last = ColumnName(layout.Titles.Count - 1);
            xml.WriteElement(new MergeCells(Enumerable.Range(1, layout.Notices.Count).Select(line => new MergeCell { Reference = $"A{line}:{last}{line}" })));
        }
    }

    public static string ColumnName(int column)
    {
        var letter = ((char)('A' + (column % 26))).ToString(CultureInfo.InvariantCulture);
        return column < 26 ? letter : ColumnName((column / 26) - 1) + letter;
    }

    /// <summary>Excel takes 31 characters and none of []:*?/\ in a worksheet's name.</summary>
    static string SheetName(string name)
    {
        var plain = string.Concat(EscapedText.Encode(name).Where(letter => !"[]:*?/\\".Contains(letter)));
        return SecurityElement.Escape(plain.Length > 31 ? plain[..31] : plain);
    }

    static void Put(ZipArchive archive, string name, string xml)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + xml));
    }
}
