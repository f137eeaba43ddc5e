using System.Globalization;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests.Foundation;

/// <summary>Somebody new with a measure of their own, opened by clicking: what a flow rests on does not hang on the chance of the demo world.</summary>
public static class Newcomers
{
    /// <summary>The day at the station so many days ago, as a form takes it; negative for days to come.</summary>
    public static string Ago(int days) => TimeProvider.System.GetUtcNow().AddHours(8).AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Looks for the name, as must be, and opens a file; answers its address.</summary>
    public static async Task<string> OpenFileAsync(this IPage page, string name, string sex = "Male")
    {
        await page.GotoAsync("/people");
        await page.ClickAsync("a[href='/people/new']");
        await page.FillInAsync(("Find.Name", name));
        await page.ClickAsync("form:has([name='Find.Name']) .form-actions .btn-primary");
        await page.SeeAsync("[name='Input.BirthDate']");
        await page.FillInAsync(("Sex", sex), ("BirthDate", "1990-05-04"));
        await page.SendAsync("form:has([name='Input.BirthDate']) .form-actions .btn-primary");
        await page.SeeAsync(".hero h1", name);
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Opens a measure from the client's page; answers its address, and stands there.</summary>
    public static async Task<string> OpenMeasureAsync(this IPage page, string client, string kind, params (string Field, string Value)[] papers)
    {
        await page.GotoAsync(client);
        await page.ClickAsync(".client-hero .more summary");
        await page.ChooseAsync($"a[href='{client}/measures/new']");
        await page.FillInAsync([("Kind", kind), .. papers]);
        await page.SendAsync();
        await page.ClickAsync("main a[href^='/measures/'] >> nth=0");
        await page.SeeAsync(".record .tags");
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Somebody under detox in the community who reported on the day after the order and signed at once.</summary>
    public static async Task<string> OpenDetoxAsync(this IPage page, string client, int orderedAgo) => await page.OpenMeasureAsync(
        client, "Cdt", ("OrderedOn", Ago(orderedAgo)), ("ServedOn", Ago(orderedAgo)), ("ReportedOn", Ago(orderedAgo - 1)), ("AgreementSignedOn", Ago(orderedAgo - 1)));
}
