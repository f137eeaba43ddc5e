using System.Net;
using System.Text;
using Homeward.Domain.Supervision;
using Homeward.Web.Tests.Hosting;
using Homeward.Web.Tests.Papers;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>The work team of a measure through the front door: set up, complete or not, changed, told in the timeline and named in the agreement.</summary>
public abstract class TeamTests(Home home)
{
    static readonly (TeamRole Role, string Name)[] Four = [(TeamRole.CommunityWorker, "专职甲"), (TeamRole.PoliceOfficer, "民警乙"), (TeamRole.MedicalWorker, "医生丙"), (TeamRole.Volunteer, "志愿丁")];

    [Fact]
    public async Task A_street_office_sets_the_team_up_and_sees_when_it_is_complete()
    {
        var (client, measure) = await RunningAsync();
        var browser = await home.SignedInAsync("street");
        Assert.Contains("工作小组未配齐", await browser.GetStringAsync($"/measures/{measure}"), StringComparison.Ordinal);

        foreach (var (role, name) in Four)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await JoinAsync(browser, measure, role, name)).StatusCode);
        }
        Assert.Contains("缺：家庭成员", await browser.GetStringAsync($"/measures/{measure}"), StringComparison.Ordinal);
        await JoinAsync(browser, measure, TeamRole.FamilyMember, "", reason: "away");

        Assert.Contains("工作小组已配齐", await browser.GetStringAsync($"/measures/{measure}"), StringComparison.Ordinal);
        var page = await browser.GetStringAsync($"/measures/{measure}/team");
        Assert.All((string[])["民警乙", "无：居住外地", "员工worker", "138****0001"], word => Assert.Contains(word, page, StringComparison.Ordinal));
        var timeline = await (await home.SignedInAsync("worker")).GetStringAsync($"/people/{client}?tab=timeline");
        Assert.All((string[])["工作小组：社区民警加入", "工作小组：记录无家庭成员", $"/measures/{measure}/team"], line => Assert.Contains(line, timeline, StringComparison.Ordinal));
        Assert.Equal(5, await home.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.ClientId == client && entry.Act == "team.join")));
    }

    [Fact]
    public async Task Who_leaves_stays_on_record_and_the_place_is_empty_from_the_next_day()
    {
        var (client, measure) = await RunningAsync();
        var browser = await home.SignedInAsync("worker");
        await JoinAsync(browser, measure, TeamRole.MedicalWorker, "医生丙");
        var member = await home.WithDbAsync(db => db.TeamMembers.Where(found => found.MeasureId == measure).Select(found => found.Id).SingleAsync());

        var refused = await browser.SendFormAsync($"/measures/{measure}/team?leave={member}", "leave", new() { ["Leave.On"] = "2026-05-01" });
        Assert.Contains("早于", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendFormAsync($"/measures/{measure}/team?leave={member}", "leave", new() { ["Leave.On"] = "2026-11-22" })).StatusCode);

        Assert.Contains("缺：社区医务人员", await browser.GetStringAsync($"/measures/{measure}/team"), StringComparison.Ordinal);
        Assert.Contains("医生丙", await browser.GetStringAsync($"/measures/{measure}/team"), StringComparison.Ordinal);
        Assert.Contains("工作小组：社区医务人员退出", await browser.GetStringAsync($"/people/{client}?tab=timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_place_keeps_what_was_typed_and_writes_nothing()
    {
        var (_, measure) = await RunningAsync();
        var browser = await home.SignedInAsync("worker");

        var nobody = WebUtility.HtmlDecode(await (await JoinAsync(browser, measure, TeamRole.PoliceOfficer, "")).Content.ReadAsStringAsync());
        var early = WebUtility.HtmlDecode(await (await JoinAsync(browser, measure, TeamRole.PoliceOfficer, "民警乙", from: "2025-01-01")).Content.ReadAsStringAsync());
        var tooShort = WebUtility.HtmlDecode(await (await JoinAsync(browser, measure, TeamRole.PoliceOfficer, "民警乙", phone: "12")).Content.ReadAsStringAsync());

        Assert.Contains("请填写姓名", nobody, StringComparison.Ordinal);
        Assert.Contains("value=\"民警乙\"", early, StringComparison.Ordinal);
        Assert.Contains("data-form-errors", tooShort, StringComparison.Ordinal);
        Assert.False(await home.WithDbAsync(db => db.TeamMembers.AnyAsync(member => member.MeasureId == measure)));
    }

    [Fact]
    public async Task A_program_reads_and_fills_the_team_and_the_names_lie_sealed()
    {
        var (_, measure) = await RunningAsync();
        var api = home.Api("worker");
        var body = new { role = "familyMember", name = "母亲戊", phone = "13900000009", from = "2026-05-10" };

        var made = await api.PostAsync($"/measures/{measure}/team", body, "team-1");
        var again = await api.PostAsync($"/measures/{measure}/team", body, "team-1");
        var both = await api.PostAsync($"/measures/{measure}/team", new { role = "familyMember", noFamilyReason = "none", from = "2026-05-10" });
        var unknown = await api.PostAsync($"/measures/{measure}/team", new { role = "familyMember", noFamilyReason = "moon", from = "2026-05-10" });
        var team = await (await api.GetAsync($"/api/v1/measures/{measure}/team")).JsonAsync();

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (made.StatusCode, both.StatusCode, unknown.StatusCode));
        Assert.Contains("team.family-stands", await both.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(again.Headers.Contains("Idempotency-Replayed"));
        Assert.False(team.GetProperty("complete").GetBoolean());
        Assert.Equal(["communityWorker", "policeOfficer", "medicalWorker", "volunteer"], team.GetProperty("missing").EnumerateArray().Select(role => role.GetString()));
        var member = team.GetProperty("members").EnumerateArray().Single();
        Assert.Equal(("母亲戊", "139****0009"), (member.GetProperty("name").GetString(), member.GetProperty("phone").GetString()));
        Assert.DoesNotContain("母亲戊", await home.WithDbAsync(async db => Encoding.UTF8.GetString((await db.TeamMembers.Where(found => found.MeasureId == measure).Select(found => found.Name).SingleAsync())!.Bytes)), StringComparison.Ordinal);

        var id = member.GetProperty("id").GetGuid();
        var lost = await api.SendJsonAsync(HttpMethod.Post, $"/team-members/{id}/leave", new { on = "2026-11-20" }, ifMatch: "\"9\"");
        var left = await api.SendJsonAsync(HttpMethod.Post, $"/team-members/{id}/leave", new { on = "2026-11-20" }, ifMatch: made.Headers.ETag!.Tag);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "2026-11-20"), (lost.StatusCode, (await left.JsonAsync()).GetProperty("to").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await home.Api("stranger").GetAsync($"/api/v1/measures/{measure}/team")).StatusCode);
    }

    [Fact]
    public async Task The_agreement_names_the_team_and_the_team_moves_with_its_client()
    {
        var (client, measure) = await RunningAsync();
        var browser = await home.SignedInAsync("worker");
        await JoinAsync(browser, measure, TeamRole.PoliceOfficer, "民警乙");
        await JoinAsync(browser, measure, TeamRole.FamilyMember, "", reason: "refuses");

        var paper = await home.MakePaperAsync(browser, client, Domain.Papers.PaperKind.Agreement, []);
        Assert.Contains("小组成员：社区民警：民警乙、家庭成员：无（拒绝参加）", await PaperCalls.PrintedAsync(browser, paper.Id), StringComparison.Ordinal);

        await home.Api("worker").PostAsync($"/measures/{measure}/transfer", new { on = "2026-11-10", placeId = home.World.Units["streetB"].Id, reason = "movedHome", documentNumber = "函1" });
        var transfer = await home.WithDbAsync(db => db.IncomingTransfers.Where(found => found.MeasureId == measure).Select(found => found.Id).SingleAsync());
        await home.Api("neighbour").PostAsync($"/transfers/{transfer}/accept", new { on = "2026-11-11" });
        await home.Api("neighbour").PostAsync($"/transfers/{transfer}/receive", new { on = "2026-11-12" });
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/measures/{measure}/team")).StatusCode);
        Assert.Contains("民警乙", await (await home.SignedInAsync("neighbour")).GetStringAsync($"/measures/{measure}/team"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_member_is_annulled_with_a_reason_stays_in_sight_and_the_place_is_empty()
    {
        var (client, measure) = await RunningAsync();
        var browser = await home.SignedInAsync("worker");
        await JoinAsync(browser, measure, TeamRole.FamilyMember, "", reason: "away");
        var member = await home.WithDbAsync(db => db.TeamMembers.Where(found => found.MeasureId == measure).Select(found => found.Id).SingleAsync());
        var page = $"/measures/{measure}/team?annul={member}";

        Assert.Contains("请写明登记错误的原因", WebUtility.HtmlDecode(await (await browser.SendFormAsync(page, "annul", new() { ["Annul.Reason"] = " " })).Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendFormAsync(page, "annul", new() { ["Annul.Reason"] = "母亲其实在沪" })).StatusCode);

        Assert.Contains("2026-11-23 作废：母亲其实在沪", await browser.GetStringAsync($"/measures/{measure}/team"), StringComparison.Ordinal);
        Assert.Contains("缺：家庭成员", await browser.GetStringAsync($"/measures/{measure}"), StringComparison.Ordinal);
        Assert.Contains("已作废", await browser.GetStringAsync($"/people/{client}?tab=timeline"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await JoinAsync(browser, measure, TeamRole.FamilyMember, "母亲戊")).StatusCode);
        var again = await home.Api("worker").PostAsync($"/team-members/{member}/annul", new { reason = "误登" });
        Assert.Contains("team.already-annulled", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Api("stranger").PostAsync($"/team-members/{member}/annul", new { reason = "误登" })).StatusCode);
        Assert.DoesNotContain("母亲其实在沪", await home.WithDbAsync(async db => Encoding.UTF8.GetString((await db.TeamMembers.Where(found => found.Id == member).Select(found => found.AnnulReason).SingleAsync())!.Bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_that_was_complete_when_the_measure_ended_is_complete_everywhere()
    {
        var (_, measure) = await RunningAsync();
        var browser = await home.SignedInAsync("worker");
        foreach (var (role, name) in Four)
        {
            await JoinAsync(browser, measure, role, name);
        }
        await JoinAsync(browser, measure, TeamRole.FamilyMember, "", reason: "away");
        await home.Api("leader").PostAsync($"/measures/{measure}/terminate", new { on = "2026-11-19", reason = "died", documentNumber = "终1" });
        var member = await home.WithDbAsync(db => db.TeamMembers.Where(found => found.MeasureId == measure && found.Role == TeamRole.Volunteer).Select(found => found.Id).SingleAsync());
        await home.Api("worker").PostAsync($"/team-members/{member}/leave", new { on = "2026-11-20" });

        Assert.Contains("工作小组已配齐", await browser.GetStringAsync($"/measures/{measure}"), StringComparison.Ordinal);
        Assert.Contains("工作小组已配齐", await browser.GetStringAsync($"/measures/{measure}/team"), StringComparison.Ordinal);
        Assert.True((await (await home.Api("worker").GetAsync($"/api/v1/measures/{measure}/team")).JsonAsync()).GetProperty("complete").GetBoolean());
    }

    static Task<HttpResponseMessage> JoinAsync(HttpClient browser, Guid measure, TeamRole role, string name, string reason = "", string from = "2026-05-12", string phone = "13800000001") =>
        browser.SendFormAsync($"/measures/{measure}/team", "join", new() { ["Input.Role"] = $"{role}", ["Input.Name"] = name, ["Input.Phone"] = phone, ["Input.From"] = from, ["Input.NoFamilyReason"] = reason });

    async Task<(Guid Client, Guid Measure)> RunningAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA", "小组人");
        return (client, await home.NewMeasureAsync("worker", client));
    }
}

public sealed class TeamsOnSqlite(SqliteHome home) : TeamTests(home), IClassFixture<SqliteHome>;

public sealed class TeamsOnPostgres(PostgresHome home) : TeamTests(home), IClassFixture<PostgresHome>;
