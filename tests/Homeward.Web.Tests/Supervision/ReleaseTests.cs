using System.Net;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>Seamless hand-over: a person comes from an isolation centre to the office of a street, in the browsers of both sides.</summary>
public abstract class ReleaseTests(Home home)
{
    [Fact]
    public async Task A_new_person_is_announced_accepted_visited_collected_and_interviewed()
    {
        var number = ApiCalls.NewNumber();
        var release = await AnnouncedAsync("归家人", number, "2026-11-23");
        var worker = await home.SignedInAsync("worker");
        var page = $"/releases/{release}";
        Assert.Contains("归家人", await worker.GetStringAsync("/releases"), StringComparison.Ordinal);

        await StepAsync(worker, release, "accept", "2026-11-23");
        await worker.SendFormAsync($"{page}/file", "client", new() { ["Input.Name"] = "归家人", ["Input.IdentityNumber"] = number });
        await StepAsync(worker, release, "visit", "2026-11-23", new() { ["Input.Notes"] = "想先找工作" });
        await StepAsync(worker, release, "prepare", null, new() { ["Input.Needs"] = "work", ["Input.CollectMode"] = "grassRoots", ["Input.Collector"] = "林晓雯" });
        await worker.SendFormAsync($"{page}/file", "measure", new() { ["Papers.OrderNumber"] = "康1号", ["Papers.OrderedOn"] = "2026-11-20" });
        await StepAsync(worker, release, "receive", "2026-11-23", new() { ["Input.ReceivedBy"] = "林晓雯", ["Input.HandedOverBy"] = "王管教", ["Input.At"] = "09:30", ["Input.CollectMode"] = "grassRoots", ["Input.Collector"] = "林晓雯", ["Input.ServedOn"] = "2026-11-23" });
        await worker.SendManyAsync($"{page}/receive?do=papers", "step", [("Input.On", "2026-11-23"), .. ReleaseRules.LegalPapers.Select(paper => ("Input.Papers", paper))]);
        var client = await home.WithDbAsync(db => db.CentreReleases.Where(found => found.Id == release).Select(found => found.ClientId!.Value).SingleAsync());
        await home.Api("worker").PostAsync("/contacts", new { personId = client, on = "2026-11-23", mode = "interview", content = "第一次面谈" });

        var (state, settled, served) = await home.WithDbAsync(async db => (
            await db.CentreReleases.Where(found => found.Id == release).Select(found => found.State).SingleAsync(),
            await db.Obligations.Where(due => due.NaturalKey.Contains(release.ToString())).ToDictionaryAsync(due => due.NaturalKey.Substring(due.NaturalKey.LastIndexOf('|') + 1), due => due.Settlement),
            await db.Measures.Where(measure => measure.ClientId == client && measure.Kind == MeasureKind.Crh).Select(measure => measure.ServedOn).SingleAsync()));
        Assert.Equal((ReleaseState.Completed, Home.Today), (state, served!.Value));
        Assert.Equal(["collect", "day-1", "day-12", "interview", "papers", "visit"], settled.Keys.Order());
        Assert.All(settled.Values, settlement => Assert.Equal(Settlement.Fulfilled, settlement));
        Assert.Contains($"/releases/{release}", await worker.GetStringAsync($"/people/{client}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_in_isolation_is_found_by_the_number_and_the_isolation_ends_at_the_gate()
    {
        var (client, measure) = await home.NewIsolatedAsync();
        var release = await home.NewReleaseAsync("pointA", "隔离人", "2026-11-23");
        var worker = await home.SignedInAsync("worker");
        await StepAsync(worker, release, "accept", "2026-11-23");

        await worker.SendFormAsync($"/releases/{release}/file", "link", new() { ["Link.ClientId"] = client.ToString() });
        Assert.Equal(Settlement.Fulfilled, await home.WithDbAsync(db => db.Obligations.Where(due => due.MeasureId == measure && due.Kind == ObligationKind.Announcement).Select(due => due.Settlement).SingleAsync()));
        var early = await StepAsync(worker, release, "receive", "2026-11-23", new() { ["Input.ReceivedBy"] = "林晓雯", ["Input.CollectMode"] = "alone" });
        Assert.Contains("2027", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await StepAsync(worker, release, "receive", "2026-11-23", new() { ["Input.ReceivedBy"] = "林晓雯", ["Input.CollectMode"] = "alone", ["Input.DocumentNumber"] = "解1号" });

        Assert.Equal(Home.Today, await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).Select(found => found.EndedOn).SingleAsync()));
        Assert.Equal(2, await home.WithDbAsync(db => db.Obligations.CountAsync(due => due.ClientId == client && due.Kind == ObligationKind.ArrivalCheck && due.SettledOn == null)));
    }

    [Fact]
    public async Task An_announced_day_is_laid_beside_the_last_day_by_the_file_and_never_shown_to_the_centre()
    {
        var (client, measure) = await home.NewIsolatedAsync();
        var release = await home.NewReleaseAsync("pointA", "对日人");
        await home.Api("worker").PostAsync($"/releases/{release}/accept", new { on = "2026-11-23" });
        await home.Api("worker").PostAsync($"/releases/{release}/link", new { personId = client, samePerson = true });
        var worker = await home.SignedInAsync("worker");
        Assert.Contains("按档案推算的期满日 2027-05-31 不一致", await worker.GetStringAsync($"/releases/{release}"), StringComparison.Ordinal);
        Assert.DoesNotContain("2027-05-31", await (await home.SignedInAsync("liaison")).GetStringAsync($"/releases/{release}"), StringComparison.Ordinal);

        await home.Api("leader").PostAsync($"/measures/{measure}/releaseEarly", new { on = "2026-11-20", to = "2026-12-04", documentNumber = "提7" });

        Assert.DoesNotContain("不一致", await worker.GetStringAsync($"/releases/{release}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_to_another_street_it_leaves_the_first_unit_and_its_worklist()
    {
        var (client, _) = await home.NewIsolatedAsync();
        var release = await home.NewReleaseAsync("pointA", "改派人");
        await home.Api("worker").PostAsync($"/releases/{release}/accept", new { on = "2026-11-23" });
        await home.Api("worker").PostAsync($"/releases/{release}/link", new { personId = client, samePerson = true });
        Assert.Equal(2, await OpenAsync(release));

        var liaison = await home.SignedInAsync("liaison");
        await liaison.SendFormAsync($"/releases/{release}/change?do=change", "change", new() { ["Input.ExpectedOn"] = "2026-12-04", ["Input.PlaceId"] = home.World.Units["streetB"].Id.ToString() });

        Assert.Equal(HttpStatusCode.NotFound, (await (await home.SignedInAsync("worker")).GetAsync($"/releases/{release}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await home.SignedInAsync("neighbour")).GetAsync($"/releases/{release}")).StatusCode);
        Assert.Equal(0, await OpenAsync(release));
    }

    [Fact]
    public async Task A_number_with_a_file_elsewhere_names_the_unit_to_call_and_opens_no_second_file()
    {
        var number = ApiCalls.NewNumber();
        var body = new { name = "他处人", unitId = home.World.Units["pointC"].Id, identityNumber = number };
        Assert.True((await home.Api("stranger").PostAsync("/people", body)).IsSuccessStatusCode);
        var release = await home.NewReleaseAsync("pointA", "他处人", identityNumber: number);
        var worker = await home.SignedInAsync("worker");
        await StepAsync(worker, release, "accept", "2026-11-23");

        var page = await worker.GetStringAsync($"/releases/{release}/file");

        Assert.Contains("定海路社工点", page, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Front.HiddenOf(page, "client"));
    }

    [Fact]
    public async Task Each_count_of_the_calendar_opens_its_list()
    {
        await home.NewReleaseAsync("pointB", "日历甲", "2027-01-14");
        await home.NewReleaseAsync("pointB", "日历乙", "2027-01-14");
        var withdrawn = await home.NewReleaseAsync("pointB", "日历丙", "2027-01-14");
        await home.Api("liaison").PostAsync($"/releases/{withdrawn}/withdraw", new { reason = "延长" });
        var browser = await home.SignedInAsync("neighbour");
        var list = $"/releases?on=2027-01-14&centre={home.World.Units["centre"].Id}";

        Assert.Contains($"href=\"{list.Replace("&", "&amp;", StringComparison.Ordinal)}\">2 人 · 青东强制隔离戒毒所", await browser.GetStringAsync("/releases/calendar?month=2027-01"), StringComparison.Ordinal);
        var page = await browser.GetStringAsync(list);

        var ofMonth = await browser.GetStringAsync("/releases?month=2027-01");
        Assert.Equal((true, false), (ofMonth.Contains("日历甲", StringComparison.Ordinal), ofMonth.Contains("日历丙", StringComparison.Ordinal)));
        Assert.Equal((true, true, false), (page.Contains("日历甲", StringComparison.Ordinal), page.Contains("日历乙", StringComparison.Ordinal), page.Contains("日历丙", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_waits_for_an_answer_stands_on_todays_page_until_it_is_answered()
    {
        var release = await home.NewReleaseAsync("pointC");
        var browser = await home.SignedInAsync("stranger");
        Assert.Contains("href=\"/releases?state=Announced\"", await browser.GetStringAsync("/"), StringComparison.Ordinal);

        await home.Api("stranger").PostAsync($"/releases/{release}/decline", new { on = "2026-11-23", reason = "不住本街道" });

        Assert.DoesNotContain("href=\"/releases?state=Announced\"", await browser.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_announcement_is_flagged_and_the_last_day_is_told()
    {
        var late = await home.NewReleaseAsync("pointA", "迟报人", "2026-11-30");
        var inTime = await home.NewReleaseAsync("pointA", "按时人", "2026-12-02");

        var browser = await home.SignedInAsync("street");
        var flagged = await browser.GetStringAsync("/releases?late=yes");

        Assert.Contains($"/releases/{late}", flagged, StringComparison.Ordinal);
        Assert.DoesNotContain($"/releases/{inTime}", flagged, StringComparison.Ordinal);
        Assert.Contains("2026-11-19", await browser.GetStringAsync($"/releases/{late}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interview_that_is_annulled_is_owed_again()
    {
        var (client, _) = await home.NewIsolatedAsync();
        var release = await home.NewReleaseAsync("pointA", "面谈人", "2026-11-23");
        var api = home.Api("worker");
        await api.PostAsync($"/releases/{release}/accept", new { on = "2026-11-23" });
        await api.PostAsync($"/releases/{release}/link", new { personId = client, samePerson = true });
        var received = await api.PostAsync($"/releases/{release}/receive", new { on = "2026-11-23", receivedBy = "林晓雯", collectMode = "alone", documentNumber = "解2号" });
        Assert.Equal(HttpStatusCode.OK, received.StatusCode);
        var contact = (await (await api.PostAsync("/contacts", new { personId = client, on = "2026-11-23", mode = "interview", content = "第一次面谈" })).JsonAsync()).GetProperty("id").GetGuid();
        Assert.Equal(1, await OpenAsync(release));

        await (await home.SignedInAsync("worker")).SendFormAsync($"/contacts/{contact}/annul", "annul", new() { ["Input.Reason"] = "记错人" });

        Assert.Null(await home.WithDbAsync(db => db.CentreReleases.Where(found => found.Id == release).Select(found => found.InterviewedOn).SingleAsync()));
        Assert.Equal(4, await OpenAsync(release));
    }

    static Task<HttpResponseMessage> StepAsync(HttpClient browser, Guid release, string verb, string? on, Dictionary<string, string?>? more = null) =>
        browser.SendFormAsync($"/releases/{release}/receive?do={verb}", "step", on is null ? new(more ?? []) : new(more ?? []) { ["Input.On"] = on });

    Task<ReleaseState> StateAsync(Guid release) => home.WithDbAsync(db => db.CentreReleases.Where(found => found.Id == release).Select(found => found.State).SingleAsync());

    Task<int> OpenAsync(Guid release) => home.WithDbAsync(db => db.Obligations.CountAsync(due => due.NaturalKey.Contains(release.ToString()) && due.SettledOn == null));

    async Task<Guid> AnnouncedAsync(string name, string number, string expectedOn)
    {
        var browser = await home.SignedInAsync("liaison");
        var answer = await browser.SendFormAsync("/releases/new", "announce", new()
        {
            ["Input.Name"] = name, ["Input.IdentityNumber"] = number, ["Input.ExpectedOn"] = expectedOn, ["Input.AnnouncedOn"] = "2026-11-23", ["Input.PlaceId"] = home.World.Units["streetA"].Id.ToString(), ["Input.Brief"] = "诊断评估合格",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]);
    }
}

public sealed class ReleasesOnSqlite(SqliteHome home) : ReleaseTests(home), IClassFixture<SqliteHome>;

public sealed class ReleasesOnPostgres(PostgresHome home) : ReleaseTests(home), IClassFixture<PostgresHome>;
