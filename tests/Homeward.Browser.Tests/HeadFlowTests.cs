using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>The legal steps of a station's head: to look into a no-show and confirm it (rules R1.16), and to answer for the place that a file is to move to (R1.35).</summary>
public sealed class HeadFlowTests(BrowserFixture browser) : IAsyncLifetime
{
    RunningHost host = default!;

    public async ValueTask InitializeAsync() => host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_head_confirms_a_no_show_which_a_worker_may_not_and_agrees_to_a_change_of_place()
    {
        var head = await browser.SignedInAsync(new Look(), "head", host.Address);
        var worker = await browser.SignedInAsync(new Look(), "worker1", host.Address);

        var measure = await ConfirmNoShowAsync(head);
        Assert.Equal(403, (await worker.GotoAsync($"{measure}/confirm"))!.Status);
        await AcceptAsync(head);

        await worker.Context.CloseAsync();
        await head.Context.CloseAsync();
    }

    static async Task<string> ConfirmNoShowAsync(IPage head)
    {
        await head.GotoAsync("/measures?flag=Overdue");
        await head.Locator(".list tbody tr", new PageLocatorOptions { HasText = "逾期待核实" }).First.Locator("th a").ClickAsync();
        await head.StatusAsync("逾期待核实");
        var measure = new Uri(head.Url).AbsolutePath;
        // How the limit came about is told before anybody confirms that it has passed.
        await head.ClickAsync(".figures summary");
        await Assertions.Expect(head.Locator(".figures")).ToContainTextAsync("送达日期");
        await Barriers.AssertNoneAsync(head);
        await head.ConfirmAsync("ConfirmOverdue");
        await head.StatusAsync("未报到未移交");
        return measure;
    }

    static async Task AcceptAsync(IPage head)
    {
        await head.GotoAsync("/transfers");
        await head.Locator(".list tbody tr", new PageLocatorOptions { HasText = "待答复" }).First.Locator("th a").ClickAsync();
        await head.ChooseAsync(".verbs a[href*='do=accept']");
        await head.FillInAsync(("DocumentNumber", "J2026-0002"));
        await head.SendAsync();
        await head.StatusAsync("已同意，待报到");
    }
}
