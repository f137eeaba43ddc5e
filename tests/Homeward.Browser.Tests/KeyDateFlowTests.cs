using System.Text.RegularExpressions;
using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>Risk and key dates in the browser: two pairs of eyes on a level, and a campaign from its opening to its report.</summary>
public sealed partial class KeyDateFlowTests(BrowserFixture browser) : IAsyncLifetime
{
    RunningHost host = default!;

    public async ValueTask InitializeAsync() => host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_head_confirms_a_workers_lowering_opens_a_campaign_a_worker_works_it_off_and_the_head_closes_it_with_a_report()
    {
        var worker = await browser.SignedInAsync(new Look(), "worker1", host.Address);
        var head = await browser.SignedInAsync(new Look(), "head", host.Address);
        var client = await worker.FirstAsync("/people?risk=High&measure=Cdt", "people");

        await LowerAsync(worker, client);
        await ConfirmAsync(head, client);

        await head.GotoAsync(client);
        await Assertions.Expect(head.Locator(".hero h1")).ToContainTextAsync("低风险");

        var campaign = await OpenAsync(head);
        await WorkOffAsync(worker, campaign, client);
        await CloseAsync(head, campaign);

        await worker.GotoAsync($"{campaign}/report");
        await Assertions.Expect(worker.Locator(".tags").First).ToContainTextAsync("已关闭");
        await worker.Context.CloseAsync();
        await head.Context.CloseAsync();
    }

    static async Task LowerAsync(IPage worker, string client)
    {
        await worker.GotoAsync($"{client}/risk");
        await Barriers.AssertNoneAsync(worker);
        // First without a decision: the page only says what it would suggest.
        await worker.ClickAsync(".choice:has([value='underMeasure'])");
        await worker.ClickAsync(".form-actions .btn-primary");
        await Assertions.Expect(worker.Locator(".error-summary")).ToContainTextAsync("建议：中风险");
        await worker.ClickAsync(".choice:has([name='Input.Level'][value='Low'])");
        await worker.FillAsync("[name='Input.Note']", "工作和家庭稳定，检测均为阴性。");
        await worker.ClickAsync(".form-actions .btn-primary");
        await Assertions.Expect(worker.Locator(".said")).ToContainTextAsync("第二人确认");
        await Assertions.Expect(worker.Locator(".hero h1")).ToContainTextAsync("高风险");
    }

    static async Task ConfirmAsync(IPage head, string client)
    {
        await head.GotoAsync(client);
        var name = (await head.Locator(".crumbs [aria-current]").InnerTextAsync()).Trim();
        await head.GotoAsync("/risk-changes");
        await head.Locator(".list tbody tr", new PageLocatorOptions { HasText = name }).Last.Locator("th a").ClickAsync();
        await Assertions.Expect(head.Locator("main")).ToContainTextAsync("工作和家庭稳定");
        await Barriers.AssertNoneAsync(head);
        await head.ClickAsync(".form-actions .btn-primary");
        await Assertions.Expect(head.Locator(".said")).ToContainTextAsync("变更已确认");
    }

    static async Task<string> OpenAsync(IPage head)
    {
        await head.GotoAsync("/campaigns/new");
        await Barriers.AssertNoneAsync(head);
        var today = await head.EvaluateAsync<string>("new Date(Date.now() + 8 * 3600000).toISOString().slice(0, 10)");
        await head.FillAsync("[name='Input.Name']", "冬季关怀走访");
        await head.SelectOptionAsync("[name='Input.Kind']", "other");
        await head.FillAsync("[name='Input.From']", today);
        await head.FillAsync("[name='Input.To']", today);
        foreach (var item in new[] { "Visited", "Screened", "Relief" })
        {
            await head.ClickAsync($".choice:has([name='Input.Items'][value='{item}'])");
        }
        await head.ClickAsync(".choice:has([name='Input.Risks'][value='Low'])");
        await head.ClickAsync(".choice:has([name='Input.Measures'][value='Cdt'])");
        await head.ClickAsync(".form-actions .btn-primary");
        await head.WaitForURLAsync(url => Campaign().IsMatch(url));
        await Barriers.AssertNoneAsync(head);
        return new Uri(head.Url).AbsolutePath;
    }

    static async Task WorkOffAsync(IPage worker, string campaign, string client)
    {
        await worker.GotoAsync($"{campaign}?done=no");
        var row = worker.Locator($".list tbody tr:has(a[href='{client}'])");
        await row.Locator("a[href^='/campaign-entries/']").ClickAsync();
        await Barriers.AssertNoneAsync(worker);
        var entry = worker.Url;
        // The call is recorded where calls are recorded, and fills the checklist by itself.
        await worker.ClickAsync("main .verbs a[href*='mode=Phone']");
        await worker.FillAsync("[name='Input.Content']", "节前电话联系，在家。");
        await worker.ClickAsync(".form-actions .btn-primary");
        await Assertions.Expect(worker.Locator(".said")).ToBeVisibleAsync();
        await worker.GotoAsync(entry);
        await worker.ClickAsync(".choice:has([name='Input.Whereabouts'][value='home'])");
        await worker.ClickAsync(".form-actions .btn-primary");
        await Assertions.Expect(worker.Locator(".said")).ToBeVisibleAsync();
        await worker.GotoAsync($"{campaign}?done=yes");
        await Assertions.Expect(row).ToHaveCountAsync(1);
    }

    static async Task CloseAsync(IPage head, string campaign)
    {
        await head.GotoAsync($"{campaign}/report");
        await head.FillAsync("[name='Input.Note']", "其余人员节后补访。");
        await head.ClickAsync(".form-actions .btn-danger");
        await Assertions.Expect(head.Locator(".said")).ToContainTextAsync("报告已定稿");
        await Assertions.Expect(head.Locator(".hash")).ToHaveTextAsync(Hash());
        await Barriers.AssertNoneAsync(head);
    }

    [GeneratedRegex("/campaigns/[0-9a-f-]{36}$")]
    private static partial Regex Campaign();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hash();
}
