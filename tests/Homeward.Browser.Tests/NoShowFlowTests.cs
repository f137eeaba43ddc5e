using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>Who does not report (rules R1.13–R1.17): a cause is accepted and the person comes after all; or the no-show is confirmed, its pack made, handed over and sent back by the police.</summary>
public sealed class NoShowFlowTests(BrowserFixture browser)
{
    static readonly (string, string)[] ordered = [("OrderNumber", "责戒〔2026〕7号"), ("OrderedOn", Newcomers.Ago(40)), ("ServedOn", Newcomers.Ago(39))];

    [Fact]
    public async Task A_cause_is_accepted_and_the_person_reports_or_the_no_show_is_confirmed_packed_handed_over_and_declined()
    {
        var host = await browser.ForNewFilesAsync();
        var worker = await browser.SignedInAsync(new Look(), "worker1", host.Address);
        var head = await browser.SignedInAsync(new Look(), "head", host.Address);

        var ill = await worker.OpenMeasureAsync(await worker.OpenFileAsync("岳养病"), "Cdt", ordered);
        await worker.StatusAsync("逾期待核实");
        await worker.SeeNoneAsync("main a[href*='/confirm?']");
        await AcceptCauseAsync(head, ill);
        await worker.GotoAsync(ill);
        await worker.StatusAsync("待报到");
        await ReportAsync(worker);

        var gone = await worker.OpenMeasureAsync(await worker.OpenFileAsync("岳未到"), "Cdt", ordered);
        await head.GotoAsync(gone);
        await head.ConfirmAsync("ConfirmOverdue");
        await head.StatusAsync("未报到未移交");
        await head.GotoAsync("/measures");
        await head.ClickAsync(".verbs a[href*='flag=HandOver']");
        await head.ClickAsync(".list a:has-text('岳未到')");
        await HandOverAsync(head, pieces: 3);
        await head.StatusAsync("未报到已移交");
        await worker.GotoAsync(gone);
        await worker.StatusAsync("未报到已移交");

        // The police let it go on: the person has still not reported, and comes now.
        await head.ConfirmAsync("Decline", ("DocumentNumber", "D2026-0001"));
        await head.StatusAsync("逾期待核实");
        await worker.GotoAsync(gone);
        await worker.ActAsync("Report");
        await worker.StatusAsync("执行中");
        await Barriers.AssertNoneAsync(worker);
        await Task.WhenAll(worker.Context.CloseAsync(), head.Context.CloseAsync());
    }

    /// <summary>Without its new limit the form is refused, and what was typed stays.</summary>
    static async Task AcceptCauseAsync(IPage head, string measure)
    {
        await head.GotoAsync(measure);
        await head.ChooseAsync("a[href$='/confirm?do=AcceptCause']");
        await head.FillInAsync(("On", Newcomers.Ago(20)), ("Reason", "hospital"), ("Note", "手术住院，有出院小结。"));
        await head.RefusedAsync("日");
        await head.FillInAsync(("To", Newcomers.Ago(-3)));
        await head.SendAsync();
        await head.StatusAsync("待报到");
        await head.HappenedAsync("认可正当理由");
    }

    static async Task ReportAsync(IPage worker)
    {
        await worker.ActAsync("Report");
        await worker.StatusAsync("执行中");
        await worker.ChooseAsync(".verbs a[href$='?do=Sign']");
        await worker.FillInAsync(("ClientWord", "八月"));
        await worker.RefusedAsync("数字");
        await worker.FillInAsync(("ClientWord", "482913"));
        await worker.SendAsync();
        await worker.SeeNoneAsync(".verbs a[href$='?do=Sign']");
    }

    /// <summary>Makes what the pack lacks from the form itself, and hands it over.</summary>
    internal static async Task HandOverAsync(IPage head, int pieces)
    {
        await head.ChooseAsync("a[href$='/confirm?do=HandOver']");
        var form = head.Url;
        var missing = head.Locator(".release-file a[href*='/papers/new?kind=']");
        for (var made = 0; await missing.CountAsync() > 0; made++)
        {
            Assert.True(made < pieces, "More pieces are missing than the pack has.");
            await head.ChooseAsync(".release-file a[href*='/papers/new?kind=']");
            await head.FillInAsync(("Facts", "经两次上门和电话联系，未到场。"));
            await head.MakePaperAsync();
            await Barriers.AssertNoneAsync(head);
            await head.GotoAsync(form);
        }
        await Assertions.Expect(head.Locator(".release-file li", new PageLocatorOptions { HasText = "已制作" })).ToHaveCountAsync(pieces);
        await Assertions.Expect(head.Locator(".release-file li:has-text('移交回执') a.num")).ToHaveCountAsync(1);
        await head.FillInAsync(("DocumentNumber", "H2026-0007"));
        await head.SendAsync();
        await head.HappenedAsync("移交公安机关");
    }
}
