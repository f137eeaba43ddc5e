using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.BadInput;

/// <summary>Days that cannot be, ids that nobody has, files that are not what they say, and a line that breaks while something is saved.</summary>
public abstract class ImpossibleInputTests(Home home)
{
    /// <summary>The client of these tests was born on 1985-03-12 and ordered into detox on 2026-04-30; today is 2026-11-23.</summary>
    [Theory]
    [InlineData("contacts", "on", "1985-03-12", "casework.contact-before-birth")]
    [InlineData("contacts", "on", "2026-11-24", "casework.contact-in-future")]
    [InlineData("contacts", "nextStepOn", "2026-11-01", "casework.next-step-in-past")]
    [InlineData("screens", "on", "1980-01-01", "screening.before-birth")]
    [InlineData("screens", "on", "2026-11-24", "screening.in-future")]
    [InlineData("screens", "on", "2026-04-29", "screening.before-order")]
    [InlineData("screens", "kitExpiresOn", "2026-11-19", "screening.kit-expired")]
    [InlineData("measures", "orderedOn", "1985-03-12", "supervision.ordered-before-birth")]
    [InlineData("measures", "orderedOn", "2026-12-01", "supervision.in-future")]
    [InlineData("measures", "servedOn", "2026-05-31", "supervision.served-before-ordered")]
    [InlineData("measures", "reportedOn", "2026-06-01", "supervision.reported-before-served")]
    [InlineData("leave", "to", "2026-11-19", "supervision.end-before-start")]
    [InlineData("suspend", "on", "2026-04-29", "supervision.before-start")]
    public async Task A_day_that_cannot_be_is_refused_by_its_rule(string what, string field, string day, string rule)
    {
        var client = await NewClientAsync();
        var measure = await home.NewMeasureAsync("leader", client);
        var (path, body) = what switch
        {
            "contacts" => ("/contacts", new JsonObject { ["personId"] = client, ["on"] = "2026-11-20", ["mode"] = "phone", ["content"] = "近况" }),
            "screens" => ($"/screens/{Guid.CreateVersion7()}/record", JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(ApiCalls.NegativeScreen(client)))!.AsObject()),
            "measures" => ("/measures", new JsonObject { ["personId"] = await NewClientAsync(), ["kind"] = "CDT", ["termYears"] = 3, ["orderedOn"] = "2026-06-01", ["servedOn"] = "2026-06-02", ["reportedOn"] = "2026-06-10" }),
            _ => ($"/measures/{measure}/{what}", new JsonObject { ["on"] = "2026-11-20", ["reason"] = what == "suspend" ? "detained" : null }),
        };
        body[field] = day;

