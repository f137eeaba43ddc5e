using System.Net;
using System.Text.Json;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Api;

/// <summary>What is due, what settles it, and the measures behind it, through the API.</summary>
public abstract class WorkApiTests(Home home)
{
    [Fact]
    public async Task A_measure_makes_obligations_and_a_screen_settles_its_window()
    {
        var person = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", person);
        var window = (await DueAsync(person)).Single(due => due.GetProperty("kind").GetString() == "screen" && due.GetProperty("closes").GetString() == "2026-12-09");

        var answer = await home.Api("worker").PostAsync($"/screens/{window.GetProperty("id").GetGuid()}/record", ApiCalls.NegativeScreen(null));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.DoesNotContain(await DueAsync(person), due => due.GetProperty("id").GetGuid() == window.GetProperty("id").GetGuid());
        var measure = (await (await home.Api("worker").GetAsync($"/api/v1/measures?personId={person}")).JsonAsync()).GetProperty("items")[0];
        Assert.Equal("done", measure.GetProperty("windows").EnumerateArray().Single(state => state.GetProperty("closes").GetString() == "2026-12-09").GetProperty("state").GetString());
        Assert.Equal("CDT", measure.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task The_short_way_of_settling_equals_drawing_the_ledger_anew()
    {
        var person = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", person);
        await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(person, "2026-08-01"));
        await home.Api("worker").PostAsync("/contacts", new { personId = person, on = "2026-11-19", mode = "homeVisit", durationMinutes = 40, content = "与母亲同住" });
        var before = await LedgerAsync(person);

        await home.WithDbAsync(async (db, services) =>
        {
            var plan = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Features.Worklist.PlanObligations>(services);
            await plan.RunAsync(await db.Clients.SingleAsync(client => client.Id == person), await db.Measures.Include(measure => measure.Acts).SingleAsync(measure => measure.ClientId == person), default);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(before, await LedgerAsync(person));
    }

    [Fact]
    public async Task The_services_of_a_contact_are_written_and_read_and_an_unknown_one_is_refused()
    {
        var person = await home.NewClientAsync("worker", "pointA");
        var api = home.Api("worker");

        var made = await api.PostAsync("/contacts", new { personId = person, on = "2026-11-19", mode = "interview", content = "近况", services = new[] { "drugKnowledge", "guidance", "guidance" } });
        var unknown = await api.PostAsync("/contacts", new { personId = person, on = "2026-11-19", mode = "interview", content = "近况", services = new[] { "horoscope" } });
        var read = await api.GetAsync($"/api/v1/contacts/{(await made.JsonAsync()).GetProperty("id").GetGuid()}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        var rule = (await unknown.JsonAsync()).GetProperty("rules")[0];
        Assert.Equal(("ui.not-in-list", "services"), (rule.GetProperty("code").GetString(), rule.GetProperty("field").GetString()));
        Assert.Equal(["drugKnowledge", "guidance"], (await read.JsonAsync()).GetProperty("services").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal(made.Headers.ETag, read.Headers.ETag);
    }

    [Fact]
    public async Task A_second_open_CDT_for_one_person_is_refused()
    {
        var person = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", person);

        var answer = await home.Api("worker").PostAsync("/measures", new { personId = person, kind = "CRH", orderedOn = "2026-10-01", termYears = 3 });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("supervision.already-open", (await answer.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_woman_needs_a_woman_to_collect_and_two_testers_differ()
    {
        var person = await home.NewClientAsync("worker", "pointA", woman: true);
        await home.NewMeasureAsync("worker", person);

        var man = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(person));
        var woman = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(person, woman: true));

        Assert.Equal("screening.woman-collects", (await man.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.Created, woman.StatusCode);
    }

    [Fact]
    public async Task A_screen_before_the_order_or_in_the_future_is_refused()
    {
        var person = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", person);

        var early = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(person, "2026-04-01"));
        var late = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(person, "2026-11-24"));

        Assert.Contains("screening.before-order", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("screening.in-future", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_home_visit_serves_the_visit_and_the_interview_and_is_entered_once()
    {
        var person = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", person);

        await home.Api("worker").PostAsync("/contacts", new { personId = person, on = "2026-11-20", mode = "homeVisit", durationMinutes = 30, content = "与家人同住" });

        var settled = await home.WithDbAsync(db => db.Obligations.Where(due => due.ClientId == person && due.Settlement == Settlement.Fulfilled && due.SettledOn == new DateOnly(2026, 11, 20)).Select(due => due.Kind).ToListAsync());
        Assert.Equal([ObligationKind.Interview, ObligationKind.HomeVisit], settled.Order());
        Assert.Equal(1, await home.WithDbAsync(db => db.Contacts.CountAsync(contact => contact.ClientId == person)));
    }

    [Fact]
    public async Task Releasing_a_measure_cancels_what_is_open_and_keeps_the_reason()
    {
        var person = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", person);

        var answer = await home.Api("worker").PostAsync($"/measures/{measure}/release", new { on = "2026-11-20", documentNumber = "虹公解字〔2026〕7号" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await DueAsync(person));
        Assert.True(await home.WithDbAsync(db => db.Obligations.AnyAsync(due => due.ClientId == person && due.Reason == ObligationLedger.MeasureEnded)));
    }

    [Fact]
    public async Task The_same_submission_twice_is_one_screen()
    {
        var person = await home.NewClientAsync("worker", "pointA");
        var id = Guid.CreateVersion7();

        await home.Api("worker").PostAsync($"/screens/{id}/record", ApiCalls.NegativeScreen(person));
        var again = await home.Api("worker").PostAsync($"/screens/{id}/record", ApiCalls.NegativeScreen(person));

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(1, await home.WithDbAsync(db => db.Screens.CountAsync(screen => screen.ClientId == person)));
    }

    [Fact]
    public async Task The_counts_by_district_equal_their_lists()
    {
        var person = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", person, reportedOn: "2025-01-15");

        var figure = await (await home.Api("office").GetAsync("/api/v1/figures/overdue-by-district")).JsonAsync();
        var list = await (await home.Api("office").GetAsync($"/api/v1/worklist?state=overdue&limit=200&unit={home.World.Units["hongkou"].Id}")).JsonAsync();

        var cell = figure.GetProperty("cells").EnumerateArray().Single(found => found.GetProperty("code").GetString() == "310109");
        Assert.True(cell.GetProperty("value").GetInt32() > 0);
        Assert.Equal(cell.GetProperty("value").GetInt32(), list.GetProperty("items").GetArrayLength());
    }

    async Task<List<JsonElement>> DueAsync(Guid person)
    {
        var list = await (await home.Api("worker").GetAsync("/api/v1/worklist?limit=200")).JsonAsync();
        return [.. list.GetProperty("items").EnumerateArray().Where(due => due.GetProperty("person").GetProperty("id").GetGuid() == person)];
    }

    Task<List<string>> LedgerAsync(Guid person) => home.WithDbAsync(db => db.Obligations.Where(due => due.ClientId == person).OrderBy(due => due.NaturalKey)
        .Select(due => due.NaturalKey + due.Settlement + due.SettledOn + due.SettledById + due.Version).ToListAsync());
}

public sealed class WorkApiOnSqlite(SqliteHome home) : WorkApiTests(home), IClassFixture<SqliteHome>;

public sealed class WorkApiOnPostgres(PostgresHome home) : WorkApiTests(home), IClassFixture<PostgresHome>;
