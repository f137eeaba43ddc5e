using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Homeward.Web.Features.Papers.OwnTemplates;

/// <summary>Puts values into a word processor's file, in the look that the placeholder has there.</summary>
public static partial class DocxFilling
{
    public static byte[] Fill(byte[] template, Func<string, string> valueOf)
    {
        using var memory = new MemoryStream();
        memory.Write(template);
        using (var word = DocxReader.Open(memory, write: true))
        {
            foreach (var paragraph in word.MainDocumentPart!.Document!.Descendants<Paragraph>())
            {
                Fill(paragraph, valueOf);
            }
        }
        return memory.ToArray();
    }

    static void Fill(Paragraph paragraph, Func<string, string> valueOf)
    {
        var texts = paragraph.Descendants<Text>().ToList();
        var whole = string.Concat(texts.Select(text => text.Text));
        // From the last to the first, so that the places of those before stay what they are.
        foreach (var match in Placeholder().Matches(whole).Reverse())
        {
            Replace(texts, match.Index, match.Length, valueOf(match.Value));
        }
        foreach (var text in texts.Where(text => text.Text.Contains('\n', StringComparison.Ordinal)))
        {
            BreakLines(text);
        }
    }

    /// <summary>The value goes to where the placeholder begins; what of it lies in later runs is taken away.</summary>
    static void Replace(List<Text> texts, int from, int length, string value)
    {
        var at = 0;
        foreach (var text in texts)
        {
            var (begin, end) = (Math.Max(from - at, 0), Math.Min(from + length - at, text.Text.Length));
            at += text.Text.Length;
            if (begin >= end)
            {
                continue;
            }
            text.Text = text.Text.Remove(begin, end - begin).Insert(begin, value);
            text.Space = SpaceProcessingModeValues.Preserve;
            value = "";
        }
    }

    static void BreakLines(Text text)
    {
        var lines = text.Text.Split('\n');
        text.Text = lines[0];
        OpenXmlElement last = text;
        foreach (var line in lines.Skip(1))
        {
            last = last.InsertAfterSelf(new Break());
            last = last.InsertAfterSelf(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
    }

    [GeneratedRegex(@"\{\{\s*[A-Za-z]{1,40}\s*\}\}")]
    private static partial Regex Placeholder();
}
