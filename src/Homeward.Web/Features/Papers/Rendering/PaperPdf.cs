using SkiaSharp;

namespace Homeward.Web.Features.Papers.Rendering;

/// <summary>One paper as it goes into a file: what stands on it, the lines at its foot, and the word across it where it is void.</summary>
public sealed record PaperSheet(string Title, PaperDocument Document, Func<int, int, IReadOnlyList<string>> Foot, string? Across, DateTime MadeAt);

/// <summary>Draws papers into a PDF. The same papers give the same bytes: its days are those of the papers.</summary>
public sealed class PaperPdf(PaperFonts fonts)
{
    const float FootSize = 8;
    const float AcrossSize = 34;
    const int Dots = 150;

    public byte[] Draw(IReadOnlyList<PaperSheet> sheets)
    {
        using var layout = new PaperLayout(fonts.Face);
        using var memory = new MemoryStream();
        using var document = SKDocument.CreatePdf(memory, MetadataOf(sheets));
        foreach (var sheet in sheets)
        {
            var pages = layout.Lay(sheet.Document);
            for (var page = 0; page < pages.Count; page++)
            {
                var canvas = document.BeginPage(PaperPage.Width, PaperPage.Height);
                Draw(canvas, pages[page], layout.Breaks);
                DrawFoot(canvas, sheet, page, pages.Count, layout.Breaks);
                document.EndPage();
            }
        }
        document.Close();
        return memory.ToArray();
    }

    static SKDocumentPdfMetadata MetadataOf(IReadOnlyList<PaperSheet> sheets)
    {
        var made = sheets.Max(sheet => sheet.MadeAt);
        return new SKDocumentPdfMetadata
        {
            Title = sheets.Count == 1 ? sheets[0].Title : $"{sheets[0].Title} \u2013 {sheets[^1].Title}",
            Producer = "Homeward",
            Creation = made,
            Modified = made,
            RasterDpi = Dots,
            EncodingQuality = 100,
        };
    }

    /// <summary>The drawing of a page on any canvas.</summary>
    public static void Draw(SKCanvas canvas, PaperPage page, LineBreaks breaks)
    {
        using var text = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        using var line = new SKPaint { Color = SKColors.Black, IsAntialias = true, IsStroke = true, StrokeWidth = 0.7f };
        foreach (var ink in page.Inks)
        {
            switch (ink)
            {
                case TextInk written: canvas.DrawText(written.Text, written.X, written.Y, SKTextAlign.Left, breaks.Font(written.Size, written.IsBold), text); break;
                case LineInk drawn: canvas.DrawLine(drawn.FromX, drawn.FromY, drawn.ToX, drawn.ToY, line); break;
                default: break;
            }
        }
    }

    static void DrawFoot(SKCanvas canvas, PaperSheet sheet, int page, int pages, LineBreaks breaks)
    {
        using var grey = new SKPaint { Color = new SKColor(0x33, 0x33, 0x33), IsAntialias = true };
        using var red = new SKPaint { Color = new SKColor(0xB3, 0x24, 0x2F), IsAntialias = true };
        var y = PaperPage.Bottom + 24;
        foreach (var text in sheet.Foot(page + 1, pages))
        {
            canvas.DrawText(text, PaperPage.Side, y, SKTextAlign.Left, breaks.Font(FootSize, false), grey);
            y += FootSize * 1.6f;
        }
        if (sheet.Across is { } across)
        {
            canvas.DrawText(across, PaperPage.Width - PaperPage.Side, PaperPage.Top + AcrossSize, SKTextAlign.Right, breaks.Font(AcrossSize, true), red);
        }
    }
}
