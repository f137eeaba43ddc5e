using System.Net;
using System.Text.RegularExpressions;

namespace Homeward.Web.Features.Papers.Rendering;

/// <summary>Reads a template: headings, paragraphs, lists, tables, bold, line breaks and placeholders. What else stands there is a fault with its line.</summary>
public static partial class TemplateReader
{
    /// <summary>Nobody reads more of them.</summary>
    const int MostFaults = 100;

    /// <summary>The document and what is wrong with it; the document is only to be used where nothing is.</summary>
    /// <param name="html">The text of the template.</param>
    /// <param name="known">The placeholders that may be asked for.</param>
    public static (PaperDocument Document, IReadOnlyList<TemplateFault> Faults) Read(string html, IReadOnlySet<string> known)
    {
        var building = new TemplateBuilding();
        var line = 1;
        foreach (Match token in Token().Matches(html))
        {
            Take(building, token, line, known);
            line += token.Value.Count(letter => letter == '\n');
            if (building.Faults.Count >= MostFaults)
            {
                break;
            }
        }
        var document = building.Finish(line);
        if (document.Blocks.Count == 0 && building.Faults.Count == 0)
        {
            building.Faults.Add(TemplateFault.At(TemplateFault.Empty, 1, ""));
        }
        return (document, building.Faults);
    }

    /// <summary>What is wrong with the placeholders of a text.</summary>
    public static IEnumerable<TemplateFault> FaultsOf(string text, int line, IReadOnlySet<string> known)
    {
        foreach (var name in Placeholder().Matches(text).Select(match => match.Groups[1].Value).Where(name => !known.Contains(name)))
        {
            yield return TemplateFault.At(TemplateFault.Unknown, line, name);
        }
        if (Placeholder().Replace(text, "") is var rest && (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal)))
        {
            yield return TemplateFault.At(TemplateFault.Braces, line, rest.Trim());
        }
    }

    /// <summary>Puts the values in; a value that is missing stays a line to be written on.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values, string blank) =>
        Placeholder().Replace(text, match => values.TryGetValue(match.Groups[1].Value, out var value) && value.Length > 0 ? value : blank);

    static void Take(TemplateBuilding building, Match token, int line, IReadOnlySet<string> known)
    {
        if (token.Groups["tag"] is not { Success: true } found)
        {
            if (token.Groups["text"].Success)
            {
                var text = WebUtility.HtmlDecode(token.Value);
                building.Faults.AddRange(FaultsOf(text, line, known));
                building.Text(Space().Replace(text, " "), line);
            }
            return;
        }
        var tag = found.Value.ToLowerInvariant();
        if (!TemplateTags.IsKnown(tag))
        {
            building.Faults.Add(TemplateFault.At(TemplateTags.Runs(tag) ? TemplateFault.Runs : TemplateFault.Tag, line, $"<{tag}>"));
            return;
        }
        var (attributes, refused) = TemplateTags.Attributes(tag, token.Groups["rest"].Value);
        if (refused is not null)
        {
            building.Faults.Add(TemplateFault.At(refused.StartsWith("on", StringComparison.OrdinalIgnoreCase) ? TemplateFault.Runs : TemplateFault.Attribute, line, refused));
        }
        building.Tag(tag, token.Groups["close"].Length > 0, attributes, line);
    }

    // A comment, a doctype, a tag, or the text up to the next one. A lone < is text, and no tag goes on past the next one: a file of beginnings is read once, not once for each.
    [GeneratedRegex("""<!--.*?(?:-->|$)|<!doctype[^<>]*>|<(?<close>/?)(?<tag>[a-zA-Z][a-zA-Z0-9:-]*)(?<rest>(?:"[^"]*"|'[^']*'|[^"'<>])*)>|(?<text><|[^<]+)""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Token();

    [GeneratedRegex(@"\{\{\s*([A-Za-z]{1,40})\s*\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Space();
}
