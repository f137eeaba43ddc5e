using System.Net;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Casework;

/// <summary>A contact that told of a death in the family or a loss of work asks for a new look at the risk (R2.38).</summary>
public abstract class LifeEventTests(Home home)
{
    [Fact]
    public async Task A_loss_of_work_makes_an_assessment_due_that_the_next_one_fulfils()
    {
        var client = await RunningAsync();
        var browser = await home.SignedInAsync("worker");

        var saved = await browser.SendFormAsync($"/contacts/record?client={client}", "contact", new()
        {
            ["Input.Mode"] = "Phone",
            ["Input.On"] = "2026-11-20",
            ["Input.Content"] = "厂里关门了",
            ["Input.LifeEvents"] = "jobLoss",
        });

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var due = Assert.Single(await AskedAsync(client));
        Assert.Equal((new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 27), null), (due.Opens, due.Closes, due.Settlement));
        Assert.Contains("失业", await browser.GetStringAsync($"/people/{client}?tab=timeline"), StringComparison.Ordinal);

        await home.Api("worker").PostAsync($"/people/{client}/risk", new { on = "2026-11-22", level = "medium", reason = "jobLoss", note = "情绪低落" });
        Assert.Equal((Settlement.Fulfilled, new DateOnly(2026, 11, 22)), (Assert.Single(await AskedAsync(client)).Settlement, Assert.Single(await AskedAsync(client)).SettledOn));
    }

    [Fact]
    public async Task An_annulled_contact_asks_for_nothing_and_a_word_that_nobody_knows_is_refused()
    {
        var client = await RunningAsync();
        var api = home.Api("worker");

        var unknown = await api.PostAsync("/contacts", new { personId = client, on = "2026-11-20", mode = "interview", content = "x", lifeEvents = new[] { "lottery" } });
        var told = await (await api.PostAsync("/contacts", new { personId = client, on = "2026-11-20", mode = "interview", content = "父亲去世", lifeEvents = new[] { "bereavement" } })).JsonAsync();
        Assert.Equal(["bereavement"], told.GetProperty("lifeEvents").EnumerateArray().Select(word => word.GetString()));
        Assert.Single(await AskedAsync(client));
        await api.PostAsync($"/contacts/{told.GetProperty("id").GetGuid()}/annul", new { reason = "记错人" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.DoesNotContain(await AskedAsync(client), due => due.Settlement is null);
    }

    [Fact]
    public async Task The_contact_still_settles_what_its_purposes_fulfil()
    {
        var client = await RunningAsync();
        var due = await home.WithDbAsync(db => db.Obligations.Where(found => found.ClientId == client && found.Kind == ObligationKind.Interview && found.Opens <= Home.Today && found.Closes >= Home.Today).Select(found => found.Id).FirstAsync());

        await home.Api("worker").PostAsync("/contacts", new { personId = client, on = "2026-11-23", mode = "interview", content = "谈了丧事", lifeEvents = new[] { "bereavement" } });

        Assert.Equal(Settlement.Fulfilled, await home.WithDbAsync(db => db.Obligations.Where(found => found.Id == due).Select(found => found.Settlement).SingleAsync()));
    }

    [Fact]
    public async Task Of_two_events_of_one_day_in_one_contact_or_two_one_assessment_is_enough()
    {
        var client = await RunningAsync();
        foreach (var (mode, events) in new[] { ("interview", new[] { "bereavement", "jobLoss" }), ("phone", ["jobLoss"]) })
        {
            Assert.Equal(HttpStatusCode.Created, (await home.Api("worker").PostAsync("/contacts", new { personId = client, on = "2026-11-20", mode, content = "父亲去世，又失了业", lifeEvents = events })).StatusCode);
        }

        Assert.Equal(new DateOnly(2026, 11, 27), Assert.Single(await AskedAsync(client)).Closes);
        await home.Api("worker").PostAsync("/contacts", new { personId = client, on = "2026-11-22", mode = "phone", content = "又一件", lifeEvents = new[] { "jobLoss" } });
        Assert.Equal(2, (await AskedAsync(client)).Count);
    }

    [Fact]
    public async Task Before_the_report_a_death_in_the_family_asks_for_a_new_look_too_which_stays_after_it()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = (await (await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CRH", orderedOn = "2026-11-10", servedOn = "2026-11-12" })).JsonAsync()).GetProperty("id").GetGuid();

        await home.Api("worker").PostAsync("/contacts", new { personId = client, on = "2026-11-18", mode = "phone", content = "父亲去世", lifeEvents = new[] { "bereavement" } });

        Assert.Equal((new DateOnly(2026, 11, 25), null), (Assert.Single(await AskedAsync(client)).Closes, Assert.Single(await AskedAsync(client)).Settlement));
        Assert.True((await home.Api("worker").PostAsync($"/measures/{measure}/report", new { on = "2026-11-20" })).IsSuccessStatusCode);
        Assert.Null(Assert.Single(await AskedAsync(client)).Settlement);
    }

    async Task<Guid> RunningAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", client);
        return client;
    }

    Task<List<Obligation>> AskedAsync(Guid client) => home.WithDbAsync(db => db.Obligations.AsNoTracking()
        .Where(due => due.ClientId == client && due.Kind == ObligationKind.RiskReassessment && (due.NaturalKey.Contains("jobLoss") || due.NaturalKey.Contains("bereavement"))).ToListAsync());
}

public sealed class LifeEventsOnSqlite(SqliteHome home) : LifeEventTests(home), IClassFixture<SqliteHome>;

public sealed class LifeEventsOnPostgres(PostgresHome home) : LifeEventTests(home), IClassFixture<PostgresHome>;
