using System.Net;
using System.Text.Json;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Papers;

/// <summary>The dossier of a client: what is recorded, made and scanned moves its rate.</summary>
public abstract class DossierTests(Home home)
{
    [Fact]
    public async Task A_paper_that_is_made_fills_its_slot_and_a_void_one_leaves_it()
    {
        var client = await ClientAsync();
        var before = await DossierAsync(client);

        var made = await (await home.Api("worker").PostAsync("/papers", new { personId = client, kind = "rightsNotice" })).JsonAsync();
        var with = await DossierAsync(client);
        await (await home.SignedInAsync("worker")).SendFormAsync($"/papers/{made.GetProperty("id").GetGuid()}?do=void", "void", new() { ["Input.Reason"] = "错了" });

        Assert.Equal(before.GetProperty("complete").GetInt32() + 1, with.GetProperty("complete").GetInt32());
        Assert.Equal("complete", StateOf(with, 2));
        Assert.Equal(before.GetProperty("complete").GetInt32(), (await DossierAsync(client)).GetProperty("complete").GetInt32());
    }

    [Fact]
    public async Task A_dossier_is_archived_under_its_number_once_the_measure_has_ended()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        var api = home.Api("worker");

        var early = await api.PostAsync($"/measures/{measure}/archive", new { on = "2026-11-20", documentNumber = "虹档2026-7" });
        await api.PostAsync($"/measures/{measure}/terminate", new { on = "2026-11-20", reason = "imprisoned", issuer = "court", documentNumber = "判1" });
        var nameless = await api.PostAsync($"/measures/{measure}/archive", new { on = "2026-11-21" });
        var archived = await api.PostAsync($"/measures/{measure}/archive", new { on = "2026-11-21", documentNumber = "虹档2026-7" });
        var again = await api.PostAsync($"/measures/{measure}/archive", new { on = "2026-11-22", documentNumber = "虹档2026-8" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (early.StatusCode, nameless.StatusCode, archived.StatusCode));
        Assert.Equal("supervision.archived-already", (await again.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        Assert.Contains("虹档2026-7", await (await home.SignedInAsync("worker")).GetStringAsync($"/people/{client}/dossier"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recorded_work_fills_slots_without_a_paper()
    {
        var client = await ClientAsync();
        var before = await DossierAsync(client);

        await home.Api("worker").PostAsync("/contacts", new { personId = client, on = "2026-11-18", mode = "interview", purposes = new[] { "interview" }, content = "近况" });
        var after = await DossierAsync(client);

        Assert.Equal(0, SlotOf(before, 13).GetProperty("lies").GetInt32());
        Assert.Equal(1, SlotOf(after, 13).GetProperty("lies").GetInt32());
        Assert.Equal(22, after.GetProperty("slots").GetArrayLength());
    }

    [Fact]
    public async Task The_page_and_the_list_of_gaps_name_what_is_missing()
    {
        var client = await ClientAsync("缺档人");
        var browser = await home.SignedInAsync("worker");

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/people/{client}/dossier"));
        var list = WebUtility.HtmlDecode(await browser.GetStringAsync("/papers/gaps"));

        Assert.Contains("权利义务告知书", page, StringComparison.Ordinal);
        Assert.Contains($"/people/{client}/papers/new?kind=Agreement", page, StringComparison.Ordinal);
        Assert.Contains("缺档人", list, StringComparison.Ordinal);
        Assert.Contains("居住地示意图", list, StringComparison.Ordinal);
        Assert.Equal(1, await home.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.ClientId == client && entry.Act == "dossier.read")));
    }

    [Fact]
    public async Task Somebody_without_a_community_measure_has_no_dossier_and_somebody_elses_is_not_there()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var foreign = await home.NewClientAsync("stranger", "pointC");
        var browser = await home.SignedInAsync("worker");

        Assert.Contains("无需建档", WebUtility.HtmlDecode(await browser.GetStringAsync($"/people/{client}/dossier")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/people/{foreign}/dossier")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Api("worker").GetAsync($"/api/v1/people/{foreign}/dossier")).StatusCode);
    }

    async Task<Guid> ClientAsync(string name = "档案人")
    {
        var client = await home.NewClientAsync("worker", "pointA", name);
        await home.NewMeasureAsync("worker", client);
        return client;
    }

    async Task<JsonElement> DossierAsync(Guid client) => (await (await home.Api("worker").GetAsync($"/api/v1/people/{client}/dossier")).JsonAsync())[0];

    static JsonElement SlotOf(JsonElement dossier, int number) => dossier.GetProperty("slots")[number - 1];

    static string? StateOf(JsonElement dossier, int number) => SlotOf(dossier, number).GetProperty("state").GetString();
}

public sealed class DossierOnSqlite(SqliteHome home) : DossierTests(home), IClassFixture<SqliteHome>;

public sealed class DossierOnPostgres(PostgresHome home) : DossierTests(home), IClassFixture<PostgresHome>;
