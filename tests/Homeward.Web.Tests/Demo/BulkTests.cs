using Homeward.Data;
using Homeward.Data.Scoping;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Demo;

/// <summary>A record written in bulk lies in the database as SaveChanges writes it.</summary>
public abstract class BulkTests(DemoHome home)
{
    const int Sample = 25;

    [Fact]
    public async Task The_bulk_path_writes_the_same_rows_as_saving()
    {
        var saved = await home.NewAsync();
        var ids = await home.Station.WithDbAsync(db => db.Clients.OrderBy(client => client.Id).Select(client => client.Id).Take(Sample).ToListAsync());
        await home.Station.WithDbAsync(from => saved.WithDbAsync(async to =>
        {
            await to.BringUpToDateAsync();
            await CopyAsync(from, to, ids);
            return true;
        }));
        foreach (var table in new[] { "units", "staff", "accounts", "grants", "clients", "contact_persons", "client_assignments", "risk_records", "measures", "measure_acts", "screens", "contacts", "obligations" })
        {
            var again = await saved.WithDbAsync(db => RowsAsync(db, table));
            var bulk = (await home.Station.WithDbAsync(db => RowsAsync(db, table))).ToHashSet();
            Assert.NotEmpty(again);
            Assert.All(again, row => Assert.Contains(row, bulk));
        }
    }

    static async Task CopyAsync(Db from, Db to, List<Guid> ids)
    {
        var units = await from.Units.AsNoTracking().ToListAsync();
        to.AddRange(units);
        to.AddRange(await from.Staff.AsNoTracking().ToListAsync());
        to.AddRange(await from.Accounts.AsNoTracking().ToListAsync());
        to.AddRange(await from.Grants.AsNoTracking().ToListAsync());
        to.AddRange(await from.Clients.AsNoTracking().Where(record => ids.Contains(record.Id)).ToListAsync());
        to.AddRange(await from.ContactPersons.AsNoTracking().Where(record => ids.Contains(record.ClientId)).ToListAsync());
        to.AddRange(await from.ClientAssignments.AsNoTracking().Where(record => ids.Contains(record.ClientId)).ToListAsync());
        to.AddRange(await from.RiskRecords.AsNoTracking().Where(record => ids.Contains(record.ClientId)).ToListAsync());
        to.AddRange(await from.Measures.AsNoTracking().Include(record => record.Acts).Where(record => ids.Contains(record.ClientId)).ToListAsync());
        to.AddRange(await from.Screens.AsNoTracking().Where(record => ids.Contains(record.ClientId)).ToListAsync());
        to.AddRange(await from.Contacts.AsNoTracking().Where(record => ids.Contains(record.ClientId)).ToListAsync());
        to.AddRange(await from.Obligations.AsNoTracking().Where(record => ids.Contains(record.ClientId)).ToListAsync());
        await to.SaveChangesAsync();
    }

    /// <summary>Each row as the database itself shows it.</summary>
    static async Task<List<string>> RowsAsync(Db db, string table)
    {
        await db.Database.OpenConnectionAsync();
        await db.TellScopeAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        await using var reader = await command.ExecuteReaderAsync();
        var names = Enumerable.Range(0, reader.FieldCount).OrderBy(reader.GetName, StringComparer.Ordinal).ToList();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', names.Select(place => $"{reader.GetName(place)}={(reader.GetValue(place) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(place))}:{reader.GetFieldType(place).Name}")));
        }
        return rows;
    }
}

public sealed class BulkOnSqlite(SqliteDemoHome home) : BulkTests(home), IClassFixture<SqliteDemoHome>;

public sealed class BulkOnPostgres(PostgresDemoHome home) : BulkTests(home), IClassFixture<PostgresDemoHome>;
