using System.Net;
using System.Net.Http.Headers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Homeward.Domain.Papers;
using Homeward.Web.Features.Papers.OwnTemplates;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Papers;

/// <summary>Templates that an organisation uses instead of the product's.</summary>
public abstract class OwnTemplateTests(Home home)
{
    [Fact]
    public async Task Papers_are_made_from_the_newest_own_template_and_old_ones_are_printed_from_theirs()
    {
        var client = await ClientAsync();
        var office = await home.SignedInAsync("office");
        await TakeAsync(office, PaperKind.HandbookReceipt, "<h1>总社手册回执</h1><p>{{clientName}} {{number}}</p>"u8.ToArray());
        var first = await MakeAsync(client, "handbookReceipt");
        await TakeAsync(office, PaperKind.HandbookReceipt, "<h1>新版回执</h1><p>{{clientName}} {{number}}</p>"u8.ToArray());
        var second = await MakeAsync(client, "handbookReceipt");
        var own = await home.WithDbAsync(db => db.PaperTemplates.Where(template => template.Kind == PaperKind.HandbookReceipt && template.Number == 2).Select(template => template.Id).SingleAsync());
        await office.SendFormAsync("/papers/templates", $"/papers/templates/{own}/retire", [], $"/papers/templates/{own}/retire");
        var third = await MakeAsync(client, "handbookReceipt");

        Assert.Contains("总社手册回执", await PrintedAsync(first), StringComparison.Ordinal);
        Assert.Contains("新版回执", await PrintedAsync(second), StringComparison.Ordinal);
        Assert.Contains("总社手册回执", await PrintedAsync(third), StringComparison.Ordinal);
        Assert.Contains("31/HandbookReceipt.2", await PrintedAsync(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_with_code_is_refused_with_line_and_reason()
    {
        var office = await home.SignedInAsync("office");

        var answer = await TakeAsync(office, PaperKind.Agreement, "<p>一</p>\n<p onmouseover=alert(1)>二</p>\n<script>x</script>\n<p>{{secret}}</p>"u8.ToArray());

        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("第 2 行：不能使用 onmouseover=alert(1)", html, StringComparison.Ordinal);
        Assert.Contains("第 3 行：不能使用 <script>", html, StringComparison.Ordinal);
        Assert.Contains("第 4 行：此文书没有占位符 secret", html, StringComparison.Ordinal);
        Assert.False(await home.WithDbAsync(db => db.PaperTemplates.AnyAsync(template => template.Kind == PaperKind.Agreement)));
    }

    [Theory]
    [InlineData("<p>{{clientName}}</p>", "模板缺少文书编号：请在适当位置写入 {{number}}")]
    [InlineData("<p>{{number}}</p>", "模板缺少当事人姓名：请在适当位置写入 {{clientName}}")]
    public async Task A_template_that_names_nobody_or_bears_no_number_is_no_paper(string html, string said)
    {
        var answer = await TakeAsync(await home.SignedInAsync("office"), PaperKind.HelpPlan, System.Text.Encoding.UTF8.GetBytes(html));

        Assert.Contains(said, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.False(await home.WithDbAsync(db => db.PaperTemplates.AnyAsync(template => template.Kind == PaperKind.HelpPlan)));
    }

    [Fact]
    public async Task A_word_processors_template_gives_page_pdf_and_docx()
    {
        var client = await ClientAsync();
        var office = await home.SignedInAsync("office");
        await TakeAsync(office, PaperKind.RightsNotice, Docx.Of(body => body.Append(Docx.Paragraph("本社告知书"), Docx.Paragraph("姓名：{{cli", "entNa", "me}}，编号 {{number}}。"))));

        var paper = await MakeAsync(client, "rightsNotice");
        var browser = await home.SignedInAsync("worker");
        var file = await browser.GetByteArrayAsync($"/papers/{paper}.docx");

        Assert.Contains("姓名：模板人，编号", await PrintedAsync(paper), StringComparison.Ordinal);
        using var word = WordprocessingDocument.Open(new MemoryStream(file), false);
        Assert.Contains("姓名：模板人，编号 O1-HK-1-2026-", word.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        Assert.True((await browser.GetByteArrayAsync($"/papers/{paper}.pdf")).Length > 2_000);
        await home.WithDbAsync(db => db.PaperTemplates.Where(template => template.Kind == PaperKind.RightsNotice).ExecuteUpdateAsync(set => set.SetProperty(template => template.RetiredOn, Home.Today)));
    }

    [Fact]
    public async Task Only_the_head_office_changes_templates() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await home.SignedInAsync("head")).GetAsync("/papers/templates")).StatusCode);

    async Task<Guid> ClientAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA", "模板人");
        await home.NewMeasureAsync("worker", client);
        return client;
    }

    async Task<Guid> MakeAsync(Guid client, string kind) => (await (await home.Api("worker").PostAsync("/papers", new { personId = client, kind })).JsonAsync()).GetProperty("id").GetGuid();

    async Task<string> PrintedAsync(Guid paper) => WebUtility.HtmlDecode(await (await home.SignedInAsync("worker")).GetStringAsync($"/papers/{paper}/print"));

    static async Task<HttpResponseMessage> TakeAsync(HttpClient office, PaperKind kind, byte[] file)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in Front.HiddenOf(await office.GetStringAsync("/papers/templates"), "template"))
        {
            form.Add(new StringContent(value), name);
        }
        form.Add(new StringContent($"{kind}"), "Input.Kind");
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "Input.File", "template.html");
        return await office.PostAsync("/papers/templates", form);
    }
}

