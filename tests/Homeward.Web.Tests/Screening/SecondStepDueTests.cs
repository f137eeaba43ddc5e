using System.Net;
using Homeward.Web.Tests.Hosting;

namespace Homeward.Web.Tests.Screening;

/// <summary>After a preliminary positive the client's page, what waits for others and the API say what comes next and from when.</summary>
public abstract class SecondStepDueTests(Home home)
{
    [Fact]
    public async Task A_preliminary_positive_stands_with_the_day_from_which_it_may_be_confirmed_until_it_is()
    {
        var (client, screen) = await PositiveAsync("2026-11-22");
        var due = "2026-11-26 起可以确认阳性";

        Assert.Contains(due, await ReadAsync($"/people/{client}"), StringComparison.Ordinal);
        Assert.Contains(due, await ReadAsync("/worklist/waiting"), StringComparison.Ordinal);
        Assert.Equal(("confirm", "2026-11-26"), await NextAsync(screen, "from"));

        var (settled, earlier) = await PositiveAsync("2026-11-12");
        Assert.Contains("2026-11-16 起可以确认阳性", await ReadAsync($"/people/{settled}"), StringComparison.Ordinal);
        await (await home.SignedInAsync("worker")).SendFormAsync($"/screening/{earlier}/change?do=confirm", "change", new() { ["Input.DocumentNumber"] = "检报2026-77" });
        Assert.Contains("检报2026-77", await ReadAsync($"/screening/{earlier}"), StringComparison.Ordinal);
        var (_, without) = await PositiveAsync("2026-11-11");
        Assert.Equal(HttpStatusCode.OK, (await home.Api("worker").SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/v1/screens/{without}/confirm"))).StatusCode);
        Assert.Contains("尚未登记", await ReadAsync($"/screening/{without}"), StringComparison.Ordinal);
        Assert.DoesNotContain("起可以确认阳性", await ReadAsync($"/people/{settled}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disputed_positive_stands_with_its_next_step_and_the_last_day_of_it()
    {
        var (client, screen) = await PositiveAsync("2026-11-20");
        await home.Api("worker").PostAsync($"/screens/{screen}/dispute", new { step = "requested", on = "2026-11-22" });
        var due = "下一步：公安机关同意送检，期限 2026-11-25";

        var page = await ReadAsync($"/people/{client}");
        Assert.Contains(due, page, StringComparison.Ordinal);
        Assert.Contains($"/screening/{screen}/dispute", page, StringComparison.Ordinal);
        Assert.Contains(due, await ReadAsync("/worklist/waiting"), StringComparison.Ordinal);
        Assert.Equal(("dispute", "2026-11-25"), await NextAsync(screen, "by"));
    }

    [Fact]
    public async Task What_was_not_told_on_the_spot_is_to_be_told_and_the_days_to_ask_run_from_that_day()
    {
        var (client, screen) = await PositiveAsync("2026-11-12", new { toldOnSpot = false });
        Assert.Contains("告知检测结果并补登告知日期", await ReadAsync($"/people/{client}"), StringComparison.Ordinal);
        Assert.Contains("告知检测结果并补登告知日期", await ReadAsync("/worklist/waiting"), StringComparison.Ordinal);
        var early = await home.Api("worker").PostAsync($"/screens/{screen}/confirm", new { });
        Assert.Equal("screening.result-untold", (await early.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());

        var told = await (await home.SignedInAsync("worker")).SendFormAsync($"/screening/{screen}/note", "note", new() { ["Input.SealedOn"] = "2026-11-12", ["Input.KeptAt"] = "冷藏柜", ["Input.ToldOnSpot"] = "false", ["Input.ResultToldOn"] = "2026-11-21" });

        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        Assert.Contains("2026-11-25 起可以确认阳性", await ReadAsync($"/people/{client}"), StringComparison.Ordinal);
        Assert.Equal(("confirm", "2026-11-25"), await NextAsync(screen, "from"));
        Assert.Equal("screening.still-time", (await (await home.Api("worker").PostAsync($"/screens/{screen}/confirm", new { })).JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, (await home.Api("worker").PostAsync($"/screens/{screen}/dispute", new { step = "requested", on = "2026-11-23" })).StatusCode);
    }

    async Task<string> ReadAsync(string path) => WebUtility.HtmlDecode(await (await home.SignedInAsync("worker")).GetStringAsync(path));

    async Task<(string? Kind, string? Day)> NextAsync(Guid screen, string day)
    {
        var next = (await (await home.Api("worker").GetAsync($"/api/v1/screens/{screen}")).JsonAsync()).GetProperty("next");
        return (next.GetProperty("kind").GetString(), next.GetProperty(day).GetString());
    }

    async Task<(Guid Client, Guid Screen)> PositiveAsync(string on, object? spot = null)
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", client);
        var answer = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", new
        {
            personId = client, on, result = "positivePreliminary", readings = new { morphine = "positive" }, firstTester = "林晓雯", secondTester = "周建平", collector = "王警官", collectorSex = "male", sampleA = "A1", sampleB = "B1", spot,
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (client, (await answer.JsonAsync()).GetProperty("id").GetGuid());
    }
}

public sealed class SecondStepsDueOnSqlite(SqliteHome home) : SecondStepDueTests(home), IClassFixture<SqliteHome>;

public sealed class SecondStepsDueOnPostgres(PostgresHome home) : SecondStepDueTests(home), IClassFixture<PostgresHome>;
