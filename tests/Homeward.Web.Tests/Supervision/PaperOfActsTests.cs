using System.Net;
using Homeward.Domain.Papers;
using Homeward.Web.Tests.Hosting;
using Homeward.Web.Tests.Papers;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>The number of the paper that an act rests on is asked for (R1.35, R1.38, R1.41), and nothing that is said is dropped.</summary>
public abstract class PaperOfActsTests(Home home)
{
    [Theory]
    [InlineData("dualControl", "DualControl", "livesElsewhere")]
    [InlineData("transfer", "Transfer", "movedHome")]
    [InlineData("release", "Release", null)]
    public async Task An_act_that_rests_on_a_paper_is_refused_without_its_number_by_form_and_API_and_told_with_it(string verb, string form, string? reason)
    {
        var (client, measure) = await ReadyAsync(verb);
        var browser = await home.SignedInAsync("worker");
        var place = verb == "transfer" ? home.World.Units["streetB"].Id : (Guid?)null;
        var fields = new Dictionary<string, string?> { ["Input.On"] = "2026-11-20", ["Input.Reason"] = reason, ["Input.PlaceId"] = $"{place}" };

        var refused = await (await home.Api("worker").PostAsync($"/measures/{measure}/{verb}", new { on = "2026-11-20", reason, placeId = place })).Content.ReadAsStringAsync();
        var page = WebUtility.HtmlDecode(await (await browser.SendFormAsync($"/measures/{measure}?do={form}", "act", fields)).Content.ReadAsStringAsync());

        Assert.Contains("supervision.document-missing", refused, StringComparison.Ordinal);
        Assert.Contains("documentNumber", refused, StringComparison.Ordinal);
        Assert.Contains("请填写文书编号", page, StringComparison.Ordinal);
        Assert.False(await RecordedAsync(measure, null));

        fields["Input.DocumentNumber"] = "沪函〔2026〕9号";
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendFormAsync($"/measures/{measure}?do={form}", "act", fields)).StatusCode);
        Assert.True(await RecordedAsync(measure, "沪函〔2026〕9号"));
        Assert.Contains("沪函〔2026〕9号", WebUtility.HtmlDecode(await browser.GetStringAsync($"/people/{client}?tab=timeline")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve", "Serve")]
    [InlineData("report", "Report")]
    [InlineData("sign", "Sign")]
    public async Task What_a_step_on_the_papers_has_no_place_for_is_refused_field_by_field_and_nothing_is_written(string verb, string page)
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var opened = await home.Api("worker").PostAsync("/measures", new
        {
            personId = client, kind = "CDT", orderedOn = "2026-11-01", servedOn = verb == "serve" ? null : "2026-11-02", reportedOn = verb == "sign" ? "2026-11-05" : null,
        });
        var measure = (await opened.JsonAsync()).GetProperty("id").GetGuid();
        var before = await PapersAsync(measure);

        var answer = await home.Api("worker").PostAsync($"/measures/{measure}/{verb}", new { on = "2026-11-10", knownOn = "2026-11-11", documentNumber = "送1", issuedBy = "虹口分局", note = "托人转交" });
        var problem = await answer.JsonAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["documentNumber", "issuedBy", "knownOn", "note"], problem.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("field").GetString()).Order(StringComparer.Ordinal));
        Assert.All(problem.GetProperty("rules").EnumerateArray(), rule => Assert.Equal("supervision.not-of-step", rule.GetProperty("code").GetString()));
        var form = await (await home.SignedInAsync("worker")).SendFormAsync($"/measures/{measure}?do={page}", "act", new() { ["Input.On"] = "2026-11-10", ["Input.KnownOn"] = "2026-11-11" });
        Assert.Contains("请去掉后再提交", WebUtility.HtmlDecode(await form.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(before, await PapersAsync(measure));
        Assert.Equal(HttpStatusCode.OK, (await home.Api("worker").PostAsync($"/measures/{measure}/{verb}", new { on = "2026-11-10" })).StatusCode);
    }

    [Theory]
    [InlineData("leave", "Leave", "2026-11-20")]
    [InlineData("absence", "Absence", "2026-11-20")]
    [InlineData("terminate", "Terminate", "2026-11-20")]
    public async Task What_comes_after_the_end_is_refused_by_API_and_form_and_nothing_is_written(string verb, string form, string on)
    {
        var (_, measure) = await ReadyAsync("terminate");
        var browser = await home.SignedInAsync("worker");
        // The form was open when somebody else ended the measure.
        var token = Front.HiddenOf(await browser.GetStringAsync($"/measures/{measure}?do={form}"), "act");
        (await home.Api("worker").PostAsync($"/measures/{measure}/terminate", new { on = "2026-11-10", reason = "imprisoned", documentNumber = "判1" })).EnsureSuccessStatusCode();
        var before = await PapersAsync(measure);

        var answer = await home.Api("worker").PostAsync($"/measures/{measure}/{verb}", new { on, reason = verb == "terminate" ? "died" : null, to = verb == "terminate" ? null : "2026-11-21", reportedInWriting = true });
        var told = await answer.Content.ReadAsStringAsync();
        var fields = new Dictionary<string, string>(token) { ["Input.On"] = on, ["Input.To"] = verb == "terminate" ? "" : "2026-11-21", ["Input.Reason"] = verb == "terminate" ? "died" : "", ["Input.Version"] = $"{before.Version}" };
        var gone = await browser.PostAsync($"/measures/{measure}?do={form}", new FormUrlEncodedContent(fields));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/measures/{measure}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("supervision.has-ended", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, gone.StatusCode);
        Assert.Contains("表单不再适用", page, StringComparison.Ordinal);
        Assert.Equal(before, await PapersAsync(measure));
    }

    /// <summary>For a release somebody whose term is over and whose file is complete; else somebody whose measure runs.</summary>
    async Task<(Guid Client, Guid Measure)> ReadyAsync(string verb)
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client, reportedOn: verb == "release" ? "2023-10-10" : "2026-05-10");
        if (verb == "release")
        {
            var browser = await home.SignedInAsync("worker");
            await home.MakePaperAsync(browser, client, PaperKind.Assessment, []);
            await home.MakePaperAsync(browser, client, PaperKind.ReleaseApproval, []);
        }
        return (client, measure);
    }

    Task<bool> RecordedAsync(Guid measure, string? number) => home.WithDbAsync(db => db.MeasureActs.AnyAsync(act => act.MeasureId == measure && (number == null || act.DocumentNumber == number)));

    Task<(int Version, int Acts, DateOnly? Served, DateOnly? Reported, DateOnly? Signed, DateOnly? Ended)> PapersAsync(Guid measure) => home.WithDbAsync(async db =>
    {
        var found = await db.Measures.AsNoTracking().Include(one => one.Acts).SingleAsync(one => one.Id == measure);
        return (found.Version, found.Acts.Count, found.ServedOn, found.ReportedOn, found.AgreementSignedOn, found.EndedOn);
    });
}

public sealed class PaperOfActsOnSqlite(SqliteHome home) : PaperOfActsTests(home), IClassFixture<SqliteHome>;

public sealed class PaperOfActsOnPostgres(PostgresHome home) : PaperOfActsTests(home), IClassFixture<PostgresHome>;
