using System.Net;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Papers;

/// <summary>Notices that a batch does not make: of windows that are over, and those that somebody else makes in the same instant.</summary>
public abstract class BatchLeftTests(Home home)
{
    [Fact]
    public async Task What_is_over_is_not_made_and_the_page_says_how_many_and_why()
    {
        var client = await home.NewClientAsync("worker", "pointA", "过期人");
        await home.NewMeasureAsync("worker", client, reportedOn: "2026-06-01");
        var browser = await home.SignedInAsync("worker");
        var listed = System.Text.RegularExpressions.Regex.Count(await browser.GetStringAsync("/?notice=due"), "datetime|class=\"sub text-warn\"");

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/papers/batch?due=yes"));

        var over = await home.WithDbAsync(db => db.Obligations.CountAsync(one => one.ResponsibleId == home.World.Staff["worker"].Id && one.Kind == ObligationKind.Screen && one.SettledOn == null && one.Closes < Home.Today));
        Assert.True(over > 0 && listed >= over);
        Assert.Contains($"另有 {over} 人次的检测期间已过", page, StringComparison.Ordinal);
        Assert.DoesNotContain("这一周没有需要制作的通知书", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_batches_at_one_instant_each_notice_is_made_once_and_who_loses_is_shown_what_exists()
    {
        for (var round = 0; round < 3; round++)
        {
            var client = await home.NewClientAsync("worker", "pointA", "同时人");
            await home.NewMeasureAsync("worker", client, reportedOn: "2026-11-20");

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => home.Api("worker").PostAsync("/papers/batch", new { from = "2026-11-23", place = "点" })));

            Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.Created);
            Assert.All(answers, answer => Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity]));
            var made = await home.WithDbAsync(db => db.Papers.Where(paper => paper.ClientId == client && paper.ObligationId != null).Select(paper => paper.ObligationId).ToListAsync());
            Assert.Equal(made.Distinct().Count(), made.Count);
            Assert.NotEmpty(made);
        }
    }
}

public sealed class BatchLeftOnSqlite(SqliteHome home) : BatchLeftTests(home), IClassFixture<SqliteHome>;

public sealed class BatchLeftOnPostgres(PostgresHome home) : BatchLeftTests(home), IClassFixture<PostgresHome>;
