using System.Net;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>The receipt goes from the gate to the door: whether the family is willing, and when the person was at home (R3.8, R3.9).</summary>
public abstract class ReleaseArrivalTests(Home home)
{
    [Fact]
    public async Task Who_came_home_is_told_to_both_sides_and_who_took_over_to_the_unit_alone()
    {
        var (client, release) = await ReceivedAsync("到家人");
        var worker = await home.SignedInAsync("worker");

        await worker.SendFormAsync($"/releases/{release}/receive?do=arrive", "step", new() { ["Input.On"] = "2026-11-23", ["Input.At"] = "11:05", ["Input.TakenOverBy"] = "方母" });

        Assert.Matches("到家</b>\\s*<span class=\"num\">2026-11-23</span>\\s*<span class=\"sub\">\\s*11:05 · 接收人 方母", await worker.GetStringAsync($"/releases/{release}"));
        Assert.Contains("到家", await worker.GetStringAsync($"/people/{client}?tab=timeline"), StringComparison.Ordinal);
        var told = await (await home.SignedInAsync("liaison")).GetStringAsync($"/releases/{release}");
        Assert.Contains("11:05", told, StringComparison.Ordinal);
        Assert.DoesNotContain("方母", told, StringComparison.Ordinal);
        Assert.All(await ChecksAsync(release), check => Assert.Equal(Settlement.Fulfilled, check.Settlement));
    }

    [Fact]
    public async Task The_familys_will_is_kept_and_an_arrival_before_the_gate_is_refused()
    {
        var (_, release) = await ReceivedAsync("到家乙");
        var api = home.Api("worker");

        var early = await api.PostAsync($"/releases/{release}/arrive", new { on = "2026-11-23", at = "09:00" });
        var day = await api.PostAsync($"/releases/{release}/arrive", new { on = "2026-11-22" });
        Assert.All(await ChecksAsync(release), check => Assert.Null(check.Settlement));
        var arrived = await (await api.PostAsync($"/releases/{release}/arrive", new { on = "2026-11-23", at = "10:00" })).JsonAsync();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (early.StatusCode, day.StatusCode));
        Assert.Contains("出所交接时间 09:30", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(("2026-11-23", "unwilling"), (arrived.GetProperty("arrivedOn").GetString(), arrived.GetProperty("family").GetString()));
        Assert.Contains("家属：不愿接纳", await (await home.SignedInAsync("worker")).GetStringAsync($"/releases/{release}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_the_api_what_is_not_named_stays_and_what_was_never_so_is_emptied()
    {
        var (_, release) = await ReceivedAsync("到家丙");
        var api = home.Api("worker");
        await api.PostAsync($"/releases/{release}/arrive", new { on = "2026-11-23", at = "10:00", takenOverBy = "方母" });

        await api.PostAsync($"/releases/{release}/arrive", new { on = "2026-11-23", at = "10:20" });
        Assert.Equal(("10:20:00", true), await ToldAsync(release));
        await api.PostAsync($"/releases/{release}/arrive", new { on = "2026-11-23" });
        Assert.Equal(("10:20:00", true), await ToldAsync(release));
        await api.PostAsync($"/releases/{release}/arrive", new { on = "2026-11-23", clear = new[] { "takenOverBy", "at" } });
        Assert.Equal((null, false), await ToldAsync(release));
    }

    [Fact]
    public async Task What_is_arranged_is_changed_piece_by_piece()
    {
        var client = await home.NewClientAsync("worker", "pointA", "安排人");
        var release = await home.NewReleaseAsync("pointA", "安排人", "2026-11-30");
        var api = home.Api("worker");
        await api.PostAsync($"/releases/{release}/accept", new { on = "2026-11-23" });
        await api.PostAsync($"/releases/{release}/link", new { personId = client, samePerson = true });
        await api.PostAsync($"/releases/{release}/prepare", new { on = "2026-11-23", needs = new[] { "housing" }, collectMode = "family", collector = "方叔", family = "unwilling" });

        var answer = await api.PostAsync($"/releases/{release}/prepare", new { on = "2026-11-23", family = "willing" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var changed = await answer.JsonAsync();
        Assert.Equal(("willing", "family", "housing"), (changed.GetProperty("family").GetString(), changed.GetProperty("collectMode").GetString(), changed.GetProperty("needs")[0].GetString()));
        Assert.True(await home.WithDbAsync(db => db.CentreReleases.AnyAsync(found => found.Id == release && found.Collector != null)));
        var emptied = await (await api.PostAsync($"/releases/{release}/prepare", new { on = "2026-11-23", clear = new[] { "family", "needs" } })).JsonAsync();
        Assert.Equal((0, false, "family"), (emptied.GetProperty("needs").GetArrayLength(), emptied.TryGetProperty("family", out var family) && family.ValueKind != System.Text.Json.JsonValueKind.Null, emptied.GetProperty("collectMode").GetString()));
        Assert.Equal("release.collector-missing", (await (await api.PostAsync($"/releases/{release}/prepare", new { on = "2026-11-23", clear = new[] { "collector" } })).JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
    }

    Task<(string? At, bool IsNamed)> ToldAsync(Guid release) => home.WithDbAsync(async db =>
    {
        var found = await db.CentreReleases.AsNoTracking().SingleAsync(one => one.Id == release);
        return (found.ArrivedAt is { } at ? $"{at:HH:mm:ss}" : null, found.TakenOverBy is not null);
    });

    async Task<(Guid Client, Guid Release)> ReceivedAsync(string name)
    {
        var client = await home.NewClientAsync("worker", "pointA", name);
        var release = await home.NewReleaseAsync("pointA", name, "2026-11-23");
        foreach (var (verb, body) in new (string, object)[]
        {
            ("accept", new { on = "2026-11-23" }), ("link", new { personId = client }), ("prepare", new { on = "2026-11-23", needs = new[] { "housing" }, collectMode = "family", collector = "方叔", family = "unwilling" }),
            ("receive", new { on = "2026-11-23", at = "09:30", collectMode = "family", collector = "方叔", receivedBy = "林晓雯" }),
        })
        {
            var answer = await home.Api("worker").PostAsync($"/releases/{release}/{verb}", body);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
        return (client, release);
    }

    Task<List<Obligation>> ChecksAsync(Guid release) => home.WithDbAsync(db =>
        db.Obligations.AsNoTracking().Where(due => due.NaturalKey.Contains(release.ToString()) && due.Kind == ObligationKind.ArrivalCheck).ToListAsync());
}

public sealed class ReleaseArrivalOnSqlite(SqliteHome home) : ReleaseArrivalTests(home), IClassFixture<SqliteHome>;

public sealed class ReleaseArrivalOnPostgres(PostgresHome home) : ReleaseArrivalTests(home), IClassFixture<PostgresHome>;
