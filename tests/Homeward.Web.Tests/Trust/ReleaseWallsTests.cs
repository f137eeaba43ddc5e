using System.Net;
using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Scoping;
using Homeward.Domain.Supervision;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Homeward.Web.Tests.Trust;

/// <summary>A record between two units: each side sees it and does its own steps, everybody else finds nothing.</summary>
public abstract class ReleaseWallsTests(Home home)
{
    [Fact]
    public async Task Each_centre_sees_its_own_and_nothing_of_what_the_unit_talks_about()
    {
        var (client, _) = await home.NewIsolatedAsync();
        var release = await home.NewReleaseAsync("pointA", "金丝雀");
        await home.Api("worker").PostAsync($"/releases/{release}/accept", new { on = "2026-11-23" });
        await home.Api("worker").PostAsync($"/releases/{release}/link", new { personId = client, samePerson = true });
        await home.Api("worker").PostAsync($"/releases/{release}/visit", new { on = "2026-11-23", notes = "家里的矛盾" });
        var own = await home.SignedInAsync("liaison");
        var other = await home.SignedInAsync("otherLiaison");

        Assert.Equal("/releases/calendar", (await own.GetAsync("/")).Headers.Location?.OriginalString);
        var page = await own.GetStringAsync($"/releases/{release}");
        Assert.Contains("金丝雀", page, StringComparison.Ordinal);
        Assert.DoesNotContain("家里的矛盾", page, StringComparison.Ordinal);
        Assert.DoesNotContain(client.ToString(), page, StringComparison.Ordinal);
        Assert.Contains("家里的矛盾", await (await home.SignedInAsync("worker")).GetStringAsync($"/releases/{release}"), StringComparison.Ordinal);
        Assert.DoesNotContain("家里的矛盾", await (await home.SignedInAsync("street")).GetStringAsync($"/releases/{release}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/releases/{release}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/releases/{release}/change")).StatusCode);
        Assert.DoesNotContain("金丝雀", await other.GetStringAsync("/releases"), StringComparison.Ordinal);
        foreach (var path in new[] { "/people", $"/people/{client}", "/measures", "/organisation", "/contacts" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await own.GetAsync(path)).StatusCode);
        }
    }

    [Theory]
    [InlineData("neighbour")]
    [InlineData("stranger")]
    public async Task Another_unit_neither_sees_nor_answers_it(string user)
    {
        var release = await home.NewReleaseAsync("pointA", "金丝雀");
        var browser = await home.SignedInAsync(user);

        foreach (var page in new[] { "", "/receive", "/file" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/releases/{release}{page}")).StatusCode);
        }
        Assert.DoesNotContain("金丝雀", await browser.GetStringAsync("/releases"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Api(user).PostAsync($"/releases/{release}/accept", new { on = "2026-11-23" })).StatusCode);
        Assert.Equal(ReleaseState.Announced, await StateAsync(release));
    }

    [Theory]
    [InlineData("liaison", "accept", HttpStatusCode.Forbidden)]
    [InlineData("worker", "withdraw", HttpStatusCode.Forbidden)]
    [InlineData("otherLiaison", "withdraw", HttpStatusCode.NotFound)]
    public async Task Neither_side_speaks_for_the_other(string user, string verb, HttpStatusCode status)
    {
        var release = await home.NewReleaseAsync("pointA");

        var answer = await home.Api(user).PostAsync($"/releases/{release}/{verb}", verb == "accept" ? new { on = "2026-11-23" } : new { reason = "延长" });

        Assert.Equal((status, ReleaseState.Announced), (answer.StatusCode, await StateAsync(release)));
    }

    [Fact]
    public async Task A_centre_announces_in_no_other_centres_name()
    {
        var answer = await home.Api("liaison").PostAsync("/releases", new { centreId = home.World.Units["otherCentre"].Id, name = "某人", placeId = home.World.Units["streetA"].Id, expectedOn = "2026-12-04" });

        Assert.Equal("release.centre-unknown", (await answer.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_foreign_release_attached_by_its_id_is_not_written_under_either_units_name()
    {
        var id = await home.NewReleaseAsync("pointC", user: "otherLiaison");
        var here = home.World.Units["centre"].Id;
        var foreign = await home.WithDbAsync(db => db.CentreReleases.AsNoTracking().SingleAsync(release => release.Id == id));

        await WithScopeAsync("centre", async db =>
        {
            db.Attach(foreign).Property(release => release.DocumentNumber).CurrentValue = "X";
            await Assert.ThrowsAsync<NotFoundException>(() => db.SaveChangesAsync());
        });
        foreach (var forged in new[] { nameof(CentreRelease.FromUnitId), nameof(CentreRelease.UnitId) })
        {
            await WithScopeAsync("centre", async db =>
            {
                var entry = db.Entry(await home.WithDbAsync(other => other.CentreReleases.AsNoTracking().SingleAsync(release => release.Id == id)));
                entry.State = EntityState.Unchanged;
                (entry.Property(forged).OriginalValue, entry.Property(forged).CurrentValue) = (here, here);
                entry.Property(release => release.DocumentNumber).CurrentValue = "X";
                entry.State = EntityState.Modified;
                await Assert.ThrowsAsync<LostRaceException>(() => db.SaveChangesAsync());
            });
        }

        Assert.Null(await home.WithDbAsync(db => db.CentreReleases.Where(release => release.Id == id).Select(release => release.DocumentNumber).SingleAsync()));
    }

    Task<ReleaseState> StateAsync(Guid release) => home.WithDbAsync(db => db.CentreReleases.Where(found => found.Id == release).Select(found => found.State).SingleAsync());

    async Task WithScopeAsync(string unit, Func<Db, Task> work)
    {
        await using var scope = home.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Scope = Scope.Of([home.World.Units[unit].Id]);
        db.Trail = Trail.Operator;
        await work(db);
    }
}

public sealed class ReleaseWallsOnSqlite(SqliteHome home) : ReleaseWallsTests(home), IClassFixture<SqliteHome>;

public sealed class ReleaseWallsOnPostgres(PostgresHome postgres) : ReleaseWallsTests(postgres), IClassFixture<PostgresHome>
{
    readonly PostgresHome home = postgres;

    [Fact]
    public async Task The_wall_in_the_database_shows_it_to_both_units_and_to_nobody_else()
    {
        var id = await home.NewReleaseAsync("pointA");

        Assert.Equal(1L, await CountAsync("centre", id));
        Assert.Equal(1L, await CountAsync("pointA", id));
        foreach (var other in new[] { "otherCentre", "pointB", "pointC", "streetA" })
        {
            Assert.Equal(0L, await CountAsync(other, id));
        }
    }

    [Fact]
    public async Task A_raw_statement_neither_changes_a_foreign_release_nor_gives_ones_own_away()
    {
        var id = await home.NewReleaseAsync("pointA");
        var other = $"SET homeward.scope = '{home.World.Units["otherCentre"].Id}'; ";

        Assert.Equal(0L, await RawStatements.RunAsync(home.ConnectionString, $"{other}WITH changed AS (UPDATE centre_releases SET document_number = 'X' WHERE id = '{id}' RETURNING id) SELECT count(*) FROM changed"));
        var away = await Assert.ThrowsAsync<PostgresException>(() => RawStatements.RunAsync(home.ConnectionString,
            $"SET homeward.scope = '{home.World.Units["centre"].Id}'; UPDATE centre_releases SET from_unit_id = '{home.World.Units["otherCentre"].Id}' WHERE id = '{id}'"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, away.SqlState);
    }

    Task<object?> CountAsync(string unit, Guid id) =>
        RawStatements.RunAsync(home.ConnectionString, $"SET homeward.scope = '{home.World.Units[unit].Id}'; SELECT count(*) FROM centre_releases WHERE id = '{id}'");
}
