using CsCheck;
using Homeward.Domain.Papers;
using Homeward.Web.Features.Papers.Making;
using Homeward.Web.Features.Papers.Rendering;

namespace Homeward.Web.Tests.Papers;

/// <summary>A template is headings, paragraphs, lists, tables and placeholders; what else stands there is refused with its line.</summary>
public sealed class TemplateReaderTests
{
    static readonly IReadOnlySet<string> known = Placeholders.Of(PaperKind.TestNotice);

    [Fact]
    public void Every_template_of_the_product_can_be_read_and_asks_only_for_what_its_paper_has()
    {
        foreach (var kind in Enum.GetValues<PaperKind>())
        {
            var (document, faults) = TemplateReader.Read(PaperTemplates.TextOf(PaperTemplates.Newest(kind)), Placeholders.Of(kind));
            Assert.True(faults.Count == 0, $"{kind}: {string.Join("; ", faults)}");
            Assert.Contains(document.Blocks, block => block is Heading { Level: 1 });
            Assert.Contains("{{number}}", PaperTemplates.TextOf(PaperTemplates.Newest(kind)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_agreement_has_the_sections_of_the_rule()
    {
        var sections = PaperTemplates.DocumentOf(PaperTemplates.Newest(PaperKind.Agreement)).Blocks.OfType<Heading>().Where(heading => heading.Level == 2).Select(heading => heading.Runs[0].Text);

        Assert.Equal(["一、乙方的权利和可以得到的帮助", "二、乙方应当遵守的规定", "三、工作小组的职责", "四、具体措施", "五、违反协议的后果", "六、其他事项"], sections);
    }

    [Theory]
    [InlineData("<p>一</p>\n<script>alert(1)</script>", "papers.template-runs", 2)]
    [InlineData("<p onclick=\"x()\">一</p>", "papers.template-runs", 1)]
    [InlineData("<p>一</p>\n\n<img src=x>", "papers.template-runs", 3)]
    [InlineData("<p><a href=\"http://x\">一</a></p>", "papers.template-runs", 1)]
    [InlineData("<style>p{background:url(x)}</style><p>一</p>", "papers.template-runs", 1)]
    [InlineData("<p style=\"background:url(x)\">一</p>", "papers.template-attribute", 1)]
    [InlineData("<p class=\"evil\">一</p>", "papers.template-attribute", 1)]
    [InlineData("<marquee>一</marquee>", "papers.template-tag", 1)]
    [InlineData("<p>一</p>\n<p>{{secret}}</p>", "papers.template-unknown", 2)]
    [InlineData("<p>{{clientName}</p>", "papers.template-braces", 1)]
    [InlineData("<p>{{ @Model }}</p>", "papers.template-braces", 1)]
    [InlineData("<p>一", "papers.template-unclosed", 1)]
    [InlineData("一", "papers.template-misplaced", 1)]
    [InlineData("<table><td>一</td></table>", "papers.template-misplaced", 1)]
    [InlineData("<ul><p>一</p></ul>", "papers.template-misplaced", 1)]
    [InlineData("", "papers.template-empty", 1)]
    [InlineData("<!-- <p>{{clientName}}</p> -->", "papers.template-empty", 1)]
    public void What_does_not_belong_is_refused_with_its_line(string html, string code, int line)
    {
        var fault = TemplateReader.Read(html, known).Faults[0];

        Assert.Equal((code, line), (fault.Code, fault.Line));
    }

    [Fact]
    public void Whatever_a_template_holds_the_document_holds_nothing_but_text()
    {
        string[] pieces = ["<p>", "</p>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<ul>", "</ul>", "<li>", "</li>", "<b>", "</b>", "<br>", "{{number}}", "{{", "}}", "<", ">", "字", "&lt;script&gt;", "<script>", "on=1", "\n", "<p class=note>"];
        var parts = Gen.Int[0, pieces.Length - 1].Select(place => pieces[place]);
        parts.Array[0, 40].Sample(chosen =>
        {
            var html = string.Concat(chosen);
            var (document, faults) = TemplateReader.Read(html, known);
            var (again, _) = TemplateReader.Read(html, known);
            Assert.Equal(document.Blocks.Count, again.Blocks.Count);
            Assert.True(document.Blocks.Count > 0 || faults.Count > 0);
        }, iter: 3_000);
    }

    [Fact]
    public void A_value_is_never_read_as_a_placeholder()
    {
        var values = new Dictionary<string, string> { ["clientName"] = "{{number}}", ["number"] = "N-1" };

        Assert.Equal("{{number}} N-1 ____", TemplateReader.Fill("{{clientName}} {{ number }} {{phone}}", values, "____"));
    }
}
