using System.Diagnostics;

namespace Homeward.Web.Features.Papers.Rendering;

/// <summary>A piece of text in one weight; a line feed in it starts a new line.</summary>
public sealed record Run(string Text, bool IsBold = false);

/// <summary>Where a paragraph stands and how large.</summary>
public enum ParagraphLook
{
    Plain,
    Centre,
    Right,
    Note,
}

/// <summary>A part of a paper; the closed set follows. It knows headings, paragraphs, lists and tables, and nothing that could run.</summary>
public abstract record Block
{
    private protected Block()
    {
    }
}

public sealed record Heading(int Level, IReadOnlyList<Run> Runs) : Block;

public sealed record Paragraph(ParagraphLook Look, IReadOnlyList<Run> Runs) : Block;

public sealed record Listing(bool IsNumbered, IReadOnlyList<IReadOnlyList<Run>> Items) : Block;

public sealed record Grid(IReadOnlyList<IReadOnlyList<GridCell>> Rows) : Block
{
    public int Columns => Rows.Count == 0 ? 0 : Rows.Max(row => row.Sum(cell => cell.Span));
}

public sealed record GridCell(bool IsHead, int Span, IReadOnlyList<Run> Runs);

/// <summary>A template, or a paper once its placeholders are filled: the same blocks for the screen, for A4 and for PDF.</summary>
public sealed record PaperDocument(IReadOnlyList<Block> Blocks)
{
    /// <summary>The same with every text changed.</summary>
    public PaperDocument Map(Func<string, string> change)
    {
        IReadOnlyList<Run> Over(IReadOnlyList<Run> runs) => [.. runs.Select(run => run with { Text = change(run.Text) })];
        return new PaperDocument([.. Blocks.Select<Block, Block>(block => block switch
        {
            Heading heading => heading with { Runs = Over(heading.Runs) },
            Paragraph paragraph => paragraph with { Runs = Over(paragraph.Runs) },
            Listing list => list with { Items = [.. list.Items.Select(Over)] },
            Grid grid => new Grid([.. grid.Rows.Select(row => (IReadOnlyList<GridCell>)[.. row.Select(cell => cell with { Runs = Over(cell.Runs) })])]),
            _ => throw new UnreachableException(),
        })]);
    }
}
