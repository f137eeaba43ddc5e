using Homeward.Data;
using Homeward.Data.Bulk;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.People;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Homeward.Web.Tests.Trust;

/// <summary>The wall inside PostgreSQL, alone: the query filters stepped over, or the product left out altogether.</summary>
public sealed class RowSecurityTests(PostgresHome home) : IClassFixture<PostgresHome>
{
    [Fact]
    public async Task Every_table_of_records_that_belong_to_a_unit_has_the_wall_and_its_owner_too()
    {
        var bare = await home.WithDbAsync(async db =>
        {
            var walled = await db.Database.SqlQuery<string>($"SELECT c.relname::text AS \"Value\" FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid WHERE c.relrowsecurity AND c.relforcerowsecurity AND p.polcmd = '*' AND p.polpermissive").ToListAsync();
            return RowSecurity.Tables(db.Model).Except(walled).ToList();
        });

        Assert.Empty(bare);
    }

    [Fact]
    public async Task The_product_signs_in_as_a_role_that_the_wall_binds() =>
        Assert.False(await home.WithDbAsync(db => RowSecurity.IsPassedAsync(db, CancellationToken.None)));

    [Fact]
    public async Task Without_a_scope_no_table_shows_a_row()
    {
        await FilledAsync("worker", "pointA");
        foreach (var table in await home.WithDbAsync(db => Task.FromResult(RowSecurity.Tables(db.Model).ToList())))
        {
            Assert.Equal(0L, await RawAsync($"SELECT count(*) FROM {table}"));
        }
        Assert.NotEqual(0L, await RawAsync("SELECT count(*) FROM screens", PostgresCluster.PastTheWalls(home.ConnectionString)));
    }

    [Fact]
    public async Task With_the_query_filter_stepped_over_nothing_foreign_is_seen()
    {
        var own = await FilledAsync("worker", "pointA");
        await FilledAsync("stranger", "pointC");

        await WithScopeAsync("pointA", async db =>
        {
            var here = home.World.Units["pointA"].Id;
#pragma warning disable RS0030 // This very wall is what stands behind the filter.
            Assert.Contains(own, await db.Clients.IgnoreQueryFilters().Select(client => client.Id).ToListAsync());
            Assert.All(await db.Clients.IgnoreQueryFilters().ToListAsync(), client => Assert.Equal(here, client.UnitId));
            Assert.All(await db.Screens.IgnoreQueryFilters().ToListAsync(), screen => Assert.Equal(here, screen.UnitId));
            Assert.All(await db.Obligations.IgnoreQueryFilters().ToListAsync(), due => Assert.Equal(here, due.UnitId));
#pragma warning restore RS0030
        });
    }

