using System.Net;
using Homeward.Domain.People;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Risk;

/// <summary>The first classification of a client: what goes below the suggestion a second person confirms (R2.33, R2.38).</summary>
public abstract class FirstRiskTests(Home home)
{
    [Fact]
    public async Task A_first_level_below_what_the_template_suggests_waits_and_until_then_there_is_none()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var browser = await home.SignedInAsync("worker");

        await browser.SendFormAsync($"/people/{client}/risk", "risk", new() { ["Input.Level"] = "Low", ["Input.On"] = "2026-11-23", ["Input.Reason"] = "periodic", ["Input.Factors"] = "selfHarm", ["Input.Note"] = "已住院治疗" });

        var change = await home.WithDbAsync(db => db.RiskRecords.Where(record => record.ClientId == client && record.State == RiskState.Waiting).Select(record => record.Id).SingleAsync());
        Assert.Null(await LevelAsync(client));
        Assert.Contains($"/risk-changes/{change}", await (await home.SignedInAsync("leader")).GetStringAsync("/risk-changes"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await home.Api("head").PostAsync($"/risk-changes/{change}/confirm", new { })).StatusCode);
        Assert.Equal(RiskLevel.Low, await LevelAsync(client));
    }

    [Fact]
    public async Task A_first_level_that_follows_the_suggestion_is_in_force_at_once()
    {
        var client = await home.NewClientAsync("worker", "pointA");

        await home.Api("worker").PostAsync($"/people/{client}/risk", new { level = "high", on = "2026-11-20", reason = "periodic", factors = new[] { "selfHarm" } });

        Assert.Equal(RiskLevel.High, await LevelAsync(client));
    }

    Task<RiskLevel?> LevelAsync(Guid client) => home.WithDbAsync(db => db.Clients.Where(found => found.Id == client).Select(found => found.Risk).SingleAsync());
}

public sealed class FirstRiskOnSqlite(SqliteHome home) : FirstRiskTests(home), IClassFixture<SqliteHome>;

public sealed class FirstRiskOnPostgres(PostgresHome home) : FirstRiskTests(home), IClassFixture<PostgresHome>;
