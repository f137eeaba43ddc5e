using System.Net;
using System.Text;
using Homeward.Domain.Papers;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Papers;

/// <summary>The notices of a week in one file.</summary>
public abstract class BatchTests(Home home)
{
    [Fact]
    public async Task All_notices_of_a_week_are_made_once_numbered_and_lie_in_one_file()
    {
        var clients = new List<Guid>();
        for (var one = 0; one < 3; one++)
        {
            var client = await home.NewClientAsync("worker", "pointA", $"批量{one}");
            await home.NewMeasureAsync("worker", client, reportedOn: "2026-11-20");
            clients.Add(client);
        }
        var foreign = await home.NewClientAsync("neighbour", "pointB");
        await home.NewMeasureAsync("neighbour", foreign, reportedOn: "2026-11-20");
        var due = await home.WithDbAsync(db => db.Obligations.CountAsync(one => clients.Contains(one.ClientId) && one.Kind == ObligationKind.Screen && one.SettledOn == null && one.Opens <= Home.Today.AddDays(6) && one.Closes >= Home.Today));
        var browser = await home.SignedInAsync("worker");

        var answer = await browser.SendFormAsync("/papers/batch", "batch", new() { ["Input.Place"] = "欧阳路社工点", ["Input.Hour"] = "9:00" });
        var list = answer.Headers.Location!.OriginalString;
        var file = await browser.GetByteArrayAsync($"/papers/batch/{list.Split('=')[1]}.pdf");

        var papers = await home.WithDbAsync(db => db.Papers.AsNoTracking().Where(paper => clients.Contains(paper.ClientId)).OrderBy(paper => paper.Serial).ToListAsync());
        Assert.Equal((due, due), (papers.Count, papers.Select(paper => paper.ObligationId).Distinct().Count()));
        Assert.True(due >= 3);
        Assert.All(papers, paper => Assert.Equal((PaperKind.TestNotice, true), (paper.Kind, paper.ForDay >= Home.Today)));
        Assert.Equal(papers.Select(paper => paper.Serial), Enumerable.Range(papers[0].Serial, papers.Count));
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(file[..5]));
        Assert.Equal(papers.Count, await home.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == "paper.pdf")));
        Assert.False(await home.WithDbAsync(db => db.Papers.AnyAsync(paper => paper.ClientId == foreign)));
        Assert.DoesNotContain("name=\"_handler\" value=\"batch\"", await browser.GetStringAsync("/papers/batch"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await home.SignedInAsync("stranger")).GetAsync($"/papers/batch/{list.Split('=')[1]}.pdf")).StatusCode);
    }
}

public sealed class BatchOnSqlite(SqliteHome home) : BatchTests(home), IClassFixture<SqliteHome>;

public sealed class BatchOnPostgres(PostgresHome home) : BatchTests(home), IClassFixture<PostgresHome>;
