using System.Net;
using System.Security.Cryptography;
using System.Text;
using Homeward.Domain.Papers;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Papers;

/// <summary>Papers from the click to the file: numbered, sealed, printed again the same.</summary>
public abstract class PaperTests(Home home)
{
    [Fact]
    public async Task A_test_notice_is_filled_from_the_file_numbered_and_printed_the_same_after_the_file_has_changed()
    {
        var client = await home.PaperClientAsync("通知人");
        var browser = await home.SignedInAsync("worker");

        var paper = await home.MakePaperAsync(browser, client, PaperKind.TestNotice, new() { ["Input.Day"] = "2026-11-30", ["Input.Place"] = "欧阳路社工点" });
        var before = await PaperCalls.PrintedAsync(browser, paper.Id);
        var file = await browser.GetByteArrayAsync($"/papers/{paper.Id}.pdf");
        var version = (await (await home.Api("worker").GetAsync($"/api/v1/people/{client}")).JsonAsync()).GetProperty("version").GetInt32();
        await home.Api("worker").SendJsonAsync(HttpMethod.Patch, $"/people/{client}", new { name = "改名人" }, ifMatch: $"\"{version}\"");

        Assert.Contains("通知人", before, StringComparison.Ordinal);
        Assert.Contains("2026年11月30日", before, StringComparison.Ordinal);
        Assert.Contains(paper.Number, before, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", before, StringComparison.Ordinal);
        Assert.Equal(before, await PaperCalls.PrintedAsync(browser, paper.Id));
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(file[..5]));
        Assert.Equal(SHA256.HashData(file), SHA256.HashData(await browser.GetByteArrayAsync($"/papers/{paper.Id}.pdf")));
    }

