using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>What is agreed and not ordered (rules R5.10–R5.14, DRR 10, 41): maintenance treatment that is missed, taken up and given up; an agreement that is prolonged and completed; a stay that is left.</summary>
public sealed class TreatmentFlowTests(BrowserFixture browser)
{
    [Fact]
    public async Task Maintenance_is_missed_resumed_and_given_up_and_agreements_are_prolonged_completed_left_and_taken_up_again()
    {
        var host = await browser.ForNewFilesAsync();
        var worker = await browser.SignedInAsync(new Look(), "worker1", host.Address);
        var head = await browser.SignedInAsync(new Look(), "head", host.Address);
        var client = await worker.OpenFileAsync("岳治疗");

        await MaintainAsync(worker, head, client);
        await AgreeAsync(worker, head, client);
        await StayAsync(worker, client);
        await Task.WhenAll(worker.Context.CloseAsync(), head.Context.CloseAsync());
    }

    static async Task MaintainAsync(IPage worker, IPage head, string client)
    {
        var measure = await worker.OpenMeasureAsync(client, "Mmt", ("OrderedOn", Newcomers.Ago(120)));
        await worker.ActAsync("Report", ("On", Newcomers.Ago(120)));
        await worker.StatusAsync("执行中");
        await worker.ActAsync("MissClinic", ("On", Newcomers.Ago(60)));
        await worker.StatusAsync("中断门诊治疗");
        await worker.ActAsync("ResumeClinic", ("On", Newcomers.Ago(55)));
        await Assertions.Expect(worker.Locator(".record .tags").First).Not.ToContainTextAsync("中断门诊治疗");
        await worker.ActAsync("MissClinic", ("On", Newcomers.Ago(30)));

        await worker.GotoAsync("/measures");
        await worker.ClickAsync(".verbs a[href*='flag=Clinic']");
        await worker.SeeAsync($".list a[href='{measure}']");
        await head.GotoAsync(measure);
        await head.ConfirmAsync("ConfirmDropOut", ("On", Newcomers.Ago(2)));
        await head.StatusAsync("终止");
        await head.HappenedAsync("确认脱失");
        // Looks in again: the treatment runs on.
        await head.ConfirmAsync("Reopen", ("On", Newcomers.Ago(1)), ("Reason", "other"), ("DocumentNumber", "M2026-0001"));
        await head.StatusAsync("执行中");
        await worker.GotoAsync(measure);
        await worker.ActAsync("EndTreatment", ("Reason", "movedClinic"));
        await worker.StatusAsync("终止");
    }

    static async Task AgreeAsync(IPage worker, IPage head, string client)
    {
        var measure = await worker.OpenMeasureAsync(client, "Vol", ("OrderedOn", Newcomers.Ago(90)));
        await worker.ActAsync("Agree", ("On", Newcomers.Ago(90)), ("To", Newcomers.Ago(-5)), ("DocumentNumber", "V2026-0001"), ("Issuer", "Clinic"));
        await worker.HappenedAsync("签订自愿协议");
        await worker.SeeNoneAsync(".verbs a[href$='?do=Agree']");
        await worker.ChooseAsync(".verbs a[href$='?do=Prolong']");
        await worker.FillInAsync(("To", Newcomers.Ago(-5)), ("DocumentNumber", "V2026-0002"), ("Issuer", "Clinic"));
        await worker.RefusedAsync(Newcomers.Ago(-5));
        await worker.FillInAsync(("On", Newcomers.Ago(4)), ("To", Newcomers.Ago(-60)));
        await worker.SendAsync();
        await worker.SeeAsync(".facts", Newcomers.Ago(-60));
        await worker.ActAsync("EndTreatment", ("On", Newcomers.Ago(1)), ("Reason", "completed"), ("Issuer", "Clinic"));
        await worker.StatusAsync("解除");
        await worker.HappenedAsync("治疗（康复）结束");
        await head.GotoAsync(measure);
        await head.SeeAsync("a[href$='/confirm?do=Reopen']");
    }

    static async Task StayAsync(IPage worker, string client)
    {
        await worker.OpenMeasureAsync(client, "Drc", ("OrderedOn", Newcomers.Ago(30)));
        await worker.ActAsync("Agree", ("On", Newcomers.Ago(30)), ("To", Newcomers.Ago(-60)), ("DocumentNumber", "K2026-0001"), ("Issuer", "Organisation"));
        await worker.ActAsync("EndTreatment", ("Reason", "ownWish"), ("Issuer", "Organisation"));
        await worker.StatusAsync("终止");
        await worker.ActAsync("FollowUp");
        await worker.HappenedAsync("后续跟踪");
        await worker.GotoAsync(client);
        await worker.SeeAsync(".timeline", "治疗（康复）结束");
        await Barriers.AssertNoneAsync(worker);
    }
}
