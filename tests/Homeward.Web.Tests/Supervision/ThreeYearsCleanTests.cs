using System.Net;
using System.Text.Json;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>What stands against three years without relapse, and what takes them away again (R1.56, R7.1).</summary>
public abstract class ThreeYearsCleanTests(Home home)
{
    [Fact]
    public async Task An_open_positive_stands_in_the_way_with_a_sentence_until_it_is_confirmed_or_overturned()
    {
        var client = await FoundAsync();
        await PositiveAsync(client, "2026-11-18");

        var refused = await ApplyAsync(client);

        Assert.Equal("supervision.clean-not-reached", await RuleAsync(refused));
        Assert.Contains("有未确认的初筛阳性", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["openPositive"], (await LookAsync(client)).GetProperty("obstacles").EnumerateArray().Select(one => one.GetString()));
        Assert.Contains("有未确认的初筛阳性", WebUtility.HtmlDecode(await (await home.SignedInAsync("head")).GetStringAsync($"/people/{client}/three-years-clean")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_use_confirmed_after_the_certificate_takes_it_away_and_the_years_count_anew()
    {
        var client = await CertifiedAsync();
        Assert.Equal("supervision.certified-already", await RuleAsync(await ApplyAsync(client)));
        Assert.Equal(1, await home.WithDbAsync(db => db.CleanCertifications.CountAsync(found => found.ClientId == client)));
        var screen = await PositiveAsync(client, "2026-11-12");
        Assert.True(await IsCleanAsync(client));

        await ConfirmAsync(screen);

        Assert.False(await IsCleanAsync(client));
        Assert.Equal("2029-11-12", (await LookAsync(client)).GetProperty("fullOn").GetString());
        Assert.Equal("supervision.clean-not-reached", await RuleAsync(await ApplyAsync(client)));
    }

    [Fact]
    public async Task An_application_on_the_day_of_a_refusal_is_the_one_that_goes_on()
    {
        var client = await FoundAsync();
        await ApplyAsync(client);
        await StepAsync(client, "refuse", new { on = "2026-11-02", reason = "材料不全" });

        Assert.Equal("applied", (await (await ApplyAsync(client)).JsonAsync()).GetProperty("step").GetString());
        Assert.Equal("supervision.certification-open", await RuleAsync(await ApplyAsync(client)));
        Assert.Equal("seriesChecked", (await StepAsync(client, "next", new { on = "2026-11-02" })).GetProperty("step").GetString());
        Assert.Equal(2, await home.WithDbAsync(db => db.CleanCertifications.CountAsync(found => found.ClientId == client)));
    }

    async Task<Guid> FoundAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA", "认定人");
        await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "LT3", orderedOn = "2023-10-01" });
        return client;
    }

    async Task<Guid> CertifiedAsync()
    {
        var client = await FoundAsync();
        await ApplyAsync(client);
        foreach (var paper in new string?[] { null, "公安1", "认定1" })
        {
            await StepAsync(client, "next", new { on = "2026-11-04", documentNumber = paper, issuedBy = "虹口分局" });
        }
        Assert.True(await IsCleanAsync(client));
        return client;
    }

    Task<HttpResponseMessage> ApplyAsync(Guid client) => home.Api("head").PostAsync($"/people/{client}/three-years-clean/apply", new { on = "2026-11-02" });

    async Task<JsonElement> LookAsync(Guid client) => await (await home.Api("head").GetAsync($"/api/v1/people/{client}/three-years-clean")).JsonAsync();

    async Task<JsonElement> StepAsync(Guid client, string verb, object body)
    {
        var version = (await LookAsync(client)).GetProperty("version").GetInt32();
        var answer = await home.Api("head").SendJsonAsync(HttpMethod.Post, $"/people/{client}/three-years-clean/{verb}", body, ifMatch: $"\"{version}\"");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    async Task<Guid> PositiveAsync(Guid client, string on)
    {
        var screen = Guid.CreateVersion7();
        var answer = await home.Api("worker").PostAsync($"/screens/{screen}/record", new { personId = client, on, result = "positivePreliminary", firstTester = "甲", secondTester = "乙", collector = "丙", collectorSex = "male", sampleA = "A1", sampleB = "B1" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return screen;
    }

    async Task ConfirmAsync(Guid screen)
    {
        var answer = await home.Api("worker").PostAsync($"/screens/{screen}/confirm", new { });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    Task<bool> IsCleanAsync(Guid client) => home.WithDbAsync(db => db.Clients.Where(found => found.Id == client).Select(found => found.IsThreeYearsClean).SingleAsync());

    /// <summary>The rule that stood against it; null where it was taken.</summary>
    static async Task<string?> RuleAsync(HttpResponseMessage answer) =>
        (await answer.JsonAsync()).TryGetProperty("rules", out var rules) ? rules[0].GetProperty("code").GetString() : null;
}

public sealed class ThreeYearsCleanOnSqlite(SqliteHome home) : ThreeYearsCleanTests(home), IClassFixture<SqliteHome>;

public sealed class ThreeYearsCleanOnPostgres(PostgresHome home) : ThreeYearsCleanTests(home), IClassFixture<PostgresHome>;
