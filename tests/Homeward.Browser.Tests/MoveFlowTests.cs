using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>A change of place between two points (rules R1.35–R1.37): asked for, taken back, sent back, agreed to and received; the file goes, and the old point reads what it was.</summary>
public sealed class MoveFlowTests(BrowserFixture browser) : IAsyncLifetime
{
    const string Name = "岳迁途";
    static readonly (string, string)[] asked = [("On", Newcomers.Ago(9)), ("Reason", "movedHome"), ("DocumentNumber", "B2026-0001"), ("Note", "与父母同住，需继续随访。")];

    RunningHost host = default!;

    public async ValueTask InitializeAsync() => host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_move_is_asked_for_forwarded_revoked_rejected_and_received_signed_anew_and_read_where_it_came_from()
    {
        var here = await browser.SignedInAsync(new Look(), "worker1", host.Address);
        var there = await browser.SignedInAsync(new Look(), "worker3", host.Address);
        var head = await browser.SignedInAsync(new Look(), "head", host.Address);
        var client = await here.OpenFileAsync(Name);
        var measure = await here.OpenDetoxAsync(client, 200);

        // Asked for, forwarded, and taken back: the other point has nothing left to answer.
        await AskAsync(here, await StreetOfAsync(there));
        await here.ActAsync("Forward", ("On", Newcomers.Ago(8)));
        await here.HappenedAsync("转递材料");
        var waiting = await WaitingAsync(head);
        await here.ActAsync("RevokeTransfer", ("On", Newcomers.Ago(7)), ("Reason", "withdrawn"));
        await here.StatusAsync("执行中");
        Assert.Equal(waiting - 1, await WaitingAsync(head));

        // Asked for again, and sent back with a reason.
        await AskAsync(here, await StreetOfAsync(there));
        await OpenAsync(there, "待答复");
        await Assertions.Expect(there.Locator("main")).ToContainTextAsync("与父母同住");
        await there.ChooseAsync(".verbs a[href$='do=reject']");
        await there.RefusedAsync("原因");
        await there.FillInAsync(("Cause", "other"), ("Reason", "房屋动迁，人不在此处"));
        await there.SendAsync();
        await there.StatusAsync("已退回");
        await here.GotoAsync(measure);
        await here.StatusAsync("执行中");
        await here.HappenedAsync("新执行地退回");
        await here.SeeAsync("li[id^='act-']:has-text('房屋动迁，人不在此处')");

        await MoveAsync(here, there, measure);

        // The file is there and no longer here, where it is read as it was.
        await there.GotoAsync(client);
        await there.SeeAsync(".hero h1", Name);
        Assert.Equal(404, (await here.GotoAsync(client))!.Status);
        await here.GotoAsync("/transfers");
        await here.ClickAsync($"a[href^='/former-files/']:has-text('{Name}')");
        await here.SeeAsync("h1", Name);
        await here.SeeAsync(".acts", "新执行地同意接收");
        await Barriers.AssertNoneAsync(here);
        await Task.WhenAll(here.Context.CloseAsync(), there.Context.CloseAsync(), head.Context.CloseAsync());
    }

    /// <summary>Agreed to, reported there, and signed anew: the measure runs on from its first day.</summary>
    static async Task MoveAsync(IPage here, IPage there, string measure)
    {
        var end = await EndAsync(here);
        await AskAsync(here, await StreetOfAsync(there));
        await OpenAsync(there, "待答复");
        await there.FillInAsync(("DocumentNumber", "J2026-0003"));
        await there.SendAsync();
        await there.StatusAsync("已同意");
        await there.FillInAsync(("StaffId", await there.Locator("[name='Input.StaffId'] option:not([value=''])").First.GetAttributeAsync("value") ?? ""));
        await there.SendAsync();
        await there.StatusAsync("已移交");

        await there.GotoAsync(measure);
        await there.StatusAsync("执行中");
        await there.ActAsync("SignAnew");
        await there.HappenedAsync("重新签订协议");
        Assert.Equal(end, await EndAsync(there));
        await there.SeeNoneAsync(".verbs a[href$='do=SignAnew']");
    }

    static async Task AskAsync(IPage here, string street)
    {
        await here.ActAsync("Transfer", [.. asked, ("PlaceId", street)]);
        await here.StatusAsync("变更执行地");
    }

    static async Task OpenAsync(IPage there, string state)
    {
        await there.GotoAsync("/transfers");
        await there.Locator(".list tbody tr", new PageLocatorOptions { HasText = Name }).Filter(new LocatorFilterOptions { HasText = state }).First.Locator("th a").ClickAsync();
        await there.StatusAsync(state);
    }

    /// <summary>The street whose measures the worker sees.</summary>
    static async Task<string> StreetOfAsync(IPage worker)
    {
        await worker.GotoAsync("/measures?kind=Cdt");
        await worker.ClickAsync(".list tbody th a >> nth=0");
        await worker.ChooseAsync("a[href$='/correct']");
        return await worker.InputValueAsync("[name='Input.PlaceOfExecutionId']");
    }

    static async Task<string> EndAsync(IPage page) => await page.Locator(".facts div", new PageLocatorOptions { HasText = "期满" }).First.InnerTextAsync();

    /// <summary>The moves that wait, as the tile of Today counts them and its list shows them.</summary>
    static async Task<int> WaitingAsync(IPage head)
    {
        await head.GotoAsync("/");
        var tile = head.Locator(".kpi[href^='/transfers?state=Asked']");
        var told = int.Parse(await tile.Locator("b").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await tile.ClickAsync();
        await Assertions.Expect(head.Locator(".list").First.Locator("tbody tr")).ToHaveCountAsync(told);
        await Barriers.AssertNoneAsync(head);
        return told;
    }
}
