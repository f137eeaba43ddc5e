using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Homeward.Web.Tests.Trust;

/// <summary>A context that reads by keys tells PostgreSQL its scope with each statement, on a connection that is given back as it is: nothing may stay on it.</summary>
public sealed class ScopeOfStatementTests(PostgresHome home) : IClassFixture<PostgresHome>
{
    [Fact]
    public async Task Each_statement_sees_its_own_scope_and_the_connection_keeps_none()
    {
        var (own, foreign) = (await home.NewClientAsync("worker", "pointA"), await home.NewClientAsync("stranger", "pointC"));

        for (var round = 0; round < 8; round++)
        {
            await using (var here = Reading(out _, Scope.Of([home.World.Units["pointA"].Id])))
            {
                Assert.True(await SeesAsync(here, own));
                Assert.False(await SeesAsync(here, foreign));
            }
            await using (var all = Reading(out _, Scope.Everything))
            {
                Assert.True(await SeesAsync(all, foreign));
            }
            await using var nobody = Reading(out var connection, Scope.Nothing);
            Assert.False(await SeesAsync(nobody, own));
            Assert.Equal(0L, await RawStatements.RunAsync(connection, "SELECT count(*) FROM clients"));
        }
    }

    [Fact]
    public async Task The_scope_is_told_inside_a_transaction_and_after_a_statement_that_failed_too()
    {
        var own = await home.NewClientAsync("worker", "pointA");
        await using var here = Reading(out _, Scope.Of([home.World.Units["pointA"].Id]));

        await using (await here.Database.BeginTransactionAsync())
        {
            Assert.True(await SeesAsync(here, own));
            here.Scope = Scope.Of([home.World.Units["pointC"].Id]);
            Assert.False(await SeesAsync(here, own));
        }
        here.Scope = Scope.Of([home.World.Units["pointA"].Id]);
        await Assert.ThrowsAsync<PostgresException>(() => here.Clients.Where(client => client.Id == own).Select(client => 1 / (client.Version - client.Version)).ToListAsync());
        Assert.True(await SeesAsync(here, own));
    }

    [Fact]
    public async Task Nothing_is_saved_through_it()
    {
        var own = await home.NewClientAsync("worker", "pointA");
        await using var here = Reading(out _, Scope.Of([home.World.Units["pointA"].Id]));
        here.Trail = Data.Auditing.Trail.Operator;
        var client = await here.Clients.SingleAsync(found => found.Id == own);

        here.Hold(client);
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => here.SaveChangesAsync());
        Assert.IsType<InvalidOperationException>(refused.InnerException);
        await Assert.ThrowsAsync<InvalidOperationException>(() => here.Clients.Where(found => found.Id == own).ExecuteDeleteAsync());
        Assert.True(await SeesAsync(here, own));
    }

    /// <summary>A context on a pool of one connection.</summary>
    PostgresDb Reading(out string connection, Scope scope)
    {
        var one = new NpgsqlConnectionStringBuilder(home.ConnectionString) { MaxPoolSize = 1, ApplicationName = "reads-by-keys" }.ConnectionString;
        var db = new PostgresDb(Databases.Postgres(one)) { Scope = scope };
        db.ReadByKey();
        connection = db.Database.GetConnectionString()!;
        return db;
    }

#pragma warning disable RS0030 // The wall alone: without the filter that stands before it.
    static Task<bool> SeesAsync(PostgresDb db, Guid client) => db.Clients.IgnoreQueryFilters().AsNoTracking().AnyAsync(found => found.Id == client);
#pragma warning restore RS0030
}
