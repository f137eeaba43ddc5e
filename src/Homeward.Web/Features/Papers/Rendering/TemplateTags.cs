using System.Text.RegularExpressions;

namespace Homeward.Web.Features.Papers.Rendering;

/// <summary>What a template may be written with. Everything else is refused by name: what is not known cannot run.</summary>
static partial class TemplateTags
{
    public static readonly HashSet<string> Blocks = ["h1", "h2", "p"];
    public static readonly HashSet<string> Cells = ["td", "th"];
    public static readonly HashSet<string> Lists = ["ul", "ol"];
    public static readonly HashSet<string> Bold = ["b", "strong"];

    /// <summary>They may stand around and mean nothing here.</summary>
    public static readonly HashSet<string> Around = ["html", "body", "tbody", "thead"];

    const int LongestAttributes = 400;

    static readonly HashSet<string> running = ["script", "iframe", "object", "embed", "svg", "math", "form", "input", "button", "link", "meta", "base", "style", "img", "video", "audio", "a"];

    public static bool IsKnown(string tag) => Blocks.Contains(tag) || Cells.Contains(tag) || Lists.Contains(tag) || Bold.Contains(tag) || Around.Contains(tag) || tag is "table" or "tr" or "li" or "br";

    /// <summary>Whether the tag runs something, loads something or leads elsewhere.</summary>
    public static bool Runs(string tag) => running.Contains(tag);

    /// <summary>The attributes of a tag; the first that is not allowed is handed back as the fault.</summary>
    public static (Dictionary<string, string> Values, string? Refused) Attributes(string tag, string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (text.Length > LongestAttributes)
        {
            return (values, text.Trim());
        }
        foreach (Match found in Attribute().Matches(text))
        {
            var (name, value) = (found.Groups["name"].Value.ToLowerInvariant(), found.Groups["value"].Value);
            if (!Allows(tag, name, value))
            {
                return (values, found.Value.Trim());
            }
            values[name] = value;
        }
        return (values, Attribute().Replace(text, "").Trim(' ', '/', '\t', '\r', '\n') is { Length: > 0 } rest ? rest : null);
    }

    static bool Allows(string tag, string name, string value) => (tag, name) switch
    {
        ("p", "class") => value is "centre" or "right" or "note",
        ("td" or "th", "colspan") => value is ['1' or '2' or '3' or '4' or '5' or '6'],
        ("html", "lang") => value.Length <= 10 && value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'),
        _ => false,
    };

    [GeneratedRegex("""(?<name>[^\s=/"'<>]+)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'<>]+))""")]
    private static partial Regex Attribute();
}
