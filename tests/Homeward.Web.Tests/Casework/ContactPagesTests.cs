using System.Net;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Casework;

/// <summary>Recording and annulling contacts, through the front door.</summary>
public abstract class ContactPagesTests(Home home)
{
    [Fact]
    public async Task The_interview_after_a_release_can_be_annulled()
    {
        var (client, _) = await home.NewIsolatedAsync();
        var worker = home.Api("worker");
        var release = await home.NewReleaseAsync("pointA", "回访人", "2026-11-23");
        await worker.PostAsync($"/releases/{release}/accept", new { on = "2026-11-23" });
        await worker.PostAsync($"/releases/{release}/link", new { personId = client, samePerson = true });
        var received = await worker.PostAsync($"/releases/{release}/receive", new { on = "2026-11-23", collectMode = "alone", receivedBy = "林晓雯", documentNumber = "解1号" });
        Assert.True(received.IsSuccessStatusCode, await received.Content.ReadAsStringAsync());
        var contact = (await (await worker.PostAsync("/contacts", new { personId = client, on = "2026-11-23", mode = "interview", content = "第一次面谈" })).JsonAsync()).GetProperty("id").GetGuid();
        Assert.Equal(1, await home.WithDbAsync(db => db.CentreReleases.CountAsync(found => found.InterviewId == contact)));

        var annulled = await worker.PostAsync($"/contacts/{contact}/annul", new { reason = "误录" });

        Assert.Equal(HttpStatusCode.OK, annulled.StatusCode);
        Assert.Equal(0, await home.WithDbAsync(db => db.CentreReleases.CountAsync(found => found.ClientId == client && found.InterviewedOn != null)));
    }

    [Fact]
    public async Task One_visit_serves_two_purposes_and_an_annulled_one_opens_them_again()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", client);
        var browser = await home.SignedInAsync("worker");
        var before = await OpenAsync(client);

        var answer = await browser.SendFormAsync($"/contacts/record?client={client}&mode=HomeVisit", "contact", new()
        {
            ["Input.Mode"] = "HomeVisit", ["Input.On"] = "2026-11-23", ["Input.StartedAt"] = "15:10", ["Input.DurationMinutes"] = "40", ["Input.Purposes[0]"] = "homeVisit", ["Input.Purposes[1]"] = "interview", ["Input.Content"] = "与母亲同住",
        });

        Assert.Equal($"/people/{client}", answer.Headers.Location?.AbsolutePath);
        Assert.True(await OpenAsync(client) < before);
        Assert.Contains("与母亲同住", await browser.GetStringAsync($"/people/{client}"), StringComparison.Ordinal);
        var contact = await home.WithDbAsync(db => db.Contacts.AsNoTracking().SingleAsync(found => found.ClientId == client));
        Assert.Equal(["homeVisit", "interview"], contact.Purposes);
        await browser.SendFormAsync($"/contacts/{contact.Id}/annul", "annul", new() { ["Input.Reason"] = "重复登记" });
        Assert.Equal(before, await OpenAsync(client));
        Assert.Contains("重复登记", await browser.GetStringAsync($"/contacts/{contact.Id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await home.SignedInAsync("stranger")).GetAsync($"/contacts/{contact.Id}")).StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_at_its_field_and_kept()
    {
        var client = await home.NewClientAsync("worker", "pointA");

        var answer = await (await home.SignedInAsync("worker")).SendFormAsync($"/contacts/record?client={client}", "contact", new()
        {
            ["Input.Mode"] = "Phone", ["Input.On"] = "2027-01-01", ["Input.DurationMinutes"] = "abc", ["Input.Content"] = "通话内容",
        });
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("value=\"abc\"", text, StringComparison.Ordinal);
        Assert.Contains("通话内容", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_services_given_in_a_contact_are_shown_wherever_it_is_told()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var browser = await home.SignedInAsync("worker");

        await browser.SendFormAsync($"/contacts/record?client={client}", "contact", new()
        {
            ["Input.Mode"] = "Interview", ["Input.On"] = "2026-11-23", ["Input.Services[0]"] = "psychology", ["Input.Services[1]"] = "employment", ["Input.Content"] = "近况平稳",
        });
        var contact = await home.WithDbAsync(db => db.Contacts.AsNoTracking().SingleAsync(found => found.ClientId == client));

        Assert.Equal(["psychology", "employment"], contact.Services);
        Assert.Contains("心理治疗和辅导、就业援助", await browser.GetStringAsync($"/contacts/{contact.Id}"), StringComparison.Ordinal);
        Assert.Contains("心理治疗和辅导、就业援助 · 近况平稳", await browser.GetStringAsync($"/people/{client}"), StringComparison.Ordinal);
        Assert.Contains("心理治疗和辅导、就业援助", await browser.GetStringAsync($"/people/{client}?tab=contacts"), StringComparison.Ordinal);
        Assert.Contains("心理治疗和辅导、就业援助", await browser.GetStringAsync("/contacts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_not_in_the_list_is_refused_and_the_ticked_ones_stay()
    {
        var client = await home.NewClientAsync("worker", "pointA");

        var answer = await (await home.SignedInAsync("worker")).SendFormAsync($"/contacts/record?client={client}", "contact", new()
        {
            ["Input.Mode"] = "Phone", ["Input.On"] = "2026-11-23", ["Input.Services[0]"] = "guidance", ["Input.Services[1]"] = "horoscope",
        });
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("不是列表中的选项", text, StringComparison.Ordinal);
        Assert.Matches("value=\"guidance\"[^>]*checked", text);
        Assert.Equal(0, await home.WithDbAsync(db => db.Contacts.CountAsync(found => found.ClientId == client)));
    }

    Task<int> OpenAsync(Guid client) => home.WithDbAsync(db => db.Obligations.CountAsync(duty => duty.ClientId == client && duty.SettledOn == null));
}

public sealed class ContactPagesOnSqlite(SqliteHome home) : ContactPagesTests(home), IClassFixture<SqliteHome>;

public sealed class ContactPagesOnPostgres(PostgresHome home) : ContactPagesTests(home), IClassFixture<PostgresHome>;
