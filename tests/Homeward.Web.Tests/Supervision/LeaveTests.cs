using System.Net;
using System.Text.Json;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>A leave with its review, its extensions and the screen that the police elsewhere make during it (R1.27, R1.28).</summary>
public abstract class LeaveTests(Home home)
{
    [Fact]
    public async Task A_new_report_in_time_moves_the_return_and_its_check()
    {
        var (client, measure) = await OnLeaveAsync("2026-11-10", "2026-11-18");

        await DoneAsync(measure, "extendLeave", new { on = "2026-11-18", to = "2026-11-27", reviewer = "街道老陈" });

        Assert.Equal(new DateOnly(2026, 11, 27), (await DueAsync(measure, ObligationKind.ReturnCheck)).Single().Opens);
        var now = await MeasureAsync(client);
        Assert.Equal("OnLeave", now.GetProperty("status").GetString(), ignoreCase: true);
        Assert.Equal(0, now.GetProperty("counters").GetProperty("unauthorisedDays").GetInt32());
        Assert.Contains("审核人：街道老陈", await PageAsync(measure), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_after_the_last_day_is_refused_and_the_days_count()
    {
        var (client, measure) = await OnLeaveAsync("2026-11-10", "2026-11-18");

        var refused = await ActAsync(measure, "extendLeave", new { on = "2026-11-19", to = "2026-11-27" });

        Assert.Equal("supervision.extended-too-late", (await refused.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        Assert.Equal(5, (await MeasureAsync(client)).GetProperty("counters").GetProperty("unauthorisedDays").GetInt32());
    }

    [Fact]
    public async Task An_extension_is_recorded_on_the_page_and_can_be_annulled()
    {
        var (client, measure) = await OnLeaveAsync("2026-11-10", "2026-11-18");
        var browser = await home.SignedInAsync("worker");

        var saved = await browser.SendFormAsync($"/measures/{measure}?do=ExtendLeave", "act", new() { ["Input.On"] = "2026-11-17", ["Input.To"] = "2026-11-27", ["Input.Reviewer"] = "老陈" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("请假延期", await browser.GetStringAsync($"/people/{client}?tab=timeline"), StringComparison.Ordinal);
        var act = await home.WithDbAsync(db => db.MeasureActs.Where(found => found.MeasureId == measure && found.Kind == MeasureActKind.LeaveExtended).Select(found => found.Id).SingleAsync());
        await DoneAsync(measure, "annul", new { on = "2026-11-23", actId = act, note = "录错" });

        Assert.Equal(new DateOnly(2026, 11, 18), (await DueAsync(measure, ObligationKind.ReturnCheck)).Single().Opens);
        Assert.Equal(5, (await MeasureAsync(client)).GetProperty("counters").GetProperty("unauthorisedDays").GetInt32());
    }

    [Fact]
    public async Task A_screen_made_elsewhere_is_awaited_until_its_report_is_recorded_and_again_when_that_is_annulled()
    {
        var (client, measure) = await OnLeaveAsync("2026-11-10", "2026-11-18", remote: true);
        await DoneAsync(measure, "return", new { on = "2026-11-17" });
        var awaited = (await DueAsync(measure, ObligationKind.RemoteScreen)).Single();
        Assert.Contains("异地检测报告未收到", await PageAsync(measure), StringComparison.Ordinal);
        Assert.Contains($"/screening/record?client={client}&remote=yes", WebUtility.HtmlDecode(await (await home.SignedInAsync("worker")).GetStringAsync("/?kind=RemoteScreen")), StringComparison.Ordinal);

        var screen = await RemoteAsync(client, "2026-11-14");
        Assert.Equal((new DateOnly(2026, 11, 17), new DateOnly(2026, 11, 18), Settlement.Fulfilled), (awaited.Opens, awaited.Closes, (await DueAsync(measure, ObligationKind.RemoteScreen)).Single().Settlement));
        Assert.Contains("异地检测：2026-11-14", (await PageAsync(measure)).Replace('/', '-'), StringComparison.Ordinal);

        await (await home.SignedInAsync("worker")).SendFormAsync($"/screening/{screen}/change?do=annul", "change", new() { ["Input.Reason"] = "录错人" });
        Assert.Null((await DueAsync(measure, ObligationKind.RemoteScreen)).Single().Settlement);
    }

    [Fact]
    public async Task A_scheduled_screen_made_elsewhere_fills_its_window_and_a_positive_keeps_no_samples_here()
    {
        var (client, measure) = await OnLeaveAsync("2026-11-10", "2026-11-18");
        var screen = await RemoteAsync(client, "2026-11-14", "positivePreliminary");

        var windows = (await MeasureAsync(client)).GetProperty("windows").EnumerateArray();
        Assert.Contains(windows, window => window.TryGetProperty("screenOn", out var on) && on.GetString() == "2026-11-14");
        var found = await home.WithDbAsync(db => db.Screens.AsNoTracking().SingleAsync(one => one.Id == screen));
        Assert.Equal(("南通市公安局", "通检7", null, false), (found.RemoteBody, found.RemoteDocument, found.KeepSamplesUntil, found.IsIncomplete));
        Assert.Equal(found.LeaveId, await home.WithDbAsync(db => db.MeasureActs.Where(act => act.MeasureId == measure && act.Kind == MeasureActKind.Leave).Select(act => (Guid?)act.Id).SingleAsync()));
        Assert.Contains("通检7", await (await home.SignedInAsync("worker")).GetStringAsync($"/screening/{screen}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_takes_a_report_from_elsewhere_and_refuses_half_of_one_or_one_without_a_leave()
    {
        var (client, _) = await OnLeaveAsync("2026-11-10", "2026-11-18");
        var browser = await home.SignedInAsync("worker");
        var form = $"/screening/record?client={client}&remote=yes";
        Dictionary<string, string?> whole = new()
        {
            ["Input.On"] = "2026-11-14", ["Input.Kind"] = "Scheduled", ["Input.Specimen"] = "Urine", ["Input.Outcome"] = "Done", ["Input.Result"] = "Negative", ["Input.FirstTester"] = "林晓雯", ["Input.RemotePlace"] = "南通市", ["Input.RemoteBody"] = "南通市公安局", ["Input.RemoteDocument"] = "通检8",
        };

        var half = await browser.SendFormAsync(form, "screen", new(whole) { ["Input.RemoteDocument"] = "" });
        var early = await browser.SendFormAsync(form, "screen", new(whole) { ["Input.On"] = "2026-11-09" });
        Assert.Contains("和报告编号。", await half.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("没有请假外出记录", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendFormAsync(form, "screen", whole)).StatusCode);

        var made = await home.WithDbAsync(db => db.Screens.AsNoTracking().SingleAsync(screen => screen.ClientId == client));
        Assert.Equal(("南通市", "通检8", null, ScreenResult.Negative), (made.Place, made.RemoteDocument, made.FirstTester, made.Result!.Value));
    }

    [Fact]
    public async Task A_report_from_elsewhere_that_names_another_leave_is_refused()
    {
        var (client, measure) = await OnLeaveAsync("2026-11-10", "2026-11-18");
        var leave = await home.WithDbAsync(db => db.MeasureActs.Where(act => act.MeasureId == measure).Select(act => act.Id).SingleAsync());
        Task<HttpResponseMessage> SendAsync(Guid leaveId) => home.Api("worker").PostAsync(
            $"/screens/{Guid.CreateVersion7()}/record", new { personId = client, on = "2026-11-14", result = "negative", place = "南通市", remote = new { body = "南通市公安局", documentNumber = "通检9", leaveId } });

        var refused = await SendAsync(Guid.CreateVersion7());
        var taken = await SendAsync(leave);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Created), (refused.StatusCode, taken.StatusCode));
        Assert.Contains("screening.other-leave", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(leave, (await taken.JsonAsync()).GetProperty("remote").GetProperty("leaveId").GetGuid());
    }

    async Task<(Guid Client, Guid Measure)> OnLeaveAsync(string on, string to, bool remote = false)
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        await DoneAsync(measure, "leave", new { on, to, reportedInWriting = true, remoteScreen = remote, destination = "南通" });
        return (client, measure);
    }

    async Task<Guid> RemoteAsync(Guid client, string on, string result = "negative")
    {
        var answer = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", new { personId = client, on, result, place = "南通市", remote = new { body = "南通市公安局", documentNumber = "通检7" } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var screen = await answer.JsonAsync();
        Assert.Equal("通检7", screen.GetProperty("remote").GetProperty("documentNumber").GetString());
        return screen.GetProperty("id").GetGuid();
    }

    Task<HttpResponseMessage> ActAsync(Guid measure, string verb, object body) => home.Api("worker").PostAsync($"/measures/{measure}/{verb}", body);

    async Task DoneAsync(Guid measure, string verb, object body)
    {
        var answer = await ActAsync(measure, verb, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    async Task<string> PageAsync(Guid measure) => WebUtility.HtmlDecode(await (await home.SignedInAsync("worker")).GetStringAsync($"/measures/{measure}"));

    async Task<JsonElement> MeasureAsync(Guid client) => (await (await home.Api("worker").GetAsync($"/api/v1/measures?personId={client}")).JsonAsync()).GetProperty("items")[0];

    Task<List<Obligation>> DueAsync(Guid measure, ObligationKind kind) => home.WithDbAsync(db => db.Obligations.AsNoTracking().Where(due => due.MeasureId == measure && due.Kind == kind).ToListAsync());
}

public sealed class LeavesOnSqlite(SqliteHome home) : LeaveTests(home), IClassFixture<SqliteHome>;

public sealed class LeavesOnPostgres(PostgresHome home) : LeaveTests(home), IClassFixture<PostgresHome>;
