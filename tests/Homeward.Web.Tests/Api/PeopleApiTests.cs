using System.Net;
using System.Text.Json;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Api;

/// <summary>Clients through the API.</summary>
public abstract class PeopleApiTests(Home home)
{
    [Fact]
    public async Task A_client_is_opened_read_and_found_by_name_initials_last_four_and_phone()
    {
        var number = ApiCalls.NewNumber();
        var made = await (await home.Api("worker").PostAsync("/people", new { name = "仇志远", unitId = home.World.Units["pointA"].Id, identityNumber = number, phone = "13912345670" })).JsonAsync();
        var id = made.GetProperty("id").GetGuid();

        Assert.Equal($"{number[..6]}********{number[^4..]}", made.GetProperty("identityNumber").GetString());
        Assert.Equal($"{number[6..10]}-{number[10..12]}-{number[12..14]}", made.GetProperty("birthDate").GetString());
        foreach (var q in new[] { "仇志远", "志远", "qiuzhiyuan", "qzy", number[^4..], "13912345670", number })
        {
            var found = await (await home.Api("worker").GetAsync($"/api/v1/people?q={q}")).JsonAsync();
            Assert.True(found.GetProperty("items").EnumerateArray().Any(item => item.GetProperty("id").GetGuid() == id), q);
        }
    }

    [Fact]
    public async Task The_same_number_in_another_unit_is_answered_with_the_unit_to_call()
    {
        var number = ApiCalls.NewNumber();
        await home.Api("stranger").PostAsync("/people", new { name = "解放军", unitId = home.World.Units["pointC"].Id, identityNumber = number });

        var answer = await home.Api("worker").PostAsync("/people", new { name = "解放军", unitId = home.World.Units["pointA"].Id, identityNumber = number });
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("people.number-taken", body, StringComparison.Ordinal);
        Assert.Contains("定海路社工点", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_check_digit_and_a_contradicting_birth_date_are_refused_by_rule()
    {
        var wrong = await home.Api("worker").PostAsync("/people", new { name = "某人", unitId = home.World.Units["pointA"].Id, identityNumber = "310109198503120010" });
        var contradicts = await home.Api("worker").PostAsync("/people", new { name = "某人", unitId = home.World.Units["pointA"].Id, identityNumber = ApiCalls.NewNumber(), birthDate = "1990-01-01" });

        Assert.Contains("people.number-check-digit", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("people.birth-date-contradicts", await contradicts.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_key_and_body_gives_the_first_answer_and_another_body_409()
    {
        var body = new { name = "曾小贤", unitId = home.World.Units["pointA"].Id, identityNumber = ApiCalls.NewNumber() };
        var first = await home.Api("worker").PostAsync("/people", body, "key-1");
        var second = await home.Api("worker").PostAsync("/people", body, "key-1");
        var other = await home.Api("worker").PostAsync("/people", body with { name = "别人" }, "key-1");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal((await first.JsonAsync()).GetProperty("id").GetGuid(), (await second.JsonAsync()).GetProperty("id").GetGuid());
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Fact]
    public async Task A_lost_race_is_412_and_changes_nothing()
    {
        var id = await home.NewClientAsync("worker", "pointA");
        var api = home.Api("worker");
        var tag = (await api.GetAsync($"/api/v1/people/{id}")).Headers.ETag!.Tag;

        var first = await api.SendJsonAsync(HttpMethod.Patch, $"/people/{id}", new { phone = "13700000001" }, ifMatch: tag);
        var second = await api.SendJsonAsync(HttpMethod.Patch, $"/people/{id}", new { phone = "13700000002" }, ifMatch: tag);
        var without = await api.SendJsonAsync(HttpMethod.Patch, $"/people/{id}", new { phone = "13700000003" });

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionRequired, without.StatusCode);
        Assert.Equal("137****0001", (await (await api.GetAsync($"/api/v1/people/{id}")).JsonAsync()).GetProperty("phone").GetString());
    }

    [Theory]
    [InlineData("{\"name\":\"x\",\"unitId\":\"00000000-0000-0000-0000-000000000000\",\"surprise\":1}")]
    [InlineData("{\"name\":")]
    [InlineData("[]")]
    [InlineData("{\"name\":\"x\"}")]
    public async Task An_unknown_field_or_broken_JSON_is_a_400_in_problem_details(string json)
    {
        var answer = await home.Api("worker").PostAsync("/api/v1/people", new StringContent(json, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("limit=abc")]
    [InlineData("after=nonsense")]
    public async Task A_bad_query_is_a_400(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await home.Api("worker").GetAsync($"/api/v1/people?{query}")).StatusCode);

    [Fact]
    public async Task Keyset_paging_meets_every_client_once()
    {
        for (var made = 0; made < 5; made++)
        {
            await home.NewClientAsync("neighbour", "pointB");
        }
        var ids = await PagedAsync("people?");

        Assert.Equal(await home.WithDbAsync(db => db.Clients.CountAsync(client => client.UnitId == home.World.Units["pointB"].Id)), ids.Distinct().Count());
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Keyset_paging_meets_every_screen_once_also_where_many_were_entered_at_one_instant()
    {
        var client = await home.NewClientAsync("neighbour", "pointB");
        for (var day = 1; day <= 5; day++)
        {
            var made = await home.Api("neighbour").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client, $"2026-11-0{day}"));
            Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        }

        var ids = await PagedAsync($"screens?personId={client}&");

        Assert.Equal((5, 5), (ids.Count, ids.Distinct().Count()));
    }

    async Task<List<Guid>> PagedAsync(string list)
    {
        var ids = new List<Guid>();
        string? after = null;
        do
        {
            var page = await (await home.Api("neighbour").GetAsync($"/api/v1/{list}limit=2{(after is null ? "" : $"&after={after}")}")).JsonAsync();
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            after = page.GetProperty("next").ValueKind == JsonValueKind.Null ? null : page.GetProperty("next").GetString();
        }
        while (after is not null);
        return ids;
    }

    [Fact]
    public async Task Reading_a_file_leaves_an_audit_row()
    {
        var id = await home.NewClientAsync("worker", "pointA");
        await home.Api("worker").GetAsync($"/api/v1/people/{id}");

        var row = await home.WithDbAsync(db => db.AuditEntries.SingleAsync(entry => entry.ClientId == id && entry.Act == "client.read"));

        Assert.Equal("worker", row.Actor);
        Assert.Equal("Worker", row.Role);
    }
}

public sealed class PeopleApiOnSqlite(SqliteHome home) : PeopleApiTests(home), IClassFixture<SqliteHome>;

public sealed class PeopleApiOnPostgres(PostgresHome home) : PeopleApiTests(home), IClassFixture<PostgresHome>;
