using System.Globalization;
using System.Text.RegularExpressions;
using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>A worker makes a notice, notes its service, takes the file home, and sees the dossier move.</summary>
public sealed partial class PaperFlowTests(BrowserFixture browser) : IAsyncLifetime
{
    RunningHost host = default!;

    public async ValueTask InitializeAsync() => host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_test_notice_is_made_served_and_downloaded_and_the_dossier_moves()
    {
        var page = await browser.SignedInAsync(new Look(), "worker1", host.Address);
        var dossier = await DossierWithoutNoticeAsync(page);
        var before = await CompleteAsync(page);

        await page.ClickAsync("a[href*='/papers/new?kind=TestNotice']");
        await page.FillAsync("[name='Input.Day']", TimeProvider.System.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.ClickAsync(".form-actions .btn-primary");
        // The place is missing: it is said, and the day stays.
        await Assertions.Expect(page.Locator(".field-error")).ToHaveCountAsync(1);
        await page.FillAsync("[name='Input.Place']", "街道社工点");
        await page.MakePaperAsync();
        await Barriers.AssertNoneAsync(page);
        var paper = page.Url;

        await page.FetchPdfAsync("a[href$='.pdf']");

        await page.ClickAsync("a[href*='do=serve']");
        await page.SelectOptionAsync("[name='Input.Mode']", "inPerson");
        await page.ClickAsync(".form-actions .btn-primary");
        await Assertions.Expect(page.Locator(".said")).ToBeVisibleAsync();

        await page.GotoAsync($"{paper}/print");
        await Assertions.Expect(page.Locator(".paper-made h1")).ToHaveTextAsync("检测通知书");
        await Assertions.Expect(page.Locator(".paper-made")).ToContainTextAsync("街道社工点");
        await Barriers.AssertNoneAsync(page);

        await page.GotoAsync(dossier);
        Assert.Equal(before + 1, await CompleteAsync(page));
        await page.Context.CloseAsync();
    }

    /// <summary>The dossier of somebody of the worker's own whose notices are missing.</summary>
    static async Task<string> DossierWithoutNoticeAsync(IPage page)
    {
        await page.GotoAsync("/papers/gaps");
        var rows = page.Locator(".list tbody tr").Filter(new LocatorFilterOptions { HasText = "检测通知书" });
        while (await rows.CountAsync() == 0)
        {
            // The list is read on until somebody is found; without a further page the test fails here.
            await page.GotoAsync((await page.Locator("a[rel=next]").GetAttributeAsync("href"))!);
        }
        await page.GotoAsync((await rows.First.Locator("th a").GetAttributeAsync("href"))!);
        await Assertions.Expect(page.Locator(".dossier-rate")).ToBeVisibleAsync();
        return page.Url;
    }

    static async Task<int> CompleteAsync(IPage page) =>
        int.Parse(Complete().Match(await page.Locator(".facts dd", new PageLocatorOptions { HasText = "/" }).First.InnerTextAsync()).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d+) / \d+")]
    private static partial Regex Complete();
}
