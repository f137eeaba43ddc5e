namespace Homeward.Web.Features.Papers.Rendering;

/// <summary>The document while it is read: one block open at a time, one item or cell in it.</summary>
sealed class TemplateBuilding
{
    readonly List<Block> blocks = [];
    readonly List<IReadOnlyList<Run>> items = [];
    readonly List<IReadOnlyList<GridCell>> rows = [];
    readonly List<GridCell> cells = [];
    List<Run>? runs;
    string? block;
    string? inner;
    bool row;
    bool bold;
    ParagraphLook look;
    int span;

    public List<TemplateFault> Faults { get; } = [];

    public void Text(string text, int line)
    {
        if (runs is not null)
        {
            runs.Add(new Run(runs.Count == 0 || runs[^1].Text.EndsWith('\n') ? text.TrimStart(' ') : text, bold));
        }
        else if (text.Trim().Length > 0)
        {
            Faults.Add(TemplateFault.At(TemplateFault.Misplaced, line, text.Trim()));
        }
    }

    public void Tag(string tag, bool closes, IReadOnlyDictionary<string, string> attributes, int line)
    {
        if (TemplateTags.Around.Contains(tag))
        {
            return;
        }
        if (tag == "br")
        {
            runs?.Add(new Run("\n", bold));
            return;
        }
        if (TemplateTags.Bold.Contains(tag))
        {
            bold = !closes;
            return;
        }
        if (!(closes ? Close(tag) : Open(tag, attributes)))
        {
            Faults.Add(TemplateFault.At(TemplateFault.Misplaced, line, closes ? $"</{tag}>" : $"<{tag}>"));
        }
    }

    public PaperDocument Finish(int line)
    {
        if (block is not null)
        {
            Faults.Add(TemplateFault.At(TemplateFault.Unclosed, line, $"<{inner ?? block}>"));
        }
        return new PaperDocument(blocks);
    }

    bool Open(string tag, IReadOnlyDictionary<string, string> attributes)
    {
        switch (tag)
        {
            case "tr" when block == "table" && !row:
                row = true;
                return true;
            case "td" or "th" when row && inner is null:
                span = attributes.TryGetValue("colspan", out var wide) ? wide[0] - '0' : 1;
                return Begin(ref inner, tag);
            case "li" when block is "ul" or "ol" && inner is null:
                return Begin(ref inner, tag);
            case "h1" or "h2" or "p" when block is null:
                look = attributes.GetValueOrDefault("class") switch { "centre" => ParagraphLook.Centre, "right" => ParagraphLook.Right, "note" => ParagraphLook.Note, _ => ParagraphLook.Plain };
                return Begin(ref block, tag);
            case "table" or "ul" or "ol" when block is null:
                block = tag;
                return true;
            default:
                return false;
        }
    }

    bool Begin(ref string? place, string tag)
    {
        (place, runs, bold) = (tag, [], false);
        return true;
    }

    bool Close(string tag)
    {
        switch (tag)
        {
            case "tr" when row && inner is null:
                rows.Add([.. cells]);
                cells.Clear();
                row = false;
                return true;
            case "td" or "th" when inner == tag:
                cells.Add(new GridCell(tag == "th", span, Taken()));
                inner = null;
                return true;
            case "li" when inner == tag:
                items.Add(Taken());
                inner = null;
                return true;
            default:
                return block == tag && inner is null && !row && CloseBlock(tag);
        }
    }

    bool CloseBlock(string tag)
    {
        blocks.Add(tag switch
        {
            "table" => new Grid([.. rows]),
            "ul" or "ol" => new Listing(tag == "ol", [.. items]),
            "p" => new Paragraph(look, Taken()),
            _ => new Heading(tag == "h1" ? 1 : 2, Taken()),
        });
        rows.Clear();
        items.Clear();
        block = null;
        return true;
    }

    List<Run> Taken()
    {
        var taken = runs ?? [];
        runs = null;
        bold = false;
        return taken;
    }
}
