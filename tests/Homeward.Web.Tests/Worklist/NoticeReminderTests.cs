using System.Net;
using System.Text.Json;
using Homeward.Domain.Papers;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Storage;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Web.Tests.Worklist;

/// <summary>The days on which the notice of a screen is to be served at the latest, from the window to the batch (R2.18).</summary>
public abstract class NoticeReminderTests(Home home)
{
    [Theory]
    [InlineData("2026-10-28", -7, "尚未送达检测通知（窗口期满前 7 天提醒）")]
    [InlineData("2026-10-24", 0, "尚未送达检测通知（窗口期满日提醒）")]
    [InlineData("2026-10-20", 3, "尚未送达检测通知（窗口期满后第 3 天提醒）")]
    [InlineData("2026-11-20", null, "尚未送达检测通知")]
    public async Task The_reminder_that_has_come_stands_with_the_screen_on_today_on_the_clients_page_and_in_the_api(string reportedOn, int? reminder, string said)
    {
        var client = await UnderDetoxAsync(reportedOn, "提醒人");
        var browser = await home.SignedInAsync("worker");

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/people/{client}"));
        var line = await LineAsync(client);

        Assert.Equal(reminder is not null, page.Contains(said, StringComparison.Ordinal));
        Assert.Equal(reminder, line.GetProperty("noticeReminder") is { ValueKind: JsonValueKind.Number } due ? due.GetInt32() : null);
        Assert.Equal(reminder is not null, (await ListedAsync()).Contains(client));
        Assert.Equal(reminder is not null, WebUtility.HtmlDecode(await browser.GetStringAsync("/?notice=due")).Contains($"/people/{client}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paper_that_was_served_ends_the_reminder_and_a_void_one_does_not()
    {
        var client = await UnderDetoxAsync("2026-10-28", "送达人");
        var api = home.Api("worker");
        var paper = (await (await api.PostAsync("/papers", new { personId = client, kind = "testNotice", day = "2026-11-25", place = "欧阳路社工点" })).JsonAsync()).GetProperty("id").GetGuid();
        Assert.Contains(client, await ListedAsync());

        await api.PostAsync($"/papers/{paper}/serve", new { on = "2026-11-23", mode = "inPerson", receiver = "本人", witness = "周建平" });

        Assert.DoesNotContain(client, await ListedAsync());
        Assert.Equal("2026-11-23", (await LineAsync(client)).GetProperty("noticeServedOn").GetString());
        Assert.Contains("检测通知已于 2026-11-23 送达", WebUtility.HtmlDecode(await (await home.SignedInAsync("worker")).GetStringAsync($"/people/{client}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task A_notice_that_names_a_window_counts_for_that_window_alone(int index, bool stillListed)
    {
        var client = await UnderDetoxAsync("2026-10-28", "期间人");
        var measure = await home.WithDbAsync(db => db.Measures.Where(found => found.ClientId == client).Select(found => found.Id).SingleAsync());

        var answer = await home.Api("worker").PostAsync($"/measures/{measure}/notice", new { on = "2026-11-20", year = 1, index });

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal(stillListed, (await ListedAsync()).Contains(client));
    }

    [Fact]
    public async Task The_batch_makes_the_notices_of_the_list_and_their_service_empties_it()
    {
        var closed = await UnderDetoxAsync("2026-10-20", "已过期人");
        var open = await UnderDetoxAsync("2026-10-28", "快到期人");
        var (browser, api) = (await home.SignedInAsync("worker"), home.Api("worker"));
        Assert.Contains("/papers/batch?due=yes", await browser.GetStringAsync("/?notice=due"), StringComparison.Ordinal);

        await browser.SendFormAsync("/papers/batch?due=yes", "batch", new() { ["Input.Place"] = "欧阳路社工点", ["Input.Hour"] = "09:00" });

        var papers = await home.WithDbAsync(db => db.Papers.AsNoTracking().Where(paper => (paper.ClientId == closed || paper.ClientId == open) && paper.Kind == PaperKind.TestNotice).ToListAsync());
        // A notice calls for a test in its window: of a closed one the list tells, the batch makes none.
        var paper = Assert.Single(papers);
        Assert.Equal((open, Home.Today), (paper.ClientId, paper.ForDay));
        Assert.Contains(open, await ListedAsync());
        await api.PostAsync($"/papers/{paper.Id}/serve", new { on = "2026-11-23", mode = "inPerson", receiver = "本人" });
        var listed = await ListedAsync();
        Assert.DoesNotContain(open, listed);
        Assert.Contains(closed, listed);
    }

    [Theory]
    [InlineData("[-3]", false)]
    [InlineData("[-5]", true)]
    [InlineData("[]", false)]
    public async Task The_policy_of_the_place_names_the_days(string days, bool listed)
    {
        var client = await UnderDetoxAsync("2026-10-28", "本地人");
        using var policies = new OwnPolicies(home);
        var packs = policies.Packs(OwnPolicies.Layer("n", 30).Replace("\"values\": {", $$"""
            "values": { "screenNotices": { "value": {{days}}, "rule": "R2.18", "evidence": "PROPOSED" },
            """, StringComparison.Ordinal));
        var version = packs.Find("hongkou", Home.Today)!.Version;
        await home.WithDbAsync(db => db.Obligations.Where(due => due.ClientId == client).ExecuteUpdateAsync(set => set.SetProperty(due => due.PolicyVersion, version)));

        var calls = new NoticeCalls(packs, home.Services.GetRequiredService<ShanghaiClock>());
        var found = await home.WithDbAsync(db => calls.Unserved(db.Obligations.Where(due => due.ClientId == client && due.SettledOn == null), db).CountAsync());

        Assert.Equal(listed ? 1 : 0, found);
    }

    async Task<Guid> UnderDetoxAsync(string reportedOn, string name)
    {
        var client = await home.NewClientAsync("worker", "pointA", name);
        await home.NewMeasureAsync("worker", client, reportedOn: reportedOn);
        return client;
    }

    /// <summary>Whose screens stand in the list of those that no notice was served for.</summary>
    async Task<IReadOnlyList<Guid>> ListedAsync() => [.. (await ReadAsync("noticeDue=true")).Select(line => line.GetProperty("person").GetProperty("id").GetGuid())];

    /// <summary>The first open screen of a client on the worklist.</summary>
    async Task<JsonElement> LineAsync(Guid client) => (await ReadAsync("kind=screen")).First(line => line.GetProperty("person").GetProperty("id").GetGuid() == client);

    async Task<IEnumerable<JsonElement>> ReadAsync(string query) =>
        (await (await home.Api("worker").GetAsync($"/api/v1/worklist?{query}&limit=200")).JsonAsync()).GetProperty("items").EnumerateArray();
}

public sealed class NoticeRemindersOnSqlite(SqliteHome home) : NoticeReminderTests(home), IClassFixture<SqliteHome>;

public sealed class NoticeRemindersOnPostgres(PostgresHome home) : NoticeReminderTests(home), IClassFixture<PostgresHome>;