    [Fact]
    public async Task A_foreign_row_is_neither_changed_nor_removed_nor_added_by_raw_statements()
    {
        var foreign = await FilledAsync("stranger", "pointC");
        var scope = $"SET homeward.scope = '{home.World.Units["pointA"].Id}'; ";

        Assert.Equal(0L, await RawAsync($"{scope}WITH changed AS (UPDATE clients SET education = 'doctor' WHERE id = '{foreign}' RETURNING id) SELECT count(*) FROM changed"));
        Assert.Equal(0L, await RawAsync($"{scope}WITH gone AS (DELETE FROM screens WHERE client_id = '{foreign}' RETURNING id) SELECT count(*) FROM gone"));
        var added = await Assert.ThrowsAsync<PostgresException>(() => RawAsync(
            $"{scope}INSERT INTO risk_records (id, client_id, unit_id, level, \"on\", reason) VALUES (gen_random_uuid(), '{foreign}', '{home.World.Units["pointC"].Id}', 'High', '2026-11-01', 'x')"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, added.SqlState);
    }

    [Fact]
    public async Task A_row_is_not_moved_out_of_the_scope_by_a_raw_statement()
    {
        var own = await FilledAsync("worker", "pointA");
        var moved = await Assert.ThrowsAsync<PostgresException>(() =>
            RawAsync($"SET homeward.scope = '{home.World.Units["pointA"].Id}'; UPDATE clients SET unit_id = '{home.World.Units["pointC"].Id}' WHERE id = '{own}'"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, moved.SqlState);
    }

    [Fact]
    public async Task The_door_opens_reading_of_clients_for_one_statement_and_nothing_else()
    {
        var foreign = await FilledAsync("stranger", "pointC");
        const string Door = "SET homeward.door = 'clients'; ";

        Assert.Equal(1L, await RawAsync($"{Door}SELECT count(*) FROM clients WHERE id = '{foreign}'"));
        Assert.Equal(0L, await RawAsync($"{Door}SELECT count(*) FROM screens"));
        Assert.Equal(0L, await RawAsync($"{Door}WITH changed AS (UPDATE clients SET education = 'doctor' WHERE id = '{foreign}' RETURNING id) SELECT count(*) FROM changed"));
        await WithScopeAsync("pointA", async db =>
        {
            await db.Database.OpenConnectionAsync();
            Assert.True(await db.Clients.AcrossTheCity("to see the door shut again").AnyAsync(client => client.Id == foreign));
#pragma warning disable RS0030 // This very wall is what stands behind the filter.
            Assert.False(await db.Clients.IgnoreQueryFilters().AnyAsync(client => client.Id == foreign));
#pragma warning restore RS0030
        });
    }

    [Fact]
    public async Task A_connection_that_goes_back_to_the_pool_forgets_the_scope()
    {
        await FilledAsync("worker", "pointA");
        var one = new NpgsqlConnectionStringBuilder(home.ConnectionString) { MaxPoolSize = 1, ApplicationName = "pool-of-one" }.ConnectionString;
        await using (var db = new PostgresDb(Databases.Postgres(one)) { Scope = Scope.Everything })
        {
            Assert.NotEqual(0, await db.Clients.CountAsync());
        }

        Assert.Equal(0L, await RawAsync("SELECT count(*) FROM clients", one));
    }

    [Fact]
    public async Task A_scope_told_inside_a_transaction_is_told_again_after_its_rollback()
    {
        var own = await FilledAsync("worker", "pointA");

        await WithScopeAsync("pointA", async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using (await db.Database.BeginTransactionAsync())
            {
                Assert.True(await db.Clients.AnyAsync(client => client.Id == own));
            }
            Assert.True(await db.Clients.AnyAsync(client => client.Id == own));
            db.Scope = Scope.Of([home.World.Units["pointC"].Id]);
            Assert.False(await db.Clients.AnyAsync(client => client.Id == own));
        });
    }

    [Fact]
    public async Task A_failed_save_inside_a_transaction_leaves_the_scope_told()
    {
        var own = await FilledAsync("worker", "pointA");

        await WithScopeAsync("pointA", async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var stretch = new ClientAssignment(await db.Clients.AsNoTracking().SingleAsync(client => client.Id == own), Home.Today, "opened");
            db.ClientAssignments.Add(stretch);
            db.Entry(stretch).Property(record => record.ClientId).CurrentValue = Guid.CreateVersion7();
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            db.ChangeTracker.Clear();
            Assert.True(await db.Clients.AnyAsync(client => client.Id == own));
        });
    }

    [Fact]
    public async Task A_scope_of_many_units_still_reads_by_the_index_of_its_units()
    {
        var units = Enumerable.Range(0, 300).Select(place => new Domain.Organisation.Unit($"X{place}", $"X{place}", Domain.Organisation.UnitLevel.Point, null, null)).ToList();
        await home.WithDbAsync(async (db, services) =>
        {
            var keys = services.GetRequiredService<Keyring>();
            await db.InsertAsync(units);
            return await db.InsertAsync(units.SelectMany(unit => Enumerable.Range(0, 40).Select(_ => ClientOf(keys, unit.Id))));
        });
        var scope = string.Join(',', units.Take(20).Select(unit => unit.Id));

        var plan = await RawStatements.PlanAsync(home.ConnectionString, $"ANALYZE clients; SET homeward.scope = '{scope}'; EXPLAIN SELECT id FROM clients WHERE unit_id = ANY('{{{scope}}}'::uuid[])");

        Assert.Matches("Index Cond: .*unit_id = ANY", plan);
        Assert.Contains("hashed SubPlan", plan, StringComparison.Ordinal);
    }

    static Client ClientOf(Keyring keys, Guid unit)
    {
        var id = Guid.CreateVersion7();
        return new Client(id, unit, new ClientIdentity { Name = keys.Seal("x", SealedColumn.ClientName, id) }, new ClientDetails(), DateTime.UnixEpoch);
    }

    async Task<Guid> FilledAsync(string user, string unit)
    {
        var client = await home.NewClientAsync(user, unit);
        await home.NewMeasureAsync(user, client);
        await home.Api(user).PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client));
        return client;
    }

    Task<object?> RawAsync(string text, string? connectionString = null) => RawStatements.RunAsync(connectionString ?? home.ConnectionString, text);

    async Task WithScopeAsync(string unit, Func<Db, Task> work)
    {
        await using var scope = home.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Scope = Scope.Of([home.World.Units[unit].Id]);
        db.Trail = Data.Auditing.Trail.Operator;
        await work(db);
    }
}
