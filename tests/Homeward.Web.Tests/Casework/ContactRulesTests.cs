using System.Net;
using System.Text;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Casework;

/// <summary>What a contact has to say, and since when there can be one: on the form, by the API and from a sheet.</summary>
public abstract class ContactRulesTests(Home home)
{
    [Theory]
    [InlineData("interview")]
    [InlineData("homeVisit")]
    [InlineData("phone")]
    [InlineData("video")]
    public async Task A_contact_of_which_nothing_is_written_down_is_refused_and_settles_nothing(string mode)
    {
        var client = await NewClientAsync();

        var answer = await home.Api("worker").PostAsync("/contacts", new { personId = client, on = "2026-11-20", mode, purposes = new[] { "interview", "homeVisit" }, content = "  ", nextStep = "下周再来" });

        var rule = (await answer.JsonAsync()).GetProperty("rules")[0];
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "casework.contact-without-content", "content"), (answer.StatusCode, rule.GetProperty("code").GetString(), rule.GetProperty("field").GetString()));
        Assert.False(await home.WithDbAsync(db => db.Obligations.AnyAsync(due => due.ClientId == client && due.Settlement == Settlement.Fulfilled && due.Kind == ObligationKind.Interview)));
    }

    [Fact]
    public async Task Observations_alone_are_enough_and_a_written_report_needs_neither()
    {
        var client = await NewClientAsync();

        Assert.Equal(HttpStatusCode.Created, (await home.Api("worker").PostAsync("/contacts", new { personId = client, on = "2026-11-20", mode = "homeVisit", observations = "屋内整洁" })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await home.Api("worker").PostAsync("/contacts", new { personId = client, on = "2026-11-20", mode = "writtenReport" })).StatusCode);
    }

    [Fact]
    public async Task The_form_says_what_is_missing_and_keeps_what_was_typed()
    {
        var client = await NewClientAsync();

        var answer = await (await home.SignedInAsync("worker")).SendFormAsync($"/contacts/record?client={client}", "contact", new() { ["Input.Mode"] = "Interview", ["Input.On"] = "2026-11-20", ["Input.NextStep"] = "约下周" });

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("没有写明内容", page, StringComparison.Ordinal);
        Assert.Contains("约下周", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_before_the_first_measure_is_refused_and_without_a_measure_it_is_taken()
    {
        var (under, free) = (await NewClientAsync(), await home.NewClientAsync("worker", "pointA"));
        Task<HttpResponseMessage> OnAsync(Guid client, string on) => home.Api("worker").PostAsync("/contacts", new { personId = client, on, mode = "phone", content = "近况" });

        var early = await OnAsync(under, "2026-04-29");

        var rule = (await early.JsonAsync()).GetProperty("rules")[0];
        Assert.Equal(("casework.contact-before-measures", "on"), (rule.GetProperty("code").GetString(), rule.GetProperty("field").GetString()));
        Assert.Contains("2026-04-30", rule.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await OnAsync(under, "2026-04-30")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await OnAsync(free, "2020-04-29")).StatusCode);
    }

    /// <summary>A file of the past is taken as it was kept; what it lacks is said.</summary>
    [Fact]
    public async Task A_row_of_a_sheet_without_content_comes_in_and_is_marked_as_incomplete()
    {
        var number = ApiCalls.NewNumber();
        var made = await home.Api("worker").PostAsync("/people", new { name = "名单人", unitId = home.World.Units["pointA"].Id, responsibleId = home.World.Staff["worker"].Id, identityNumber = number });
        var client = (await made.JsonAsync()).GetProperty("id").GetGuid();
        await home.NewMeasureAsync("worker", client);
        var browser = await home.SignedInAsync("worker");
        var run = (await browser.UploadAsync("contacts", "谈话.csv", Encoding.UTF8.GetBytes($"身份证号,日期,方式,社工,内容\n{number},2026-11-10,面谈,林晓雯,谈近况\n{number},2026-11-11,面谈,林晓雯,\n{number},2016-11-12,电话,林晓雯,谈近况\n")))!;
        await browser.WaitAsync(run, "apply");
        await browser.SendFormAsync(run, "apply", []);
        await browser.WaitAsync(run, "已导入");

        Assert.Contains("内容", WebUtility.HtmlDecode(await browser.GetStringAsync(run + "?tab=warning")), StringComparison.Ordinal);
        Assert.Equal(
            [new DateOnly(2016, 11, 12), new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 11)],
            await home.WithDbAsync(db => db.Contacts.Where(contact => contact.ClientId == client).OrderBy(contact => contact.On).Select(contact => contact.On).ToListAsync()));
    }

    async Task<Guid> NewClientAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", client);
        return client;
    }
}

public sealed class ContactRulesOnSqlite(SqliteHome home) : ContactRulesTests(home), IClassFixture<SqliteHome>;

public sealed class ContactRulesOnPostgres(PostgresHome home) : ContactRulesTests(home), IClassFixture<PostgresHome>;
