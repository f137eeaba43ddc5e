using Homeward.Data.Scoping;
using Homeward.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Hosting;

/// <summary>What is saved together is there together or not at all, with its audit rows, whichever way it goes to the database.</summary>
public abstract class SaveTests(Home home)
{
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(120)]
    public async Task Where_one_of_many_new_records_is_refused_none_of_them_is_there(int before)
    {
        var taken = await home.WithDbAsync(db => db.Units.Select(unit => unit.Code).FirstAsync());
        List<Unit> units = [.. Enumerable.Range(0, before).Select(number => New($"N{before}-{number}")), New(taken), New($"N{before}-last")];
        var was = await CountAsync();

        await Assert.ThrowsAsync<KeyTakenException>(() => SaveAsync(units));
        Assert.Equal(was, await CountAsync());

        await SaveAsync(units.Where(unit => unit.Code != taken));
        Assert.Equal((was.Units + before + 1, was.Rows + before + 1), await CountAsync());
    }

    [Fact]
    public async Task A_new_record_does_not_stand_where_somebody_was_faster_with_what_is_changed_beside_it()
    {
        var was = await CountAsync();
        var id = home.World.Units["pointA"].Id;

        await Assert.ThrowsAsync<LostRaceException>(() => home.WithDbAsync(async db =>
        {
            var unit = await db.Units.SingleAsync(found => found.Id == id);
            await db.Units.Where(found => found.Id == id).ExecuteUpdateAsync(set => set.SetProperty(found => found.Version, found => found.Version + 1));
            db.Hold(unit);
            db.Units.Add(New("N-beside"));
            return await db.SaveChangesAsync();
        }));

        Assert.Equal(was, await CountAsync());
    }

    static Unit New(string code) => new(code, code, UnitLevel.City, null, null);

    Task<int> SaveAsync(IEnumerable<Unit> units) => home.WithDbAsync(db =>
    {
        db.Units.AddRange(units);
        return db.SaveChangesAsync();
    });

    Task<(int Units, int Rows)> CountAsync() => home.WithDbAsync(async db => (await db.Units.CountAsync(), await db.AuditEntries.CountAsync()));
}

public sealed class SaveOnSqlite(SqliteHome home) : SaveTests(home), IClassFixture<SqliteHome>;

public sealed class SaveOnPostgres(PostgresHome home) : SaveTests(home), IClassFixture<PostgresHome>;
