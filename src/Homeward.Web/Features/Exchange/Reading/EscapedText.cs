using System.Globalization;
using System.Text.RegularExpressions;

namespace Homeward.Web.Features.Exchange.Reading;

/// <summary>Workbook texts write a character that XML cannot hold as _x000D_ (ECMA-376, ST_Xstring).</summary>
public static partial class EscapedText
{
    public static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    /// <summary>Leaves out what XML cannot hold, and keeps a text that looks like an escape from being read as one.</summary>
    public static string Encode(string text)
    {
        var plain = text.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(text, match => "_x005F" + match.Value) : text;
        return Unwritable().Replace(plain, "");
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Unwritable();
}
