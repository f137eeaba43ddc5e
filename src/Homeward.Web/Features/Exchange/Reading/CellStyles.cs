using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Homeward.Web.Features.Exchange.Reading;

/// <summary>Which cell styles show a number as a day.</summary>
sealed partial class CellStyles
{
    readonly List<bool> _showsDay = [];

    public bool ShowsDay(int style) => style >= 0 && style < _showsDay.Count && _showsDay[style];

    public static CellStyles Read(WorkbookStylesPart? part)
    {
        var styles = new CellStyles();
        if (part is null)
        {
            return styles;
        }
        using var reader = OpenXmlReader.Create(part);
        var custom = new Dictionary<int, bool>();
        var inCells = false;
        while (reader.Read())
        {
            inCells = reader.ElementType == typeof(CellFormats) ? reader.IsStartElement : inCells;
            styles.Take(reader, custom, inCells);
        }
        return styles;
    }

    void Take(OpenXmlReader reader, Dictionary<int, bool> custom, bool inCells)
    {
        if (!reader.IsStartElement)
        {
            return;
        }
        if (reader.ElementType == typeof(NumberingFormat))
        {
            custom[FormatId(reader)] = Day().IsMatch(Literal().Replace(reader.Attribute("formatCode") ?? "", ""));
        }
        if (inCells && reader.ElementType == typeof(CellFormat))
        {
            var id = FormatId(reader);
            _showsDay.Add(custom.TryGetValue(id, out var isDay) ? isDay : id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58));
        }
    }

    static int FormatId(OpenXmlReader reader) =>
        int.TryParse(reader.Attribute("numFmtId"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? id : 0;

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.")]
    private static partial Regex Literal();

    [GeneratedRegex("[yYdD]|[mM]{2}")]
    private static partial Regex Day();
}
