using Homeward.Browser.Tests.Foundation;
using Microsoft.Playwright;

namespace Homeward.Browser.Tests;

/// <summary>Three clean years up to the certificate (rules R1.56, R7.1), the work team with its five places (R1.22–R1.23), and a lowering of risk that a second person refuses (R2.38).</summary>
public sealed class CleanFlowTests(BrowserFixture browser)
{
    [Fact]
    public async Task Three_clean_years_are_certified_or_refused_by_whoever_confirms()
    {
        var host = await browser.ForNewFilesAsync();
        var worker = await browser.SignedInAsync(new Look(), "worker1", host.Address);
        var leader = await browser.SignedInAsync(new Look(), "leader1", host.Address);
        var clean = await ReleasedAsync(worker, "岳清白");
        Assert.Equal(403, (await worker.GotoAsync($"{clean}/three-years-clean"))!.Status);

        await OpenAsync(leader, clean);
        await leader.SendAsync();
        await StepAsync(leader, "核对检测记录");
        await leader.RefusedAsync("编号");
        await StepAsync(leader, "登记公安机关确认", ("DocumentNumber", "G2026-0031"), ("IssuedBy", "虹口公安分局"));
        await StepAsync(leader, "颁发认定书", ("DocumentNumber", "C2026-0031"));
        await leader.SeeAsync(".acts", "C2026-0031");
        await leader.SeeNoneAsync(".form-actions");
        await worker.GotoAsync(clean);
        await worker.SeeAsync(".timeline", "颁发认定书，解除动态管控");

        var other = await ReleasedAsync(worker, "岳存疑");
        await OpenAsync(leader, other);
        await leader.SendAsync();
        await leader.ChooseAsync(".verbs a[href$='?do=refuse']");
        await leader.RefusedAsync("原因");
        await leader.FillInAsync(("Reason", "检测记录缺少外地部分，待补。"));
        await leader.SendAsync();
        await leader.SeeAsync(".acts li:has(b:text-is('不予认定'))");
        // Once more, when what was missing has come.
        await leader.SeeAsync(".form-actions button:has-text('申请认定')");
        await Task.WhenAll(worker.Context.CloseAsync(), leader.Context.CloseAsync());
    }

    [Fact]
    public async Task A_team_is_filled_loses_a_member_and_a_lowering_of_risk_waits_and_is_refused()
    {
        var host = await browser.ForNewFilesAsync();
        var worker = await browser.SignedInAsync(new Look(), "worker1", host.Address);
        var head = await browser.SignedInAsync(new Look(), "head", host.Address);
        var client = await worker.OpenFileAsync("岳小组");
        await worker.OpenDetoxAsync(client, 100);

        await FillAsync(worker);
        await LeaveAsync(worker);
        await worker.GotoAsync(client);
        await worker.SeeAsync(".timeline", "社区医务");

        await LowerAsync(worker, client);
        await RefuseAsync(head, client);
        await worker.GotoAsync(client);
        await worker.SeeAsync(".hero h1", "高风险");
        await worker.ClickAsync(".client-hero .more summary");
        await worker.ClickAsync($"a[href='{client}/risk-history']");
        await worker.SeeAsync("main:has-text('上周刚失业')");
        await Barriers.AssertNoneAsync(worker);
        await Task.WhenAll(worker.Context.CloseAsync(), head.Context.CloseAsync());
    }

    static async Task<string> ReleasedAsync(IPage worker, string name)
    {
        var client = await worker.OpenFileAsync(name);
        await worker.OpenDetoxAsync(client, 1_200);
        await worker.ActAsync("Release", ("On", Newcomers.Ago(60)), ("Reason", "policeReleased"), ("DocumentNumber", "J2026-0031"));
        await worker.StatusAsync("解除");
        return client;
    }

    static async Task OpenAsync(IPage leader, string client)
    {
        await leader.GotoAsync(client);
        await leader.ClickAsync(".tabs a[href*='tab=measures']");
        await leader.SeeAsync(".facts:has-text('已满三年，可申请认定')");
        await leader.ChooseAsync($"a[href='{client}/three-years-clean']");
    }

    static async Task StepAsync(IPage leader, string step, params (string Field, string Value)[] written)
    {
        await leader.SeeAsync($".form-actions button:has-text('{step}')");
        await leader.FillInAsync(written);
        await leader.SendAsync();
        await leader.SeeNoneAsync($".form-actions button:has-text('{step}')");
    }

    static async Task FillAsync(IPage worker)
    {
        await worker.StatusAsync("执行中");
        await worker.ChooseAsync("main a[href$='/team']");
        foreach (var (role, name) in new[] { ("CommunityWorker", "钱社干"), ("PoliceOfficer", "孙警官"), ("MedicalWorker", "李医生"), ("Volunteer", "周志愿") })
        {
            await worker.FillInAsync(("Role", role), ("Name", name), ("From", Newcomers.Ago(20)));
            await worker.SendAsync();
            await worker.SeeAsync($".list tr:has-text('{name}')");
        }
        // No family, and no reason why: refused.
        await worker.FillInAsync(("Role", "FamilyMember"));
        await worker.RefusedAsync("家庭");
        await worker.FillInAsync(("NoFamilyReason", "away"));
        await worker.SendAsync();
        await worker.StatusAsync("已配齐");
    }

    static async Task LeaveAsync(IPage worker)
    {
        await worker.ChooseAsync(".list tr:has-text('李医生') a[href*='leave=']");
        await worker.FillInAsync(("Leave.On", Newcomers.Ago(1)));
        await worker.SendAsync();
        await worker.StatusAsync("缺：社区医务人员");
        await worker.FillInAsync(("Role", "MedicalWorker"), ("Name", "吴医生"), ("Phone", "13800000000"));
        await worker.SendAsync();
        await worker.StatusAsync("已配齐");
        await worker.ChooseAsync(".list tr:has-text('周志愿') a[href*='annul=']");
        await worker.FillInAsync(("Annul.Reason", "录入有误"));
        await worker.SendAsync();
        await worker.SeeAsync(".list tr:has-text('周志愿')", "录入有误");
    }

    static async Task LowerAsync(IPage worker, string client)
    {
        foreach (var level in new[] { "High", "Low" })
        {
            await worker.GotoAsync(client);
            await worker.ClickAsync(".client-hero .more summary");
            await worker.ChooseAsync($"a[href='{client}/risk']");
            await worker.FillInAsync(("Factors", "underMeasure"), ("Level", level), ("Note", "近况平稳，家庭支持较好。"));
            await worker.SendAsync();
            await worker.SeeAsync(".hero h1", "高风险");
        }
        await worker.SeeAsync(".said", "第二人确认");
    }

    static async Task RefuseAsync(IPage head, string client)
    {
        await head.GotoAsync("/risk-changes");
        await head.ClickAsync(".list a:has-text('岳小组')");
        await head.ChooseAsync(".verbs a[href$='?do=refuse']");
        await head.RefusedAsync("理由");
        await head.FillInAsync(("Reason", "上周刚失业，暂不调低。"));
        await head.SendAsync();
        await head.SeeNoneAsync(".list a:has-text('岳小组')");
    }
}