        var answer = await home.Api("leader").PostAsJsonAsync("/api/v1" + path, body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(rule, (await answer.JsonAsync()).GetProperty("rules").EnumerateArray().Select(broken => broken.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_grant_that_ends_before_it_begins_is_refused_with_the_values_kept()
    {
        var answer = await (await home.SignedInAsync("security")).SendFormAsync("/grants", "grant", new()
        {
            ["Input.AccountId"] = home.World.Accounts["peer"].Id.ToString(),
            ["Input.Role"] = "Hotline",
            ["Input.UnitId"] = home.World.Units["pointA"].Id.ToString(),
            ["Input.Purpose"] = "casework",
            ["Input.ValidFrom"] = "2026-11-20",
            ["Input.ValidTo"] = "2026-11-19",
        });

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("data-form-errors", html, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-11-19\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unitId", HttpStatusCode.UnprocessableEntity)]
    [InlineData("responsibleId", HttpStatusCode.UnprocessableEntity)]
    public async Task A_unit_or_a_worker_that_nobody_knows_is_refused(string field, HttpStatusCode status)
    {
        var body = new JsonObject { ["name"] = "单小明", ["unitId"] = home.World.Units["pointA"].Id };
        body[field] = Guid.CreateVersion7();

        Assert.Equal(status, (await home.Api("leader").PostAsJsonAsync("/api/v1/people", body)).StatusCode);
    }

    [Theory]
    [InlineData("roster.xlsx", "MZ\u0090\u0000\u0003 this is a program", "不是完好的 .xlsx 或 .csv")]
    [InlineData("roster.xlsx", "\u0089PNG\r\n\u001a\n a picture", "其实是图片")]
    [InlineData("roster.csv", "%PDF-1.7 a paper", "其实是 PDF")]
    [InlineData("roster.xls", "<html><table><tr><td>x</td></tr></table></html>", "其实是网页")]
    [InlineData("roster.xlsx", "just a note\nand another line", "内容其实是文本")]
    public async Task A_file_that_is_not_what_it_says_is_refused_on_the_import_page_and_nothing_is_taken(string name, string content, string said)
    {
        var browser = await home.SignedInAsync("leader");
        var form = new MultipartFormDataContent();
        foreach (var (field, value) in Front.HiddenOf(await browser.GetStringAsync("/imports"), "import"))
        {
            form.Add(new StringContent(value), field);
        }
        form.Add(new StringContent("roster"), "Input.Sheet");
        var file = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "Input.File", name);

        var answer = await browser.PostAsync("/imports", form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("data-form-errors", html, StringComparison.Ordinal);
        Assert.Contains(said, html, StringComparison.Ordinal);
        Assert.Equal(0, await home.WithDbAsync(db => db.ImportRuns.CountAsync()));
    }

    [Fact]
    public async Task A_line_that_breaks_in_the_middle_of_a_save_leaves_all_of_it_or_nothing_and_sending_again_makes_one()
    {
        var client = await NewClientAsync();
        foreach (var delay in Enumerable.Range(0, 12))
        {
            var id = Guid.CreateVersion7();
            var body = new { id, personId = client, on = "2026-11-20", mode = "phone", content = "x" };
            using (var cut = new CancellationTokenSource(TimeSpan.FromMilliseconds(delay * 4)))
            {
                try
                {
                    await home.Api("leader").PostAsJsonAsync("/api/v1/contacts", body, cut.Token);
                }
                catch (OperationCanceledException)
                {
                    // The line is gone; what happened at the other end is what is looked at.
                }
            }

            var again = await home.Api("leader").PostAsJsonAsync("/api/v1/contacts", body);

            Assert.Equal(HttpStatusCode.Created, again.StatusCode);
            Assert.Equal(1, await home.WithDbAsync(db => db.Contacts.CountAsync(contact => contact.Id == id)));
            Assert.Equal(1, await home.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.RecordId == id && entry.Act == "contact.record")));
        }
    }

    [Fact]
    public async Task Text_in_any_direction_and_any_emoji_is_kept_and_what_nobody_can_see_is_not()
    {
        var client = await NewClientAsync();
        var contact = (await (await home.Api("leader").PostAsync("/contacts", new { personId = client, on = "2026-11-20", mode = "phone", content = "中文 عربي\u202E👨‍👩‍👧\u0007好" })).JsonAsync()).GetProperty("id").GetGuid();

        var html = WebUtility.HtmlDecode(await (await home.SignedInAsync("leader")).GetStringAsync($"/contacts/{contact}"));

        Assert.Contains("中文 عربي👨‍👩‍👧好", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_character_that_nobody_can_see_does_not_make_a_form_expire()
    {
        var client = await NewClientAsync();
        var browser = await home.SignedInAsync("leader");

        var answer = await browser.SendFormAsync($"/contacts/record?client={client}", "contact", new() { ["Input.On"] = "2026-11-20", ["Input.Mode"] = "Phone", ["Input.Content"] = "电话\0里\u0001说 100%0" });
        var refused = await browser.SendFormAsync($"/contacts/record?client={client}", "contact", new() { ["Input.On"] = "2026-11-20", ["Input.Content"] = "没选\0方式" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("电话里说 100%0", WebUtility.HtmlDecode(await browser.GetStringAsync(answer.Headers.Location)), StringComparison.Ordinal);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("data-form-errors", html, StringComparison.Ordinal);
        Assert.Contains("没选方式", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\ud800", HttpStatusCode.BadRequest)]
    [InlineData("\\u0000", HttpStatusCode.Created)]
    public async Task Half_a_character_in_the_api_is_refused_by_the_name_of_its_field_and_what_nobody_can_see_is_left_out(string written, HttpStatusCode status)
    {
        var client = await NewClientAsync();
        using var body = new StringContent($$"""{"personId":"{{client}}","on":"2026-11-20","mode":"phone","content":"前{{written}}后"}""", System.Text.Encoding.UTF8, "application/json");

        var answer = await home.Api("leader").PostAsync("/api/v1/contacts", body);

        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.BadRequest)
        {
            Assert.Contains("“content”", (await answer.JsonAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    async Task<Guid> NewClientAsync()
    {
        var answer = await home.Api("leader").PostAsync("/people", new { name = "单小明", unitId = home.World.Units["pointA"].Id, birthDate = "1985-03-12", sex = "male" });
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }
}

public sealed class ImpossibleInputOnSqlite(SqliteHome home) : ImpossibleInputTests(home), IClassFixture<SqliteHome>;

public sealed class ImpossibleInputOnPostgres(PostgresHome home) : ImpossibleInputTests(home), IClassFixture<PostgresHome>;
