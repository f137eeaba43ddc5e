using System.Net;
using System.Text;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Trust;

/// <summary>The API asks no form's token of its callers, so it knows nobody by the cookie that a browser sends along by itself.</summary>
public abstract class KeyAloneTests(Home home)
{
    [Theory]
    [InlineData("/api/v1")]
    [InlineData("/API/V1")]
    [InlineData("/Api/v1")]
    public async Task A_session_opens_no_door_of_the_api(string prefix)
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var browser = await home.SignedInAsync("worker");

        var read = await browser.GetAsync($"{prefix}/people/{client}");
        var written = await browser.PostAsync($"{prefix}/contacts", new StringContent($$"""{ "personId": "{{client}}", "on": "2026-11-20", "mode": "phone", "content": "近况" }""", Encoding.UTF8, "application/json"));

        Assert.All([read, written], answer => Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType)));
        Assert.False(await home.WithDbAsync(db => db.Contacts.AnyAsync(contact => contact.ClientId == client)));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/people/{client}")).StatusCode);
    }
}

public sealed class KeyAloneOnSqlite(SqliteHome home) : KeyAloneTests(home), IClassFixture<SqliteHome>;

public sealed class KeyAloneOnPostgres(PostgresHome home) : KeyAloneTests(home), IClassFixture<PostgresHome>;
