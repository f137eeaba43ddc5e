using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>The shared pieces, looked at in the gallery.</summary>
public sealed class GalleryTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Look.All), MemberType = typeof(Look))]
    public async Task Every_view_is_free_of_barriers(Look look)
    {
        var page = await browser.OpenAsync(look);
        foreach (var view in (string[])["list", "client", "form", "month", "parts"])
        {
            await page.GotoAsync($"/gallery?view={view}");
            await look.KeepPictureAsync(page, view);
            await Barriers.AssertNoneAsync(page);
        }
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_says_what_is_missing_and_keeps_what_was_typed(bool script)
    {
        var look = new Look(Script: script);
        var page = await browser.OpenAsync(look);
        await page.GotoAsync("/gallery?view=form");
        await page.FillAsync("[name='Input.Temperature']", "warm");
        await page.FillAsync("[name='Input.Specimen.Seal']", "A-1");
        await page.ClickAsync(".form-actions button");
        await Assertions.Expect(page.Locator(".error-summary li")).ToHaveCountAsync(6);
        await Assertions.Expect(page.Locator("[name='Input.Temperature']")).ToHaveValueAsync("warm");
        await Assertions.Expect(page.Locator("[name='Input.Specimen.Seal']")).ToHaveValueAsync("A-1");
        await Assertions.Expect(page.Locator(".field-error")).ToHaveCountAsync(6);
        await look.KeepPictureAsync(page, "form-errors");
        if (script)
        {
            await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
            await Barriers.AssertNoneAsync(page);
        }
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sound_form_is_saved_and_the_next_page_says_so_once(bool script)
    {
        var page = await browser.OpenAsync(new Look(Script: script));
        await page.GotoAsync("/gallery?view=form");
        await page.SelectOptionAsync("[name='Input.Client']", "1");
        await page.ClickAsync(".choice-row .choice >> nth=0");
        await page.FillAsync("[name='Input.Specimen.Seal']", "A-2026-000123");
        await page.FillAsync("[name='Input.Specimen.Witness']", "Chen");
        await page.CheckAsync("[name='Input.Certify']");
        await page.FillAsync("[name='Input.Note']", "rule");
        await page.ClickAsync(".form-actions button");
        await Assertions.Expect(page.Locator(".error-summary li")).ToHaveCountAsync(1);
        await page.FillAsync("[name='Input.Note']", "");
        await page.ClickAsync(".form-actions button");
        await Assertions.Expect(page.Locator(".said")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".said")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_confirmation_asks_for_the_reason(bool script)
    {
        var look = new Look(Script: script);
        var page = await browser.OpenAsync(look);
        await page.GotoAsync("/gallery?view=parts");
        await page.ClickAsync(".confirm > summary");
        await look.KeepPictureAsync(page, "confirm");
        await page.ClickAsync("dialog .form-actions button");
        await Assertions.Expect(page.Locator("dialog .field-error")).ToBeVisibleAsync();
        await page.FillAsync("[name='Why.Text']", "wrong client");
        await page.ClickAsync("dialog .form-actions button");
        await Assertions.Expect(page.Locator(".said")).ToHaveTextAsync("wrong client");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_address_that_makes_no_sense_shows_the_default_and_says_so()
    {
        var page = await browser.OpenAsync(Look.Plain);
        var answer = await page.GotoAsync("/gallery?late=abc&sort=nonsense&before=2026-02-31");
        Assert.Equal(200, answer!.Status);
        await Assertions.Expect(page.Locator(".notice")).ToHaveCountAsync(3);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Language_and_theme_change_by_a_plain_form_and_stay()
    {
        var page = await browser.OpenAsync(Look.WithoutScript);
        await page.GotoAsync("/gallery?view=month");
        await page.ClickAsync("form[action='/preferences/culture'] button");
        await page.ClickAsync("form[action='/preferences/theme'] button");
        Assert.Equal("/gallery?view=month", new Uri(page.Url).PathAndQuery);
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        Assert.Equal("dark", await page.GetAttributeAsync("html", "data-bs-theme"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nothing_breaks_the_content_policy()
    {
        var page = await browser.OpenAsync(Look.Plain);
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") { complaints.Add(message.Text); } };
        foreach (var view in (string[])["list", "client", "form", "month", "parts"])
        {
            var answer = await page.GotoAsync($"/gallery?view={view}");
            Assert.Contains("default-src 'self'", answer!.Headers["content-security-policy"], StringComparison.Ordinal);
        }
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_lost_line_leaves_what_was_typed_and_says_so()
    {
        var page = await browser.OpenAsync(Look.Plain);
        await page.GotoAsync("/gallery?view=form");
        await page.FillAsync("[name='Input.Note']", "kept");
        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync(".form-actions button");
        await Assertions.Expect(page.Locator("#net")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name='Input.Note']")).ToHaveValueAsync("kept");
        await page.Context.SetOfflineAsync(false);
        await page.ClickAsync(".form-actions button");
        await Assertions.Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_phone_the_menu_opens_from_the_bar_and_closes_on_the_way()
    {
        var page = await browser.OpenAsync(new Look(Phone: true));
        await page.GotoAsync("/gallery?view=month");
        await Assertions.Expect(page.Locator("#side")).ToBeHiddenAsync();
        await page.ClickAsync("button[popovertarget=side]");
        await Assertions.Expect(page.Locator("#side")).ToBeVisibleAsync();
        await page.ClickAsync("#side .brand");
        await Assertions.Expect(page.Locator("#side:popover-open")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_paper_a_list_stays_a_table_and_names_its_filter()
    {
        var page = await browser.OpenAsync(new Look(Dark: true));
        await page.GotoAsync("/gallery?risk=2");
        await page.SetViewportSizeAsync(794, 1123);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await new Look().KeepPictureAsync(page, "printed");
        await Assertions.Expect(page.Locator("thead")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#side")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".filter .print-only >> nth=2")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_missing_page_is_404_in_words()
    {
        var look = Look.Plain;
        var page = await browser.OpenAsync(look);
        var answer = await page.GotoAsync("/no-such-page");
        Assert.Equal(404, answer!.Status);
        await look.KeepPictureAsync(page, "not-found");
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Barriers.AssertNoneAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_form_without_its_token_is_answered_with_a_page()
    {
        var page = await browser.OpenAsync(Look.Plain);
        await page.GotoAsync("/gallery?view=form");
        await page.Context.ClearCookiesAsync();
        var answer = await page.RunAndWaitForResponseAsync(() => page.ClickAsync("form[action='/preferences/theme'] button"), response => response.Request.Method == "POST");
        Assert.Equal(400, answer.Status);
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
