using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>People, screens and contacts, looked at and used as a worker does.</summary>
public sealed class ClientPagesTests(BrowserFixture browser)
{
    const int MostTaps = 5;

    [Theory]
    [MemberData(nameof(Look.All), MemberType = typeof(Look))]
    public async Task Every_page_is_free_of_barriers(Look look)
    {
        var page = await browser.SignedInAsync(look);
        var client = await page.FirstAsync("/people?measure=Cdt", "people");
        var screen = await page.FirstAsync("/screening?outcome=Done", "screening");
        var contact = await page.FirstAsync("/contacts", "contacts");
        var id = client[^36..];
        var measure = await MeasureAsync(page, client);
        (string Name, string Path)[] pages =
        [
            ("people", "/people"), ("people-new", "/people/new"), ("client", client), ("client-screens", $"{client}?tab=screens"), ("client-contacts", $"{client}?tab=contacts"), ("client-measures", $"{client}?tab=measures"),
            ("client-file", $"{client}?tab=file"), ("client-edit", $"{client}/edit"), ("client-risk", $"{client}/risk"), ("client-persons", $"{client}/persons"), ("measure-new", $"{client}/measures/new"),
            ("measure", $"{measure}?do=Leave"), ("measure-correct", $"{measure}/correct"), ("record-screen", $"/screening/record?client={id}"), ("record-contact", $"/contacts/record?client={id}&mode=HomeVisit"),
            ("screens", "/screening"), ("screen", screen), ("screen-annul", $"{screen}/change?do=annul"), ("screen-paper", $"{screen}/print"), ("contacts", "/contacts"), ("contact", contact),
        ];
        var faults = new List<string>();
        foreach (var (name, path) in pages)
        {
            var answer = await page.GotoAsync(path);
            Assert.Equal(200, answer!.Status);
            await look.KeepPictureAsync(page, name);
            try
            {
                await Barriers.AssertNoneAsync(page);
            }
            catch (Xunit.Sdk.XunitException fault)
            {
                faults.Add($"{name}: {fault.Message}");
            }
        }
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

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

    static async Task<string> MeasureAsync(IPage page, string client)
    {
        await page.GotoAsync($"{client}?tab=measures");
        return (await page.Locator("a[href^='/measures/']").First.GetAttributeAsync("href"))!;
    }
}
