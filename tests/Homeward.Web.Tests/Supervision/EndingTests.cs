using System.Net;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>How a measure ends: on whose decision, and what its dossier lacks when it is archived (R1.40, R3.4).</summary>
public abstract class EndingTests(Home home)
{
    [Theory]
    [InlineData("imprisoned")]
    [InlineData("isolation")]
    [InlineData("compulsoryEducation")]
    [InlineData("decisionRevoked")]
    public async Task What_somebody_decided_rests_on_the_number_of_the_decision(string reason)
    {
        var (_, measure) = await RunningAsync();
        var worker = await home.SignedInAsync("worker");
        var page = $"/measures/{measure}?do=Terminate";

        var refused = await worker.SendFormAsync(page, "act", new() { ["Input.On"] = "2026-11-20", ["Input.Reason"] = reason });
        Assert.Contains("须有司法、公安机关的决定：请填写文号", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var done = await worker.SendFormAsync(page, "act", new() { ["Input.On"] = "2026-11-20", ["Input.Reason"] = reason, ["Input.DocumentNumber"] = "决字1号" });

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(new DateOnly(2026, 11, 20), await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).Select(found => found.EndedOn).SingleAsync()));
    }

    [Fact]
    public async Task A_death_rests_on_no_decision_and_an_isolation_leads_to_its_own_measure()
    {
        var (_, died) = await RunningAsync();
        Assert.Equal(HttpStatusCode.OK, (await home.Api("worker").PostAsync($"/measures/{died}/terminate", new { on = "2026-11-20", reason = "died" })).StatusCode);
        var (client, measure) = await RunningAsync();
        await home.Api("worker").PostAsync($"/measures/{measure}/terminate", new { on = "2026-11-20", reason = "isolation", documentNumber = "强1" });
        var worker = await home.SignedInAsync("worker");
        var next = $"/people/{client}/measures/new?kind=Cid";

        Assert.Contains($"href=\"{next}\"", await worker.GetStringAsync($"/measures/{measure}"), StringComparison.Ordinal);
        Assert.DoesNotContain("measures/new?kind=Cid", await worker.GetStringAsync($"/measures/{died}"), StringComparison.Ordinal);
        Assert.Matches("value=\"Cid\"[^>]*checked", await worker.GetStringAsync(next));
    }

    [Fact]
    public async Task Who_archives_is_told_how_much_of_the_dossier_is_missing_and_is_not_stopped()
    {
        var (_, measure) = await RunningAsync();
        await home.Api("worker").PostAsync($"/measures/{measure}/terminate", new { on = "2026-11-20", reason = "died" });
        var worker = await home.SignedInAsync("worker");
        var page = $"/measures/{measure}?do=Archive";

        Assert.Matches("档案 \\d+ 项应有材料中还缺 \\d+ 项：", await worker.GetStringAsync(page));
        Assert.InRange(await worker.StatementsOfAsync(page), 1, 8);
        Assert.Equal(HttpStatusCode.Redirect, (await worker.SendFormAsync(page, "act", new() { ["Input.On"] = "2026-11-23", ["Input.DocumentNumber"] = "档1" })).StatusCode);
    }

    async Task<(Guid Client, Guid Measure)> RunningAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA", "结束人");
        return (client, await home.NewMeasureAsync("worker", client));
    }
}

public sealed class EndingsOnSqlite(SqliteHome home) : EndingTests(home), IClassFixture<SqliteHome>;

public sealed class EndingsOnPostgres(PostgresHome home) : EndingTests(home), IClassFixture<PostgresHome>;
