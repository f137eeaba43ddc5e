using System.Net;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Api;

/// <summary>The same thing sent twice at one instant, by a program or by a second click: it is done once, and both are answered as the first.</summary>
public abstract class SameTwiceTests(Home home)
{
    const int Rounds = 5;

    [Fact]
    public async Task An_act_with_one_key_is_done_once_and_everybody_who_sent_it_is_answered_as_the_first()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var measure = await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"));
            var key = $"same-{Guid.CreateVersion7()}";

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => home.Api("worker").PostAsync($"/measures/{measure}/absence", new { on = "2026-10-02", to = "2026-10-08" }, key)));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
            Assert.Single((await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()))).Distinct());
            Assert.Single(answers.Select(answer => answer.Headers.ETag!.Tag).Distinct());
            Assert.Equal(3, answers.Count(answer => answer.Headers.Contains("Idempotency-Replayed")));
            Assert.Equal(1, await home.WithDbAsync(db => db.MeasureActs.CountAsync(act => act.MeasureId == measure)));
        }
    }

    [Fact]
    public async Task One_key_for_two_different_things_at_one_instant_does_one_of_them()
    {
        var measure = await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"));
        var key = $"mixed-{Guid.CreateVersion7()}";

        var answers = await Task.WhenAll(((string[])["2026-10-08", "2026-10-09"]).Select(to => home.Api("worker").PostAsync($"/measures/{measure}/absence", new { on = "2026-10-02", to }, key)));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal(1, await home.WithDbAsync(db => db.MeasureActs.CountAsync(act => act.MeasureId == measure)));
    }

    [Fact]
    public async Task What_was_refused_keeps_no_key()
    {
        var measure = await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"));
        var key = $"refused-{Guid.CreateVersion7()}";
        var body = new { on = "2026-10-02", reason = "detained" };

        var early = await home.Api("worker").PostAsync($"/measures/{measure}/resume", body, key);
        await home.Api("worker").PostAsync($"/measures/{measure}/suspend", new { on = "2026-10-01", reason = "detained" });
        var later = await home.Api("worker").PostAsync($"/measures/{measure}/resume", body, key);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (early.StatusCode, later.StatusCode));
    }

    [Theory]
    [InlineData("/measures/{0}?do=Absence", "act", "Input.On=2026-10-02&Input.To=2026-10-08")]
    [InlineData("/measures/{0}?do=Warn", "act", "Input.On=2026-11-20&Input.DocumentNumber=告1")]
    public async Task A_second_click_at_one_instant_is_the_same_act(string page, string form, string typed)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var measure = await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"));
            await home.Api("worker").PostAsync($"/measures/{measure}/absence", new { on = "2026-07-02", to = "2026-07-08" });
            var browser = await home.SignedInAsync("worker");
            var address = page.Replace("{0}", measure.ToString(), StringComparison.Ordinal);
            var fields = Front.HiddenOf(await browser.GetStringAsync(address), form);
            foreach (var pair in typed.Split('&').Select(pair => pair.Split('=')))
            {
                fields[pair[0]] = pair[1];
            }

            var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => browser.PostAsync(address, new FormUrlEncodedContent(fields))));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
            Assert.Equal(2, await home.WithDbAsync(db => db.MeasureActs.CountAsync(act => act.MeasureId == measure)));
        }
    }
}

public sealed class SameTwiceOnSqlite(SqliteHome home) : SameTwiceTests(home), IClassFixture<SqliteHome>;

public sealed class SameTwiceOnPostgres(PostgresHome home) : SameTwiceTests(home), IClassFixture<PostgresHome>;
