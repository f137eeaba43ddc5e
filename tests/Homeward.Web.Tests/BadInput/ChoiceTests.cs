using System.Net;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.BadInput;

/// <summary>A number that a browser posts where a choice is asked for: only what the list has is kept, for nobody could read the record any more.</summary>
public abstract class ChoiceTests(Home home)
{
    [Theory]
    [InlineData("99")]
    [InlineData("-1")]
    public async Task A_unit_of_no_level_is_refused_and_the_units_stay_readable(string level)
    {
        var answer = await (await home.SignedInAsync("office")).SendFormAsync("/organisation/new", "unit", new() { ["Input.Code"] = $"x{level}", ["Input.Name"] = "无此级别", ["Input.Level"] = level });

        await AssertRefusedAsync(answer);
        Assert.False(await home.WithDbAsync(db => db.Units.AnyAsync(unit => unit.Name == "无此级别")));
        Assert.Equal(HttpStatusCode.OK, (await home.Api("office").GetAsync("/api/v1/units")).StatusCode);
    }

    [Fact]
    public async Task A_grant_of_no_role_is_refused_and_the_account_can_still_be_used()
    {
        var answer = await (await home.SignedInAsync("security")).SendFormAsync("/grants", "grant", new()
        {
            ["Input.AccountId"] = home.World.Accounts["peer"].Id.ToString(),
            ["Input.Role"] = "99",
            ["Input.UnitId"] = home.World.Units["pointA"].Id.ToString(),
            ["Input.Purpose"] = "casework",
            ["Input.ValidFrom"] = "2026-11-20",
        });

        await AssertRefusedAsync(answer);
        Assert.Equal(HttpStatusCode.OK, (await (await home.SignedInAsync("peer")).GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task An_act_of_no_issuing_body_and_a_risk_of_no_level_are_refused()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        var browser = await home.SignedInAsync("worker");

        await AssertRefusedAsync(await browser.SendFormAsync($"/measures/{measure}?do=DualControl", "act", new() { ["Input.On"] = "2026-11-20", ["Input.Reason"] = "other", ["Input.Issuer"] = "77" }));
        await AssertRefusedAsync(await browser.SendFormAsync($"/people/{client}/risk", "risk", new() { ["Input.On"] = "2026-11-20", ["Input.Level"] = "7", ["Input.Reason"] = "periodic", ["Input.Note"] = "家访所见" }));

        Assert.False(await home.WithDbAsync(async db => await db.MeasureActs.AnyAsync(act => act.MeasureId == measure) || await db.RiskRecords.AnyAsync(risk => risk.ClientId == client)));
    }

    static async Task AssertRefusedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("不是列表中的选项", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}

public sealed class ChoicesOnSqlite(SqliteHome home) : ChoiceTests(home), IClassFixture<SqliteHome>;

public sealed class ChoicesOnPostgres(PostgresHome home) : ChoiceTests(home), IClassFixture<PostgresHome>;
