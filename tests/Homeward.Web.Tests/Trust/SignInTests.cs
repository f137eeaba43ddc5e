using System.Net;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Trust;

/// <summary>Signing in, staying signed in, being signed out.</summary>
public abstract class SignInTests(Home home)
{
    [Fact]
    public async Task A_page_sends_whoever_is_not_signed_in_to_the_sign_in_page()
    {
        var answer = await home.Browser().GetAsync("/?state=Overdue");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2F%3Fstate%3DOverdue", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_worker_signs_in_and_sees_today()
    {
        var browser = await home.SignedInAsync("worker");

        var page = await browser.GetStringAsync("/");

        Assert.Contains("今日工作", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_names_and_wrong_passwords_answer_alike()
    {
        var nobody = await home.Browser().SendFormAsync("/sign-in", "sign-in", new() { ["Input.UserName"] = "nobody", ["Input.Password"] = "not-the-password" });
        var somebody = await home.Browser().SendFormAsync("/sign-in", "sign-in", new() { ["Input.UserName"] = "police", ["Input.Password"] = "not-the-password" });

        Assert.Contains("账号或密码不对", await nobody.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("账号或密码不对", await somebody.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_failures_lock_the_account()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await home.Browser().SendFormAsync("/sign-in", "sign-in", new() { ["Input.UserName"] = "peer", ["Input.Password"] = "not-the-password" });
        }

        var answer = await home.Browser().SendFormAsync("/sign-in", "sign-in", new() { ["Input.UserName"] = "peer", ["Input.Password"] = TestWorld.Password });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie") && answer.Headers.GetValues("Set-Cookie").Any(cookie => cookie.StartsWith("__Host-homeward=", StringComparison.Ordinal)));
        Assert.True(await home.WithDbAsync(db => db.AuditEntries.AnyAsync(entry => entry.Actor == "peer" && entry.Result == "trust.sign-in-locked")));
    }

    [Fact]
    public async Task A_session_ends_when_it_is_signed_out_even_if_the_cookie_is_kept()
    {
        var browser = await home.SignedInAsync("leader");
        var fields = Front.HiddenOf(await browser.GetStringAsync("/account"), "/sign-out");
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        await home.WithDbAsync(async db => await db.Sessions.Where(session => session.AccountId == home.World.Accounts["leader"].Id).ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, home.Clock.GetUtcNow().UtcDateTime)));

        var answer = await browser.SendAsync(request);

        Assert.NotEmpty(fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_grant_bites_at_the_next_request()
    {
        var browser = await home.SignedInAsync("stranger");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/people")).StatusCode);
        await home.WithDbAsync(async db => await db.Grants.Where(grant => grant.AccountId == home.World.Accounts["stranger"].Id).ExecuteUpdateAsync(set => set.SetProperty(grant => grant.ValidTo, Home.Today.AddDays(-1))));

        var answer = await browser.GetAsync("/people");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}

public sealed class SignInOnSqlite(SqliteHome home) : SignInTests(home), IClassFixture<SqliteHome>;

public sealed class SignInOnPostgres(PostgresHome home) : SignInTests(home), IClassFixture<PostgresHome>;
