using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>What follows on a screen (rules R2.2–R2.9, R2.18–R2.20): a positive is confirmed and its samples destroyed, an evasion and a tampered sample are confirmed, and a positive is disputed before two laboratories. All of it on a phone.</summary>
public sealed class ScreenFlowTests(BrowserFixture browser)
{
    static readonly (string, string)[] positive =
        [("Result", "PositivePreliminary"), ("PositiveLines", "methamphetamine"), ("SecondTester", "陈致远"), ("Collector", "周建平"), ("CollectorSex", "Male")];

    [Fact]
    public async Task A_positive_is_confirmed_and_destroyed_evasions_are_confirmed_and_a_positive_is_disputed_twice_and_overturned()
    {
        var host = await browser.ForNewFilesAsync();
        var page = await browser.SignedInAsync(new Look(Phone: true), "worker1", host.Address);
        var client = await page.OpenFileAsync("岳检测");
        var measure = await page.OpenDetoxAsync(client, 260);

        await ConfirmedAsync(page, client);
        await DestroyedAsync(page);
        await EvadedAsync(page, client, measure);
        await TamperedAsync(page, client);
        await WithdrawnAsync(page, client);
        await DisputedAsync(page, client);

        await page.GotoAsync(measure);
        await Assertions.Expect(page.Locator(".counted li")).ToHaveCountAsync(2);
        await page.Context.CloseAsync();
    }

    /// <summary>The days in which the client may ask for a laboratory are over.</summary>
    static async Task ConfirmedAsync(IPage page, string client)
    {
        await RecordAsync(page, client, [("On", Newcomers.Ago(220)), .. positive, ("SampleA", "A-001"), ("SampleB", "B-001")]);
        await page.StatusOfScreenAsync("初筛");
        await page.ChooseAsync("a[href$='/change?do=confirm']");
        await page.SendAsync();
        await page.StatusOfScreenAsync("确认阳性");
        await page.SeeNoneAsync("a[href$='/change?do=confirm']");
    }

    /// <summary>Kept for six months; two people destroy them.</summary>
    static async Task DestroyedAsync(IPage page)
    {
        await page.GotoAsync("/screening");
        await page.ClickAsync("a[href='/screening/samples']");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("留存样本");
        await page.ClickAsync(".filter-label");
        await page.SelectOptionAsync(".filters [name='due']", "yes");
        await page.ClickAsync(".filters .btn-primary");
        var row = page.Locator(".list tbody tr", new PageLocatorOptions { HasText = "A-001" });
        await page.WaitForURLAsync(url => url.Contains("due=yes", StringComparison.Ordinal));
        await row.Locator("a[href$='/dispose']").ClickAsync();
        await page.SeeAsync(".form-actions .btn-danger");
        await page.FillInAsync(("By", "周建平"), ("Witness", "周建平"));
        await page.RefusedAsync("两名不同人员");
        await page.FillInAsync(("Witness", "陈致远"));
        await page.SendAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
    }

    /// <summary>Nobody evades what nobody was told of.</summary>
    static async Task EvadedAsync(IPage page, string client, string measure)
    {
        await RecordAsync(page, client, [("On", Newcomers.Ago(60)), ("Outcome", "EvadedUnconfirmed"), ("EvasionReason", "DidNotCome")]);
        var screen = page.Url;
        await page.ChooseAsync("a[href$='/change?do=evasion']");
        await page.RefusedAsync("没有已送达的检测通知");
        await page.GotoAsync(measure);
        await page.ActAsync("Notice", ("On", Newcomers.Ago(62)));
        await page.GotoAsync(screen);
        await page.ChooseAsync("a[href$='/change?do=evasion']");
        await page.SendAsync();
        await page.StatusOfScreenAsync("逃避");
        await page.SeeNoneAsync("a[href$='/change?do=evasion']");
    }

