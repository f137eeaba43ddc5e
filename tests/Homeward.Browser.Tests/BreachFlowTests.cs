using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>What can happen to a measure on its way (rules R1.25–R1.40, R1.54): a leave that is extended, dual control, out of reach, a serious breach up to the police's answer, the end, its reopening and the archive.</summary>
public sealed class BreachFlowTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_leave_is_extended_control_is_shared_and_who_was_out_of_reach_comes_back()
    {
        var host = await browser.ForNewFilesAsync();
        var worker = await browser.SignedInAsync(new Look(), "worker1", host.Address);
        var head = await browser.SignedInAsync(new Look(), "head", host.Address);
        var measure = await worker.OpenDetoxAsync(await worker.OpenFileAsync("岳往返"), 200);

        await LeaveAsync(worker);
        await ShareControlAsync(worker);
        await OutOfReachAsync(worker, head, measure);
        await Task.WhenAll(worker.Context.CloseAsync(), head.Context.CloseAsync());
    }

    [Fact]
    public async Task A_breach_is_handed_over_and_declined_and_the_measure_ends_runs_again_and_is_archived()
    {
        var host = await browser.ForNewFilesAsync();
        var worker = await browser.SignedInAsync(new Look(), "worker1", host.Address);
        var head = await browser.SignedInAsync(new Look(), "head", host.Address);
        var client = await worker.OpenFileAsync("岳违约");
        var measure = await worker.OpenDetoxAsync(client, 200);

        await BreachAsync(worker, head, measure);
        await EndAsync(worker, head, measure, client);
        await Task.WhenAll(worker.Context.CloseAsync(), head.Context.CloseAsync());
    }

    /// <summary>A new last day lies after the one before it; back in time, nothing is counted.</summary>
    static async Task LeaveAsync(IPage worker)
    {
        await worker.ActAsync("Leave", ("On", Newcomers.Ago(6)), ("To", Newcomers.Ago(-3)), ("Destination", "南通"), ("ReportedInWriting", "true"));
        await worker.StatusAsync("请假中");
        await worker.ChooseAsync(".verbs a[href$='?do=ExtendLeave']");
        await worker.FillInAsync(("On", Newcomers.Ago(1)), ("To", Newcomers.Ago(-3)), ("Reviewer", "林晓雯"));
        await worker.RefusedAsync(Newcomers.Ago(-3));
        await worker.FillInAsync(("To", Newcomers.Ago(-8)));
        await worker.SendAsync();
        await worker.HappenedAsync("请假延期");
        await worker.ActAsync("Return");
        await worker.StatusAsync("执行中");
        await worker.SeeNoneAsync(".counted li");
    }

    static async Task ShareControlAsync(IPage worker)
    {
        await worker.ActAsync("DualControl", ("On", Newcomers.Ago(55)), ("Reason", "livesElsewhere"), ("DocumentNumber", "S2026-0001"));
        await worker.StatusAsync("双向管控");
        await worker.ActAsync("EndDualControl", ("On", Newcomers.Ago(50)));
        await Assertions.Expect(worker.Locator(".record .tags").First).Not.ToContainTextAsync("双向管控");
        await worker.HappenedAsync("结束双向管控");
    }

    static async Task OutOfReachAsync(IPage worker, IPage head, string measure)
    {
        await worker.ActAsync("GoAbroad", ("On", Newcomers.Ago(49)));
        await worker.StatusAsync("出国（境）");
        await worker.ActAsync("RegainControl", ("On", Newcomers.Ago(47)));
        await worker.StatusAsync("执行中");
        await head.GotoAsync(measure);
        await head.ConfirmAsync("LoseControl", ("On", Newcomers.Ago(46)));
        await head.StatusAsync("失控");
        await head.ActAsync("RegainControl", ("On", Newcomers.Ago(44)));
        await head.StatusAsync("执行中");
    }

    static async Task BreachAsync(IPage worker, IPage head, string measure)
    {
        await worker.GotoAsync(measure);
        await worker.ActAsync("Absence", ("On", Newcomers.Ago(42)), ("To", Newcomers.Ago(8)));
        await worker.StatusAsync("疑似严重违反协议");
        await Assertions.Expect(worker.Locator(".counted li")).ToHaveCountAsync(1);
        await worker.ActAsync("Warn", ("On", Newcomers.Ago(7)), ("DocumentNumber", "G2026-0002"));
        await worker.ActAsync("Notice", ("On", Newcomers.Ago(7)));
        await worker.HappenedAsync("送达通知");
        // It was another notice: taken out, and still seen.
        await worker.ChooseAsync("li:has(b:text-is('送达通知')) a[href*='/annul?act=']");
        await worker.RefusedAsync("原因");
        await worker.FillInAsync(("Reason", "登记到了别人的通知"));
        await worker.SendAsync();
        await worker.SeeAsync("li.annulled:has(b:text-is('送达通知'))");

        await head.GotoAsync(measure);
        await head.ConfirmAsync("ConfirmBreach", ("On", Newcomers.Ago(5)), ("Reason", "seriousBreach"), ("DocumentNumber", "W2026-0002"));
        await head.StatusAsync("违反协议未移交");
        await head.ConfirmAsync("HandOver", ("On", Newcomers.Ago(5)), ("DocumentNumber", "H2026-0002"));
        await head.StatusAsync("违反协议已移交");
        await head.ConfirmAsync("Decline", ("On", Newcomers.Ago(4)), ("DocumentNumber", "D2026-0002"));
        await head.StatusAsync("执行中");
        await head.HappenedAsync("公安机关决定继续执行");
    }

    /// <summary>Ended by a court, taken up again when the judgment was set aside, ended for good, followed up and archived.</summary>
    static async Task EndAsync(IPage worker, IPage head, string measure, string client)
    {
        await worker.GotoAsync(measure);
        await worker.ActAsync("Terminate", ("On", Newcomers.Ago(3)), ("Reason", "imprisoned"), ("Issuer", "Court"), ("DocumentNumber", "刑初2026-9"));
        await worker.StatusAsync("终止");
        await worker.SeeNoneAsync("main a[href*='/confirm?']");
        await head.GotoAsync(measure);
        await head.ConfirmAsync("Reopen", ("On", Newcomers.Ago(2)), ("Reason", "decisionRevoked"), ("Issuer", "Court"), ("DocumentNumber", "刑终2026-2"));
        await head.StatusAsync("执行中");

        await worker.GotoAsync(measure);
        await worker.ActAsync("Terminate", ("On", Newcomers.Ago(1)), ("Reason", "other"), ("Note", "责令机关撤销"));
        await worker.StatusAsync("终止");
        await worker.ActAsync("FollowUp");
        await worker.HappenedAsync("后续跟踪");
        await worker.ActAsync("Archive", ("DocumentNumber", "A2026-0001"));
        await worker.SeeNoneAsync(".verbs a[href$='?do=Archive']");

        await worker.GotoAsync(client);
        await worker.SeeAsync(".timeline", "卷宗归档");
        await worker.ClickAsync($"a[href='{client}/dossier']");
        await worker.SeeAsync(".facts dd:has-text('A2026-0001')");
        await Barriers.AssertNoneAsync(worker);
    }
}
