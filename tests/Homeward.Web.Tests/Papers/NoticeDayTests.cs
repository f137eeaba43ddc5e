using System.Net;
using Homeward.Domain.Papers;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Papers;

/// <summary>What day and hour a notice of a screen may call for, and what a screen on a day of leave is asked.</summary>
public abstract class NoticeDayTests(Home home)
{
    [Theory]
    [InlineData("2020-01-01", "9:00", "检测日期 2020-01-01 已过")]
    [InlineData("2026-11-22", "9:00", "检测日期 2026-11-22 已过")]
    [InlineData("2029-05-10", "9:00", "晚于措施的最后一天 2029-05-09")]
    [InlineData("2027-11-24", "9:00", "太远")]
    [InlineData("2026-11-30", "25:99", "“25:99”不是时间")]
    public async Task A_form_that_calls_for_another_is_refused_and_keeps_what_was_typed(string day, string hour, string said)
    {
        var client = await home.PaperClientAsync("日期人");

        var answer = await (await home.SignedInAsync("worker")).SendFormAsync($"/people/{client}/papers/new?kind=TestNotice", "paper", new() { ["Input.Day"] = day, ["Input.Hour"] = hour, ["Input.Place"] = "欧阳路社工点" });

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("欧阳路社工点", page, StringComparison.Ordinal);
        Assert.False(await home.WithDbAsync(db => db.Papers.AnyAsync(paper => paper.ClientId == client)));
    }

    [Fact]
    public async Task The_api_and_the_batch_refuse_the_same_with_a_code_and_a_good_hour_stands_on_the_paper()
    {
        var client = await home.PaperClientAsync("时间人");
        var api = home.Api("worker");

        Assert.Equal("papers.day-over", await CodeAsync(api, "/papers", new { personId = client, kind = "testNotice", day = "2026-11-20", place = "点" }));
        Assert.Equal("papers.hour-unread", await CodeAsync(api, "/papers", new { personId = client, kind = "testNotice", day = "2026-11-30", hour = "早上", place = "点" }));
        Assert.Equal("papers.day-over", await CodeAsync(api, "/papers/batch", new { from = "2026-11-20", place = "点" }));
        Assert.Equal("papers.hour-unread", await CodeAsync(api, "/papers/batch", new { from = "2026-11-23", hour = "25:99", place = "点" }));
        Assert.False(await home.WithDbAsync(db => db.Papers.AnyAsync(paper => paper.ClientId == client)));

        var browser = await home.SignedInAsync("worker");
        var paper = await home.MakePaperAsync(browser, client, PaperKind.TestNotice, new() { ["Input.Hour"] = "9:05" });
        Assert.Contains("09:05", await PaperCalls.PrintedAsync(browser, paper.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_on_a_day_of_leave_is_taken_and_asked_about()
    {
        var client = await home.NewClientAsync("worker", "pointA", "请假人");
        var measure = await home.NewMeasureAsync("worker", client);
        var api = home.Api("worker");
        await home.ActAsync("worker", measure, "leave", new { on = "2026-11-15", to = "2026-11-19", reportedInWriting = true });

        var away = await (await api.PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client, "2026-11-18"))).JsonAsync();
        var before = await (await api.PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client, "2026-11-14"))).JsonAsync();

        Assert.Equal((true, false), (away.GetProperty("onLeave").GetBoolean(), before.GetProperty("onLeave").GetBoolean()));
        var browser = await home.SignedInAsync("worker");
        Assert.Contains("本人自 2026-11-15 起请假外出", await browser.GetStringAsync($"/screening/{away.GetProperty("id").GetGuid()}"), StringComparison.Ordinal);
        Assert.DoesNotContain("起请假外出", await browser.GetStringAsync($"/screening/{before.GetProperty("id").GetGuid()}"), StringComparison.Ordinal);
        await browser.SendFormAsync($"/screening/record?client={client}", "screen", new()
        {
            ["Input.On"] = "2026-11-17", ["Input.Kind"] = "Spot", ["Input.Specimen"] = "Urine", ["Input.Outcome"] = "Done", ["Input.Result"] = "Negative", ["Input.FirstTester"] = "林晓雯", ["Input.SecondTester"] = "陈志远", ["Input.Collector"] = "林晓雯",
        });
        Assert.Contains("当日本人登记为请假外出", await browser.GetStringAsync($"/people/{client}"), StringComparison.Ordinal);
    }

    static async Task<string?> CodeAsync(HttpClient api, string path, object body)
    {
        var answer = await api.PostAsync(path, body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await answer.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString();
    }
}

public sealed class NoticeDaysOnSqlite(SqliteHome home) : NoticeDayTests(home), IClassFixture<SqliteHome>;

public sealed class NoticeDaysOnPostgres(PostgresHome home) : NoticeDayTests(home), IClassFixture<PostgresHome>;
