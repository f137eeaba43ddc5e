using System.Text.RegularExpressions;
using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>The street's office, which answers for the measures (rules R1.1): it confirms, hands over to the police, takes the notice of release and prints; the file itself is not its own.</summary>
public sealed partial class StreetFlowTests(BrowserFixture browser) : IAsyncLifetime
{
    RunningHost host = default!;

    public async ValueTask InitializeAsync() => host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task An_office_confirms_a_no_show_and_a_breach_hands_over_takes_the_release_notice_and_prints()
    {
        var page = await browser.SignedInAsync(new Look(), "street", host.Address);

        // Reported nowhere: looked into, confirmed, and signed for by the police.
        await OpenAsync(page, "Overdue", "逾期待核实");
        await page.ConfirmAsync("ConfirmOverdue");
        await page.StatusAsync("未报到未移交");
        await page.ConfirmAsync("HandOver", ("DocumentNumber", "H2026-0001"));
        await page.StatusAsync("未报到已移交");
        await PrintAsync(page, "HandOverReceipt", "移交回执", ("Facts", "告诫书、逾期未报到证明"));

        await OpenAsync(page, "Breach", "疑似严重违反协议");
        await page.ChooseAsync("a[href*='/confirm?do=ConfirmBreach']");
        // The paper is missing: it is said, and what was chosen stays.
        await page.FillInAsync(("Reason", "seriousBreach"));
        await page.RefusedAsync("编号");
        await page.FillInAsync(("DocumentNumber", "W2026-0001"));
        await page.SendAsync();
        await page.StatusAsync("违反协议未移交");

        // The notice of release has come.
        await OpenAsync(page, "Expired", "期满待解除");
        await page.ChooseAsync(".verbs a[href*='do=Release']");
        // The office's own file lacks a piece: the police have released regardless.
        await page.SeeAsync(".release-file");
        await page.FillInAsync(("Reason", "policeReleased"), ("DocumentNumber", "J2026-0001"));
        await page.SendAsync();
        await page.StatusAsync("解除");
        await PrintAsync(page, "ReleaseNotice", "解除");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_office_sees_its_own_street_and_no_file()
    {
        var head = await browser.SignedInAsync(new Look(), "head", host.Address);
        var page = await browser.SignedInAsync(new Look(), "street", host.Address);

        await page.GotoAsync("/measures");
        var units = await UnitsAsync(page);
        Assert.Single(units);
        await head.GotoAsync("/measures");
        var foreign = head.Locator(".list tbody tr", new PageLocatorOptions { HasNotText = units.Single() }).First;
        var address = (await foreign.Locator("th a").GetAttributeAsync("href"))!;
        Assert.Equal(404, (await page.GotoAsync(address))!.Status);

        // Neither offered nor given: the file, its screens and talks, other people's names in full, the units and who works there.
        await page.GotoAsync("/measures");
        await page.ClickAsync(".list tbody th a >> nth=0");
        await Assertions.Expect(page.Locator(".record .tags").First).ToBeVisibleAsync();
        var client = Client().Match((await page.Locator("a[href*='/papers/new']").GetAttributeAsync("href"))!).Value;
        await Assertions.Expect(page.Locator("main a[href^='/screening'], main a[href$='/dossier'], a[href='/people'], a[href='/contacts'], a[href='/screening'], a[href='/staff']")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator($"main a[href='{client}']")).ToHaveCountAsync(0);
        foreach (var refused in new[] { "/people", client, $"{client}/edit", $"{client}/reveal", $"{client}/dossier", $"{client}/scans/new", $"{client}/risk", "/contacts", "/contacts/record", "/screening", "/screening/record", "/staff", "/grants", "/imports", "/audit" })
        {
            Assert.Equal(403, (await page.GotoAsync(refused))!.Status);
        }
        await page.Context.CloseAsync();
        await head.Context.CloseAsync();
    }

    static async Task<HashSet<string>> UnitsAsync(IPage page) => [.. (await page.Locator(".list tbody td[data-label='所属单位']").AllInnerTextsAsync()).Select(text => text.Trim())];

    /// <summary>The first case of a flag whose status is still the one that is looked for.</summary>
    static async Task OpenAsync(IPage page, string flag, string status)
    {
        await page.GotoAsync("/measures");
        await page.ClickAsync($".verbs a[href*='flag={flag}']");
        await page.SeeAsync($".verbs a[href*='flag={flag}'][aria-current]");
        await Barriers.AssertNoneAsync(page);
        await page.Locator(".list tbody tr", new PageLocatorOptions { HasText = status }).First.Locator("th a").ClickAsync();
        await page.StatusAsync(status);
    }

    /// <summary>From the measure to the printed sheet.</summary>
    static async Task PrintAsync(IPage page, string kind, string title, params (string Field, string Value)[] written)
    {
        await page.ClickAsync("a[href*='/papers/new']");
        await page.ChooseAsync($".verbs a[href*='kind={kind}']");
        await page.FillInAsync(written);
        await page.MakePaperAsync();
        await Barriers.AssertNoneAsync(page);
        await page.ClickAsync("a[href$='/print']");
        await Assertions.Expect(page.Locator(".paper-made h1")).ToContainTextAsync(title);
        await page.GotoAsync("/papers");
        await Assertions.Expect(page.Locator(".list tbody tr").First).ToContainTextAsync(title);
    }

    [GeneratedRegex("/people/[0-9a-f-]{36}")]
    private static partial Regex Client();
}
