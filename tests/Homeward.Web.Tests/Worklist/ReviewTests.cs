using System.Net;
using Homeward.Domain.Papers;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Homeward.Web.Tests.Papers;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Worklist;

/// <summary>The half-yearly summary and the yearly assessment come up by themselves and are fulfilled by the assessment that is written (rules R2.12).</summary>
public abstract class ReviewTests(Home home)
{
    [Fact]
    public async Task The_summary_of_a_half_year_comes_up_in_its_last_days_and_leads_to_the_paper()
    {
        var (client, _) = await ReportedAsync("2026-06-10", "小结人");
        var browser = await home.SignedInAsync("worker");

        var list = WebUtility.HtmlDecode(await browser.GetStringAsync("/?kind=HalfYearSummary"));
        var told = (await (await home.Api("worker").GetAsync("/api/v1/worklist?kind=halfYearSummary&limit=200")).JsonAsync()).GetProperty("items").EnumerateArray()
            .Single(due => due.GetProperty("person").GetProperty("id").GetGuid() == client);

        Assert.Contains("小结人", list, StringComparison.Ordinal);
        Assert.Contains("半年小结", list, StringComparison.Ordinal);
        Assert.Contains($"/people/{client}/papers/new?kind=Assessment", list, StringComparison.Ordinal);
        Assert.Equal(("2026-11-09", "2026-12-09", "R2.12"), (told.GetProperty("opens").GetString(), told.GetProperty("closes").GetString(), told.GetProperty("rule").GetString()));
        Assert.Contains("半年小结", WebUtility.HtmlDecode(await browser.GetStringAsync($"/people/{client}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_assessment_fulfils_it_declared_void_it_is_open_again_and_drawing_anew_changes_nothing()
    {
        var (client, measure) = await ReportedAsync("2026-06-10");
        var browser = await home.SignedInAsync("worker");

        var paper = await home.MakePaperAsync(browser, client, PaperKind.Assessment, new() { ["Input.Facts"] = "半年来按时检测", ["Input.Opinion"] = "继续帮教" });
        var written = await FirstAsync(measure);
        await RedrawAsync(client);
        var again = await FirstAsync(measure);
        (await home.Api("worker").PostAsync($"/papers/{paper.Id}/void", new { reason = "写错人" })).EnsureSuccessStatusCode();
        var open = await FirstAsync(measure);
        await RedrawAsync(client);

        Assert.Equal((Settlement.Fulfilled, Home.Today), (written.Settlement!.Value, written.SettledOn!.Value));
        Assert.Equal(written.Version, again.Version);
        Assert.Null(open.Settlement);
        Assert.Equal(open.Version, (await FirstAsync(measure)).Version);
        Assert.Equal(1, await home.WithDbAsync(db => db.Obligations.CountAsync(due => due.NaturalKey == $"R2.12|{measure}|summary-1")));
    }

    [Fact]
    public async Task The_scan_of_one_written_elsewhere_fulfils_it_too()
    {
        var (client, measure) = await ReportedAsync("2025-12-10");

        var made = await home.Api("worker").PostAsync($"/people/{client}/scans", new { slot = "assessments", on = "2026-11-20", measureId = measure, file = Scans.Pdf("年度评估") });
        var written = await FirstAsync(measure);
        await home.Api("worker").SendJsonAsync(HttpMethod.Post, $"/scans/{(await made.JsonAsync()).GetProperty("id").GetGuid()}/annul", new { reason = "附错" }, ifMatch: made.Headers.ETag!.Tag);

        Assert.Equal((ObligationKind.YearlyAssessment, Settlement.Fulfilled, new DateOnly(2026, 11, 20)), (written.Kind, written.Settlement!.Value, written.SettledOn!.Value));
        Assert.Null((await FirstAsync(measure)).Settlement);
    }

    [Fact]
    public async Task Periods_before_the_office_knew_the_client_are_not_asked_for()
    {
        var (_, measure) = await ReportedAsync("2024-02-10");

        var keys = await home.WithDbAsync(db => db.Obligations.Where(due => due.MeasureId == measure && due.Rule == "R2.12").OrderBy(due => due.Opens).Select(due => due.NaturalKey).ToListAsync());

        Assert.Equal([$"R2.12|{measure}|year-3"], keys);
    }

    async Task<(Guid Client, Guid Measure)> ReportedAsync(string on, string name = "单小明")
    {
        var client = await home.NewClientAsync("worker", "pointA", name);
        return (client, await home.NewMeasureAsync("worker", client, reportedOn: on));
    }

    Task<Obligation> FirstAsync(Guid measure) => home.WithDbAsync(db => db.Obligations.AsNoTracking().Where(due => due.MeasureId == measure && due.Rule == "R2.12").OrderBy(due => due.Opens).FirstAsync());

    Task<int> RedrawAsync(Guid client) => home.WithDbAsync(async (db, services) =>
    {
        var plan = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Features.Worklist.PlanObligations>(services);
        await plan.RunAsync(await db.Clients.SingleAsync(found => found.Id == client), default);
        return await db.SaveChangesAsync();
    });
}

public sealed class ReviewsOnSqlite(SqliteHome home) : ReviewTests(home), IClassFixture<SqliteHome>;

public sealed class ReviewsOnPostgres(PostgresHome home) : ReviewTests(home), IClassFixture<PostgresHome>;
