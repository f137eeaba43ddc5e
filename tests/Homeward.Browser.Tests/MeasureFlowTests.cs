using System.Globalization;
using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>A worker's part in a measure: a leave and the check of the return, the warning letter that a late return asks for, custody and its end.</summary>
public sealed class MeasureFlowTests(BrowserFixture browser) : IAsyncLifetime
{
    RunningHost host = default!;

    public async ValueTask InitializeAsync() => host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_leave_ends_late_is_warned_and_a_suspension_is_resumed()
    {
        var page = await browser.SignedInAsync(new Look(), "worker1", host.Address);
        var today = await OpenQuietAsync(page);
        var measure = page.Url;
        string Ago(int days) => today.AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var before = await CountedAsync(page);

        // The leave makes its check of return due.
        await page.ActAsync("Leave", ("On", Ago(12)), ("To", Ago(9)), ("Destination", "苏州"), ("ReportedInWriting", "true"));
        await page.StatusAsync("请假中");
        await page.GotoAsync("/measures?flag=Away");
        var row = page.Locator($".list tbody tr:has(a[href='{new Uri(measure).AbsolutePath}'])");
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await row.Locator("th a").ClickAsync();

        // Four days late: counted as leaving without permission, and the check is done.
        await page.ActAsync("Return", ("On", Ago(5)));
        await page.StatusAsync("执行中");
        Assert.Equal(before + 1, await CountedAsync(page));
        await page.GotoAsync("/measures?flag=Away");
        await Assertions.Expect(row).ToHaveCountAsync(0);
        await page.GotoAsync("/measures?flag=Warning");
        await Assertions.Expect(row).ToHaveCountAsync(1);

        await row.Locator("th a").ClickAsync();
        await page.ActAsync("Warn", ("DocumentNumber", "G2026-0001"));
        await LetterAsync(page);
        await page.GotoAsync("/measures?flag=Warning");
        await Assertions.Expect(row).ToHaveCountAsync(0);

        // In custody the measure stands still, on the day of resumption too; afterwards it goes on.
        await page.GotoAsync(measure);
        await page.ActAsync("Suspend", ("Reason", "detained"), ("On", Ago(3)));
        await page.StatusAsync("中止");
        await page.ActAsync("Resume", ("On", Ago(1)));
        await page.StatusAsync("执行中");
        await Assertions.Expect(page.Locator(".acts").Last).ToContainTextAsync("恢复执行");
        await Barriers.AssertNoneAsync(page);
        await page.Context.CloseAsync();
    }

    /// <summary>Somebody under detox in the community with whom nothing is open: no counted event, no leave, no change of place.</summary>
    static async Task<DateOnly> OpenQuietAsync(IPage page)
    {
        await page.GotoAsync("/measures?kind=Cdt");
        var links = await page.Locator(".list tbody tr", new PageLocatorOptions { HasText = "执行中" }).Filter(new LocatorFilterOptions { HasText = "0 / 0 / 0" }).Locator("th a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        foreach (var link in links)
        {
            await page.GotoAsync($"{link}?do=Leave");
            if (await page.Locator(".acts li").Filter(new LocatorFilterOptions { HasText = "获知" }).CountAsync() == 0 && await page.Locator("[name='Input.To']").CountAsync() == 1)
            {
                return DateOnly.Parse(await page.InputValueAsync("[name='Input.On']"), CultureInfo.InvariantCulture);
            }
        }
        throw new InvalidOperationException("Nobody's measure runs quietly.");
    }

    static async Task<int> CountedAsync(IPage page) => await page.Locator(".counted li").CountAsync();

    /// <summary>The letter itself, made from the act.</summary>
    static async Task LetterAsync(IPage page)
    {
        await page.ClickAsync("a[href*='/papers/new']");
        await page.ChooseAsync(".verbs a[href*='kind=Warning']");
        await page.FillInAsync(("Facts", "请假逾期四天未归。"));
        await page.MakePaperAsync();
        await page.ClickAsync("a[href$='/print']");
        await Assertions.Expect(page.Locator(".paper-made h1")).ToContainTextAsync("告诫书");
    }
}
