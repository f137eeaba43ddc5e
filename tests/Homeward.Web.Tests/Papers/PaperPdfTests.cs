using System.Text;
using CsCheck;
using Homeward.Domain.Papers;
using Homeward.Domain.Foundation;
using Homeward.Web.Features.Papers.Making;
using Homeward.Web.Features.Papers.Rendering;
using Microsoft.Extensions.Configuration;

namespace Homeward.Web.Tests.Papers;

/// <summary>Papers on A4: nothing is lost, nothing runs over the edge, the same paper is the same file.</summary>
public sealed class PaperPdfTests : IDisposable
{
    static readonly DateTime made = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);

    readonly PaperFonts fonts = new(new ConfigurationBuilder().Build());

    public void Dispose() => fonts.Dispose();

    [Fact]
    public void All_text_of_a_long_paper_is_laid_on_its_pages_inside_the_margins()
    {
        var face = fonts.Face;
        string[] words = ["戒毒", "，", "（", "）", "社区康复人员", "ABC-123", " ", "\n", "2026年11月23日", "http://x.example/abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "。"];
        var word = Gen.Int[0, words.Length - 1].Select(place => words[place]);
        var text = word.Array[1, 60].Select(string.Concat);
        var block = Gen.OneOf(
            text.Select(part => (Block)new Heading(1, [new Run(part)])),
            text.Select(part => (Block)new Paragraph(ParagraphLook.Right, [new Run(part), new Run(part, true)])),
            text.Array[1, 3].Select(parts => (Block)new Listing(true, [.. parts.Select(part => (IReadOnlyList<Run>)[new Run(part)])])),
            text.Array[2, 2].Select(parts => (Block)new Grid([[new GridCell(true, 1, [new Run(parts[0])]), new GridCell(false, 1, [new Run(parts[1])])], [new GridCell(false, 2, [new Run(parts[0])])]])));

        block.Array[1, 12].Sample(blocks =>
        {
            // Samples run beside each other, and a layout belongs to one drawing.
            using var layout = new PaperLayout(face);
            var document = new PaperDocument(blocks);
            var pages = layout.Lay(document);
            var inks = pages.SelectMany(page => page.Inks).OfType<TextInk>().ToList();

            Assert.Equal(Solid(TextOf(document)).Order(), Solid(string.Concat(inks.Select(ink => ink.Text))).Order());
            Assert.All(inks, ink => Assert.InRange(ink.X + layout.Breaks.WidthOf(ink.Text.TrimEnd(), ink.Size, ink.IsBold), PaperPage.Side, PaperPage.Width - PaperPage.Side + 14));
            Assert.All(inks, ink => Assert.InRange(ink.Y, PaperPage.Top, PaperPage.Bottom + 1));
        }, iter: 300);
    }

    [Fact]
    public void A_closing_mark_does_not_begin_a_line_and_an_opening_one_does_not_end_it()
    {
        using var breaks = new LineBreaks(fonts.Face);

        var lines = breaks.Break([new Run(string.Concat(Enumerable.Repeat("社区（戒毒），", 40)))], 12, 200);

        Assert.True(lines.Count > 5);
        Assert.DoesNotContain(lines, line => line.Runs[0].Text[0] is '）' or '，');
        Assert.DoesNotContain(lines, line => line.Runs[^1].Text[^1] == '（');
    }

    [Fact]
    public void A_cell_that_is_longer_than_a_page_goes_on_on_the_next()
    {
        using var layout = new PaperLayout(fonts.Face);

        var pages = layout.Lay(new PaperDocument([new Grid([[new GridCell(true, 1, [new Run("情况")]), new GridCell(false, 1, [new Run(new string('长', 4000))])]])]));

        Assert.True(pages.Count > 2);
        Assert.Equal(4000, pages.SelectMany(page => page.Inks).OfType<TextInk>().Sum(ink => ink.Text.Count(letter => letter == '长')));
    }

    [Fact]
    public void The_same_papers_give_the_same_bytes_with_a_page_for_each()
    {
        var sheets = Enum.GetValues<PaperKind>().Select(kind => Sheet(PaperTemplates.DocumentOf(PaperTemplates.Newest(kind)), $"N-{kind}")).ToList();

        var first = new PaperPdf(fonts).Draw(sheets);

        Assert.Equal(first, new PaperPdf(fonts).Draw(sheets));
        Assert.True(Count(first, "/Type /Page\n") >= sheets.Count, $"{Count(first, "/Type /Page\n")}");
        Assert.DoesNotContain("/JavaScript", Encoding.Latin1.GetString(first), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_Chinese_font_the_file_is_refused_in_words()
    {
        using var none = new PaperFonts(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Homeward:PaperFont"] = "/no/such/font.ttc" }).Build());

        var broken = Assert.Throws<RulesBrokenException>(() => new PaperPdf(none).Draw([Sheet(new PaperDocument([]), "N-1")]));

        Assert.Equal("papers.no-font", broken.Rules[0].Code);
    }

    static PaperSheet Sheet(PaperDocument document, string number) => new(number, document, (page, pages) => [$"{number} {page}/{pages}"], null, made);

    static int Count(byte[] file, string text) => Encoding.Latin1.GetString(file).Split(text).Length - 1;

    static IEnumerable<char> Solid(string text) => text.Where(letter => !char.IsWhiteSpace(letter));

    static string TextOf(PaperDocument document)
    {
        var all = new StringBuilder();
        document.Map(text =>
        {
            all.Append(text);
            return text;
        });
        for (var list = 0; list < document.Blocks.Count; list++)
        {
            all.Append(document.Blocks[list] is Listing found ? string.Concat(Enumerable.Range(1, found.Items.Count).Select(place => $"{place}.")) : "");
        }
        return all.ToString();
    }
}
