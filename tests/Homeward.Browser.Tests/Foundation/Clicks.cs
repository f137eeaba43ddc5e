using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests.Foundation;

/// <summary>What people do with a form and with the page of a measure: fill in, send, and see what follows. Every kind of form is looked at for barriers before it is sent.</summary>
public static partial class Clicks
{
    const float Patience = 20_000;
    const string Buttons = ".form-actions :is(.btn-primary, .btn-danger)";

    /// <summary>Fills in fields of the form's input by their short names: a text or a day, the code of a choice, or <c>true</c> for a box to tick.</summary>
    public static async Task FillInAsync(this IPage page, params (string Field, string Value)[] written)
    {
        foreach (var (field, value) in written)
        {
            var name = field.Contains('.', StringComparison.Ordinal) ? field : $"Input.{field}";
            var fields = page.Locator($"form:has(.form-actions) [name='{name}']");
            switch (await fields.First.EvaluateAsync<string>("field => field.type"))
            {
                case "select-one": await fields.First.SelectOptionAsync(value); break;
                case "radio" or "checkbox": await page.ClickAsync($".choice:has([name='{name}'][value='{value}'])"); break;
                case "file": await fields.First.SetInputFilesAsync(value); break;
                default: await fields.First.FillAsync(value); break;
            }
        }
    }

    /// <summary>Sends the form that a button belongs to, the first one if none is named, and waits for the sentence that it was saved.</summary>
    public static async Task SendAsync(this IPage page, string? button = null)
    {
        // The sentence of the step before would be taken for that of this one.
        await page.EvaluateAsync("document.querySelectorAll('.said').forEach(said => said.remove())");
        await Barriers.AssertNoneOnceAsync(page);
        await page.ClickAsync($"{button ?? Buttons} >> nth=0");
        await page.SeeAsync(".said:not(.said-refused)");
    }

    /// <summary>Sends the form and is told why not; what was typed stays.</summary>
    public static async Task RefusedAsync(this IPage page, string why, string? button = null)
    {
        var typed = await TypedAsync(page);
        await page.ClickAsync($"{button ?? Buttons} >> nth=0");
        await page.SeeAsync(".error-summary", why);
        Assert.Equal(typed, await TypedAsync(page));
        await Barriers.AssertNoneAsync(page);
    }

    /// <summary>Fetches a PDF by its link; the page stays where it is.</summary>
    public static async Task FetchPdfAsync(this IPage page, string link)
    {
        var before = page.Url;
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(link));
        var file = await File.ReadAllBytesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(file[..5]));
        Assert.Equal(before, page.Url);
    }

    public static Task SeeAsync(this IPage page, string part) =>
        Assertions.Expect(page.Locator(part).First).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = Patience });

    public static Task SeeAsync(this IPage page, string part, string text) =>
        Assertions.Expect(page.Locator(part).First).ToContainTextAsync(text, new LocatorAssertionsToContainTextOptions { Timeout = Patience });

    public static Task SeeNoneAsync(this IPage page, string part) => Assertions.Expect(page.Locator(part)).ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = Patience });

    /// <summary>Sends the form of a paper, which then lies open.</summary>
    public static async Task MakePaperAsync(this IPage page)
    {
        await Barriers.AssertNoneOnceAsync(page);
        await page.ClickAsync($"{Buttons} >> nth=0");
        await page.WaitForURLAsync(url => Paper().IsMatch(url));
        await page.SettledAsync();
    }

    /// <summary>The next page is there, and not still on its way: its address is the new one before it is.</summary>
    public static Task SettledAsync(this IPage page) => page.WaitForFunctionAsync("() => !document.documentElement.dataset.busy");

    /// <summary>What the record says of where it stands; the page is looked at in each of its states.</summary>
    public static async Task StatusAsync(this IPage page, string status)
    {
        await page.SeeAsync(".record .tags", status);
        await Barriers.AssertNoneOnceAsync(page, status);
    }

    /// <summary>What happened to the measure, as its page tells it.</summary>
    public static Task HappenedAsync(this IPage page, string act) => page.SeeAsync($"li[id^='act-']:has(b:text-is('{act}'))");

    /// <summary>A verb of the measure whose page is open.</summary>
    public static async Task ActAsync(this IPage page, string verb, params (string Field, string Value)[] written)
    {
        await ChooseAsync(page, $".verbs a[href$='?do={verb}']");
        await page.FillInAsync(written);
        await page.SendAsync();
    }

    /// <summary>A legal step that only somebody else than the worker confirms.</summary>
    public static async Task ConfirmAsync(this IPage page, string verb, params (string Field, string Value)[] written)
    {
        await ChooseAsync(page, $"a[href$='/confirm?do={verb}']");
        await page.SeeAsync(".form-actions .btn-danger");
        await page.FillInAsync(written);
        await page.SendAsync();
    }

    /// <summary>Clicks a link to a form, and waits until the form is there.</summary>
    public static async Task ChooseAsync(this IPage page, string link)
    {
        var address = await page.Locator(link).First.GetAttributeAsync("href");
        await page.ClickAsync($"{link} >> nth=0");
        await page.WaitForURLAsync(url => url.EndsWith(address!, StringComparison.Ordinal));
        await page.SettledAsync();
        await page.SeeAsync(Buttons);
    }

    static Task<string> TypedAsync(IPage page) => page.EvaluateAsync<string>(
        "JSON.stringify([...document.querySelectorAll('form:has(.form-actions) [name^=\"Input.\"]:not([type=hidden], [type=file])')].map(field => [field.name, field.type == 'radio' || field.type == 'checkbox' ? field.checked : field.value]))");

    [GeneratedRegex("/papers/[0-9a-f-]{36}$")]
    private static partial Regex Paper();
}
