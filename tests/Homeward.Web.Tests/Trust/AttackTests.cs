using System.Net;
using System.Text;
using Homeward.Web.Foundation;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Trust;

/// <summary>What somebody tries who means harm: each is refused plainly, tells nothing, and changes nothing.</summary>
public abstract class AttackTests(Home home)
{
    [Theory]
    [InlineData("GET", "/people", null, HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/nothing-here", "worker", HttpStatusCode.NotFound)]
    [InlineData("GET", "/people/0193b9f0-0000-7000-8000-000000000000", "worker", HttpStatusCode.NotFound)]
    [InlineData("GET", "/people", "auditor", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/people?limit=999999", "worker", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/worklist?after=garbage", "worker", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/screens?after=-5", "worker", HttpStatusCode.BadRequest)]
    public async Task Every_refusal_of_the_api_is_a_problem_document(string method, string path, string? user, HttpStatusCode status)
    {
        var api = user is null ? home.Browser() : home.Api(user);

        var answer = await api.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/v1" + path));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)status, (await answer.JsonAsync()).GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("purposes", "[\"<x>\"]", "ui.not-in-list")]
    [InlineData("content", "LONG", "ui.too-long")]
    [InlineData("nextStep", "LONG", "ui.too-long")]
    [InlineData("staffId", "\"0193b9f0-0000-7000-8000-000000000000\"", "casework.staff-unknown")]
    public async Task A_contact_takes_no_unknown_code_no_endless_text_and_no_stranger(string field, string value, string rule)
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var written = value == "LONG" ? $"\"{new string('长', 5000)}\"" : value;
        var body = $$"""{ "personId": "{{client}}", "on": "2026-11-20", "mode": "phone"{{(field == "content" ? "" : ", \"content\": \"近况\"")}}, "{{field}}": {{written}} }""";

        var answer = await home.Api("worker").PostAsync("/api/v1/contacts", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(rule, (await answer.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        Assert.Equal(0, await home.WithDbAsync(db => db.Contacts.CountAsync(contact => contact.ClientId == client)));
    }

    [Theory]
    [InlineData("""{ "name": "张三", "unitId": "{unit}", "id": "0193b9f0-0000-7000-8000-000000000000" }""")]
    [InlineData("""{ "name": "张三", "unitId": "{unit}", "version": 7 }""")]
    [InlineData("""{ "name": "张三", "unitId": "{unit}", "threeYearsClean": true }""")]
    [InlineData("""{ "name": "张三", "name": "李四", "unitId": "{unit}" }""")]
    public async Task A_body_with_a_field_that_is_not_the_callers_to_give_is_refused(string body)
    {
        var answer = await home.Api("worker").PostAsync("/api/v1/people", new StringContent(body.Replace("{unit}", home.World.Units["pointA"].Id.ToString(), StringComparison.Ordinal), Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_key_of_another_account_gives_no_answer_of_that_account()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var body = new { personId = client, on = "2026-11-20", mode = "phone", content = "近况" };
        var key = Guid.CreateVersion7().ToString();
        await home.Api("worker").PostAsync("/contacts", body, key);

        var replayed = await home.Api("stranger").PostAsync("/contacts", body, key);

        Assert.Equal(HttpStatusCode.NotFound, replayed.StatusCode);
        Assert.False(replayed.Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task Markup_in_a_name_is_shown_as_text_and_marks_of_direction_are_dropped()
    {
        var client = await home.NewClientAsync("worker", "pointA", "\u202e<script>alert(1)</script>");

        var page = await (await home.SignedInAsync("worker")).GetStringAsync($"/people/{client}");

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\r\nSet-Cookie: a=b", "/")]
    [InlineData("/people?unit=王", "/people?unit=%E7%8E%8B")]
    [InlineData("/people", "/people")]
    public async Task A_return_address_stays_on_this_site_and_fits_a_header(string address, string expected)
    {
        Assert.Equal(expected, LocalAddress.Of(address));
        var browser = home.Browser();
        var token = Front.HiddenOf(await browser.GetStringAsync("/sign-in"), "/preferences/theme");

        var answer = await browser.PostAsync("/preferences/theme", new FormUrlEncodedContent(new Dictionary<string, string>(token) { ["theme"] = "dark", ["returnUrl"] = address }));

        Assert.Equal((HttpStatusCode.Redirect, expected), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var browser = await home.SignedInAsync("worker");

        foreach (var path in new[] { "/views", "/people/new", "/preferences/theme", "/sign-out", $"/obligations/{Guid.CreateVersion7()}/reopen" })
        {
            var answer = await browser.PostAsync(path, new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "x", ["query"] = "?a", ["page"] = "worklist", ["_handler"] = "search", ["theme"] = "dark", ["returnUrl"] = "/", ["version"] = "0" }));
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path}: {answer.StatusCode}");
        }
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_locked_account_answers_like_a_name_that_does_not_exist()
    {
        async Task<string> TryAsync(string user)
        {
            var answer = await home.Browser().SendFormAsync("/sign-in", "sign-in", new() { ["Input.UserName"] = user, ["Input.Password"] = "not-the-password" });
            var page = await answer.Content.ReadAsStringAsync();
            var from = page.IndexOf("error-summary", StringComparison.Ordinal);
            return page[from..page.IndexOf("</ul>", from, StringComparison.Ordinal)];
        }
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await TryAsync("neighbour");
        }

        Assert.Equal(await TryAsync("nobody-of-that-name"), await TryAsync("neighbour"));
        Assert.True(await home.WithDbAsync(db => db.AuditEntries.AnyAsync(entry => entry.Actor == "neighbour" && entry.Result == "trust.sign-in-locked")));
    }

    [Fact]
    public async Task A_stale_form_goes_back_to_where_it_stood_with_the_reason()
    {
        var browser = await home.SignedInAsync("security");
        var grant = await home.WithDbAsync(db => db.Grants.Where(found => found.AccountId == home.World.Accounts["peer"].Id).SingleAsync());
        var token = Front.HiddenOf(await browser.GetStringAsync("/account"), "/sign-out");
        var request = new HttpRequestMessage(HttpMethod.Post, $"/grants/{grant.Id}/end") { Content = new FormUrlEncodedContent(new Dictionary<string, string>(token) { ["version"] = "99" }) };
        request.Headers.Referrer = new Uri("https://localhost/grants");

        var answer = await browser.SendAsync(request);

        Assert.Equal((HttpStatusCode.Redirect, "/grants"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Contains("已被他人修改", await browser.GetStringAsync("/grants"), StringComparison.Ordinal);
        Assert.Null(await home.WithDbAsync(db => db.Grants.Where(found => found.Id == grant.Id).Select(found => found.ValidTo).SingleAsync()));
    }

    [Fact]
    public async Task Outside_the_organisation_the_unit_tree_shows_no_small_caseload()
    {
        await home.NewClientAsync("stranger", "pointC");

        var page = await (await home.SignedInAsync("police")).GetStringAsync("/organisation");

        Assert.Contains("&lt;5", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/people?unit=", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("police", "/figures")]
    [InlineData("auditor", "/audit")]
    [InlineData("peer", "/account")]
    [InlineData("security", "/organisation")]
    public async Task Whoever_has_no_worklist_starts_at_the_first_page_of_their_menu(string user, string start)
    {
        var browser = await home.SignedInAsync(user);

        var answer = await browser.GetAsync("/");

        Assert.Equal((HttpStatusCode.Redirect, start), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(start)).StatusCode);
    }

    [Fact]
    public async Task The_auditor_reads_who_did_what_and_nothing_of_whom()
    {
        var client = await home.NewClientAsync("worker", "pointA", "审计外人");

        var page = await (await home.SignedInAsync("auditor")).GetStringAsync("/audit?act=client.open");

        Assert.Contains(client.ToString(), page, StringComparison.Ordinal);
        Assert.DoesNotContain("审计外人", page, StringComparison.Ordinal);
    }
}

public sealed class AttackOnSqlite(SqliteHome home) : AttackTests(home), IClassFixture<SqliteHome>;

public sealed class AttackOnPostgres(PostgresHome home) : AttackTests(home), IClassFixture<PostgresHome>;
