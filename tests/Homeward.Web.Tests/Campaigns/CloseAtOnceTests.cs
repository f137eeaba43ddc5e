using System.Net;
using System.Text.Json;
using Homeward.Domain.Campaigns;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Campaigns;

/// <summary>A campaign is closed while others are still writing down whom they have found.</summary>
public abstract class CloseAtOnceTests(Home home)
{
    const int Rounds = 4;
    const int Persons = 6;

    [Fact]
    public async Task What_is_marked_at_the_instant_of_the_closing_stands_in_the_report_or_is_refused()
    {
        for (var person = 0; person < Persons; person++)
        {
            await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"));
        }
        for (var round = 0; round < Rounds; round++)
        {
            var opened = await home.Api("head").PostAsync("/campaigns", new { name = "节点排查", kind = "other", unitId = home.World.Units["station"].Id, from = "2026-11-20", to = "2026-11-23", items = new[] { "whereabouts" } });
            var campaign = (await opened.JsonAsync()).GetProperty("id").GetGuid();
            var entries = await home.WithDbAsync(db => db.CampaignEntries.Where(entry => entry.CampaignId == campaign).Select(entry => entry.Id).ToListAsync());

            var closing = home.Api("head").PostAsync($"/campaigns/{campaign}/close", new { note = "在外务工" });
            var marks = await Task.WhenAll(entries.Select(entry => home.Api("worker").PostAsync($"/campaign-entries/{entry}/mark", new { on = "2026-11-22", whereabouts = "home" })));

            Assert.Equal(HttpStatusCode.OK, (await closing).StatusCode);
            var report = (await (await home.Api("head").GetAsync($"/api/v1/campaigns/{campaign}/report")).JsonAsync()).GetProperty("report");
            var told = CampaignShare.Sum(report.GetProperty("shares").Deserialize<List<CampaignShare>>(JsonSerializerOptions.Web)!).Whereabouts;
            var stands = await home.WithDbAsync(db => db.CampaignEntries.CountAsync(entry => entry.CampaignId == campaign && entry.Whereabouts != null));
            Assert.Equal((stands, stands), (told, marks.Count(mark => mark.IsSuccessStatusCode)));
            Assert.All(marks.Where(mark => !mark.IsSuccessStatusCode), mark => Assert.Contains(mark.StatusCode, (HttpStatusCode[])[HttpStatusCode.PreconditionFailed, HttpStatusCode.UnprocessableEntity]));
        }
    }
}

public sealed class CloseAtOnceOnSqlite(SqliteHome home) : CloseAtOnceTests(home), IClassFixture<SqliteHome>;

public sealed class CloseAtOnceOnPostgres(PostgresHome home) : CloseAtOnceTests(home), IClassFixture<PostgresHome>;
