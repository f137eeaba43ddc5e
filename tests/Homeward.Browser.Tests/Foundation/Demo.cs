using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests.Foundation;

/// <summary>Short ways through the demo world.</summary>
public static partial class Demo
{
    /// <summary>A page of a worker who is signed in.</summary>
    public static Task<IPage> SignedInAsync(this BrowserFixture browser, Look look, string user = "worker1") => browser.SignedInAsync(look, user, browser.Host.Address);

    public static async Task<IPage> SignedInAsync(this BrowserFixture browser, Look look, string user, Uri address)
    {
        var page = await browser.OpenAsync(look, address);
        await page.GotoAsync("/sign-in");
        await page.ClickAsync($"form[action='/sign-in/demo']:has(input[value='{user}']) button");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>The address of the first client of a list.</summary>
    public static async Task<string> FirstAsync(this IPage page, string list, string kind)
    {
        await page.GotoAsync(list);
        var hrefs = await page.Locator($".list tbody a[href^='/{kind}/']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        return hrefs.First(href => Record().IsMatch(href));
    }

    [GeneratedRegex("^/[a-z]+/[0-9a-f-]{36}$")]
    private static partial Regex Record();
}