    [Fact]
    public async Task The_streets_office_makes_and_prints_papers_of_its_street_and_an_empty_choice_takes_the_newest_act()
    {
        var client = await home.PaperClientAsync("街办人");
        var foreign = await home.NewClientAsync("stranger", "pointC", "外区人");
        var measure = await home.WithDbAsync(db => db.Measures.Where(found => found.ClientId == client).Select(found => found.Id).SingleAsync());
        await home.Api("worker").PostAsync($"/measures/{measure}/leave", new { on = "2026-11-20", to = "2026-11-28", reportedInWriting = true });
        var street = await home.SignedInAsync("street");

        var paper = await home.MakePaperAsync(street, client, PaperKind.LeaveReport, new() { ["Input.ActId"] = "" });

        Assert.Contains("2026年11月28日", await PaperCalls.PrintedAsync(street, paper.Id), StringComparison.Ordinal);
        Assert.Contains($"/papers/{paper.Id}", await street.GetStringAsync("/papers"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await street.GetAsync($"/people/{client}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await street.GetAsync($"/people/{foreign}/papers/new")).StatusCode);
    }

    [Fact]
    public async Task What_the_worker_writes_of_the_person_is_not_the_streets_to_read_to_make_or_to_void()
    {
        var client = await home.PaperClientAsync("评估人");
        var paper = await home.MakePaperAsync(await home.SignedInAsync("worker"), client, PaperKind.Assessment, new() { ["Input.Facts"] = "只给社工看", ["Input.Opinion"] = "继续帮教" });
        var street = await home.SignedInAsync("street");

        Assert.DoesNotContain($"/papers/{paper.Id}", await street.GetStringAsync("/papers"), StringComparison.Ordinal);
        foreach (var path in new[] { $"/papers/{paper.Id}", $"/papers/{paper.Id}/print", $"/papers/{paper.Id}.pdf" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await street.GetAsync(path)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await home.Api("street").PostAsync($"/papers/{paper.Id}/void", new { reason = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Api("street").PostAsync("/papers", new { personId = client, kind = "helpPlan", plan = "x" })).StatusCode);
        Assert.DoesNotContain("kind=Assessment", await street.GetStringAsync($"/people/{client}/papers/new"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_about_an_act_tells_of_the_act_and_is_refused_without_one()
    {
        var client = await home.PaperClientAsync("外出人");
        var browser = await home.SignedInAsync("worker");
        var api = home.Api("worker");
        var measure = await home.WithDbAsync(db => db.Measures.Where(found => found.ClientId == client).Select(found => found.Id).SingleAsync());

        var without = await api.PostAsync("/papers", new { personId = client, kind = "leaveReport" });
        await api.PostAsync($"/measures/{measure}/leave", new { on = "2026-11-20", to = "2026-11-28", reportedInWriting = true, destination = "苏州市", note = "探亲", reviewer = "王所" });
        var made = await home.MakePaperAsync(browser, client, PaperKind.LeaveReport, []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal("papers.act-missing", (await without.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        var text = await PaperCalls.PrintedAsync(browser, made.Id);
        Assert.Contains("苏州市", text, StringComparison.Ordinal);
        Assert.Contains("王所", text, StringComparison.Ordinal);
        Assert.Contains("2026年11月28日", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_was_typed_stays()
    {
        var client = await home.PaperClientAsync("缺项人");
        var browser = await home.SignedInAsync("worker");

        var answer = await browser.SendFormAsync($"/people/{client}/papers/new?kind=TestNotice", "paper", new() { ["Input.Note"] = "请带身份证" });

        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("请填写“检测日期”", html, StringComparison.Ordinal);
        Assert.Contains("请带身份证", html, StringComparison.Ordinal);
        Assert.False(await home.WithDbAsync(db => db.Papers.AnyAsync(paper => paper.ClientId == client)));
    }

    [Fact]
    public async Task Markup_in_a_value_is_text_on_the_screen_and_on_paper()
    {
        var client = await home.PaperClientAsync("<img src=x onerror=alert(1)>");
        var browser = await home.SignedInAsync("worker");

        var paper = await home.MakePaperAsync(browser, client, PaperKind.HelpPlan, new() { ["Input.Plan"] = "<script>alert(1)</script>{{clientName}}\n\"><b onclick=x>" });

        var html = await browser.GetStringAsync($"/papers/{paper.Id}/print");
        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b onclick", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;{{clientName}}", html, StringComparison.Ordinal);
        Assert.True((await browser.GetByteArrayAsync($"/papers/{paper.Id}.pdf")).Length > 2_000);
    }

    [Fact]
    public async Task A_value_that_was_changed_in_the_database_is_told()
    {
        var client = await home.PaperClientAsync("篡改人");
        var browser = await home.SignedInAsync("worker");
        var paper = await home.MakePaperAsync(browser, client, PaperKind.HandbookReceipt, []);

        await home.WithDbAsync(db => db.Papers.Where(found => found.Id == paper.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.Hash, new string('0', 64))));

        Assert.Contains("数据摘要不符", WebUtility.HtmlDecode(await browser.GetStringAsync($"/papers/{paper.Id}")), StringComparison.Ordinal);
        Assert.False((await (await home.Api("worker").GetAsync($"/api/v1/papers/{paper.Id}")).JsonAsync()).GetProperty("hashFits").GetBoolean());
    }

    [Fact]
    public async Task Making_printing_and_downloading_leave_a_trace_and_no_name_lies_in_clear()
    {
        var client = await home.PaperClientAsync("留痕人");
        var browser = await home.SignedInAsync("worker");
        var paper = await home.MakePaperAsync(browser, client, PaperKind.HandbookReceipt, []);
        await browser.GetStringAsync($"/papers/{paper.Id}/print");
        await browser.GetByteArrayAsync($"/papers/{paper.Id}.pdf");

        var acts = await home.WithDbAsync(db => db.AuditEntries.Where(entry => entry.RecordId == paper.Id).Select(entry => entry.Act).ToListAsync());
        Assert.Equal(["paper.make", "paper.pdf", "paper.print"], acts.Order(StringComparer.Ordinal));
        var stored = await home.WithDbAsync(db => db.Papers.Where(found => found.Id == paper.Id).Select(found => found.Content).SingleAsync());
        Assert.DoesNotContain("留痕人", Encoding.UTF8.GetString(stored.Bytes), StringComparison.Ordinal);
    }
}

public sealed class PaperOnSqlite(SqliteHome home) : PaperTests(home), IClassFixture<SqliteHome>;

public sealed class PaperOnPostgres(PostgresHome home) : PaperTests(home), IClassFixture<PostgresHome>;
