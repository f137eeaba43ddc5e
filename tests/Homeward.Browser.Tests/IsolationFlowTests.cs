using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>Compulsory isolation from the decision to its end (rules R1.44–R1.46): treated outside, escaped and brought back, extended, released early or changed into community detox, which deducts the days served.</summary>
public sealed class IsolationFlowTests(BrowserFixture browser)
{
    [Fact]
    public async Task Isolation_is_served_interrupted_extended_ended_reopened_and_changed_into_detox_or_released_early()
    {
        var host = await browser.ForNewFilesAsync();
        var worker = await browser.SignedInAsync(new Look(), "worker1", host.Address);
        var head = await browser.SignedInAsync(new Look(), "head", host.Address);
        var client = await worker.OpenFileAsync("岳隔离");
        var measure = await worker.OpenMeasureAsync(client, "Cid", ("OrderNumber", "强戒〔2025〕3号"), ("OrderedOn", Newcomers.Ago(500)));

        await InterruptAsync(worker);
        await ExtendAsync(worker, head, measure);
        await ReopenAsync(worker, head, measure);
        await ChangeAsync(worker, head, measure, client);
        await ReleaseEarlyAsync(worker, head);
        await Task.WhenAll(worker.Context.CloseAsync(), head.Context.CloseAsync());
    }

    static async Task InterruptAsync(IPage worker)
    {
        await worker.ActAsync("Serve", ("On", Newcomers.Ago(499)));
        await worker.StatusAsync("执行中");
        await worker.ActAsync("TreatOutside", ("On", Newcomers.Ago(300)), ("DocumentNumber", "J2026-0011"));
        await worker.StatusAsync("所外就医");
        await worker.ActAsync("ReturnFromTreatment", ("On", Newcomers.Ago(280)));
        await Assertions.Expect(worker.Locator(".record .tags").First).Not.ToContainTextAsync("所外就医");

        var end = await EndAsync(worker);
        await worker.ActAsync("Escape", ("On", Newcomers.Ago(200)), ("Issuer", "IsolationCentre"));
        await worker.StatusAsync("失控");
        await worker.ActAsync("Recapture", ("On", Newcomers.Ago(190)), ("Issuer", "Police"));
        await worker.StatusAsync("执行中");
        // The days on the run do not count.
        Assert.Equal(end.AddDays(10), await EndAsync(worker));
    }

    static async Task ExtendAsync(IPage worker, IPage head, string measure)
    {
        await worker.SeeNoneAsync("a[href*='/confirm?']");
        await head.GotoAsync(measure);
        var end = await EndAsync(head);
        await head.ChooseAsync("a[href$='/confirm?do=Extend']");
        await head.FillInAsync(("On", Newcomers.Ago(100)), ("To", $"{end.AddDays(800):yyyy-MM-dd}"), ("DocumentNumber", "Y2026-0011"));
        await head.RefusedAsync("日");
        await head.FillInAsync(("To", $"{end.AddDays(90):yyyy-MM-dd}"));
        await head.SendAsync();
        Assert.Equal(end.AddDays(90), await EndAsync(head));
        await head.HappenedAsync("延长强制隔离戒毒期限");
        // Who has escaped once is not released early.
        await head.ChooseAsync("a[href$='/confirm?do=ReleaseEarly']");
        await head.FillInAsync(("To", Newcomers.Ago(-20)), ("DocumentNumber", "T2026-0011"));
        await head.RefusedAsync("脱逃");
    }

    static async Task ReopenAsync(IPage worker, IPage head, string measure)
    {
        await worker.GotoAsync(measure);
        await worker.ActAsync("Terminate", ("On", Newcomers.Ago(9)), ("Reason", "decisionRevoked"), ("Issuer", "Court"), ("DocumentNumber", "撤2026-9"));
        await worker.StatusAsync("终止");
        await worker.ActAsync("FollowUp", ("On", Newcomers.Ago(8)));
        await worker.HappenedAsync("后续跟踪");
        await head.GotoAsync(measure);
        await head.ConfirmAsync("Reopen", ("On", Newcomers.Ago(7)), ("Reason", "decisionRevoked"), ("Issuer", "Court"), ("DocumentNumber", "行终2026-4"));
        await head.StatusAsync("执行中");
    }

    static async Task ChangeAsync(IPage worker, IPage head, string measure, string client)
    {
        await head.ConfirmAsync("ChangeToCommunity", ("On", Newcomers.Ago(3)), ("DocumentNumber", "B2026-0011"));
        await head.StatusAsync("终止");
        await worker.OpenMeasureAsync(client, "Cdt", ("OrderedOn", Newcomers.Ago(2)));
        await worker.StatusAsync("待报到");
        await worker.ClickAsync("a[href$='/correct']");
        await worker.SeeAsync("[name='Input.ServedIsolationDays']");
        // From the decision to the day of the change, without the ten days on the run and the day of the escape's return counted.
        Assert.Equal("488", await worker.InputValueAsync("[name='Input.ServedIsolationDays']"));
        await worker.GotoAsync(measure);
        await worker.HappenedAsync("变更为社区戒毒");
    }

    /// <summary>Released early by the police's decision, and let go on its day.</summary>
    static async Task ReleaseEarlyAsync(IPage worker, IPage head)
    {
        var measure = await worker.OpenMeasureAsync(await worker.OpenFileAsync("岳早解"), "Cid", ("OrderedOn", Newcomers.Ago(430)), ("ServedOn", Newcomers.Ago(430)));
        await head.GotoAsync(measure);
        await head.ConfirmAsync("ReleaseEarly", ("On", Newcomers.Ago(20)), ("To", Newcomers.Ago(0)), ("DocumentNumber", "T2026-0012"));
        Assert.Equal(Newcomers.Ago(0), $"{await EndAsync(head):yyyy-MM-dd}");
        await worker.GotoAsync(measure);
        await worker.ActAsync("Release", ("Issuer", "IsolationCentre"));
        await worker.StatusAsync("解除");
        await Barriers.AssertNoneAsync(worker);
    }

    static async Task<DateOnly> EndAsync(IPage page) =>
        DateOnly.Parse(await page.Locator(".facts div", new PageLocatorOptions { HasText = "期满（结束）日期" }).Locator("dd").First.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
}
