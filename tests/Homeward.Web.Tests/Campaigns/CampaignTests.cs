using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Homeward.Domain.Campaigns;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Campaigns;

/// <summary>Key dates through the front door: a list that work fills by itself, progress, and a report that stays.</summary>
public abstract partial class CampaignTests(Home home)
{
    [Fact]
    public async Task Work_recorded_once_fills_the_list_and_the_counts_open_exactly_their_list()
    {
        var (campaign, clients) = await OpenedAsync("qingming", 3);
        await RecordAsync(clients[0], "homeVisit", "2026-11-22");
        await RecordAsync(clients[1], "phone", "2026-11-19");
        await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(clients[2], "2026-11-21"));
        var browser = await home.SignedInAsync("head");

        var page = await browser.GetStringAsync($"/campaigns/{campaign}");

        var links = Counted().Matches(page).Select(match => (Href: WebUtility.HtmlDecode(match.Groups[1].Value), Count: int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture))).DistinctBy(link => link.Href).ToList();
        Assert.True(links.Count >= 8, $"{links.Count} counts");
        foreach (var (href, count) in links)
        {
            Assert.Equal((href, count), (href, RowsOf(await browser.GetStringAsync(href))));
        }
        var share = await ShareAsync(campaign);
        Assert.Equal((3, 1, 1, 1, 0), (share.Persons, share.Contacted, share.Visited, share.Screened, share.Done));
    }

    [Fact]
    public async Task An_annulled_contact_empties_its_place_again()
    {
        var (campaign, clients) = await OpenedAsync("labourDay", 1);
        var contact = await RecordAsync(clients[0], "phone", "2026-11-22");
        Assert.Equal(1, (await ShareAsync(campaign)).Contacted);

        await (await home.SignedInAsync("worker")).SendFormAsync($"/contacts/{contact}/annul", "annul", new() { ["Input.Reason"] = "录错了人" });

        Assert.Equal(0, (await ShareAsync(campaign)).Contacted);
    }

    [Fact]
    public async Task A_worker_sees_their_own_persons_and_the_other_district_sees_nothing()
    {
        var (campaign, clients) = await OpenedAsync("newYear", 1, "甲在册");
        var neighbours = await home.NewClientAsync("neighbour", "pointB", "乙在册");
        await home.NewMeasureAsync("neighbour", neighbours);
        await home.Api("head").PostAsync($"/campaigns/{campaign}/refresh", new { });
        var (worker, neighbour, stranger) = (await home.SignedInAsync("worker"), await home.SignedInAsync("neighbour"), await home.SignedInAsync("stranger"));

        var own = await worker.GetStringAsync($"/campaigns/{campaign}");
        Assert.Contains("甲在册", own, StringComparison.Ordinal);
        Assert.DoesNotContain("乙在册", own, StringComparison.Ordinal);
        Assert.Contains("乙在册", await neighbour.GetStringAsync($"/campaigns/{campaign}"), StringComparison.Ordinal);
        Assert.DoesNotContain("乙在册", await worker.GetStringAsync($"/campaigns/{campaign}/report"), StringComparison.Ordinal);
        foreach (var path in new[] { "", "/report", "/export" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/campaigns/{campaign}{path}")).StatusCode);
        }
        Assert.DoesNotContain($"{campaign}", await stranger.GetStringAsync("/campaigns"), StringComparison.Ordinal);
        var entry = await EntryAsync(campaign, clients[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/campaign-entries/{entry}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Api("neighbour").PostAsync($"/campaign-entries/{entry}/mark", new { on = "2026-11-22", whereabouts = "home" })).StatusCode);
    }

    [Theory]
    [InlineData("worker", "pointA", HttpStatusCode.Forbidden)]
    [InlineData("leader", "pointA", HttpStatusCode.Forbidden)]
    [InlineData("head", "pointC", HttpStatusCode.NotFound)]
    [InlineData("head", "hongkou", HttpStatusCode.NotFound)]
    public async Task Only_a_head_or_an_office_opens_one_and_only_for_their_own_unit(string user, string unit, HttpStatusCode status) =>
        Assert.Equal(status, (await home.Api(user).PostAsync("/campaigns", Order("midAutumn", unit))).StatusCode);

    [Fact]
    public async Task Joiners_and_leavers_follow_the_shown_rule()
    {
        var (campaign, clients) = await OpenedAsync("springFestival", 2);
        var measure = await home.WithDbAsync(db => db.Measures.Where(found => found.ClientId == clients[0]).Select(found => found.Id).SingleAsync());
        await home.Api("worker").PostAsync($"/measures/{measure}/terminate", new { on = "2026-11-22", reason = "died" });
        var late = await home.NewClientAsync("worker", "pointA", "后来人");
        await home.NewMeasureAsync("worker", late);
        Assert.DoesNotContain("后来人", await (await home.SignedInAsync("head")).GetStringAsync($"/campaigns/{campaign}"), StringComparison.Ordinal);

        var browser = await home.SignedInAsync("head");
        var answer = await browser.SendFormAsync($"/campaigns/{campaign}", $"/campaigns/{campaign}/refresh", [], $"/campaigns/{campaign}/refresh");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var share = await ShareAsync(campaign);
        Assert.Equal((1 + 1 + await OthersAsync(campaign, [.. clients, late]), 1), (share.Persons, share.Left));
        Assert.Contains("后来人", await browser.GetStringAsync($"/campaigns/{campaign}?unit={home.World.Units["pointA"].Id}&after=2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_closed_with_a_report_that_stays_as_it_was()
    {
        var (campaign, clients) = await OpenedAsync("other", 2, to: "2026-11-23");
        await RecordAsync(clients[0], "homeVisit", "2026-11-22");
        await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(clients[0], "2026-11-21"));
        await home.Api("worker").PostAsync($"/campaign-entries/{await EntryAsync(campaign, clients[0])}/mark", new { on = "2026-11-22", whereabouts = "home", relief = "none" });
        var browser = await home.SignedInAsync("head");

        var without = await browser.SendFormAsync($"/campaigns/{campaign}/report", "close", []);
        Assert.Equal(HttpStatusCode.OK, without.StatusCode);
        await browser.SendFormAsync($"/campaigns/{campaign}/report", "close", new() { ["Input.Note"] = "在外务工" });
        var before = await ReportAsync(campaign);
        await RecordAsync(clients[1], "homeVisit", "2026-11-22");

        var after = await ReportAsync(campaign);
        Assert.Equal(before.GetRawText(), after.GetRawText());
        Assert.Equal(1, CampaignShareOf(after).Done);
        Assert.Contains(clients[1], after.GetProperty("report").GetProperty("open").EnumerateArray().Select(line => line.GetProperty("clientId").GetGuid()));
        var stored = await home.WithDbAsync(db => db.Campaigns.AsNoTracking().SingleAsync(found => found.Id == campaign));
        Assert.Equal(stored.ReportHash, CampaignReport.HashOf(stored.Report!));
        Assert.DoesNotContain("务工", Encoding.UTF8.GetString(stored.ClosingNote!.Bytes), StringComparison.Ordinal);
        Assert.Contains(stored.ReportHash!, await browser.GetStringAsync($"/campaigns/{campaign}/report"), StringComparison.Ordinal);
        var late = await home.Api("worker").PostAsync($"/campaign-entries/{await EntryAsync(campaign, clients[1])}/mark", new { on = "2026-11-22", whereabouts = "home" });
        Assert.Equal("campaigns.closed", (await late.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_export_masks_names_and_is_audited()
    {
        var (campaign, _) = await OpenedAsync("nationalDay", 1, "欧阳修竹");
        var browser = await home.SignedInAsync("head");

        var answer = await browser.GetAsync($"/campaigns/{campaign}/export?done=no");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var archive = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var text = await reader.ReadToEndAsync();
        Assert.Contains("done=no", text, StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳修竹", text, StringComparison.Ordinal);
        Assert.Equal(1, await home.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == "campaign.export" && entry.RecordId == campaign)));
    }

    [Fact]
    public async Task A_second_one_of_its_kind_in_the_same_days_is_refused()
    {
        await OpenedAsync("event", 1);

        var again = await home.Api("head").PostAsync("/campaigns", Order("event", "station"));

        Assert.Equal("campaigns.open-already", (await again.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
    }

    async Task<(Guid Campaign, List<Guid> Clients)> OpenedAsync(string kind, int persons, string name = "节点人", string to = "2026-11-30")
    {
        var clients = new List<Guid>();
        for (var person = 0; person < persons; person++)
        {
            clients.Add(await home.NewClientAsync("worker", "pointA", name));
            await home.NewMeasureAsync("worker", clients[^1]);
        }
        var answer = await home.Api("head").PostAsync("/campaigns", Order(kind, "station", to));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var campaign = (await answer.JsonAsync()).GetProperty("id").GetGuid();
        // The others of this database are of other tests.
        await home.WithDbAsync(db => db.CampaignEntries.Where(entry => entry.CampaignId == campaign && !clients.Contains(entry.ClientId)).ExecuteDeleteAsync());
        return (campaign, clients);
    }

    object Order(string kind, string unit, string to = "2026-11-30") => new
    {
        name = "节点排查", kind, unitId = home.World.Units[unit].Id, from = "2026-11-20", to, items = new[] { "contacted", "visited", "screened", "whereabouts", "relief" },
    };

    async Task<Guid> RecordAsync(Guid client, string mode, string on)
    {
        var answer = await home.Api("worker").PostAsync("/contacts", new { personId = client, on, mode, content = "近况" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    async Task<CampaignShare> ShareAsync(Guid campaign) =>
        CampaignShare.Sum([.. (await (await home.Api("head").GetAsync($"/api/v1/campaigns/{campaign}")).JsonAsync()).GetProperty("shares").Deserialize<List<CampaignShare>>(JsonSerializerOptions.Web)!]);

    static CampaignShare CampaignShareOf(JsonElement answer) => CampaignShare.Sum(answer.GetProperty("report").GetProperty("shares").Deserialize<List<CampaignShare>>(JsonSerializerOptions.Web)!);

    async Task<JsonElement> ReportAsync(Guid campaign) => await (await home.Api("head").GetAsync($"/api/v1/campaigns/{campaign}/report")).JsonAsync();

    Task<Guid> EntryAsync(Guid campaign, Guid client) => home.WithDbAsync(db => db.CampaignEntries.Where(entry => entry.CampaignId == campaign && entry.ClientId == client).Select(entry => entry.Id).SingleAsync());

    Task<int> OthersAsync(Guid campaign, Guid[] known) => home.WithDbAsync(db => db.CampaignEntries.CountAsync(entry => entry.CampaignId == campaign && !known.Contains(entry.ClientId)));

    static int RowsOf(string page) => page[page.LastIndexOf("<tbody", StringComparison.Ordinal)..].Split("<a href=\"/people/").Length - 1;

    [GeneratedRegex("<td class=\"num\">\\s*<a href=\"(/campaigns/[^\"]+)\">(\\d+)</a>")]
    private static partial Regex Counted();
}

public sealed class CampaignsOnSqlite(SqliteHome home) : CampaignTests(home), IClassFixture<SqliteHome>;

public sealed class CampaignsOnPostgres(PostgresHome home) : CampaignTests(home), IClassFixture<PostgresHome>;
