using System.Net;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Casework;

/// <summary>Recording and annulling contacts, through the front door.</summary>
public abstract class ContactPagesTests(Home home)
{
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

    Task<int> OpenAsync(Guid client) => home.WithDbAsync(db => db.Obligations.CountAsync(duty => duty.ClientId == client && duty.SettledOn == null));
}

public sealed class ContactPagesOnSqlite(SqliteHome home) : ContactPagesTests(home), IClassFixture<SqliteHome>;

public sealed class ContactPagesOnPostgres(PostgresHome home) : ContactPagesTests(home), IClassFixture<PostgresHome>;
