using System.Net;
using System.Text.RegularExpressions;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Worklist;

/// <summary>Today and the pages beside it, through the front door.</summary>
public abstract partial class WorklistPagesTests(Home home)
{
    [Fact]
    public async Task A_measure_without_its_day_stands_in_a_list_of_its_own_with_what_is_missing()
    {
        var client = await home.NewClientAsync("worker", "pointA", "缺日期");
        await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CRH", orderedOn = "2026-11-01" });
        var whole = await home.NewClientAsync("worker", "pointA", "全日期");
        await home.NewMeasureAsync("worker", whole);
        var browser = await home.SignedInAsync("worker");

        var gaps = await browser.GetStringAsync("/worklist/gaps");

        Assert.Contains("缺日期", gaps, StringComparison.Ordinal);
        Assert.Contains("报到日期", gaps, StringComparison.Ordinal);
        Assert.DoesNotContain("全日期", gaps, StringComparison.Ordinal);
        Assert.Contains("href=\"/worklist/gaps\"", await browser.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gap_of_another_place_is_not_shown()
    {
        var client = await home.NewClientAsync("stranger", "pointC", "别处缺");
        await home.Api("stranger").PostAsync("/measures", new { personId = client, kind = "CRH", orderedOn = "2026-11-01" });

        Assert.DoesNotContain("别处缺", await (await home.SignedInAsync("leader")).GetStringAsync("/worklist/gaps"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Excused", Settlement.Excused)]
    [InlineData("Cancelled", Settlement.Cancelled)]
    public async Task What_is_due_is_settled_by_hand_with_a_reason_and_taken_back(string how, Settlement settlement)
    {
        var (browser, client, id) = await DueAsync();

        var settled = await browser.SendFormAsync($"/obligations/{id}/excuse", "excuse", new() { ["Input.How"] = how, ["Input.Reason"] = "ill" });
        var after = await FindAsync(id);
        var page = await browser.GetStringAsync($"/people/{client}");
        var fields = Front.HiddenOf(page, $"/obligations/{id}/reopen");
        var reopened = await browser.PostAsync($"/obligations/{id}/reopen", new FormUrlEncodedContent(fields));
        var again = await FindAsync(id);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (settled.StatusCode, reopened.StatusCode));
        Assert.Equal((settlement, "ill"), (after.Settlement, after.Reason));
        Assert.Null(again.Settlement);
        Assert.Equal(1, await home.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.ClientId == client && entry.Act == "obligation.reopen")));
    }

    [Fact]
    public async Task Settling_by_hand_needs_a_reason()
    {
        var (browser, _, id) = await DueAsync();

        var refused = await browser.SendFormAsync($"/obligations/{id}/excuse", "excuse", new() { ["Input.How"] = "Cancelled" });

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Null((await FindAsync(id)).Settlement);
    }

    [Fact]
    public async Task What_a_record_fulfilled_cannot_be_taken_back_by_hand_and_the_page_says_why()
    {
        var (browser, client, id) = await DueAsync();
        await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client, "2026-11-20"));
        var version = (await FindAsync(id)).Version;
        var token = Front.HiddenOf(await browser.GetStringAsync("/account"), "/sign-out");
        var request = new HttpRequestMessage(HttpMethod.Post, $"/obligations/{id}/reopen") { Content = new FormUrlEncodedContent(new Dictionary<string, string>(token) { ["version"] = $"{version}" }) };
        request.Headers.Referrer = new Uri($"https://localhost/people/{client}");

        var refused = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Equal($"/people/{client}", refused.Headers.Location?.OriginalString);
        Assert.Contains("不能撤回", await browser.GetStringAsync($"/people/{client}"), StringComparison.Ordinal);
        Assert.Equal(Settlement.Fulfilled, (await FindAsync(id)).Settlement);
    }

    [Fact]
    public async Task Today_is_sorted_both_ways()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", client, reportedOn: "2026-01-10");
        var browser = await home.SignedInAsync("worker");

        var first = Closings(await browser.GetStringAsync("/"));
        var last = Closings(await browser.GetStringAsync("/?sort=-closes"));

        Assert.Equal(first.Order(), first);
        Assert.Equal(last.OrderDescending(), last);
        Assert.True(first.Count > 1);
    }

    [Theory]
    [InlineData("/?view=month&month=9999-12")]
    [InlineData("/?view=month&month=0001-01")]
    [InlineData("/?on=9999-12-31")]
    [InlineData("/?after=garbage")]
    [InlineData("/?sort=drop+table")]
    public async Task Days_at_the_edge_and_garbage_in_the_address_leave_the_page_standing(string path)
    {
        Assert.Equal(HttpStatusCode.OK, (await (await home.SignedInAsync("worker")).GetAsync(path)).StatusCode);
    }

    [Theory]
    [InlineData("", "筛选没有保存")]
    [InlineData("每日", "筛选已保存")]
    public async Task A_view_without_a_name_is_not_kept_and_says_so(string name, string said)
    {
        var browser = await home.SignedInAsync("leader");
        var token = Front.HiddenOf(await browser.GetStringAsync("/account"), "/sign-out");

        await browser.PostAsync("/views", new FormUrlEncodedContent(new Dictionary<string, string>(token) { ["page"] = "worklist", ["query"] = "?state=Overdue", ["name"] = name }));

        Assert.Contains(said, await browser.GetStringAsync("/?state=Overdue"), StringComparison.Ordinal);
    }

    async Task<(HttpClient Browser, Guid Client, Guid Obligation)> DueAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", client);
        var id = await home.WithDbAsync(db => db.Obligations
            .Where(due => due.ClientId == client && due.Kind == ObligationKind.Screen && due.SettledOn == null && due.Opens <= Home.Today && due.Closes >= Home.Today).Select(due => due.Id).SingleAsync());
        return (await home.SignedInAsync("worker"), client, id);
    }

    Task<Obligation> FindAsync(Guid id) => home.WithDbAsync(db => db.Obligations.AsNoTracking().SingleAsync(found => found.Id == id));

    static List<string> Closings(string page) => [.. Window().Matches(page).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\d\d-\d\d – (\d{4}-\d\d-\d\d)")]
    private static partial Regex Window();
}

public sealed class WorklistPagesOnSqlite(SqliteHome home) : WorklistPagesTests(home), IClassFixture<SqliteHome>;

public sealed class WorklistPagesOnPostgres(PostgresHome home) : WorklistPagesTests(home), IClassFixture<PostgresHome>;
