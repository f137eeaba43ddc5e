using System.Net;
using System.Text;
using System.Text.Json;
using Homeward.Domain.Supervision;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Api;

/// <summary>What the pages can do, a program can do: answering a change of place, certifying three clean years, serving and voiding papers, annulling a contact.</summary>
public abstract class VerbsApiTests(Home home)
{
    [Fact]
    public async Task What_is_no_json_and_what_cannot_be_read_are_told_in_words_of_the_reader()
    {
        var form = await home.Api("worker").PostAsync("/api/v1/contacts", new StringContent("personId=1", Encoding.UTF8, "application/x-www-form-urlencoded"));
        var query = await home.Api("worker").GetAsync("/api/v1/releases?on=tomorrow");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
        Assert.Contains("application/json", (await form.JsonAsync()).GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, query.StatusCode);
        Assert.Contains("“on”无法读取", (await query.JsonAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_new_office_accepts_and_receives_a_case()
    {
        var (client, transfer) = await AskedAsync();
        var there = home.Api("neighbour");
        var list = await (await there.GetAsync("/api/v1/transfers")).JsonAsync();
        Assert.Contains(list.GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetGuid() == transfer && item.GetProperty("state").GetString() == "asked");

        var accepted = await there.PostAsync($"/transfers/{transfer}/accept", new { on = "2026-11-11", documentNumber = "同意1" });
        var early = await there.PostAsync($"/transfers/{transfer}/reject", new { on = "2026-11-11", reason = "查无此人" });
        var received = await there.PostAsync($"/transfers/{transfer}/receive", new { on = "2026-11-12", staffId = home.World.Staff["neighbour"].Id });

        Assert.Equal((HttpStatusCode.OK, "accepted"), (accepted.StatusCode, (await accepted.JsonAsync()).GetProperty("state").GetString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Equal((HttpStatusCode.OK, "moved"), (received.StatusCode, (await received.JsonAsync()).GetProperty("state").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync($"/api/v1/people/{client}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Api("worker").GetAsync($"/api/v1/people/{client}")).StatusCode);
    }

    [Fact]
    public async Task A_case_is_rejected_with_a_reason_and_by_nobody_else()
    {
        var (_, transfer) = await AskedAsync();

        var foreign = await home.Api("stranger").PostAsync($"/transfers/{transfer}/reject", new { on = "2026-11-11", reason = "x" });
        var silent = await home.Api("neighbour").PostAsync($"/transfers/{transfer}/reject", new { on = "2026-11-11" });
        var rejected = await home.Api("neighbour").PostAsync($"/transfers/{transfer}/reject", new { on = "2026-11-11", reason = "查无此人" });

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (foreign.StatusCode, silent.StatusCode, rejected.StatusCode));
        Assert.Equal(TransferState.Rejected, await home.WithDbAsync(db => db.IncomingTransfers.Where(found => found.Id == transfer).Select(found => found.State).SingleAsync()));
    }

    [Fact]
    public async Task Three_clean_years_go_step_by_step_and_only_on_what_the_caller_saw()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "LT3", orderedOn = "2023-10-01" });
        var head = home.Api("head");
        var path = $"/people/{client}/three-years-clean";

        var applied = await head.PostAsync($"{path}/apply", new { on = "2026-11-02" });
        var again = await head.PostAsync($"{path}/apply", new { on = "2026-11-02" });
        var blind = await head.PostAsync($"{path}/next", new { on = "2026-11-03" });
        var steps = new List<string?> { Step(await applied.JsonAsync()) };
        foreach (var paper in new string?[] { null, "公安1", "认定1" })
        {
            var version = (await (await head.GetAsync($"/api/v1{path}")).JsonAsync()).GetProperty("version").GetInt32();
            steps.Add(Step(await (await head.SendJsonAsync(HttpMethod.Post, $"{path}/next", new { on = "2026-11-04", documentNumber = paper, issuedBy = "虹口分局" }, ifMatch: $"\"{version}\"")).JsonAsync()));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
        Assert.Equal(["applied", "seriesChecked", "policeConfirmed", "certified"], steps);
        Assert.Equal(HttpStatusCode.Forbidden, (await home.Api("worker").GetAsync($"/api/v1{path}")).StatusCode);
    }

    [Fact]
    public async Task A_paper_is_served_and_another_declared_void()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        var api = home.Api("worker");
        var notice = await MadeAsync(api, client, measure, "testNotice");
        var wrong = await MadeAsync(api, client, measure, "handbookReceipt");

        var served = await api.PostAsync($"/papers/{notice}/serve", new { on = "2026-11-23", mode = "inPerson", receiver = "本人" });
        var unknown = await api.PostAsync($"/papers/{wrong}/serve", new { on = "2026-11-23", mode = "pigeon" });
        var annulled = await api.PostAsync($"/papers/{wrong}/void", new { reason = "写错" });

        Assert.Equal("2026-11-23", (await served.JsonAsync()).GetProperty("servedOn").GetString());
        Assert.True(await home.WithDbAsync(db => db.MeasureActs.AnyAsync(act => act.MeasureId == measure && act.Kind == MeasureActKind.NoticeServed)));
        Assert.True((int)unknown.StatusCode is 400 or 422, $"{unknown.StatusCode}");
        Assert.Equal("2026-11-23", (await annulled.JsonAsync()).GetProperty("voidedOn").GetString());

        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/papers/{notice}/void", new { reason = "送错" })).StatusCode);
        Assert.False(await home.WithDbAsync(db => db.MeasureActs.AnyAsync(act => act.MeasureId == measure && act.Kind == MeasureActKind.NoticeServed && act.AnnulledOn == null)));
    }

    [Fact]
    public async Task A_contact_is_annulled_with_a_reason_and_what_it_fulfilled_is_open_again()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", client, reportedOn: "2026-11-10");
        var api = home.Api("worker");
        var contact = (await (await api.PostAsync("/contacts", new { personId = client, on = "2026-11-20", mode = "interview", purposes = new[] { "interview" }, content = "近况" })).JsonAsync()).GetProperty("id").GetGuid();
        Assert.Equal(1, await FulfilledAsync(contact));

        var silent = await api.PostAsync($"/contacts/{contact}/annul", new { reason = " " });
        var annulled = await api.PostAsync($"/contacts/{contact}/annul", new { reason = "记错人" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal("2026-11-23", (await annulled.JsonAsync()).GetProperty("annulledOn").GetString());
        Assert.Equal(0, await FulfilledAsync(contact));
    }

    [Fact]
    public async Task The_timeline_is_read_to_its_end_one_line_at_a_time_and_each_line_once()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client, reportedOn: "2026-11-10");
        var api = home.Api("worker");
        await MadeAsync(api, client, measure, "testNotice");
        await MadeAsync(api, client, measure, "handbookReceipt");
        foreach (var mode in new[] { "phone", "video", "phone" })
        {
            await api.PostAsync("/contacts", new { personId = client, on = "2026-11-23", mode, content = "近况" });
        }
        var whole = await (await api.GetAsync($"/api/v1/people/{client}/timeline?limit=200")).JsonAsync();
        var all = whole.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).ToList();

        var read = new List<Guid>();
        string? after = null;
        do
        {
            var page = await (await api.GetAsync($"/api/v1/people/{client}/timeline?limit=1{(after is null ? "" : $"&after={after}")}")).JsonAsync();
            read.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            after = page.GetProperty("next").GetString();
        } while (after is not null && read.Count <= all.Count);

        Assert.True(all.Count >= 6, $"{all.Count} lines");
        Assert.Equal(all, read);
    }

    Task<int> FulfilledAsync(Guid record) => home.WithDbAsync(db => db.Obligations.CountAsync(due => due.SettledById == record));

    static string? Step(JsonElement clean) => clean.GetProperty("step").GetString();

    static async Task<Guid> MadeAsync(HttpClient api, Guid personId, Guid measureId, string kind)
    {
        var answer = await api.PostAsync("/papers", new { personId, measureId, kind, day = "2026-11-30", place = "社工点" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    async Task<(Guid Client, Guid Transfer)> AskedAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        var asked = await home.Api("worker").PostAsync($"/measures/{measure}/transfer", new { on = "2026-11-10", placeId = home.World.Units["streetB"].Id, reason = "movedHome", documentNumber = "函1" });
        Assert.True(asked.IsSuccessStatusCode, await asked.Content.ReadAsStringAsync());
        return (client, await home.WithDbAsync(db => db.IncomingTransfers.Where(found => found.MeasureId == measure).Select(found => found.Id).SingleAsync()));
    }
}

public sealed class VerbsApiOnSqlite(SqliteHome home) : VerbsApiTests(home), IClassFixture<SqliteHome>;

public sealed class VerbsApiOnPostgres(PostgresHome home) : VerbsApiTests(home), IClassFixture<PostgresHome>;
