using System.Globalization;
using System.Net;
using System.Text.Json;
using Homeward.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;

namespace Homeward.Web.Tests.Supervision;

/// <summary>A limit in a year whose holidays are not announced, where the place rolls limits to a working day (rules R1.49): marked as provisional, and nobody is in breach on it.</summary>
public abstract class ProvisionalTests(Home home)
{
    [Fact]
    public async Task A_limit_beyond_the_announced_holidays_is_marked_provisional_and_raises_no_breach_and_an_earlier_one_does()
    {
        home.Clock.SetUtcNow(DateTimeOffset.Parse("2026-12-22T02:00:00Z", CultureInfo.InvariantCulture));
        var (unknown, known) = (await ServedAsync("2026-12-20"), await ServedAsync("2026-12-10"));

        var (later, sooner) = (await StateAsync(unknown), await StateAsync(known));
        Assert.Equal(("2027-01-04", "2026-12-25"), (later.GetProperty("reportBy").GetString(), sooner.GetProperty("reportBy").GetString()));
        Assert.Equal(["report"], Provisional(later));
        Assert.Empty(Provisional(sooner));
        var browser = await home.SignedInAsync("worker");
        Assert.Equal((2, 0), (await MarksAsync(browser, unknown, "节假日安排未公布，期限为暂定"), await MarksAsync(browser, known, "节假日安排未公布，期限为暂定")));
        await browser.SendFormAsync($"/measures/{unknown}", "/preferences/culture", new() { ["culture"] = "en" }, "/preferences/culture");
        Assert.Equal((2, 0), (await MarksAsync(browser, unknown, "Provisional: holidays not announced yet"), await MarksAsync(browser, known, "Provisional: holidays not announced yet")));

        home.Clock.SetUtcNow(DateTimeOffset.Parse("2027-01-20T02:00:00Z", CultureInfo.InvariantCulture));
        Assert.Equal(("ordered", "overdueUnconfirmed"), (await StatusAsync(unknown), await StatusAsync(known)));
        var leader = await home.SignedInAsync("leader");
        Assert.Equal((false, true), (await MarksAsync(leader, unknown, "逾期待核实") > 0, await MarksAsync(leader, known, "逾期待核实") > 0));
        Assert.Contains("supervision.not-overdue", await ConfirmAsync(unknown, HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
        await ConfirmAsync(known, HttpStatusCode.OK);
    }

    async Task<Guid> ServedAsync(string on)
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var answer = await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CDT", orderedOn = "2026-12-08", servedOn = on });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    async Task<string> ConfirmAsync(Guid measure, HttpStatusCode expected)
    {
        var answer = await home.Api("leader").PostAsync($"/measures/{measure}/confirmOverdue", new { on = "2027-01-19" });
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, text);
        return text;
    }

    async Task<JsonElement> StateAsync(Guid measure) => await (await home.Api("worker").GetAsync($"/api/v1/measures/{measure}")).JsonAsync();

    async Task<string?> StatusAsync(Guid measure) => (await StateAsync(measure)).GetProperty("status").GetString();

    static string[] Provisional(JsonElement measure) => [.. measure.GetProperty("provisional").EnumerateArray().Select(limit => limit.GetString()!)];

    /// <summary>In the head of the record: in its tags, and at the limit itself.</summary>
    static async Task<int> MarksAsync(HttpClient browser, Guid measure, string words) => WebUtility.HtmlDecode(await browser.GetStringAsync($"/measures/{measure}")).Split(words).Length - 1;
}

/// <summary>A district that rolls its limits to a working day.</summary>
static class RollingLimits
{
    const string Layer = """
        {
          "name": "hongkou", "version": "1", "level": "district", "unit": "310109", "parent": "shanghai", "effectiveFrom": "2020-01-01", "title": { "zh-CN": "虹口", "en": "Hongkou" },
          "values": { "rollsToWorkingDay": { "value": true, "rule": "R1.49", "evidence": "PROPOSED" } }
        }
        """;

    public static void Write(IWebHostBuilder builder, string folder)
    {
        var policies = Directory.CreateDirectory(Path.Combine(folder, "policies")).FullName;
        File.WriteAllText(Path.Combine(policies, "hongkou.json"), Layer);
        builder.UseSetting("Homeward:Policies", policies);
    }
}

public sealed class RollingSqliteHome : SqliteHome
{
    protected override void Configure(IWebHostBuilder builder) => RollingLimits.Write(builder, Folder);
}

public sealed class RollingPostgresHome : PostgresHome
{
    protected override void Configure(IWebHostBuilder builder) => RollingLimits.Write(builder, Folder);
}

public sealed class ProvisionalOnSqlite(RollingSqliteHome home) : ProvisionalTests(home), IClassFixture<RollingSqliteHome>;

public sealed class ProvisionalOnPostgres(RollingPostgresHome home) : ProvisionalTests(home), IClassFixture<RollingPostgresHome>;
