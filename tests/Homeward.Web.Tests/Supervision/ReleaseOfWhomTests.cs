using System.Net;
using Homeward.Domain.Supervision;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>Receiving ends an isolation: a release is tied to the file of the person whom it is about, and a wrong link is taken back before that.</summary>
public abstract class ReleaseOfWhomTests(Home home)
{
    [Fact]
    public async Task A_file_with_another_identity_number_is_refused_although_somebody_says_that_it_is_the_person()
    {
        var (client, _) = await home.NewIsolatedAsync();
        var release = await AcceptedAsync("隔离人", ApiCalls.NewNumber());
        var worker = await home.SignedInAsync("worker");

        var answer = await worker.SendFormAsync($"/releases/{release}/file", "link", new() { ["Link.ClientId"] = client.ToString(), ["Link.SamePerson"] = "true" });

        Assert.Contains("不是同一人", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("release.other-number", await RuleAsync(await LinkAsync(release, client, true)));
        Assert.Null(await FileAsync(release));
    }

    [Fact]
    public async Task Another_name_without_numbers_to_compare_is_confirmed_first()
    {
        var (client, _) = await home.NewIsolatedAsync();
        var release = await AcceptedAsync("曾用名人");

        Assert.Equal("release.other-name", await RuleAsync(await LinkAsync(release, client, false)));
        Assert.Equal(HttpStatusCode.OK, (await LinkAsync(release, client, true)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_link_is_taken_back_with_what_it_made_due_and_what_the_isolation_was_told()
    {
        var (wrong, isolation) = await home.NewIsolatedAsync();
        var (right, _) = await home.NewIsolatedAsync();
        var release = await AcceptedAsync("隔离人");
        await LinkAsync(release, wrong, false);
        await home.Api("worker").PostAsync($"/releases/{release}/visit", new { on = "2026-11-23", notes = "想回家" });
        Assert.Equal((1, 1), (await OwedAsync(release, wrong), await ToldAsync(isolation)));
        var worker = await home.SignedInAsync("worker");

        await worker.SendFormAsync($"/releases/{release}/file", "unlink", new() { ["Wrong.Reason"] = "同名不同人" });

        Assert.Null(await FileAsync(release));
        Assert.Equal((0, 0), (await OwedAsync(release, wrong), await ToldAsync(isolation)));
        Assert.Equal(HttpStatusCode.OK, (await LinkAsync(release, right, false)).StatusCode);
        Assert.Equal((1, right), (await OwedAsync(release, right), await home.WithDbAsync(db => db.ReleaseVisits.Where(visit => visit.ReleaseId == release).Select(visit => visit.ClientId).SingleAsync())));
    }

    [Fact]
    public async Task Who_was_received_is_not_untied()
    {
        var client = await home.NewClientAsync("worker", "pointA", "已接人");
        var release = await AcceptedAsync("已接人");
        await LinkAsync(release, client, false);
        await home.Api("worker").PostAsync($"/releases/{release}/receive", new { on = "2026-11-23", receivedBy = "林晓雯", collectMode = "alone" });

        var answer = await home.Api("worker").PostAsync($"/releases/{release}/unlink", new { reason = "对应错了" });

        Assert.Equal("release.wrong-state", await RuleAsync(answer));
        Assert.DoesNotContain("解除档案对应", await (await home.SignedInAsync("worker")).GetStringAsync($"/releases/{release}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_came_out_before_the_day_is_shown_with_the_real_one_and_nothing_is_arranged_on_a_day_to_come()
    {
        var client = await home.NewClientAsync("worker", "pointA", "早归人");
        var release = await AcceptedAsync("早归人");
        await LinkAsync(release, client, false);
        var api = home.Api("worker");
        Assert.Equal("release.in-future", await RuleAsync(await api.PostAsync($"/releases/{release}/prepare", new { on = "2030-01-01", collectMode = "alone" })));
        await api.PostAsync($"/releases/{release}/receive", new { on = "2026-11-23", receivedBy = "林晓雯", collectMode = "alone" });
        var worker = await home.SignedInAsync("worker");

        var page = await worker.GetStringAsync($"/releases/{release}");
        Assert.Matches("实际出所日期</dt><dd class=\"num\">2026-11-23</dd>", page);
        Assert.Matches("通报的出所日期</dt><dd class=\"num\">2026-12-04</dd>", page);
        Assert.Matches("早归人</a></th>\\s*<td[^>]*>2026-11-23<small>已接回</small>", await worker.GetStringAsync("/releases?state=Received"));
        Assert.Contains("登记到家后，系统不再提醒出所到位核查", await worker.GetStringAsync($"/releases/{release}/receive?do=arrive"), StringComparison.Ordinal);
    }

    async Task<Guid> AcceptedAsync(string name, string? number = null)
    {
        var release = await home.NewReleaseAsync("pointA", name, identityNumber: number);
        await home.Api("worker").PostAsync($"/releases/{release}/accept", new { on = "2026-11-23" });
        return release;
    }

    Task<HttpResponseMessage> LinkAsync(Guid release, Guid client, bool samePerson) => home.Api("worker").PostAsync($"/releases/{release}/link", new { personId = client, samePerson });

    static async Task<string?> RuleAsync(HttpResponseMessage answer) => (await answer.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString();

    Task<Guid?> FileAsync(Guid release) => home.WithDbAsync(db => db.CentreReleases.Where(found => found.Id == release).Select(found => found.ClientId).SingleAsync());

    Task<int> OwedAsync(Guid release, Guid client) =>
        home.WithDbAsync(db => db.Obligations.CountAsync(due => due.ClientId == client && due.NaturalKey.Contains(release.ToString()) && due.SettledOn == null));

    Task<int> ToldAsync(Guid isolation) =>
        home.WithDbAsync(db => db.MeasureActs.CountAsync(act => act.MeasureId == isolation && act.Kind == MeasureActKind.ReleaseAnnounced && act.AnnulledOn == null));
}

public sealed class ReleaseOfWhomOnSqlite(SqliteHome home) : ReleaseOfWhomTests(home), IClassFixture<SqliteHome>;

public sealed class ReleaseOfWhomOnPostgres(PostgresHome home) : ReleaseOfWhomTests(home), IClassFixture<PostgresHome>;
