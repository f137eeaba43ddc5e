using System.Net;
using System.Text;
using System.Text.Json;
using Homeward.Domain.Screening;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Screening;

/// <summary>How samples are sealed and kept, what is told and signed on the spot, and on whose approval somebody is tested by force (R2.5–R2.7).</summary>
public abstract class CustodyTests(Home home)
{
    [Fact]
    public async Task Sealing_place_and_signatures_are_recorded_with_the_screen_and_stand_on_its_page_its_paper_and_the_list_of_samples()
    {
        var client = await home.NewClientAsync("worker", "pointA", "封存人");
        var browser = await home.SignedInAsync("worker");

        await browser.SendFormAsync($"/screening/record?client={client}", "screen", Positive(new()
        {
            ["Input.SealedOn"] = "2026-11-20", ["Input.KeptAt"] = "冷藏柜 2 号", ["Input.SealSigned"] = "true", ["Input.ToldOnSpot"] = "true", ["Input.TestersSigned"] = "true", ["Input.ReportSigned"] = "false", ["Input.RefusalNote"] = "称未吸毒，不签字",
        }));

        var screen = await home.WithDbAsync(db => db.Screens.AsNoTracking().SingleAsync(found => found.ClientId == client));
        Assert.Equal((new DateOnly(2026, 11, 20), "林晓雯", "冷藏柜 2 号", true, false), (screen.SamplesSealedOn, screen.SamplesSealedBy, screen.SamplesKeptAt, screen.SealSigned, screen.ReportSigned));
        Assert.DoesNotContain("称未吸毒", Encoding.UTF8.GetString(screen.RefusalNote!.Bytes), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/screening/{screen.Id}"));
        Assert.All(new[] { "2026-11-20，林晓雯", "冷藏柜 2 号", "称未吸毒，不签字" }, told => Assert.Contains(told, page, StringComparison.Ordinal));
        Assert.Contains("称未吸毒，不签字", WebUtility.HtmlDecode(await browser.GetStringAsync($"/screening/{screen.Id}/print")), StringComparison.Ordinal);
        Assert.Contains("冷藏柜 2 号", WebUtility.HtmlDecode(await browser.GetStringAsync("/screening/samples")), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2027, 5, 20), screen.KeepSamplesUntil);
        // Whoever opens it to add something finds the answers as they were given.
        var note = await browser.GetStringAsync($"/screening/{screen.Id}/note");
        Assert.Matches("name=\"Input.SealSigned\" value=\"true\" checked", note);
        Assert.Matches("name=\"Input.ReportSigned\" value=\"false\" checked", note);
    }

    [Fact]
    public async Task What_was_not_written_at_once_is_asked_for_and_added_later()
    {
        var client = await home.NewClientAsync("worker", "pointA", "补登人");
        var browser = await home.SignedInAsync("worker");
        await browser.SendFormAsync($"/screening/record?client={client}", "screen", Positive([]));
        var id = await home.WithDbAsync(db => db.Screens.Where(found => found.ClientId == client).Select(found => found.Id).SingleAsync());
        Assert.Contains("封存日期或保管处尚未登记", await browser.GetStringAsync($"/screening/{id}"), StringComparison.Ordinal);
        Assert.Contains($"/screening/{id}", await browser.GetStringAsync("/screening/samples?seal=missing"), StringComparison.Ordinal);

        var early = await browser.SendFormAsync($"/screening/{id}/note", "note", new() { ["Input.SealedOn"] = "2026-11-19", ["Input.KeptAt"] = "冷藏柜 3 号" });
        var answer = WebUtility.HtmlDecode(await early.Content.ReadAsStringAsync());
        Assert.Contains("封存日期 2026-11-19 早于检测日期 2026-11-20", answer, StringComparison.Ordinal);
        Assert.Contains("冷藏柜 3 号", answer, StringComparison.Ordinal);
        var added = await browser.SendFormAsync($"/screening/{id}/note", "note", new() { ["Input.SealedOn"] = "2026-11-21", ["Input.KeptAt"] = "冷藏柜 3 号", ["Input.SealedBy"] = "王警官" });

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.DoesNotContain("尚未登记", await browser.GetStringAsync($"/screening/{id}"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/screening/{id}", await browser.GetStringAsync("/screening/samples?seal=missing"), StringComparison.Ordinal);
        Assert.Equal(1, await home.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.RecordId == id && entry.Act == "screen.note")));
    }

