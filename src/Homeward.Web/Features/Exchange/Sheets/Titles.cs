using System.Text;

namespace Homeward.Web.Features.Exchange.Sheets;

/// <summary>Makes two spellings of a title or word comparable: width, case, spaces, line breaks and joining marks do not count.</summary>
public static class Titles
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Length > 200 ? text[..200] : text)
        {
            var half = letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter;
            if (!char.IsWhiteSpace(half) && half is not ('_' or '*' or '\u200B' or '\uFEFF'))
            {
                folded.Append(char.ToLowerInvariant(half));
            }
        }
        return folded.ToString();
    }
}
