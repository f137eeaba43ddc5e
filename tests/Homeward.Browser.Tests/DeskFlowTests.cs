using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>Work at the desk: the notices of a week in one file, a signed page that is scanned, a template of the office's own, and the second factor by its picture.</summary>
public sealed class DeskFlowTests(BrowserFixture browser) : IAsyncLifetime
{
    static readonly string Scanned = Path.Combine(RunningHost.SourceOfWeb(), "Commands", "DemoData", "signed-page.pdf");

    RunningHost host = default!;

    public async ValueTask InitializeAsync() => host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_notices_of_a_week_are_made_a_page_is_scanned_a_template_is_used_and_a_second_factor_is_set_up()
    {
        var worker = await browser.SignedInAsync(new Look(), "worker1", host.Address);
        var office = await browser.SignedInAsync(new Look(), "office", host.Address);

        await BatchAsync(worker);
        var client = await worker.OpenFileAsync("岳案头");
        await worker.OpenDetoxAsync(client, 100);
        await ScanAsync(worker, client);
        await TemplateAsync(office);
        await UseAsync(worker, client);
        await RetireAsync(office);
        await FactorAsync(worker);
        await Task.WhenAll(worker.Context.CloseAsync(), office.Context.CloseAsync());
    }

    static async Task BatchAsync(IPage worker)
    {
        await worker.GotoAsync("/papers");
        await worker.ChooseAsync("a[href='/papers/batch']");
        var open = await worker.Locator(".list tbody tr:has-text('待制作')").CountAsync();
        await worker.RefusedAsync("地点");
        await worker.FillInAsync(("Place", "街道社工点"), ("Hour", "09:00"));
        await worker.SendAsync();
        await Assertions.Expect(worker.Locator(".list tbody tr")).ToHaveCountAsync(open);
        await Barriers.AssertNoneAsync(worker);
        await worker.FetchPdfAsync("a[href^='/papers/batch/']");
        await worker.ClickAsync(".page-head a[href='/papers/batch']");
        await worker.SeeAsync("[name='from']");
        await worker.SeeNoneAsync(".list tbody tr:has-text('待制作')");
    }

    static async Task ScanAsync(IPage worker, string client)
    {
        await worker.GotoAsync(client);
        await worker.ClickAsync($".client-hero a[href='{client}/dossier']");
        await worker.ChooseAsync("a[href*='/scans/new?slot=Agreement']");
        await worker.FillInAsync(("Title", "签字页"));
        await worker.RefusedAsync("文件");
        await worker.FillInAsync(("File", Scanned));
        await worker.SendAsync();
        var slot = worker.Locator(".list tr:has-text('协议')", new PageLocatorOptions { Has = worker.Locator("a[href^='/scans/']") });
        await Assertions.Expect(slot).ToHaveCountAsync(1);
        await Barriers.AssertNoneAsync(worker);
        await slot.Locator("a[href^='/scans/']:not([href*='new'])").ClickAsync();
        await worker.SeeAsync("main:has-text('签字页')");
        await worker.FetchPdfAsync("a[href$='/file']");
        await worker.FillInAsync(("Reason", "扫错了案卷"));
        await worker.SendAsync();
        await worker.StatusAsync("作废");
        await worker.GotoAsync($"{client}/dossier");
        await worker.SeeNoneAsync(".list a[href^='/scans/']:not([href*='new'])");
    }

    /// <summary>What it may not hold is told by its line.</summary>
    async Task TemplateAsync(IPage office)
    {
        await office.GotoAsync("/papers/templates?kind=HandbookReceipt");
        await office.FillInAsync(("File", Written("<p>{{secret}}</p>")));
        await office.RefusedAsync("第 1 行");
        await office.FillInAsync(("Kind", "HandbookReceipt"), ("File", Written("<h1>总社手册回执</h1><p>{{clientName}} {{number}}</p>")));
        await office.SendAsync();
        await office.SeeAsync("form[action$='/retire']");
    }

    static async Task UseAsync(IPage worker, string client)
    {
        await worker.GotoAsync($"{client}/dossier");
        await worker.ChooseAsync("a[href*='/papers/new?kind=HandbookReceipt']");
        await worker.MakePaperAsync();
        await worker.ClickAsync("a[href$='/print']");
        await worker.SeeAsync(".paper-made h1", "总社手册回执");
        await worker.SeeAsync(".paper-made", "岳案头");
    }

    static async Task RetireAsync(IPage office)
    {
        await office.ClickAsync("form[action$='/retire'] button");
        await office.SeeAsync(".slot-filling .badge-tone");
        await office.SeeNoneAsync("form[action$='/retire']");
        await Barriers.AssertNoneAsync(office);
    }

    /// <summary>The picture is there to be scanned, as large as a phone needs it, and the key beside it is the one that is asked for.</summary>
    static async Task FactorAsync(IPage worker)
    {
        await worker.GotoAsync("/");
        await worker.ClickAsync(".me summary >> nth=0");
        await worker.ClickAsync("a[href='/account']");
        await worker.SeeAsync("svg.scan");
        var box = await worker.Locator("svg.scan").BoundingBoxAsync();
        Assert.True(box is { Width: >= 150, Height: >= 150 }, $"{box?.Width} × {box?.Height}");
        await worker.FillInAsync(("Code", "000000x"));
        await worker.ClickAsync("form:has([name='Input.Code']) .form-actions .btn-primary");
        await worker.SeeAsync(".error-summary");
        await worker.FillInAsync(("Code", CodeOf(await worker.Locator("code.secret").InnerTextAsync())));
        await worker.SendAsync("form:has([name='Input.Code']) .form-actions .btn-primary");
        await worker.SeeNoneAsync("svg.scan");
        await Barriers.AssertNoneAsync(worker);
    }

    string Written(string html)
    {
        var file = Path.Combine(host.DataFolder, "receipt.html");
        File.WriteAllText(file, html);
        return file;
    }

    /// <summary>The code of this half minute (RFC 6238), as an authenticator app shows it.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as authenticator apps use it.")]
    static string CodeOf(string secret)
    {
        var bits = string.Concat(secret.Replace(" ", "", StringComparison.Ordinal).Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(place => Convert.ToByte(bits.Substring(place * 8, 8), 2)).ToArray();
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(key, step);
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