    [Fact]
    public async Task The_api_takes_and_tells_the_same_and_refuses_a_refusal_without_a_note()
    {
        var client = await home.NewClientAsync("worker", "pointA", "接口人");
        var api = home.Api("worker");

        var refused = await api.PostAsync($"/screens/{Guid.CreateVersion7()}/record", Body(client, new { sealedOn = "2026-11-20", sealSigned = false }));
        Assert.Equal("screening.refusal-untold", (await refused.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        var taken = await (await api.PostAsync($"/screens/{Guid.CreateVersion7()}/record", Body(client, new { sealedOn = "2026-11-20", keptAt = "冷藏柜", sealSigned = false, refusalNote = "情绪激动" }))).JsonAsync();
        Assert.Equal(("王警官", "冷藏柜", false), (taken.GetProperty("spot").GetProperty("sealedBy").GetString(), taken.GetProperty("spot").GetProperty("keptAt").GetString(), taken.GetProperty("spot").GetProperty("sealSigned").GetBoolean()));

        // What is not named stays: the note that the officer made, and that the client did not sign.
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/screens/{taken.GetProperty("id").GetGuid()}/note", new { keptAt = "物证柜" })).StatusCode);
        Assert.Contains("情绪激动", WebUtility.HtmlDecode(await (await home.SignedInAsync("worker")).GetStringAsync($"/screening/{taken.GetProperty("id").GetGuid()}")), StringComparison.Ordinal);
        var gone = await api.PostAsync($"/screens/{taken.GetProperty("id").GetGuid()}/note", new { clear = new[] { "refusalNote" } });
        Assert.Equal("screening.refusal-untold", (await gone.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        var emptied = await (await api.PostAsync($"/screens/{taken.GetProperty("id").GetGuid()}/note", new { clear = new[] { "refusalNote", "sealSigned" } })).JsonAsync();
        Assert.Equal(("物证柜", false, JsonValueKind.Null), (emptied.GetProperty("spot").GetProperty("keptAt").GetString(), emptied.GetProperty("spot").GetProperty("refusalNoted").GetBoolean(), emptied.GetProperty("spot").TryGetProperty("sealSigned", out var signed) ? signed.ValueKind : JsonValueKind.Null));

        var moved = await (await api.PostAsync($"/screens/{taken.GetProperty("id").GetGuid()}/note", new { sealedOn = "2026-11-20", keptAt = "区公安分局物证室", toldOnSpot = true })).JsonAsync();

        // A "no" stands in the form as it was given, and is not lost when something else is written.
        await api.PostAsync($"/screens/{taken.GetProperty("id").GetGuid()}/note", new { sealedOn = "2026-11-20", keptAt = "区公安分局物证室", toldOnSpot = true, testersSigned = false });
        Assert.Contains("name=\"Input.TestersSigned\" value=\"false\" checked", await (await home.SignedInAsync("worker")).GetStringAsync($"/screening/{taken.GetProperty("id").GetGuid()}/note"), StringComparison.Ordinal);
        Assert.Equal(("区公安分局物证室", true), (moved.GetProperty("spot").GetProperty("keptAt").GetString(), moved.GetProperty("spot").GetProperty("toldOnSpot").GetBoolean()));
    }

    [Fact]
    public async Task Who_refused_may_be_tested_by_force_on_the_same_day_with_an_approval_and_the_refusal_stays()
    {
        var client = await home.NewClientAsync("worker", "pointA", "强制人");
        var measure = await home.NewMeasureAsync("worker", client);
        var browser = await home.SignedInAsync("worker");
        await browser.SendFormAsync($"/screening/record?client={client}", "screen", Usual(new() { ["Input.Outcome"] = "Refused" }));
        var refusal = await home.WithDbAsync(db => db.Screens.Where(found => found.ClientId == client).Select(found => found.Id).SingleAsync());
        Assert.Contains($"/screening/record?client={client}&compelled=yes", WebUtility.HtmlDecode(await browser.GetStringAsync($"/screening/{refusal}")), StringComparison.Ordinal);
        var page = $"/screening/record?client={client}&compelled=yes";

        var without = await browser.SendFormAsync(page, "screen", Usual(new() { ["Input.ApprovedAt"] = "2026-11-20T09:30" }));
        Assert.Contains("须经县级以上公安机关或其派出机构负责人批准", WebUtility.HtmlDecode(await without.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var compelled = await browser.SendFormAsync(page, "screen", Usual(new() { ["Input.ApprovedBy"] = "虹口分局 张局", ["Input.ApprovedAt"] = "2026-11-20T09:30", ["Input.ApprovalDocument"] = "强检1" }));

        Assert.Equal(HttpStatusCode.Redirect, compelled.StatusCode);
        var screens = await home.WithDbAsync(db => db.Screens.AsNoTracking().Where(found => found.ClientId == client).OrderBy(found => found.EnteredAt).ToListAsync());
        Assert.Equal([ScreenOutcome.Refused, ScreenOutcome.Done], screens.OrderByDescending(screen => screen.Outcome == ScreenOutcome.Refused).Select(screen => screen.Outcome));
        var forced = screens.Single(screen => screen.IsCompelled);
        Assert.Equal(new DateTime(2026, 11, 20, 1, 30, 0, DateTimeKind.Utc), forced.CompulsionApprovedAt);
        Assert.Contains("虹口分局 张局，2026-11-20 09:30", WebUtility.HtmlDecode(await browser.GetStringAsync($"/screening/{forced.Id}")), StringComparison.Ordinal);
        // The refusal counts towards a breach; what was tested in the end fills the window.
        var look = await (await home.Api("worker").GetAsync($"/api/v1/measures/{measure}")).JsonAsync();
        Assert.Equal(1, look.GetProperty("counters").GetProperty("refused").GetInt32());
        Assert.Equal(Settlement.Fulfilled, await home.WithDbAsync(db => db.Obligations.Where(due => due.ClientId == client && due.Kind == ObligationKind.Screen && due.Opens <= forced.On && due.Closes >= forced.On).Select(due => due.Settlement).SingleAsync()));
        Assert.Contains("已有同样本、同类型的记录", WebUtility.HtmlDecode(await (await browser.SendFormAsync(page, "screen", Usual(new() { ["Input.ApprovedBy"] = "张局", ["Input.ApprovedAt"] = "2026-11-20T09:40" }))).Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_takes_an_approval_and_refuses_one_that_came_after_the_test()
    {
        var client = await home.NewClientAsync("worker", "pointA", "批准人");
        var api = home.Api("worker");

        var late = await api.PostAsync($"/screens/{Guid.CreateVersion7()}/record", Body(client, null, new { approvedBy = "张局", approvedAt = "2026-11-21T00:10:00+08:00" }));
        var taken = await (await api.PostAsync($"/screens/{Guid.CreateVersion7()}/record", Body(client, null, new { approvedBy = "张局", approvedAt = "2026-11-20T23:50:00+08:00", documentNumber = "强检2" }))).JsonAsync();

        Assert.Equal("screening.approved-after-screen", (await late.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        Assert.Equal(("张局", "强检2"), (taken.GetProperty("compulsion").GetProperty("approvedBy").GetString(), taken.GetProperty("compulsion").GetProperty("documentNumber").GetString()));
        // The refusal before it may be written down after it.
        var refused = await api.PostAsync($"/screens/{Guid.CreateVersion7()}/record", new { personId = client, on = "2026-11-20", outcome = "refused" });
        Assert.True(refused.IsSuccessStatusCode, await refused.Content.ReadAsStringAsync());
    }

    static object Body(Guid client, object? spot, object? compulsion = null) => new
    {
        personId = client, on = "2026-11-20", result = "positivePreliminary", readings = new { morphine = "positive" }, firstTester = "林晓雯", secondTester = "周建平", collector = "王警官", collectorSex = "male", sampleA = "A1", sampleB = "B1", spot, compulsion,
    };

    static Dictionary<string, string?> Positive(Dictionary<string, string?> changes) =>
        Usual(new(changes) { ["Input.Result"] = "PositivePreliminary", ["Input.PositiveLines"] = "morphine", ["Input.SampleA"] = "A-1", ["Input.SampleB"] = "B-1" });

    static Dictionary<string, string?> Usual(Dictionary<string, string?> changes)
    {
        var fields = new Dictionary<string, string?>
        {
            ["Input.On"] = "2026-11-20", ["Input.Kind"] = "Scheduled", ["Input.Specimen"] = "Urine", ["Input.Outcome"] = "Done", ["Input.Result"] = "Negative", ["Input.Panel[0]"] = "morphine",
            ["Input.FirstTester"] = "林晓雯", ["Input.SecondTester"] = "陈志远", ["Input.Collector"] = "林晓雯",
        };
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }
        return fields;
    }
}

public sealed class CustodyOnSqlite(SqliteHome home) : CustodyTests(home), IClassFixture<SqliteHome>;

public sealed class CustodyOnPostgres(PostgresHome home) : CustodyTests(home), IClassFixture<PostgresHome>;
