using System.Net;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.BadInput;

/// <summary>An id of the caller's own choice that stands somewhere already: nobody learns from the answer that it does, and nothing breaks.</summary>
public abstract class TakenIdTests(Home home)
{
    [Fact]
    public async Task A_contact_whose_id_stands_in_another_unit_is_answered_like_one_that_is_not_there()
    {
        var there = await home.NewClientAsync("neighbour", "pointB");
        var taken = (await (await home.Api("neighbour").PostAsync("/contacts", new { personId = there, on = "2026-11-20", mode = "interview", content = "近况" })).JsonAsync()).GetProperty("id").GetGuid();
        var here = await home.NewClientAsync("worker", "pointA");

        var answer = await home.Api("worker").PostAsync("/contacts", new { id = taken, personId = here, on = "2026-11-20", mode = "interview", content = "近况" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(await home.WithDbAsync(db => db.Contacts.AnyAsync(contact => contact.ClientId == here)));
    }

    [Fact]
    public async Task A_screen_whose_id_stands_in_another_unit_is_answered_like_one_that_is_not_there()
    {
        var there = await home.NewClientAsync("neighbour", "pointB");
        var taken = Guid.CreateVersion7();
        Assert.Equal(HttpStatusCode.Created, (await home.Api("neighbour").PostAsync($"/screens/{taken}/record", ApiCalls.NegativeScreen(there))).StatusCode);
        var here = await home.NewClientAsync("worker", "pointA");

        var answer = await home.Api("worker").PostAsync($"/screens/{taken}/record", ApiCalls.NegativeScreen(here));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(await home.WithDbAsync(db => db.Screens.AnyAsync(screen => screen.ClientId == here)));
    }

    [Theory]
    [InlineData("act")]
    [InlineData("risk")]
    [InlineData("join")]
    public async Task A_form_that_brings_the_id_of_another_record_is_refused_and_writes_nothing(string form)
    {
        var measure = await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"));
        var (taken, other) = await TakenAsync(form);
        var browser = await home.SignedInAsync("worker");
        var client = await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).Select(found => found.ClientId).SingleAsync());
        var (page, values) = PageOf(form, client, measure);
        values["_submission"] = taken.ToString();

        var answer = await browser.SendFormAsync(page, form, values);

        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{answer.StatusCode}");
        Assert.Equal(other, await home.WithDbAsync(async db => form switch
        {
            "act" => await db.MeasureActs.Where(act => act.Id == taken).Select(act => act.MeasureId).SingleAsync(),
            "risk" => await db.RiskRecords.Where(risk => risk.Id == taken).Select(risk => risk.ClientId).SingleAsync(),
            _ => await db.TeamMembers.Where(member => member.Id == taken).Select(member => member.MeasureId).SingleAsync(),
        }));
    }

    static (string Page, Dictionary<string, string?> Values) PageOf(string form, Guid client, Guid measure) => form switch
    {
        "act" => ($"/measures/{measure}?do=Absence", new() { ["Input.On"] = "2026-11-01", ["Input.To"] = "2026-11-05" }),
        "risk" => ($"/people/{client}/risk", new() { ["Input.On"] = "2026-11-20", ["Input.Level"] = "High", ["Input.Reason"] = "periodic", ["Input.Note"] = "家访所见" }),
        _ => ($"/measures/{measure}/team", new() { ["Input.Role"] = "Volunteer", ["Input.Name"] = "志愿者", ["Input.From"] = "2026-06-01" }),
    };

    async Task<(Guid Record, Guid Under)> TakenAsync(string form)
    {
        var client = await home.NewClientAsync("neighbour", "pointB");
        var measure = await home.NewMeasureAsync("neighbour", client);
        var api = home.Api("neighbour");
        var answer = form switch
        {
            "act" => await api.PostAsync($"/measures/{measure}/absence", new { on = "2026-11-01", to = "2026-11-05" }),
            "risk" => await api.PostAsync($"/people/{client}/risk", new { level = "high", on = "2026-11-20", reason = "periodic", note = "家访所见" }),
            _ => await api.PostAsync($"/measures/{measure}/team", new { role = "volunteer", name = "志愿者", from = "2026-06-01" }),
        };
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var told = await answer.JsonAsync();
        return form == "act" ? (told.GetProperty("acts")[0].GetProperty("id").GetGuid(), measure) : (told.GetProperty("id").GetGuid(), form == "risk" ? client : measure);
    }
}

public sealed class TakenIdsOnSqlite(SqliteHome home) : TakenIdTests(home), IClassFixture<SqliteHome>;

public sealed class TakenIdsOnPostgres(PostgresHome home) : TakenIdTests(home), IClassFixture<PostgresHome>;
