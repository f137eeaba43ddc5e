using System.Net;
using System.Text.Json;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Risk;

/// <summary>The factors are entered by the city's office, in versions that are never changed.</summary>
public abstract class RiskTemplateTests(Home home)
{
    [Fact]
    public async Task The_office_publishes_a_version_and_assessments_are_judged_by_the_one_in_force()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var before = await ExplainedAsync(client, "medium", "work");
        var office = await home.SignedInAsync("office");
        var page = await office.GetStringAsync("/risk-template/new");
        var fields = page.Split("name=\"Input.Factors[").Skip(1).Select(part => part[..part.IndexOf(']', StringComparison.Ordinal)]).Distinct().ToList();
        var form = new Dictionary<string, string?> { ["Input.Annex"] = "沪禁毒办〔2026〕9号", ["Input.EffectiveFrom"] = "2026-11-23", ["Input.MediumFrom"] = "10", ["Input.HighFrom"] = "30" };
        foreach (var row in fields)
        {
            (form[$"Input.Factors[{row}].Zh"], form[$"Input.Factors[{row}].En"], form[$"Input.Factors[{row}].Points"], form[$"Input.Factors[{row}].AtLeast"]) = ("", "", "", "");
        }
        (form["Input.Factors[0].Zh"], form["Input.Factors[0].En"], form["Input.Factors[0].Points"]) = ("无业", "No work", "10");
        (form["Input.Factors[1].Zh"], form["Input.Factors[1].En"], form["Input.Factors[1].Points"]) = ("独居", "Lives alone", "20");
        form["Input.Factors[0].Code"] = "work";
        form["Input.Factors[1].Code"] = "alone";

        var answer = await office.SendFormAsync("/risk-template/new", "template", form);

        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        var after = await ExplainedAsync(client, "high", "work", "alone");
        Assert.Equal("high", after.GetProperty("suggested").GetString());
        Assert.Equal(30, after.GetProperty("points").GetInt32());
        Assert.Contains("沪禁毒办〔2026〕9号", after.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        var history = (await (await home.Api("worker").GetAsync($"/api/v1/people/{client}/risk")).JsonAsync()).GetProperty("items");
        Assert.Equal(before.GetProperty("explanation").GetString(), history[1].GetProperty("explanation").GetString());
        Assert.Contains("独居", WebUtility.HtmlDecode(await (await home.SignedInAsync("worker")).GetStringAsync($"/people/{client}/risk")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("office", "city", "2026-11-22", 10, 20, "people.template-in-past")]
    [InlineData("office", "city", "2026-12-01", 20, 10, "people.template-bands-cross")]
    [InlineData("office", "city", "2026-12-01", 10, 99, "people.template-out-of-reach")]
    public async Task A_version_that_cannot_be_is_refused_with_its_rule(string user, string unit, string from, int medium, int high, string rule)
    {
        var answer = await home.Api(user).PostAsync("/risk-templates", Version(unit, from, medium, high));

        Assert.Equal(rule, (await answer.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("worker", "city", HttpStatusCode.Forbidden)]
    [InlineData("head", "organisation", HttpStatusCode.Forbidden)]
    [InlineData("office", "pointA", HttpStatusCode.NotFound)]
    public async Task Only_an_office_publishes_and_only_for_its_own_place(string user, string unit, HttpStatusCode status)
    {
        var answer = await home.Api(user).PostAsync("/risk-templates", Version(unit, "2026-12-01", 10, 20));

        Assert.Equal(status, answer.StatusCode);
        Assert.False(await home.WithDbAsync(db => db.RiskTemplates.AnyAsync(template => template.EffectiveFrom == new DateOnly(2026, 12, 1))));
    }

    object Version(string unit, string from, int medium, int high) => new
    {
        unitId = home.World.Units[unit].Id, annex = "试行办法", effectiveFrom = from, mediumFrom = medium, highFrom = high,
        factors = new[] { new { zh = "无业", en = "No work", points = 10 }, new { zh = "独居", en = "Lives alone", points = 20 } },
    };

    async Task<JsonElement> ExplainedAsync(Guid client, string level, params string[] factors)
    {
        var answer = await home.Api("worker").PostAsync($"/people/{client}/risk", new { level, on = "2026-11-23", reason = "periodic", note = "评定理由", factors });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }
}

public sealed class RiskTemplatesOnSqlite(SqliteHome home) : RiskTemplateTests(home), IClassFixture<SqliteHome>;

public sealed class RiskTemplatesOnPostgres(PostgresHome home) : RiskTemplateTests(home), IClassFixture<PostgresHome>;
