using System.Globalization;
using System.Text;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>Cleans the text of a cell: no control characters, no invisible or direction marks, no stray halves of a character; trimmed.</summary>
public static class PlainText
{
    const char Joiner = '\u200D';

    /// <summary>Text of one line.</summary>
    public static string Line(string text) => Clean(text, keepBreaks: false);

    /// <summary>Notes keep their line breaks.</summary>
    public static string Notes(string text) => Clean(text.ReplaceLineEndings("\n"), keepBreaks: true);

    /// <summary>A name whose characters were set apart to fill the cell is drawn together again.</summary>
    public static string Name(string text)
    {
        var line = Line(text);
        return line.Any(char.IsAsciiLetter) ? line : string.Concat(line.Where(letter => !char.IsWhiteSpace(letter)));
    }

    /// <summary>Full-width letters, digits and signs as half-width ones.</summary>
    public static string Narrow(string text) =>
        string.Create(text.Length, text, (narrow, wide) =>
        {
            for (var i = 0; i < narrow.Length; i++)
            {
                narrow[i] = wide[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(wide[i] - 0xFEE0) : wide[i] == '\u3000' ? ' ' : wide[i];
            }
        });

    static string Clean(string text, bool keepBreaks)
    {
        if (text.All(letter => letter is >= ' ' and < '\u007F' or >= '\u4E00' and <= '\u9FFF'))
        {
            return text.Trim();
        }
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(clean, rune, keepBreaks);
        }
        return clean.ToString().Trim();
    }

    static void Append(StringBuilder clean, Rune rune, bool keepBreaks)
    {
        if (rune.Value is '\t' or '\n' or '\r')
        {
            clean.Append(keepBreaks ? rune.ToString() : " ");
        }
        else if (rune.Value == Joiner)
        {
            // Joins the parts of one emoji; anywhere else it hides a difference between two names.
            clean.Append(clean.Length > 0 && clean[^1] is (>= '\uDC00' and <= '\uDFFF') or '\uFE0F' ? rune.ToString() : "");
        }
        else if (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control
            or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
        {
            clean.Append(rune.ToString());
        }
    }
}
