using System.Net;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Api;

/// <summary>What is sent twice is one record; what was changed in between is told, and not dropped without a word.</summary>
public abstract class SentTwiceTests(Home home)
{
    [Fact]
    public async Task A_contact_that_says_the_same_is_answered_the_same_and_one_that_says_otherwise_is_refused()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var id = Guid.CreateVersion7();
        object Body(string content, int? minutes = 20) => new { id, personId = client, on = "2026-11-20", mode = "phone", content, durationMinutes = minutes };
        Assert.Equal(HttpStatusCode.Created, (await home.Api("worker").PostAsync("/contacts", Body("找工作"))).StatusCode);

        Assert.Equal(HttpStatusCode.Created, (await home.Api("worker").PostAsync("/contacts", Body(" 找工作 "))).StatusCode);
        Assert.Equal("casework.recorded-otherwise", await RuleAsync(await home.Api("worker").PostAsync("/contacts", Body("已找到工作"))));
        Assert.Equal("casework.recorded-otherwise", await RuleAsync(await home.Api("worker").PostAsync("/contacts", Body("找工作", 40))));
    }

    [Fact]
    public async Task A_screen_is_the_same_also_after_it_was_confirmed_and_another_finding_under_its_id_is_refused()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var id = Guid.CreateVersion7();
        object Body(string result = "positivePreliminary", string place = "社工点") => new
        {
            personId = client, on = "2026-11-10", kind = "scheduled", specimen = "urine", outcome = "done", result, place, firstTester = "甲", secondTester = "乙", collector = "甲", collectorSex = "male", sampleA = "A1", sampleB = "B1",
        };
        Assert.Equal(HttpStatusCode.Created, (await home.Api("worker").PostAsync($"/screens/{id}/record", Body())).StatusCode);
        Assert.True((await home.Api("leader").PostAsync($"/screens/{id}/confirm", new { })).IsSuccessStatusCode);

        Assert.Equal(HttpStatusCode.Created, (await home.Api("worker").PostAsync($"/screens/{id}/record", Body())).StatusCode);
        Assert.Equal("screening.recorded-otherwise", await RuleAsync(await home.Api("worker").PostAsync($"/screens/{id}/record", Body("negative"))));
        Assert.Equal("screening.recorded-otherwise", await RuleAsync(await home.Api("worker").PostAsync($"/screens/{id}/record", Body(place: "派出所"))));
    }

    [Fact]
    public async Task The_form_whose_answer_was_lost_keeps_what_was_changed_and_says_what_stands()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var browser = await home.SignedInAsync("worker");
        var page = $"/contacts/record?client={client}&mode=Phone";
        var fields = new Dictionary<string, string>(Front.HiddenOf(await browser.GetStringAsync(page), "contact")) { ["Input.On"] = "2026-11-20", ["Input.Content"] = "第一稿", ["Input.Mode"] = "Phone" };
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(page, new FormUrlEncodedContent(fields))).StatusCode);

        fields["Input.Content"] = "第二稿";
        var answer = await browser.PostAsync(page, new FormUrlEncodedContent(fields));

        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("这份表单已经保存为 2026-11-20 的联系记录", html, StringComparison.Ordinal);
        Assert.Contains("第二稿", html, StringComparison.Ordinal);
        Assert.Equal(1, await home.WithDbAsync(db => db.Contacts.CountAsync(contact => contact.ClientId == client)));
    }

    static async Task<string?> RuleAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await answer.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString();
    }
}

public sealed class SentTwiceOnSqlite(SqliteHome home) : SentTwiceTests(home), IClassFixture<SqliteHome>;

public sealed class SentTwiceOnPostgres(PostgresHome home) : SentTwiceTests(home), IClassFixture<PostgresHome>;
