using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Homeward.Web.Features.Papers.Rendering;

/// <summary>A line of text: pieces of one weight beside each other.</summary>
public sealed record TextLine(IReadOnlyList<Run> Runs, float Width);

/// <summary>Breaks text into lines: between any two Chinese characters, but not inside a word of letters or a number, not before a closing mark, not after an opening one.</summary>
public sealed class LineBreaks(SKTypeface face) : IDisposable
{
    const int FirstWide = 0x2E80;

    readonly Dictionary<(float Size, bool IsBold), SKFont> fonts = [];

    public SKFont Font(float size, bool isBold)
    {
        if (!fonts.TryGetValue((size, isBold), out var font))
        {
            font = fonts[(size, isBold)] = new SKFont(face, size) { Embolden = isBold, Subpixel = true, Hinting = SKFontHinting.None };
        }
        return font;
    }

    public float WidthOf(string text, float size, bool isBold) => Font(size, isBold).MeasureText(text);

    public IReadOnlyList<TextLine> Break(IReadOnlyList<Run> runs, float size, float width)
    {
        var lines = new List<TextLine>();
        var line = new List<Run>();
        var used = 0f;
        void End()
        {
            lines.Add(new TextLine([.. line], used));
            line.Clear();
            used = 0;
        }

        foreach (var (piece, isBold) in runs.SelectMany(run => Pieces(run.Text).Select(piece => (piece, run.IsBold))))
        {
            foreach (var part in piece == "\n" ? [piece] : Fitting(piece, size, isBold, width))
            {
                var wide = part == "\n" ? 0 : WidthOf(part, size, isBold);
                if (part == "\n" || used + wide > width)
                {
                    End();
                }
                if (part == "\n" || (part == " " && line.Count == 0))
                {
                    continue;
                }
                line.Add(new Run(part, isBold));
                used += wide;
            }
        }
        End();
        return [.. lines.Select(Joined)];
    }

    public void Dispose()
    {
        foreach (var font in fonts.Values)
        {
            font.Dispose();
        }
    }

    /// <summary>What cannot be parted: a word, one Chinese character with the marks that belong to it, a space, a line feed.</summary>
    static IEnumerable<string> Pieces(string text)
    {
        var current = new StringBuilder();
        var (isWord, isOpening) = (false, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var (isSpace, wide) = (Rune.IsWhiteSpace(rune), rune.Value >= FirstWide);
            var joins = current.Length > 0 && !isSpace && (isOpening || Closes(rune) || (isWord && !wide));
            if (!joins && current.Length > 0)
            {
                yield return current.ToString();
                current.Clear();
            }
            if (isSpace)
            {
                yield return rune.Value == '\n' ? "\n" : " ";
                (isWord, isOpening) = (false, false);
                continue;
            }
            current.Append(rune);
            isOpening = Rune.GetUnicodeCategory(rune) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation;
            isWord = !wide && !isOpening;
        }
        if (current.Length > 0)
        {
            yield return current.ToString();
        }
    }

    static bool Closes(Rune rune) => rune.Value != '/' && Rune.GetUnicodeCategory(rune) is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;

    /// <summary>What is longer than a whole line is parted anywhere.</summary>
    IEnumerable<string> Fitting(string piece, float size, bool isBold, float width) =>
        WidthOf(piece, size, isBold) <= width ? [piece] : piece.EnumerateRunes().Select(rune => rune.ToString());

    static TextLine Joined(TextLine line)
    {
        var joined = new List<Run>();
        foreach (var run in line.Runs)
        {
            if (joined.Count > 0 && joined[^1].IsBold == run.IsBold)
            {
                joined[^1] = joined[^1] with { Text = joined[^1].Text + run.Text };
                continue;
            }
            joined.Add(run);
        }
        return line with { Runs = joined };
    }
}