public sealed class OwnTemplateOnSqlite(SqliteHome home) : OwnTemplateTests(home), IClassFixture<SqliteHome>;

public sealed class OwnTemplateOnPostgres(PostgresHome home) : OwnTemplateTests(home), IClassFixture<PostgresHome>;

/// <summary>What a word processor's file may hold.</summary>
public sealed class DocxReaderTests
{
    static readonly IReadOnlySet<string> known = Placeholders.Of(PaperKind.Agreement);

    [Fact]
    public void A_placeholder_in_several_runs_is_one_and_its_value_keeps_its_lines()
    {
        var file = Docx.Of(body => body.Append(Docx.Paragraph("措施：{", "{pl", "an}", "}。")));

        Assert.Empty(DocxReader.Read(file, known).Faults);
        var filled = DocxFilling.Fill(file, _ => "一\n{{number}}");

        using var word = WordprocessingDocument.Open(new MemoryStream(filled), false);
        Assert.Equal("措施：一{{number}}。", word.MainDocumentPart!.Document!.Body!.InnerText);
        Assert.Single(word.MainDocumentPart.Document.Body.Descendants<Break>());
    }

    [Fact]
    public void Fields_pictures_and_unknown_placeholders_are_refused()
    {
        Assert.Equal("papers.template-tag", Fault(body => body.Append(new Paragraph(new SimpleField { Instruction = "DDEAUTO c:\\\\cmd" }))));
        Assert.Equal("papers.template-tag", Fault(body => body.Append(new Paragraph(new Run(new FieldCode("INCLUDETEXT x"))))));
        Assert.Equal("papers.template-tag", Fault(body => body.Append(new Paragraph(new Hyperlink(new Run(new Text("x")))))));
        Assert.Equal("papers.template-unknown", Fault(body => body.Append(Docx.Paragraph("{{secret}}"))));
        Assert.Equal("papers.template-empty", Fault(_ => { }));
    }

    [Fact]
    public void What_is_loaded_from_elsewhere_is_refused()
    {
        var file = Docx.Of(body => body.Append(Docx.Paragraph("x")), main => main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new Uri("http://example.org/evil.dotm")));

        Assert.Equal("papers.template-runs", DocxReader.Read(file, known).Faults[0].Code);
    }

    [Fact]
    public void A_torn_file_is_refused_in_words() => Assert.Equal("papers.template-unreadable", DocxReader.Read([.. "PK"u8, 3, 4, .. new byte[50]], known).Faults[0].Code);

    static string? Fault(Action<Body> fill) => DocxReader.Read(Docx.Of(fill), known).Faults is [var first, ..] ? first.Code : null;
}

/// <summary>Small word-processor files.</summary>
static class Docx
{
    public static byte[] Of(Action<Body> fill, Action<MainDocumentPart>? more = null)
    {
        using var memory = new MemoryStream();
        using (var word = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            var body = new Body();
            main.Document = new Document(body);
            fill(body);
            more?.Invoke(main);
        }
        return memory.ToArray();
    }

    public static Paragraph Paragraph(params string[] runs) => new(runs.Select(text => new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve })));
}
