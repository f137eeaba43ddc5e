using System.Net;
using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Papers;

/// <summary>A paper among others: its number, its service, its unit.</summary>
public abstract class PaperNumberTests(Home home)
{
    [Fact]
    public async Task Numbers_run_without_a_gap_however_many_are_made_at_once()
    {
        var client = await home.PaperClientAsync("并发人");
        var api = home.Api("worker");
        var unit = home.World.Units["pointA"].Id;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => api.PostAsync("/papers", new { personId = client, kind = "handbookReceipt" })));
        await api.PostAsync("/papers", new { personId = client, kind = "leaveReport" });
        await api.PostAsync("/papers", new { personId = client, kind = "handbookReceipt" });

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var serials = await home.WithDbAsync(db => db.Papers.Where(paper => paper.MadeInUnitId == unit && paper.Year == 2026).OrderBy(paper => paper.Serial).Select(paper => paper.Serial).ToListAsync());
        Assert.Equal(Enumerable.Range(1, serials.Count), serials);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_paper()
    {
        var client = await home.PaperClientAsync("双击人");
        var browser = await home.SignedInAsync("worker");
        var page = $"/people/{client}/papers/new?kind=HandbookReceipt";
        var fields = Front.HiddenOf(await browser.GetStringAsync(page), "paper");

        await browser.PostAsync(page, new FormUrlEncodedContent(fields));
        await browser.PostAsync(page, new FormUrlEncodedContent(fields));

        Assert.Equal(1, await home.WithDbAsync(db => db.Papers.CountAsync(paper => paper.ClientId == client)));
    }

    [Fact]
    public async Task A_served_notice_is_an_act_of_the_measure_and_a_void_one_says_so()
    {
        var client = await home.PaperClientAsync("送达人");
        var browser = await home.SignedInAsync("worker");
        var paper = await home.MakePaperAsync(browser, client, PaperKind.TestNotice, new() { ["Input.Day"] = "2026-11-30", ["Input.Place"] = "社工点" });

        var early = await browser.SendFormAsync($"/papers/{paper.Id}?do=serve", "serve", new() { ["Input.On"] = "2026-11-22", ["Input.Mode"] = "inPerson" });
        await browser.SendFormAsync($"/papers/{paper.Id}?do=serve", "serve", new() { ["Input.On"] = "2026-11-23", ["Input.Mode"] = "family", ["Input.Receiver"] = "母亲" });
        await browser.SendFormAsync($"/papers/{paper.Id}?do=void", "void", new() { ["Input.Reason"] = "日期有误" });

        Assert.Contains("早于制作日期", WebUtility.HtmlDecode(await early.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var act = await home.WithDbAsync(db => db.MeasureActs.SingleAsync(found => found.ClientId == client && found.Kind == MeasureActKind.NoticeServed));
        Assert.Equal((paper.Number, Home.Today), (act.DocumentNumber, act.On));
        Assert.Contains("作 废", await PaperCalls.PrintedAsync(browser, paper.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_follows_its_client_and_keeps_the_number_of_the_unit_that_made_it()
    {
        var client = await home.PaperClientAsync("移交人");
        var browser = await home.SignedInAsync("worker");
        var paper = await home.MakePaperAsync(browser, client, PaperKind.HandbookReceipt, []);

        await home.WithDbAsync(async db =>
        {
            (await db.Clients.SingleAsync(found => found.Id == client)).AssignTo(home.World.Units["pointB"].Id, null, home.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/papers/{paper.Id}.pdf")).StatusCode);
        Assert.Contains(paper.Number, await PaperCalls.PrintedAsync(await home.SignedInAsync("neighbour"), paper.Id), StringComparison.Ordinal);
    }
}

public sealed class PaperNumberOnSqlite(SqliteHome home) : PaperNumberTests(home), IClassFixture<SqliteHome>;

public sealed class PaperNumberOnPostgres(PostgresHome home) : PaperNumberTests(home), IClassFixture<PostgresHome>;
