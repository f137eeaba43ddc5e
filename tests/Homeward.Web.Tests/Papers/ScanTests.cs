using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Web.Features.Papers.Scanning;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace Homeward.Web.Tests.Papers;

/// <summary>Scans in a dossier: taken in whole or refused in words, sealed, opened by who may, counted.</summary>
public abstract class ScanTests(Home home)
{
    [Fact]
    public async Task A_scan_fills_its_slot_lies_sealed_and_comes_back_as_it_was()
    {
        var client = await ClientAsync();
        var browser = await home.SignedInAsync("worker");
        var file = Scans.Pdf("签字原件");

        var answer = await SendAsync(browser, client, file, "HomeMap");
        var scan = await home.WithDbAsync(db => db.Scans.AsNoTracking().SingleAsync(found => found.ClientId == client));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal((DossierSlot.HomeMap, ScanFormat.Pdf, file.Length), (scan.Slot, scan.Format, scan.Length));
        Assert.DoesNotContain("%PDF", Encoding.Latin1.GetString(scan.Content.Bytes), StringComparison.Ordinal);
        Assert.Equal(file, await browser.GetByteArrayAsync($"/scans/{scan.Id}/file"));
        Assert.Equal(["scan.attach", "scan.open"], (await home.WithDbAsync(db => db.AuditEntries.Where(entry => entry.RecordId == scan.Id).Select(entry => entry.Act).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal("complete", (await (await home.Api("worker").GetAsync($"/api/v1/people/{client}/dossier")).JsonAsync())[0].GetProperty("slots")[7].GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await (await home.SignedInAsync("stranger")).GetAsync($"/scans/{scan.Id}/file")).StatusCode);

        await browser.SendFormAsync($"/scans/{scan.Id}", "annul", new() { ["Input.Reason"] = "附错" });
        Assert.NotEqual("complete", (await (await home.Api("worker").GetAsync($"/api/v1/people/{client}/dossier")).JsonAsync())[0].GetProperty("slots")[7].GetProperty("state").GetString());
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, "scan.jpg")]
    [InlineData(SKEncodedImageFormat.Png, "scan.png")]
    public async Task A_picture_is_drawn_anew(SKEncodedImageFormat format, string name)
    {
        var client = await ClientAsync();
        var browser = await home.SignedInAsync("worker");

        var answer = await SendAsync(browser, client, [.. Scans.Picture(format), .. "<script>alert(1)</script>"u8], "Agreement", name);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var scan = await home.WithDbAsync(db => db.Scans.AsNoTracking().SingleAsync(found => found.ClientId == client));
        var bytes = await browser.GetByteArrayAsync($"/scans/{scan.Id}/file");
        using var picture = SKBitmap.Decode(bytes);
        Assert.Equal(ScanFormat.Jpeg, scan.Format);
        Assert.Equal([0xFF, 0xD8, 0xFF], bytes[..3]);
        Assert.Equal((40, 30), (picture.Width, picture.Height));
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_scan_is_refused_and_nothing_is_written()
    {
        var client = await ClientAsync();
        var browser = await home.SignedInAsync("worker");

        var html = WebUtility.HtmlDecode(await (await SendAsync(browser, client, Scans.Pdf("x", "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "Agreement")).Content.ReadAsStringAsync());
        var program = WebUtility.HtmlDecode(await (await SendAsync(browser, client, "MZ..."u8.ToArray(), "Agreement")).Content.ReadAsStringAsync());
        var nothing = WebUtility.HtmlDecode(await (await SendAsync(browser, client, [], "Agreement")).Content.ReadAsStringAsync());

        var called = WebUtility.HtmlDecode(await (await SendAsync(browser, client, [0xFF, 0xD8, 0xFF, 0xE0, .. "JFIF and no picture"u8], "Agreement", "scan.jpg")).Content.ReadAsStringAsync());
        var cut = WebUtility.HtmlDecode(await (await SendAsync(browser, client, Scans.Picture(SKEncodedImageFormat.Jpeg)[..40], "Agreement", "scan.jpg")).Content.ReadAsStringAsync());

        Assert.Contains("JavaScript", html, StringComparison.Ordinal);
        Assert.Contains("只能附加 PDF", program, StringComparison.Ordinal);
        Assert.Contains("请选择文件", nothing, StringComparison.Ordinal);
        Assert.All([called, cut], refused => Assert.Contains("只能附加 PDF", refused, StringComparison.Ordinal));
        Assert.False(await home.WithDbAsync(db => db.Scans.AnyAsync(scan => scan.ClientId == client)));
    }

    async Task<Guid> ClientAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA", "扫描人");
        await home.NewMeasureAsync("worker", client);
        return client;
    }

    static async Task<HttpResponseMessage> SendAsync(HttpClient browser, Guid client, byte[] file, string slot, string called = "scan.pdf")
    {
        var page = $"/people/{client}/scans/new?slot={slot}";
        var form = new MultipartFormDataContent();
        foreach (var (field, value) in Front.HiddenOf(await browser.GetStringAsync(page), "scan"))
        {
            form.Add(new StringContent(value), field);
        }
        form.Add(new StringContent(slot), "Input.Slot");
        form.Add(new StringContent("2026-11-20"), "Input.On");
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(Path.GetExtension(called) switch { ".jpg" => "image/jpeg", ".png" => "image/png", _ => "application/octet-stream" });
        form.Add(content, "Input.File", called);
        return await browser.PostAsync(page, form);
    }
}

public sealed class ScanOnSqlite(SqliteHome home) : ScanTests(home), IClassFixture<SqliteHome>;

public sealed class ScanOnPostgres(PostgresHome home) : ScanTests(home), IClassFixture<PostgresHome>;

/// <summary>What may hide in a PDF.</summary>
public sealed class PdfCheckTests
{
    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", "JavaScript")]
    [InlineData("/OpenAction << /S /J#61vaScript /JS (x) >>", "JavaScript")]
    [InlineData("/OpenAction << /S /Launch /F (cmd.exe) >>", "Launch")]
    [InlineData("/Names << /EmbeddedFiles 9 0 R >>", "EmbeddedFiles")]
    [InlineData("/AcroForm << /XFA 9 0 R >>", "XFA")]
    [InlineData("/Encrypt 9 0 R", "Encrypt")]
    [InlineData("/Type /XRef /Filter [ /ASCIIHexDecode /FlateDecode ]", "ASCIIHexDecode")]
    public void What_runs_is_named(string catalog, string what) => Assert.Equal(what, Refused(Scans.Pdf("x", catalog)));

    [Fact]
    public void What_lies_in_packed_objects_is_found()
    {
        var hidden = Scans.Packed("1 0 << /S /JavaScript /JS (x) >>");

        Assert.Equal("JavaScript", Refused(Scans.WithStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", hidden)));
        Assert.Equal("ObjStm", Refused(Scans.WithStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /DecodeParms << /Predictor 12 >>", hidden)));
        Assert.Null(Refused(Scans.WithStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", Scans.Packed("1 0 << /Type /Page >>"))));
    }

    [Fact]
    public void A_comment_around_an_object_hides_nothing() => Assert.Equal("Launch", Refused(Scans.Pdf("x", "% stream\n/OpenAction << /S /Launch >>\n% endstream")));

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked() =>
        Assert.Equal("FlateDecode", Refused(Scans.WithStream("/Filter /FlateDecode", Scans.Packed(new string('0', 300 << 20)))));

    static string? Refused(byte[] file)
    {
        try
        {
            ScanInk.Take(file);
            return null;
        }
        catch (RulesBrokenException broken)
        {
            return broken.Rules[0].Code == "papers.scan-runs" ? (string)broken.Rules[0].Values[0] : broken.Rules[0].Code;
        }
    }
}

/// <summary>Small files to attach.</summary>
static class Scans
{
    public static byte[] Pdf(string text, string catalog = "") => Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj << /Type /Catalog {catalog} >> endobj\n% {text}\ntrailer << /Root 1 0 R >>\n%%EOF\n");

    public static byte[] WithStream(string dictionary, byte[] data) =>
        [.. Encoding.Latin1.GetBytes($"%PDF-1.7\n2 0 obj << {dictionary} /Length {data.Length} >>\nstream\n"), .. data, .. "\nendstream endobj\n%%EOF\n"u8];

    public static byte[] Packed(string text)
    {
        using var memory = new MemoryStream();
        using (var packing = new ZLibStream(memory, CompressionLevel.Fastest))
        {
            packing.Write(Encoding.Latin1.GetBytes(text));
        }
        return memory.ToArray();
    }

    public static byte[] Picture(SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var picture = new SKBitmap(40, 30);
        picture.Erase(SKColors.White);
        using var data = picture.Encode(format, 100);
        return data.ToArray();
    }
}
