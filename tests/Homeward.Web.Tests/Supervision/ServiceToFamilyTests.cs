using System.Net;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>An order is served on the person and on the family, and the office is notified of it; each has its day (R1.10).</summary>
public abstract class ServiceToFamilyTests(Home home)
{
    [Fact]
    public async Task An_order_tells_when_the_family_had_it_and_when_the_office_was_notified()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var browser = await home.SignedInAsync("worker");

        var saved = await browser.SendFormAsync($"/people/{client}/measures/new?kind=Cdt", "measure", new()
        {
            ["Input.Kind"] = "Cdt",
            ["Input.OrderedOn"] = "2026-11-02",
            ["Input.ServedOn"] = "2026-11-03",
            ["Input.FamilyServedOn"] = "2026-11-04",
            ["Input.OfficeToldOn"] = "2026-11-05",
        });

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var measure = await home.WithDbAsync(db => db.Measures.SingleAsync(found => found.ClientId == client));
        Assert.Equal((new DateOnly(2026, 11, 4), new DateOnly(2026, 11, 5)), (measure.FamilyServedOn, measure.OfficeToldOn));
        Assert.Matches("送达家属日期</dt>\\s*<dd[^>]*>2026-11-04", await browser.GetStringAsync($"/measures/{measure.Id}"));
        var timeline = await browser.GetStringAsync($"/people/{client}?tab=timeline");
        Assert.Contains("送达家属", timeline, StringComparison.Ordinal);
        Assert.Contains("通知办事处", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_lies_before_the_order_or_in_the_future_and_a_wrong_day_is_emptied()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var api = home.Api("worker");
        var opened = await api.PostAsync("/measures", new { personId = client, kind = "CRH", orderedOn = "2026-11-02", servedOn = "2026-11-03", familyServedOn = "2026-11-03", officeToldOn = "2026-11-04" });
        var measure = (await opened.JsonAsync()).GetProperty("id").GetGuid();

        await RefusedAsync(new { familyServedOn = "2026-11-01" }, "supervision.family-served-before-ordered");
        await RefusedAsync(new { officeToldOn = "2026-11-01" }, "supervision.office-told-before-ordered");
        await RefusedAsync(new { officeToldOn = "2026-11-24" }, "supervision.in-future");
        var emptied = await SendAsync(new { clear = new[] { "familyServedOn" } });

        Assert.Equal(HttpStatusCode.OK, emptied.StatusCode);
        var told = await (await api.GetAsync($"/api/v1/measures/{measure}")).JsonAsync();
        Assert.Equal((null, "2026-11-04"), (told.GetProperty("familyServedOn").GetString(), told.GetProperty("officeToldOn").GetString()));

        async Task<HttpResponseMessage> SendAsync(object body) =>
            await api.SendJsonAsync(HttpMethod.Patch, $"/measures/{measure}", body, ifMatch: (await api.GetAsync($"/api/v1/measures/{measure}")).Headers.ETag!.Tag);

        async Task RefusedAsync(object body, string code)
        {
            var answer = await SendAsync(body);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_known_before_a_correction_can_still_be_seen()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var api = home.Api("worker");
        var opened = await api.PostAsync("/measures", new { personId = client, kind = "CDT", orderedOn = "2026-05-01", servedOn = "2026-05-02", familyServedOn = "2026-05-03", reportedOn = "2026-05-10" });
        var measure = (await opened.JsonAsync()).GetProperty("id").GetGuid();
        var day = new DateOnly(2026, 5, 12);
        await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).ExecuteUpdateAsync(set => set.SetProperty(found => found.KnownOn, day).SetProperty(found => found.CorrectedOn, day)));

        await api.SendJsonAsync(HttpMethod.Patch, $"/measures/{measure}", new { familyServedOn = "2026-05-08" }, ifMatch: (await api.GetAsync($"/api/v1/measures/{measure}")).Headers.ETag!.Tag);

        Assert.Equal(("2026-05-08", "2026-05-03"), (await FamilyAsync(""), await FamilyAsync("?known=2026-06-01")));

        async Task<string?> FamilyAsync(string asked) => (await (await api.GetAsync($"/api/v1/measures/{measure}{asked}")).JsonAsync()).GetProperty("familyServedOn").GetString();
    }
}

public sealed class ServiceToFamilyOnSqlite(SqliteHome home) : ServiceToFamilyTests(home), IClassFixture<SqliteHome>;

public sealed class ServiceToFamilyOnPostgres(PostgresHome home) : ServiceToFamilyTests(home), IClassFixture<PostgresHome>;
