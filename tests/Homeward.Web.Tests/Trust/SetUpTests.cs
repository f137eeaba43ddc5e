using System.Net;
using System.Text.RegularExpressions;
using Homeward.Data.Accounts;
using Homeward.Domain.Organisation;
using Homeward.Web.Features.Trust;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Web.Tests.Trust;

/// <summary>The link with which a new installation gets its first administrator.</summary>
public abstract class SetUpTests(Home home)
{
    const string Password = "Three-Gates-At-Dawn";

    [Fact]
    public async Task The_link_makes_one_security_administrator_who_signs_in()
    {
        await EmptyAsync();
        var link = "/set-up?key=" + await InviteAsync();
        var first = home.Browser();
        var late = home.Browser();
        var lateFields = Front.HiddenOf(await late.GetStringAsync(link), "set-up");

        var made = await first.SendFormAsync(link, "set-up", Filled("chief"));
        foreach (var (name, value) in Filled("second"))
        {
            lateFields[name] = value!;
        }
        var refused = await late.PostAsync(link, new FormUrlEncodedContent(lateFields));

        Assert.Equal("/sign-in", new Uri(new Uri("https://localhost/"), made.Headers.Location!).AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await first.GetAsync(link)).StatusCode);
        var grant = await home.WithDbAsync(db => db.Grants.SingleAsync());
        Assert.Equal(Role.SecurityAdministrator, grant.Role);
        Assert.Equal(1, await home.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Actor == "set-up" && entry.Act == "account.create")));
        Assert.Equal(HttpStatusCode.OK, (await (await home.SignedInAsync("chief", Password)).GetAsync("/grants")).StatusCode);
    }

    [Fact]
    public async Task A_weak_password_or_two_that_differ_make_nothing_and_leave_the_link_good()
    {
        await EmptyAsync();
        var link = "/set-up?key=" + await InviteAsync();

        var weak = await home.Browser().SendFormAsync(link, "set-up", Filled("chief", "short"));
        var differ = await home.Browser().SendFormAsync(link, "set-up", new(Filled("chief")) { ["Input.PasswordAgain"] = "Three-Gates-At-Dusk" });

        Assert.Contains("12", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("两次输入的密码不一致", await differ.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await home.WithDbAsync(db => db.Accounts.CountAsync()));
        Assert.Equal(HttpStatusCode.OK, (await home.Browser().GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_link_lasts_a_day_a_newer_one_voids_it_and_only_its_hash_is_kept()
    {
        await EmptyAsync();
        var old = await InviteAsync();
        var secret = await InviteAsync();

        var kept = await home.WithDbAsync(db => db.SetUpLinks.AsNoTracking().SingleAsync());
        Assert.Equal(ActorSource.Hash(secret!), kept.SecretHash);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Browser().GetAsync("/set-up?key=" + old)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Browser().GetAsync("/set-up")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await home.Browser().GetAsync("/set-up?key=" + secret)).StatusCode);
        home.Clock.Advance(SetUpLink.Lasting);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Browser().GetAsync("/set-up?key=" + secret)).StatusCode);
    }

    [Fact]
    public async Task Where_somebody_has_an_account_there_is_no_link()
    {
        await EmptyAsync();
        var secret = await InviteAsync();
        await home.WithDbAsync((_, services) => services.GetRequiredService<CreateAccount>().RunAsync("somebody", "Somebody", null, null));

        Assert.Null(await InviteAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await home.Browser().GetAsync("/set-up?key=" + secret)).StatusCode);
    }

    Task<string?> InviteAsync() => home.WithDbAsync((_, services) => services.GetRequiredService<FirstAdministrator>().InviteAsync(CancellationToken.None));

    Task<int> EmptyAsync() => home.WithDbAsync(async db =>
    {
        await db.SetUpLinks.ExecuteDeleteAsync();
        await db.Grants.ExecuteDeleteAsync();
        await db.Accounts.ExecuteDeleteAsync();
        await db.AuditEntries.ExecuteDeleteAsync();
        return await db.Units.ExecuteDeleteAsync();
    });

    static Dictionary<string, string?> Filled(string user, string password = Password) =>
        new() { ["Input.UserName"] = user, ["Input.Password"] = password, ["Input.PasswordAgain"] = password, ["Input.UnitCode"] = "31", ["Input.UnitName"] = "上海市" };
}

public sealed class SetUpOnSqlite(EmptySqliteHome home) : SetUpTests(home), IClassFixture<EmptySqliteHome>;

public sealed class SetUpOnPostgres(EmptyPostgresHome home) : SetUpTests(home), IClassFixture<EmptyPostgresHome>;

/// <summary>The executable itself in Production.</summary>
public sealed partial class SetUpServeTests(SqliteShell shell) : IClassFixture<SqliteShell>
{
    [Fact]
    public async Task Serving_a_database_without_an_account_prints_one_link_that_answers()
    {
        await using var server = shell.Serve("Production");

        var line = await server.LineAsync(text => text.Contains("/set-up?key=", StringComparison.Ordinal));

        Assert.Matches(Link(), line);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(line)).StatusCode);
    }

    [GeneratedRegex(@"^http://127\.0\.0\.1:\d+/set-up\?key=[0-9a-f]{64}$")]
    private static partial Regex Link();
}
