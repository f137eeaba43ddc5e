using System.Net;
using Homeward.Domain.Screening;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Screening;

/// <summary>The client asked for a laboratory in time, and the office writes it down after it has confirmed (R2.9, table 2.2).</summary>
public abstract class LateDisputeTests(Home home)
{
    [Fact]
    public async Task It_takes_the_confirmation_back_until_the_dispute_is_closed_and_what_it_had_made_due_goes_with_it()
    {
        var (client, screen, browser) = await ConfirmedAsync("2026-11-10");
        Assert.Equal(1, await LooksAsync(client));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/screening/{screen}/dispute"));
        Assert.Contains("确认随即退回初筛", page, StringComparison.Ordinal);

        await StepAsync(browser, screen, "2026-11-13");

        Assert.Equal(ScreenResult.PositivePreliminary, await ResultAsync(screen));
        Assert.Equal(0, await LooksAsync(client));
        Assert.Contains("曾于 2026-11-23 确认；本人在期限内申请实验室检测，2026-11-23 退回初筛", WebUtility.HtmlDecode(await browser.GetStringAsync($"/screening/{screen}")), StringComparison.Ordinal);
        Assert.Contains("检测异议未办结", WebUtility.HtmlDecode(await (await browser.SendFormAsync($"/screening/{screen}/change?do=confirm", "change", [])).Content.ReadAsStringAsync()), StringComparison.Ordinal);

        await StepAsync(browser, screen, "2026-11-14");
        await StepAsync(browser, screen, "2026-11-15", new() { ["Input.Laboratory"] = "市鉴定中心" });
        await StepAsync(browser, screen, "2026-11-17", new() { ["Input.DocumentNumber"] = "F1", ["Input.IsPositive"] = "true" });
        await StepAsync(browser, screen, "2026-11-18");
        await browser.SendFormAsync($"/screening/{screen}/dispute", "close", []);

        Assert.Equal(ScreenResult.PositiveConfirmed, await ResultAsync(screen));
        Assert.Equal(1, await LooksAsync(client));
    }

    [Fact]
    public async Task Who_asked_too_late_is_refused_and_the_confirmation_stands()
    {
        var (client, screen, browser) = await ConfirmedAsync("2026-11-10");

        var refused = await StepAsync(browser, screen, "2026-11-14");

        Assert.Contains("2026-11-14 已超过期限 2026-11-13", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal((ScreenResult.PositiveConfirmed, 1), (await ResultAsync(screen), await LooksAsync(client)));
        Assert.False(await home.WithDbAsync(db => db.ScreenDisputes.AnyAsync(dispute => dispute.ScreenId == screen)));
    }

    [Fact]
    public async Task A_form_that_was_opened_before_the_confirmation_does_not_take_it_back()
    {
        var (_, screen, browser) = await ConfirmedAsync("2026-11-10");

        var refused = await StepAsync(browser, screen, "2026-11-12", new() { ["Input.TakesBack"] = "false" });

        Assert.NotEqual(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Equal(ScreenResult.PositiveConfirmed, await ResultAsync(screen));
    }

    [Fact]
    public async Task The_api_tells_that_the_confirmation_was_taken_back()
    {
        var (_, screen, _) = await ConfirmedAsync("2026-11-10");
        var api = home.Api("worker");

        var asked = await api.PostAsync($"/screens/{screen}/dispute", new { step = "requested", on = "2026-11-12" });

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        var told = await (await api.GetAsync($"/api/v1/screens/{screen}")).JsonAsync();
        Assert.Equal(("positivePreliminary", "2026-11-23"), (told.GetProperty("result").GetString(), told.GetProperty("takenBackOn").GetString()));
    }

    static Task<HttpResponseMessage> StepAsync(HttpClient browser, Guid screen, string on, Dictionary<string, string?>? more = null) =>
        browser.SendFormAsync($"/screening/{screen}/dispute", "step", new(more ?? []) { ["Input.On"] = on });

    Task<ScreenResult?> ResultAsync(Guid screen) => home.WithDbAsync(db => db.Screens.Where(found => found.Id == screen).Select(found => found.Result).SingleAsync());

    /// <summary>How often a look at the case is due, as after a confirmed new use.</summary>
    Task<int> LooksAsync(Guid client) => home.WithDbAsync(db => db.Obligations.CountAsync(due => due.ClientId == client && due.Kind == ObligationKind.ConfirmBreach && due.SettledOn == null));

    async Task<(Guid Client, Guid Screen, HttpClient Browser)> ConfirmedAsync(string on)
    {
        var client = await home.NewClientAsync("worker", "pointA", "补登异议人");
        await home.NewMeasureAsync("worker", client);
        var answer = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", new
        {
            personId = client, on, result = "positivePreliminary", readings = new { morphine = "positive" }, firstTester = "林晓雯", secondTester = "周建平", collector = "王警官", collectorSex = "male", sampleA = "A1", sampleB = "B1",
        });
        var screen = (await answer.JsonAsync()).GetProperty("id").GetGuid();
        var browser = await home.SignedInAsync("worker");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendFormAsync($"/screening/{screen}/change?do=confirm", "change", [])).StatusCode);
        return (client, screen, browser);
    }
}

public sealed class LateDisputesOnSqlite(SqliteHome home) : LateDisputeTests(home), IClassFixture<SqliteHome>;

public sealed class LateDisputesOnPostgres(PostgresHome home) : LateDisputeTests(home), IClassFixture<PostgresHome>;
