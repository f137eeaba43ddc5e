using System.Text.Json;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>Changes of place by their state, and the way on from one that was received.</summary>
public abstract class TransferLinksTests(Home home)
{
    [Fact]
    public async Task The_list_of_the_api_takes_a_state_page_by_page_and_refuses_one_that_is_none()
    {
        var (_, _, accepted) = await AskedAsync("已接收人");
        await home.Api("neighbour").PostAsync($"/transfers/{accepted}/accept", new { on = "2026-11-11" });
        var asked = new[] { (await AskedAsync("待接收人")).Transfer, (await AskedAsync("待接收人二")).Transfer };

        var one = await ListAsync("state=accepted");
        var first = await ListAsync("state=asked&limit=1");
        var second = await ListAsync($"state=asked&limit=1&after={first.GetProperty("next").GetString()}");

        Assert.All(States(one), state => Assert.Equal("accepted", state, ignoreCase: true));
        Assert.Contains(accepted, Ids(one));
        Assert.Equal(asked.Reverse(), Ids(first).Concat(Ids(second)));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await home.Api("neighbour").GetAsync("/api/v1/transfers?state=lost")).StatusCode);
        Assert.True((await home.Api("neighbour").GetAsync("/api/v1/releases?state=announced")).IsSuccessStatusCode);
        Assert.Contains("\"state\"", ParametersOf(await (await home.Api("neighbour").GetAsync("/openapi/v1.json")).JsonAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_a_case_that_was_received_the_client_the_measure_and_signing_anew_are_one_step_away()
    {
        var (client, measure, transfer) = await AskedAsync("迁居人");
        var there = await home.SignedInAsync("neighbour");
        Assert.DoesNotContain($"/people/{client}", await there.GetStringAsync($"/transfers/{transfer}"), StringComparison.Ordinal);
        await there.SendFormAsync($"/transfers/{transfer}?do=accept", "transfer", new() { ["Input.On"] = "2026-11-11" });
        await there.SendFormAsync($"/transfers/{transfer}?do=receive", "transfer", new() { ["Input.On"] = "2026-11-12", ["Input.StaffId"] = home.World.Staff["neighbour"].Id.ToString() });

        var page = await there.GetStringAsync($"/transfers/{transfer}");
        Assert.Contains($"href=\"/people/{client}\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/measures/{measure}?do=SignAnew\"", page, StringComparison.Ordinal);
        Assert.Contains("签订协议日期</dt><dd class=\"num\">2026-05-10</dd>", (await there.GetStringAsync($"/measures/{measure}")), StringComparison.Ordinal);
        await there.SendFormAsync($"/measures/{measure}?do=SignAnew", "act", new() { ["Input.On"] = "2026-11-13" });

        Assert.Contains("2026-11-13（重新签订；此前：2026-05-10）", System.Net.WebUtility.HtmlDecode(await there.GetStringAsync($"/measures/{measure}")), StringComparison.Ordinal);
        Assert.DoesNotContain("do=SignAnew", await there.GetStringAsync($"/transfers/{transfer}"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/people/{client}", await (await home.SignedInAsync("worker")).GetStringAsync("/transfers"), StringComparison.Ordinal);
    }

    async Task<JsonElement> ListAsync(string query)
    {
        var answer = await home.Api("neighbour").GetAsync($"/api/v1/transfers?{query}");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    static List<Guid> Ids(JsonElement list) => [.. list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];

    static List<string?> States(JsonElement list) => [.. list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("state").GetString())];

    static string ParametersOf(JsonElement document) => document.GetProperty("paths").EnumerateObject().Single(path => path.Name == "/api/v1/transfers").Value.GetProperty("get").GetProperty("parameters").GetRawText();

    async Task<(Guid Client, Guid Measure, Guid Transfer)> AskedAsync(string name)
    {
        var client = await home.NewClientAsync("worker", "pointA", name);
        var measure = await home.NewMeasureAsync("worker", client);
        await home.Api("worker").PostAsync($"/measures/{measure}/transfer", new { on = "2026-11-10", placeId = home.World.Units["streetB"].Id, reason = "movedHome", documentNumber = "函1" });
        return (client, measure, await home.WithDbAsync(db => db.IncomingTransfers.Where(found => found.MeasureId == measure).Select(found => found.Id).SingleAsync()));
    }
}

public sealed class TransferLinksOnSqlite(SqliteHome home) : TransferLinksTests(home), IClassFixture<SqliteHome>;

public sealed class TransferLinksOnPostgres(PostgresHome home) : TransferLinksTests(home), IClassFixture<PostgresHome>;
