using System.Net;
using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Homeward.Web.Tests.Papers;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>A release at its term shows its file, and waits for what the office alone can have (R1.43).</summary>
public abstract class ReleaseFileTests(Home home)
{
    [Fact]
    public async Task A_release_at_its_term_waits_for_the_closing_assessment_and_the_approval_form()
    {
        var (client, measure) = await ExpiredAsync();
        var browser = await home.SignedInAsync("worker");

        var refused = await ReleaseAsync(measure, new { on = "2026-11-20", documentNumber = "解1" });
        await home.MakePaperAsync(browser, client, PaperKind.Assessment, []);
        var half = await ReleaseAsync(measure, new { on = "2026-11-20", documentNumber = "解1" });
        await home.MakePaperAsync(browser, client, PaperKind.ReleaseApproval, []);

        Assert.Equal(["supervision.closing-assessment-missing", "supervision.approval-form-missing"], await CodesAsync(refused));
        Assert.Equal(["supervision.approval-form-missing"], await CodesAsync(half));
        Assert.Equal(HttpStatusCode.OK, (await ReleaseAsync(measure, new { on = "2026-11-20", documentNumber = "解1" })).StatusCode);
        ObligationKind[] kinds = [ObligationKind.ReleasePreparation, ObligationKind.ReleaseAlert, ObligationKind.ReleaseNotice];
        var due = await home.WithDbAsync(db => db.Obligations.AsNoTracking().Where(found => found.MeasureId == measure && kinds.Contains(found.Kind)).ToListAsync());
        Assert.Equal(kinds, due.Select(found => found.Kind).Order());
        Assert.All(due, found => Assert.Equal(Settlement.Fulfilled, found.Settlement));
    }

    [Fact]
    public async Task That_the_police_have_released_regardless_is_recorded_with_their_notice()
    {
        var (_, measure) = await ExpiredAsync();

        Assert.Equal(["supervision.document-missing"], await CodesAsync(await ReleaseAsync(measure, new { on = "2026-11-20", reason = "policeReleased" })));
        Assert.Equal(HttpStatusCode.OK, (await ReleaseAsync(measure, new { on = "2026-11-20", reason = "policeReleased", documentNumber = "解2" })).StatusCode);

        var act = await home.WithDbAsync(db => db.MeasureActs.AsNoTracking().SingleAsync(found => found.MeasureId == measure && found.Kind == MeasureActKind.Released));
        Assert.Equal(("policeReleased", "解2"), (act.Reason, act.DocumentNumber));
    }

    [Fact]
    public async Task The_page_of_the_release_and_the_call_tell_what_is_missing()
    {
        var (client, measure) = await ExpiredAsync();
        var browser = await home.SignedInAsync("worker");

        var before = WebUtility.HtmlDecode(await browser.GetStringAsync($"/measures/{measure}?do=Release"));
        await home.MakePaperAsync(browser, client, PaperKind.ReleaseApproval, []);
        var file = await FileAsync(measure);

        Assert.Contains("请先补齐红色项", before, StringComparison.Ordinal);
        Assert.Contains($"/people/{client}/papers/new?kind=ReleaseApproval&measure={measure}", before, StringComparison.Ordinal);
        Assert.Contains("公安机关已解除", before, StringComparison.Ordinal);
        Assert.Equal((0, 1, 22), (file["approvalForm"], file["closingAssessment"], file["testSeries"]));
        await home.MakePaperAsync(browser, client, PaperKind.Assessment, []);
        Assert.DoesNotContain("请先补齐红色项", WebUtility.HtmlDecode(await browser.GetStringAsync($"/measures/{measure}?do=Release")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_through_the_file_costs_the_page_no_more_than_eight_statements()
    {
        var (_, measure) = await ExpiredAsync();
        var browser = await home.SignedInAsync("worker");
        await browser.GetStringAsync($"/measures/{measure}?do=Release");

        using var answer = await browser.GetAsync($"/measures/{measure}?do=Release");

        Assert.InRange(int.Parse(answer.Headers.GetValues("Server-Timing").Single().Split('=')[1], System.Globalization.CultureInfo.InvariantCulture), 1, 8);
    }

    [Fact]
    public async Task A_refused_release_keeps_what_was_typed_and_writes_nothing()
    {
        var (_, measure) = await ExpiredAsync();
        var browser = await home.SignedInAsync("worker");

        var answer = await browser.SendFormAsync($"/measures/{measure}?do=Release", "act", new() { ["Input.On"] = "2026-11-20", ["Input.DocumentNumber"] = "解3" });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Contains("解除审批表：请先制作或扫描", page, StringComparison.Ordinal);
        Assert.Contains("解3", page, StringComparison.Ordinal);
        Assert.True(await home.WithDbAsync(db => db.Measures.AnyAsync(found => found.Id == measure && found.EndedOn == null)));
    }

    [Fact]
    public async Task Elsewhere_there_is_no_release_file()
    {
        var (_, isolation) = await home.NewIsolatedAsync();

        Assert.Empty(await FileAsync(isolation));
        Assert.DoesNotContain("公安机关已解除", WebUtility.HtmlDecode(await (await home.SignedInAsync("worker")).GetStringAsync($"/measures/{isolation}?do=Release")), StringComparison.Ordinal);
    }

    async Task<(Guid Client, Guid Measure)> ExpiredAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        return (client, await home.NewMeasureAsync("worker", client, reportedOn: "2023-10-10"));
    }

    Task<HttpResponseMessage> ReleaseAsync(Guid measure, object body) => home.Api("worker").PostAsync($"/measures/{measure}/release", body);

    static async Task<List<string?>> CodesAsync(HttpResponseMessage answer) => [.. (await answer.JsonAsync()).GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("code").GetString())];

    async Task<Dictionary<string, int>> FileAsync(Guid measure) => (await (await home.Api("worker").GetAsync($"/api/v1/measures/{measure}/release-file")).JsonAsync()).GetProperty("pieces").EnumerateArray()
        .ToDictionary(piece => piece.GetProperty("piece").GetString()!, piece => piece.GetProperty("missing").GetInt32());
}

public sealed class ReleaseFilesOnSqlite(SqliteHome home) : ReleaseFileTests(home), IClassFixture<SqliteHome>;

public sealed class ReleaseFilesOnPostgres(PostgresHome home) : ReleaseFileTests(home), IClassFixture<PostgresHome>;
