using System.Globalization;
using System.Text.RegularExpressions;
using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>The main job from end to end: a station's roster in, today's work out, a screen recorded, and every count agrees.</summary>
public sealed partial class RosterFlowTests(BrowserFixture browser) : IAsyncLifetime
{
    static readonly string Roster = Path.Combine(AppContext.BaseDirectory, "Data", "roster-hongkou.xlsx");
    const int Persons = 214;

    RunningHost host = default!;

    public async ValueTask InitializeAsync() => host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_roster_is_imported_a_screen_is_recorded_and_worklist_timeline_and_counts_agree()
    {
        var page = await browser.SignedInAsync(new Look(), "head", host.Address);
        var before = await CaseloadAsync(page);

        await ImportAsync(page);

        Assert.Equal(before + Persons, await CaseloadAsync(page));

        // Today: the row of a person of the roster whose window is open.
        var rows = page.Locator(".list tbody tr");
        await FindAsync(page, "曹勇");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await page.GotoAsync("/?kind=Screen");
        var due = await KpiAsync(page, "state=Due");
        await FindAsync(page, "caoyong");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await page.ClickAsync(".list tbody th a");

        // The client: the roster's facts stand in the header.
        await Assertions.Expect(page.Locator(".hero h1")).ToContainTextAsync("曹勇");
        await Assertions.Expect(page.Locator(".hero .tags")).ToContainTextAsync("社区戒毒");
        var client = page.Url;
        var windows = await page.Locator(".strip .cell.tone-good").CountAsync();

        await page.ClickAsync(".hero .btn-primary");
        await page.ClickAsync(".choice:has([name='Input.Result'][value='Negative'])");
        await page.FillAsync("[name='Input.SecondTester']", "Chen Zhiyuan");
        await page.FillAsync("[name='Input.Collector']", "Zhou Jianping");
        await page.ClickAsync(".choice:has([name='Input.CollectorSex'][value='Male'])");
        await page.ClickAsync(".form-actions .btn-primary");

        // Timeline, strip and tab count know it at once.
        await Assertions.Expect(page.Locator(".said")).ToBeVisibleAsync();
        Assert.Equal(client, page.Url);
        await Assertions.Expect(page.Locator(".timeline > li").First).ToContainTextAsync("阴性");
        await Assertions.Expect(page.Locator(".strip .cell.tone-good")).ToHaveCountAsync(windows + 1);
        await Assertions.Expect(page.Locator(".tabs a[href*='tab=screens'] .tab-count")).ToHaveTextAsync("1");

        // The worklist has shrunk by exactly this one.
        await FindAsync(page, "曹勇");
        await Assertions.Expect(rows).ToHaveCountAsync(0);
        await page.GotoAsync("/?kind=Screen");
        Assert.Equal(due - 1, await KpiAsync(page, "state=Due"));
        await page.Context.CloseAsync();
    }

    static async Task ImportAsync(IPage page)
    {
        await page.GotoAsync("/imports");
        await page.SetInputFilesAsync("[name='Input.File']", Roster);
        await page.ClickAsync(".form-actions .btn-primary");
        await page.WaitForURLAsync(url => Run().IsMatch(url));
        // Nothing is written until it is confirmed.
        await page.WaitForSelectorAsync(".form-actions .btn-primary", new PageWaitForSelectorOptions { Timeout = 60_000 });
        await page.ClickAsync(".form-actions .btn-primary");
        await Assertions.Expect(page.Locator(".kpi").First).ToContainTextAsync("已导入", new LocatorAssertionsToContainTextOptions { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("a[href$='/errors']")).ToBeVisibleAsync();
        await Barriers.AssertNoneAsync(page);
    }

    /// <summary>The due screens of a name, by the filter of the list.</summary>
    static async Task FindAsync(IPage page, string name)
    {
        await page.GotoAsync("/?kind=Screen&state=Due");
        await page.FillAsync(".filters [name='q']", name);
        await page.ClickAsync(".filters .btn-primary");
        await Assertions.Expect(page.Locator(".filters [name='q']")).ToHaveValueAsync(name);
    }

    /// <summary>All clients of the station, as the tree of units counts them.</summary>
    static async Task<int> CaseloadAsync(IPage page)
    {
        await page.GotoAsync("/organisation");
        return Number(await page.Locator(".unit-tree tbody tr").First.Locator("a[href^='/people?unit=']").InnerTextAsync());
    }

    static async Task<int> KpiAsync(IPage page, string link) => Number(await page.Locator($".kpi[href*='{link}'] b").InnerTextAsync());

    static int Number(string text) => int.Parse(Figures().Match(text.Replace(",", "", StringComparison.Ordinal)).Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Figures();

    [GeneratedRegex("/imports/[0-9a-f-]{36}")]
    private static partial Regex Run();
}
