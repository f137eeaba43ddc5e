using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>What is typed at a real browser and not saved: after a lost session, and without script.</summary>
public sealed class DraftTests(BrowserFixture browser)
{
    const string Typed = "谈到了女儿，愿意去培训班";

    [Fact]
    public async Task Who_loses_the_session_while_typing_finds_the_words_again_after_signing_in()
    {
        var page = await browser.SignedInAsync(Look.Plain, "worker2");
        var form = await RecordFormAsync(page);
        var kept = page.WaitForResponseAsync(answer => answer.Url.EndsWith("/drafts", StringComparison.Ordinal));
        await page.Locator("textarea[name='Input.Content']").PressSequentiallyAsync(Typed);
        Assert.Equal(204, (await kept).Status);
        await page.Context.ClearCookiesAsync();

        await page.GotoAsync(form);
        await page.ClickAsync("form[action='/sign-in/demo']:has(input[value='worker2']) button");
        await page.GotoAsync(form);

        Assert.Equal(Typed, await page.InputValueAsync("textarea[name='Input.Content']"));
        await Look.Plain.KeepPictureAsync(page, "draft-restored");
        await Barriers.AssertNoneAsync(page);
        await page.ClickAsync(".restored button");
        await page.WaitForFunctionAsync("() => !document.querySelector('.restored') && document.querySelector('.said')");
        Assert.Equal("", await page.InputValueAsync("textarea[name='Input.Content']"));
        Assert.Equal(form, new Uri(page.Url).PathAndQuery);
    }

    [Fact]
    public async Task A_save_leaves_no_draft_behind()
    {
        var page = await browser.SignedInAsync(Look.Plain, "worker3");
        var form = await RecordFormAsync(page);
        var kept = page.WaitForResponseAsync(answer => answer.Url.EndsWith("/drafts", StringComparison.Ordinal));
        await page.Locator("textarea[name='Input.Content']").PressSequentiallyAsync(Typed);
        await kept;
        await page.ClickAsync("main form .form-actions .btn-primary");
        await page.WaitForURLAsync(url => url.Contains("/people/", StringComparison.Ordinal));

        await page.GotoAsync(form);

        Assert.Equal(0, await page.Locator(".restored").CountAsync());
    }

    [Fact]
    public async Task Without_script_a_refused_form_is_kept_all_the_same()
    {
        var page = await browser.SignedInAsync(Look.WithoutScript, "worker4");
        var form = await RecordFormAsync(page);
        await page.FillAsync("textarea[name='Input.Content']", Typed);
        await page.FillAsync("input[name='Input.On']", "2099-01-01");
        await page.ClickAsync("main form .form-actions .btn-primary");
        Assert.Equal(1, await page.Locator("[data-form-errors]").CountAsync());

        await page.GotoAsync("/");
        await page.GotoAsync(form);

        Assert.Equal(Typed, await page.InputValueAsync("textarea[name='Input.Content']"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_search_leads_to_its_list_and_leaves_no_name_in_the_address(bool script)
    {
        var page = await browser.SignedInAsync(new Look(Script: script));
        await page.GotoAsync("/people");
        var name = await page.Locator(".list tbody th a").First.InnerTextAsync();

        await page.FillAsync("header.top input[type=search]", name);
        await page.PressAsync("header.top input[type=search]", "Enter");
        await page.WaitForURLAsync(url => url.Contains("?s=", StringComparison.Ordinal));

        Assert.Equal(name, await page.InputValueAsync("form.filters input[type=search]"));
        Assert.Contains(name, await page.Locator(".list tbody").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(name, Uri.UnescapeDataString(page.Url), StringComparison.Ordinal);
    }

    /// <summary>Opens the contact form of the first client and answers its address.</summary>
    static async Task<string> RecordFormAsync(IPage page)
    {
        var client = await page.FirstAsync("/people", "people");
        var form = $"/contacts/record?client={client["/people/".Length..]}";
        await page.GotoAsync(form);
        return form;
    }
}
