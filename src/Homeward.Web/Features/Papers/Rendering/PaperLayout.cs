using System.Globalization;
using SkiaSharp;

namespace Homeward.Web.Features.Papers.Rendering;

/// <summary>Lays a document on pages of A4; what does not fit goes on on the next.</summary>
public sealed class PaperLayout(SKTypeface face) : IDisposable
{
    const float Body = 11.5f;
    const float Small = 9.5f;
    const float Spacing = 1.62f;
    const float CellPadding = 5;
    const float Indent = 2;

    readonly LineBreaks breaks = new(face);
    readonly List<PaperPage> pages = [];
    float y;

    public LineBreaks Breaks => breaks;

    public IReadOnlyList<PaperPage> Lay(PaperDocument document)
    {
        pages.Clear();
        NewPage();
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Heading heading: Lay(heading); break;
                case Paragraph paragraph: Lay(paragraph); break;
                case Listing list: Lay(list); break;
                case Grid grid: Lay(grid); break;
                default: break;
            }
        }
        return [.. pages];
    }

    public void Dispose() => breaks.Dispose();

    void Lay(Heading heading)
    {
        var (size, look) = heading.Level == 1 ? (19f, ParagraphLook.Centre) : (13f, ParagraphLook.Plain);
        y += heading.Level == 1 ? 2 : 6;
        Write([.. heading.Runs.Select(run => run with { IsBold = true })], size, look, 0, PaperPage.Inside);
        y += heading.Level == 1 ? 8 : 2;
    }

    void Lay(Paragraph paragraph)
    {
        Write(paragraph.Runs, paragraph.Look == ParagraphLook.Note ? Small : Body, paragraph.Look, 0, PaperPage.Inside);
        y += 4;
    }

    void Lay(Listing list)
    {
        for (var place = 0; place < list.Items.Count; place++)
        {
            var mark = list.IsNumbered ? (place + 1).ToString(CultureInfo.InvariantCulture) + "." : "\u2022";
            var left = Body * Indent;
            Room(Body * Spacing);
            Put(new TextInk(PaperPage.Side + (Body * 0.6f), y + Body, Body, false, mark));
            Write(list.Items[place], Body, ParagraphLook.Plain, left, PaperPage.Inside - left);
        }
        y += 4;
    }

    void Write(IReadOnlyList<Run> runs, float size, ParagraphLook look, float left, float width)
    {
        foreach (var line in breaks.Break(runs, size, width))
        {
            Room(size * Spacing);
            var shift = look switch { ParagraphLook.Centre => (width - line.Width) / 2, ParagraphLook.Right => width - line.Width, _ => 0 };
            Put(line, PaperPage.Side + left + Math.Max(0, shift), y + size, size);
            y += size * Spacing;
        }
    }

    void Lay(Grid grid)
    {
        var widths = GridWidths.Of(grid, PaperPage.Inside);
        foreach (var row in grid.Rows)
        {
            LayRow(row, widths);
        }
        y += 10;
    }

    void LayRow(IReadOnlyList<GridCell> row, float[] widths)
    {
        var columns = new List<(float Width, IReadOnlyList<TextLine> Lines)>();
        var place = 0;
        foreach (var cell in row)
        {
            var width = widths.Skip(place).Take(cell.Span).Sum();
            place += cell.Span;
            columns.Add((width, breaks.Break(cell.IsHead ? [.. cell.Runs.Select(run => run with { IsBold = true })] : cell.Runs, Body, width - (2 * CellPadding))));
        }
        var lines = columns.Select(column => column.Lines.Count).DefaultIfEmpty(1).Max();
        Room(Math.Min(HeightOf(lines), PaperPage.Bottom - PaperPage.Top));
        for (var first = 0; first < lines;)
        {
            var fits = Math.Max(1, (int)((PaperPage.Bottom - y - (2 * CellPadding)) / (Body * Spacing)));
            var count = Math.Min(fits, lines - first);
            Box(columns, first, count);
            first += count;
            if (first < lines)
            {
                NewPage();
            }
        }
    }

    static float HeightOf(int lines) => (lines * Body * Spacing) + (2 * CellPadding);

    /// <summary>A row, or the part of a long one that is on this page, with its frame.</summary>
    void Box(List<(float Width, IReadOnlyList<TextLine> Lines)> columns, int first, int count)
    {
        var height = HeightOf(count);
        var x = PaperPage.Side;
        foreach (var (width, lines) in columns)
        {
            Frame(x, y, width, height);
            for (var line = first; line < Math.Min(first + count, lines.Count); line++)
            {
                Put(lines[line], x + CellPadding, y + CellPadding + Body + ((line - first) * Body * Spacing), Body);
            }
            x += width;
        }
        y += height;
    }

    void Frame(float x, float top, float width, float height)
    {
        Put(new LineInk(x, top, x + width, top));
        Put(new LineInk(x, top + height, x + width, top + height));
        Put(new LineInk(x, top, x, top + height));
        Put(new LineInk(x + width, top, x + width, top + height));
    }

    void Put(TextLine line, float x, float baseLine, float size)
    {
        foreach (var run in line.Runs)
        {
            Put(new TextInk(x, baseLine, size, run.IsBold, run.Text));
            x += breaks.WidthOf(run.Text, size, run.IsBold);
        }
    }

    void Put(Ink ink) => pages[^1].Inks.Add(ink);

    void Room(float height)
    {
        if (y + height > PaperPage.Bottom)
        {
            NewPage();
        }
    }

    void NewPage()
    {
        pages.Add(new PaperPage());
        y = PaperPage.Top;
    }
}
