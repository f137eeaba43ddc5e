using System.Net;
using Homeward.Domain.Screening;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Screening;

/// <summary>A positive that is disputed, and the samples that are kept for it.</summary>
public abstract class DisputeTests(Home home)
{
    [Fact]
    public async Task A_dispute_goes_from_step_to_step_and_its_result_is_final()
    {
        var screen = await PositiveAsync("2026-11-10");
        var browser = await home.SignedInAsync("worker");
        var page = $"/screening/{screen}/dispute";

        await StepAsync(browser, page, "2026-11-11");
        Assert.Equal(HttpStatusCode.OK, (await browser.SendFormAsync($"/screening/{screen}/change?do=confirm", "change", [])).StatusCode);
        await StepAsync(browser, page, "2026-11-12");
        await StepAsync(browser, page, "2026-11-13", new() { ["Input.Laboratory"] = "市鉴定中心" });
        await StepAsync(browser, page, "2026-11-15", new() { ["Input.DocumentNumber"] = "F1", ["Input.IsPositive"] = "false" });
        Assert.Equal(1, await OpenStepsAsync(screen));
        await StepAsync(browser, page, "2026-11-16");
        await browser.SendFormAsync(page, "close", []);

        var found = await home.WithDbAsync(db => db.Screens.AsNoTracking().SingleAsync(one => one.Id == screen));
        Assert.Equal((ScreenResult.Negative, Home.Today), (found.Result!.Value, found.OverturnedOn!.Value));
        Assert.Equal(home.World.Accounts["worker"].Id, found.ConfirmedById);
        Assert.Contains($"<dt>推翻</dt><dd>{home.World.Accounts["worker"].DisplayName}，2026-11-23", WebUtility.HtmlDecode(await browser.GetStringAsync($"/screening/{screen}")), StringComparison.Ordinal);
        Assert.Equal(0, await OpenStepsAsync(screen));
        foreach (var told in new[] { $"/screening/{screen}", $"/screening/{screen}/print" })
        {
            var text = WebUtility.HtmlDecode(await browser.GetStringAsync(told));
            Assert.Contains("实验室检测为阴性，推翻现场检测（报告 F1，2026-11-15）", text, StringComparison.Ordinal);
            Assert.Contains("现场初筛读数（以实验室结论为准）", text, StringComparison.Ordinal);
        }
        Assert.Contains("（已被实验室推翻）", WebUtility.HtmlDecode(await browser.GetStringAsync($"/people/{found.ClientId}?tab=timeline")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_leads_to_its_dispute_from_the_first_step_to_long_after_the_last_and_the_worklist_to_the_screens()
    {
        var screen = await PositiveAsync("2026-11-10");
        var client = await home.WithDbAsync(db => db.Screens.Where(found => found.Id == screen).Select(found => found.ClientId).SingleAsync());
        var browser = await home.SignedInAsync("worker");
        var page = $"/screening/{screen}/dispute";
        Assert.Contains($"{page}\">提出检测异议", await ShownAsync(), StringComparison.Ordinal);

        await StepAsync(browser, page, "2026-11-11");
        Assert.DoesNotContain("提出检测异议", await ShownAsync(), StringComparison.Ordinal);
        Assert.Contains($"href=\"{page}\"", await ShownAsync(), StringComparison.Ordinal);
        Assert.Contains($"btn-act\" href=\"/people/{client}?tab=screens\"", WebUtility.HtmlDecode(await browser.GetStringAsync("/?kind=DisputeStep")), StringComparison.Ordinal);
        await StepAsync(browser, page, "2026-11-12");
        await StepAsync(browser, page, "2026-11-13", new() { ["Input.Laboratory"] = "市鉴定中心" });
        await StepAsync(browser, page, "2026-11-15", new() { ["Input.DocumentNumber"] = "F1", ["Input.IsPositive"] = "false" });
        await StepAsync(browser, page, "2026-11-16");
        await browser.SendFormAsync(page, "close", []);

        Assert.Contains($"href=\"{page}\"", await ShownAsync(), StringComparison.Ordinal);

        async Task<string> ShownAsync() => WebUtility.HtmlDecode(await browser.GetStringAsync($"/screening/{screen}"));
    }

    [Fact]
    public async Task A_recheck_in_another_laboratory_has_the_last_word_and_each_step_has_its_days()
    {
        var screen = await PositiveAsync("2026-11-02");
        var browser = await home.SignedInAsync("worker");
        var page = $"/screening/{screen}/dispute";

        await StepAsync(browser, page, "2026-11-03");
        Assert.Equal(("Decided", "2026-11-06"), await OwedAsync(screen));
        await StepAsync(browser, page, "2026-11-04");
        Assert.Equal(("Sent", "2026-11-07"), await OwedAsync(screen));
        await StepAsync(browser, page, "2026-11-05", new() { ["Input.Laboratory"] = "市鉴定中心" });
        Assert.Equal(("Reported", "2026-11-08"), await OwedAsync(screen));
        await StepAsync(browser, page, "2026-11-09", new() { ["Input.DocumentNumber"] = "F1", ["Input.IsPositive"] = "true" });
        Assert.Equal(("Told", "2026-11-10"), await OwedAsync(screen));
        await StepAsync(browser, page, "2026-11-10");
        Assert.Null(await OwedAsync(screen));
        await StepAsync(browser, page, "2026-11-13");
        Assert.Equal(("RecheckDecided", "2026-11-16"), await OwedAsync(screen));
        await StepAsync(browser, page, "2026-11-16");

        var same = WebUtility.HtmlDecode(await (await StepAsync(browser, page, "2026-11-17", new() { ["Input.Laboratory"] = "市鉴定中心" })).Content.ReadAsStringAsync());
        Assert.Contains("复检机构不得与实验室检测机构相同（市鉴定中心）", same, StringComparison.Ordinal);
        Assert.Equal(("RecheckSent", "2026-11-19"), await OwedAsync(screen));
        await StepAsync(browser, page, "2026-11-17", new() { ["Input.Laboratory"] = "华东鉴定所" });
        Assert.Equal(("RecheckReported", "2026-11-20"), await OwedAsync(screen));
        await StepAsync(browser, page, "2026-11-19", new() { ["Input.DocumentNumber"] = "F2", ["Input.IsPositive"] = "true" });
        Assert.Equal(("RecheckTold", "2026-11-20"), await OwedAsync(screen));
        await StepAsync(browser, page, "2026-11-20");
        Assert.Equal(ScreenResult.PositivePreliminary, await ResultAsync(screen));
        await browser.SendFormAsync(page, "close", []);

        Assert.Equal(ScreenResult.PositiveConfirmed, await ResultAsync(screen));
        Assert.Null(await OwedAsync(screen));
        Assert.Equal(8, await home.WithDbAsync(db => db.Obligations.CountAsync(due => due.NaturalKey.StartsWith($"2.2|{screen}|") && due.Settlement == Settlement.Fulfilled)));
    }

    [Fact]
    public async Task Who_asks_too_late_is_told_the_last_day_and_nothing_is_opened()
    {
        var screen = await PositiveAsync("2026-11-10");
        var browser = await home.SignedInAsync("worker");

        var answer = await StepAsync(browser, $"/screening/{screen}/dispute", "2026-11-14");

        Assert.Contains("2026-11-13", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(await home.WithDbAsync(db => db.ScreenDisputes.AnyAsync(dispute => dispute.ScreenId == screen)));
    }

    [Theory]
    [InlineData("Refused", "不予1", Settlement.Fulfilled)]
    [InlineData("Withdrawn", "", Settlement.Cancelled)]
    public async Task A_dispute_that_is_refused_or_withdrawn_ends_and_the_positive_can_be_confirmed(string end, string paper, Settlement settled)
    {
        var screen = await PositiveAsync("2026-11-10");
        var browser = await home.SignedInAsync("worker");
        var page = $"/screening/{screen}/dispute";
        await StepAsync(browser, page, "2026-11-11");
        Assert.Contains("请选择如何结束", await (await browser.SendFormAsync(page, "end", new() { ["Ending.On"] = "2026-11-12" })).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await browser.SendFormAsync(page, "end", new() { ["Ending.On"] = "2026-11-12", ["Ending.End"] = end, ["Ending.DocumentNumber"] = paper });

        Assert.Contains("异议未经检测即结束", await browser.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Equal(settled, await home.WithDbAsync(db => db.Obligations.Where(due => due.Kind == ObligationKind.DisputeStep && due.NaturalKey.Contains(screen.ToString())).Select(due => due.Settlement).SingleAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendFormAsync($"/screening/{screen}/change?do=confirm", "change", [])).StatusCode);
        Assert.Equal(ScreenResult.PositiveConfirmed, await home.WithDbAsync(db => db.Screens.Where(found => found.Id == screen).Select(found => found.Result).SingleAsync()));
    }

    [Fact]
    public async Task The_api_ends_a_dispute_by_the_paper_of_the_police()
    {
        var screen = await PositiveAsync("2026-11-10");
        var api = home.Api("worker");
        await api.PostAsync($"/screens/{screen}/dispute", new { step = "requested", on = "2026-11-11" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.PostAsync($"/screens/{screen}/dispute", new { step = "refused", on = "2026-11-12" })).StatusCode);
        var ended = await (await api.PostAsync($"/screens/{screen}/dispute", new { step = "refused", on = "2026-11-12", documentNumber = "不予2" })).JsonAsync();

        Assert.Equal("2026-11-23", ended.GetProperty("closedOn").GetString());
    }

    [Fact]
    public async Task Samples_come_up_for_disposal_after_their_time()
    {
        var screen = await PositiveAsync("2026-05-12");
        await home.WithDbAsync(db => db.Screens.Where(found => found.Id == screen).ExecuteUpdateAsync(set => set.SetProperty(found => found.KeepSamplesUntil, new DateOnly(2026, 11, 12))));
        var browser = await home.SignedInAsync("worker");

        Assert.Contains($"/screening/{screen}/dispose", await browser.GetStringAsync("/screening/samples?due=yes"), StringComparison.Ordinal);
        await browser.SendFormAsync($"/screening/{screen}/dispose", "dispose", new() { ["Input.On"] = "2026-11-20", ["Input.By"] = "林晓雯", ["Input.Witness"] = "周建平" });

        Assert.DoesNotContain($"/screening/{screen}/dispose", await browser.GetStringAsync("/screening/samples?due=yes"), StringComparison.Ordinal);
    }

    static Task<HttpResponseMessage> StepAsync(HttpClient browser, string page, string on, Dictionary<string, string?>? more = null) =>
        browser.SendFormAsync(page, "step", new(more ?? []) { ["Input.On"] = on });

    /// <summary>The step that is owed and its last day.</summary>
    async Task<(string Step, string Closes)?> OwedAsync(Guid screen)
    {
        var due = await home.WithDbAsync(db => db.Obligations.AsNoTracking().SingleOrDefaultAsync(one => one.Kind == ObligationKind.DisputeStep && one.NaturalKey.Contains(screen.ToString()) && one.SettledOn == null));
        return due is null ? null : (due.NaturalKey.Split('|')[^1], $"{due.Closes:yyyy-MM-dd}");
    }

    Task<ScreenResult?> ResultAsync(Guid screen) => home.WithDbAsync(db => db.Screens.Where(found => found.Id == screen).Select(found => found.Result).SingleAsync());

    Task<int> OpenStepsAsync(Guid screen) => home.WithDbAsync(db =>
        db.Obligations.CountAsync(due => due.Kind == ObligationKind.DisputeStep && due.NaturalKey.Contains(screen.ToString()) && due.SettledOn == null));

    async Task<Guid> PositiveAsync(string on)
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", client);
        var answer = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", new
        {
            personId = client, on, result = "positivePreliminary", readings = new { morphine = "positive" }, firstTester = "林晓雯", secondTester = "周建平", collector = "王警官", collectorSex = "male", sampleA = "A1", sampleB = "B1",
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }
}

public sealed class DisputesOnSqlite(SqliteHome home) : DisputeTests(home), IClassFixture<SqliteHome>;

public sealed class DisputesOnPostgres(PostgresHome home) : DisputeTests(home), IClassFixture<PostgresHome>;
