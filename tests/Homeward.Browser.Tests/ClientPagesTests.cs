using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>People, screens and contacts, looked at and used as a worker does.</summary>
public sealed class ClientPagesTests(BrowserFixture browser)
{
    const int MostTaps = 5;

    [Fact]
    public async Task A_screen_is_recorded_on_a_phone_in_five_taps()
    {
        var page = await browser.SignedInAsync(new Look(Phone: true));
        var client = await page.FirstAsync("/people?measure=Cdt&sort=name", "people");
        await page.GotoAsync(client);
        var taps = 0;
        async Task TapAsync(string target)
        {
            await page.TapAsync(target);
            taps++;
        }

        await TapAsync(".hero .btn-primary");
        await TapAsync(".choice:has([name='Input.Result'][value='Negative'])");
        // Typed once, on the first screen that this worker records; afterwards it is filled in.
        await page.FillAsync("[name='Input.SecondTester']", "Chen Zhiyuan");
        if (await page.InputValueAsync("[name='Input.Collector']") == "")
        {
            await page.FillAsync("[name='Input.Collector']", "Lin Xiaowen");
            await TapAsync(".choice:has([name='Input.CollectorSex'][value='Female'])");
        }
        await TapAsync(".form-actions .btn-primary");

        await Assertions.Expect(page.Locator(".said")).ToBeVisibleAsync();
        Assert.EndsWith(client, page.Url, StringComparison.Ordinal);
        Assert.InRange(taps, 1, MostTaps);
        await page.TapAsync(".hero .btn-primary");
        await Assertions.Expect(page.Locator("[name='Input.SecondTester']")).ToHaveValueAsync("Chen Zhiyuan");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_does_not_belong_to_the_outcome_is_out_of_sight()
    {
        var page = await browser.SignedInAsync(new Look());
        var client = await page.FirstAsync("/people?measure=Cdt", "people");
        await page.GotoAsync($"/screening/record?client={client[^36..]}");
        await Assertions.Expect(page.Locator("[name='Input.SampleA']")).ToBeHiddenAsync();
        await page.ClickAsync(".choice:has([name='Input.Result'][value='PositivePreliminary'])");
        await Assertions.Expect(page.Locator("[name='Input.SampleA']")).ToBeVisibleAsync();
        await page.ClickAsync(".choice:has([name='Input.Outcome'][value='Refused'])");
        await Assertions.Expect(page.Locator("[name='Input.SampleA']")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("[name='Input.Result'] >> nth=0")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_number_is_revealed_once_and_a_call_is_recorded(bool script)
    {
        var page = await browser.SignedInAsync(new Look(Script: script));
        var client = await page.FirstAsync("/people?measure=Cdt&sort=-name", "people");
        await page.GotoAsync(client);
        await page.ClickAsync(".client-line button[value='IdentityNumber']");
        await Assertions.Expect(page.Locator("mark.revealed")).ToHaveCountAsync(1);
        await page.GotoAsync(client);
        await Assertions.Expect(page.Locator("mark.revealed")).ToHaveCountAsync(0);
        await page.ClickAsync(".hero a[href*='mode=Phone']");
        await page.FillAsync("[name='Input.Content']", script ? "Call with script" : "Call without script");
        await page.ClickAsync(".form-actions .btn-primary");
        await Assertions.Expect(page.Locator(".said")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync(script ? "Call with script" : "Call without script");
        await page.Context.CloseAsync();
    }
}