    /// <summary>What was found of the sample is told; a notice is not asked for.</summary>
    static async Task TamperedAsync(IPage page, string client)
    {
        await page.GotoAsync(client);
        await page.ChooseAsync(".client-hero a[href^='/screening/record']");
        await page.FillInAsync(("On", Newcomers.Ago(20)), ("Outcome", "EvadedUnconfirmed"), ("EvasionReason", "Tampered"));
        await page.RefusedAsync("样本");
        await page.FillInAsync(("Remarks", "样本温度低于室温，疑似稀释。"));
        await page.SendAsync();
        await OpenNewestAsync(page, client);
        await page.ChooseAsync("a[href$='/change?do=evasion']");
        await page.SendAsync();
        await page.StatusOfScreenAsync("样本");
    }

    /// <summary>The client takes the request back; the record turns out to be somebody else's.</summary>
    static async Task WithdrawnAsync(IPage page, string client)
    {
        await RecordAsync(page, client, [("On", Newcomers.Ago(1)), .. positive, ("SampleA", "A-003"), ("SampleB", "B-003")]);
        var screen = page.Url;
        await page.ChooseAsync("a[href$='/dispute']");
        await StepAsync(page, "申请实验室检测");
        await page.FillInAsync(("Ending.End", "Withdrawn"));
        await page.SendAsync(".form-actions .btn-danger");
        await page.SeeAsync(".acts li:has(b:text-is('本人撤回'))");
        await page.GotoAsync(screen);
        await page.StatusOfScreenAsync("初筛阳性");
        await page.ChooseAsync("a[href$='/change?do=annul']");
        await page.RefusedAsync("原因");
        await page.FillInAsync(("Reason", "录到了同名的人"));
        await page.SendAsync();
        await page.SeeAsync(".notice", "作废");
    }

    /// <summary>The first laboratory finds the same, another one finds otherwise; the same one twice is refused.</summary>
    static async Task DisputedAsync(IPage page, string client)
    {
        await RecordAsync(page, client, [.. positive, ("SampleA", "A-002"), ("SampleB", "B-002")]);
        var screen = page.Url;
        // While the client may still ask, nobody confirms.
        await page.SeeNoneAsync("a[href$='/change?do=confirm']");
        await page.ChooseAsync("a[href$='/dispute']");
        await StepAsync(page, "申请实验室检测");
        await StepAsync(page, "公安机关同意送检");
        await StepAsync(page, "A 样送检", ("Laboratory", "市毒品检测中心"));
        await StepAsync(page, "实验室报告", ("DocumentNumber", "L2026-0001"), ("IsPositive", "true"));
        await StepAsync(page, "告知本人");
        await StepAsync(page, "申请复检");
        await StepAsync(page, "公安机关同意复检");
        await page.FillInAsync(("Laboratory", "市毒品检测中心"));
        await page.RefusedAsync("不得与实验室检测机构相同");
        await StepAsync(page, "B 样送检", ("Laboratory", "华东司法鉴定所"));
        await StepAsync(page, "复检报告", ("DocumentNumber", "L2026-0002"), ("IsPositive", "false"));
        await StepAsync(page, "告知本人复检结果");
        await page.SendAsync();
        await page.SeeAsync(".notice", "阴性（初筛已推翻）");

        await page.GotoAsync(screen);
        await page.StatusOfScreenAsync("阴性");
        await page.GotoAsync(client);
        await page.SeeAsync(".timeline", "告知本人复检结果");
    }

    static async Task StepAsync(IPage page, string step, params (string Field, string Value)[] written)
    {
        await page.SeeAsync($".form-actions button:has-text('{step}')");
        await page.FillInAsync(written);
        await page.SendAsync();
        await page.SeeAsync($".acts li:has(b:text-is('{step}'))");
    }

    static async Task RecordAsync(IPage page, string client, (string, string)[] written)
    {
        await page.GotoAsync(client);
        await page.ChooseAsync(".client-hero a[href^='/screening/record']");
        await page.FillInAsync(written);
        await page.SendAsync();
        await OpenNewestAsync(page, client);
    }

    static async Task OpenNewestAsync(IPage page, string client)
    {
        await page.GotoAsync(client);
        await page.ClickAsync(".tabs a[href*='tab=screens']");
        await page.ClickAsync(".list tbody th a[href^='/screening/'] >> nth=0");
        await page.SeeAsync("a[href$='/print']");
    }
}

static class ScreenLooks
{
    public static Task StatusOfScreenAsync(this IPage page, string finding) => page.SeeAsync(".columns .tags", finding);
}
