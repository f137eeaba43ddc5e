using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Scoping;
using Homeward.Domain.People;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Web.Tests.Trust;

/// <summary>What stands behind the filters: writes to rows that they would not show.</summary>
public abstract class GuardTests(Home home)
{
    [Fact]
    public async Task Nothing_is_seen_until_a_scope_is_set()
    {
        await home.NewClientAsync("worker", "pointA");
        await using var scope = home.Services.CreateAsyncScope();

        Assert.Empty(await scope.ServiceProvider.GetRequiredService<Db>().Clients.ToListAsync());
    }

    [Fact]
    public async Task A_foreign_row_attached_by_its_id_is_not_written()
    {
        var id = await home.NewClientAsync("stranger", "pointC");
        var foreign = await home.WithDbAsync(db => db.Clients.AsNoTracking().SingleAsync(client => client.Id == id));

        await WithScopeAsync("pointA", async db =>
        {
            db.Attach(foreign).Property(client => client.Education).CurrentValue = "doctor";
            await Assert.ThrowsAsync<NotFoundException>(() => db.SaveChangesAsync());
        });

        Assert.Null(await home.WithDbAsync(db => db.Clients.Where(client => client.Id == id).Select(client => client.Education).SingleAsync()));
    }

    [Fact]
    public async Task A_forged_unit_on_an_attached_row_finds_no_row()
    {
        var id = await home.NewClientAsync("stranger", "pointC");
        var foreign = await home.WithDbAsync(db => db.Clients.AsNoTracking().SingleAsync(client => client.Id == id));

        await WithScopeAsync("pointA", async db =>
        {
            var entry = db.Entry(foreign);
            entry.State = EntityState.Unchanged;
            entry.Property(client => client.UnitId).OriginalValue = home.World.Units["pointA"].Id;
            entry.Property(client => client.UnitId).CurrentValue = home.World.Units["pointA"].Id;
            entry.Property(client => client.Education).CurrentValue = "doctor";
            entry.State = EntityState.Modified;
            await Assert.ThrowsAsync<LostRaceException>(() => db.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task A_record_cannot_stand_in_another_unit_than_its_client()
    {
        var id = await home.NewClientAsync("stranger", "pointC");
        var foreign = await home.WithDbAsync(db => db.Clients.AsNoTracking().SingleAsync(client => client.Id == id));

        await WithScopeAsync("pointA", async db =>
        {
            var stretch = new ClientAssignment(foreign, Home.Today, "opened");
            db.Entry(stretch).Property(record => record.UnitId).CurrentValue = home.World.Units["pointA"].Id;
            db.Entry(stretch).State = EntityState.Added;
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task A_client_who_moves_takes_every_record_along()
    {
        var id = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", id);
        await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(id));
        var there = home.World.Units["pointB"].Id;

        var moved = await home.WithDbAsync(async (db, services) => await services.GetRequiredService<Features.People.AssignClients>().RunAsync([id], home.World.Staff["neighbour"].Id, "moved", default));

        Assert.Equal(1, moved);
        Assert.True(await home.WithDbAsync(db => db.Obligations.Where(due => due.ClientId == id).AllAsync(due => due.UnitId == there)));
        Assert.True(await home.WithDbAsync(db => db.Screens.Where(screen => screen.ClientId == id).AllAsync(screen => screen.UnitId == there)));
        Assert.True(await home.WithDbAsync(db => db.Obligations.Where(due => due.ClientId == id && due.SettledOn == null).AllAsync(due => due.ResponsibleId == home.World.Staff["neighbour"].Id)));
    }

    [Fact]
    public async Task A_change_that_nobody_makes_is_refused()
    {
        await using var scope = home.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Units.Add(new Domain.Organisation.Unit("X", "X", Domain.Organisation.UnitLevel.Point, null, null));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    async Task WithScopeAsync(string unit, Func<Db, Task> work)
    {
        await using var scope = home.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Scope = Scope.Of([home.World.Units[unit].Id]);
        db.Trail = Trail.Operator;
        await work(db);
    }
}

public sealed class GuardOnSqlite(SqliteHome home) : GuardTests(home), IClassFixture<SqliteHome>;

public sealed class GuardOnPostgres(PostgresHome home) : GuardTests(home), IClassFixture<PostgresHome>;
