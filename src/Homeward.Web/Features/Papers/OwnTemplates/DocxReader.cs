using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Homeward.Domain.Foundation;
using Homeward.Web.Features.Papers.Rendering;
using Block = Homeward.Web.Features.Papers.Rendering.Block;
using Heading = Homeward.Web.Features.Papers.Rendering.Heading;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = Homeward.Web.Features.Papers.Rendering.Run;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Homeward.Web.Features.Papers.OwnTemplates;

/// <summary>Reads a template that was written with a word processor: paragraphs, headings, tables, bold. What else it holds is a fault; the line is the paragraph counted from the top.</summary>
public static class DocxReader
{
    public static readonly Broken Unreadable = new("papers.template-unreadable", "File");
    const long MostCharacters = 1_000_000;
    const int MostSpan = 6;

    public static WordprocessingDocument Open(Stream stream, bool write) =>
        WordprocessingDocument.Open(stream, write, new OpenSettings { MaxCharactersInPart = MostCharacters, AutoSave = write });

    public static (PaperDocument Document, IReadOnlyList<TemplateFault> Faults) Read(byte[] bytes, IReadOnlySet<string> known)
    {
        try
        {
            DocxGuard.Check(bytes);
            using var word = Open(new MemoryStream(bytes), write: false);
            return Read(word, known);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or IOException or InvalidOperationException or ArgumentException)
        {
            return (new PaperDocument([]), [TemplateFault.At(Unreadable, 1, "")]);
        }
    }

    static (PaperDocument, IReadOnlyList<TemplateFault>) Read(WordprocessingDocument word, IReadOnlySet<string> known)
    {
        var faults = new List<TemplateFault>(DocxGuard.FaultsOf(word));
        var blocks = new List<Block>();
        var line = 0;
        foreach (var part in (IEnumerable<OpenXmlElement>?)word.MainDocumentPart?.Document?.Body?.ChildElements ?? [])
        {
            switch (part)
            {
                case Paragraph paragraph: AddParagraph(blocks, paragraph, ++line, known, faults); break;
                case Table table: blocks.Add(GridOf(table, ref line, known, faults)); break;
                case SectionProperties or BookmarkStart or BookmarkEnd or ProofError: break;
                default: faults.Add(TemplateFault.At(TemplateFault.Tag, line, part.LocalName)); break;
            }
        }
        if (blocks.Count == 0 && faults.Count == 0)
        {
            faults.Add(TemplateFault.At(TemplateFault.Empty, 1, ""));
        }
        return (new PaperDocument(blocks), faults);
    }

    static void AddParagraph(List<Block> blocks, Paragraph paragraph, int line, IReadOnlySet<string> known, List<TemplateFault> faults)
    {
        var runs = RunsOf(paragraph, line, known, faults);
        if (runs.All(run => run.Text.Trim().Length == 0))
        {
            return;
        }
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
        var justification = paragraph.ParagraphProperties?.Justification?.Val;
        blocks.Add(style switch
        {
            "Title" or "Heading1" or "1" => new Heading(1, runs),
            "Heading2" or "2" => new Heading(2, runs),
            _ => new Rendering.Paragraph(
                justification?.Value == JustificationValues.Center ? ParagraphLook.Centre
                : justification?.Value == JustificationValues.Right || justification?.Value == JustificationValues.End ? ParagraphLook.Right
                : ParagraphLook.Plain, runs),
        });
    }

    static Grid GridOf(Table table, ref int line, IReadOnlySet<string> known, List<TemplateFault> faults)
    {
        var rows = new List<IReadOnlyList<GridCell>>();
        foreach (var row in table.Elements<TableRow>())
        {
            var cells = new List<GridCell>();
            foreach (var cell in row.Elements<TableCell>())
            {
                var runs = new List<Run>();
                foreach (var part in cell.ChildElements.Where(part => part is not TableCellProperties))
                {
                    if (part is not Paragraph paragraph)
                    {
                        faults.Add(TemplateFault.At(TemplateFault.Tag, line, part.LocalName));
                        continue;
                    }
                    runs.AddRange(runs.Count > 0 ? [new Run("\n"), .. RunsOf(paragraph, ++line, known, faults)] : RunsOf(paragraph, ++line, known, faults));
                }
                cells.Add(new GridCell(runs.Count > 0 && runs.All(run => run.IsBold), Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, MostSpan), runs));
            }
            rows.Add(cells);
        }
        return new Grid(rows);
    }

    static List<Run> RunsOf(Paragraph paragraph, int line, IReadOnlySet<string> known, List<TemplateFault> faults)
    {
        var runs = new List<Run>();
        foreach (var part in paragraph.ChildElements)
        {
            if (part is not (WordRun or ParagraphProperties or BookmarkStart or BookmarkEnd or ProofError))
            {
                faults.Add(TemplateFault.At(TemplateFault.Tag, line, part.LocalName));
                continue;
            }
            if (part is WordRun run)
            {
                faults.AddRange(run.ChildElements.Where(inner => inner is not (RunProperties or Text or Break or TabChar or LastRenderedPageBreak)).Select(inner => TemplateFault.At(TemplateFault.Tag, line, inner.LocalName)));
                runs.Add(new Run(TextOf(run), run.RunProperties?.Bold is { } bold && bold.Val?.Value != false));
            }
        }
        var text = string.Concat(runs.Select(run => run.Text));
        faults.AddRange(TemplateReader.FaultsOf(text, line, known));
        return Whole(runs);
    }

    static string TextOf(WordRun run) => string.Concat(run.ChildElements.Select(part => part switch { Text text => text.Text, Break => "\n", TabChar => " ", _ => "" }));

    /// <summary>A word processor cuts a placeholder into several runs: they are put together again, in the weight of the first.</summary>
    static List<Run> Whole(List<Run> runs)
    {
        var whole = new List<Run>();
        foreach (var run in runs)
        {
            if (whole.Count > 0 && (whole[^1].IsBold == run.IsBold || IsOpen(whole[^1].Text)))
            {
                whole[^1] = whole[^1] with { Text = whole[^1].Text + run.Text };
                continue;
            }
            whole.Add(run);
        }
        return whole;
    }

    static bool IsOpen(string text) => text.EndsWith('{') || text.LastIndexOf("{{", StringComparison.Ordinal) > text.LastIndexOf("}}", StringComparison.Ordinal);
}
