using System.Data.Common;
using System.Security.Cryptography;
using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Bulk;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Domain.Trust;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Web.Tests.Exchange;

/// <summary>What is written in bulk lies in the database exactly as the change tracker would have written it, guard and audit included.</summary>
public abstract class BulkWriterTests(Home home)
{
    [Fact]
    public async Task The_bulk_writer_writes_what_a_save_writes()
    {
        var (saved, bulk) = await home.WithDbAsync(async (db, services) =>
        {
            var keys = services.GetRequiredService<Keyring>();
            var (client, measure, obligation) = RecordsOf(keys);
            db.Add(client);
            db.Add(measure);
            db.Add(obligation);
            await db.SaveChangesAsync();
            var saved = await LookAsync(db, client.Id);
            db.ChangeTracker.Clear();
            await db.Obligations.Where(found => found.ClientId == client.Id).ExecuteDeleteAsync();
            await db.Measures.Where(found => found.ClientId == client.Id).ExecuteDeleteAsync();
            await db.Clients.Where(found => found.Id == client.Id).ExecuteDeleteAsync();
            await db.InsertAsync([client]);
            await db.InsertAsync([measure]);
            await db.InsertAsync([obligation]);
            return (saved, await LookAsync(db, client.Id));
        });

        Assert.Equal(saved, bulk);
        Assert.Equal(3, bulk.Count(row => !row.StartsWith("audit", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_bulk_writer_refuses_what_lies_outside_the_scope_and_what_nobody_answers_for()
    {
        await home.WithDbAsync(async (db, services) =>
        {
            var (client, _, _) = RecordsOf(services.GetRequiredService<Keyring>());
            db.Trail = Trail.Nobody;
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.InsertAsync([client]));
            db.Scope = Scope.Of([home.World.Units["pointB"].Id]);
            await Assert.ThrowsAsync<NotFoundException>(() => db.InsertAsync([client]));
            return 0;
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(33)]
    public async Task Some_rows_in_one_statement_are_the_rows_that_a_save_writes(int count)
    {
        var (saved, together) = (Ids.New(), Ids.New());
        await home.WithDbAsync(async db =>
        {
            db.AuditEntries.AddRange(Enumerable.Range(0, count).Select(_ => db.Look("client.read", "client", saved)));
            await db.SaveChangesAsync();
            await new FewRows<AuditEntry>().InsertAsync(db, [.. Enumerable.Range(0, count).Select(_ => db.Look("client.read", "client", together))]);
            return 0;
        });
        var rows = await home.WithDbAsync(db => db.AuditEntries.Where(entry => entry.ClientId == saved || entry.ClientId == together).OrderBy(entry => entry.Sequence).ToListAsync());

        Assert.Equal((count, count), (rows.Count(row => row.ClientId == saved), rows.Count(row => row.ClientId == together)));
        Assert.Single(rows.Select(row => (row.AccountId, row.Actor, row.Role, row.UnitId, row.Act, row.Resource, row.Purpose, row.Reason, row.Result, row.RequestId, row.Fields)).Distinct());
        Assert.All(rows, row => Assert.Equal((row.ClientId, home.Clock.GetUtcNow().UtcDateTime), (row.RecordId, row.At)));
    }

    [Fact]
    public async Task Rows_that_stand_behind_the_wall_are_not_written_past_it() => await home.WithDbAsync(async (db, services) =>
        await Assert.ThrowsAsync<NotSupportedException>(() => new FewRows<Client>().InsertAsync(db, [RecordsOf(services.GetRequiredService<Keyring>()).Item1])));

    (Client, Measure, Obligation) RecordsOf(Keyring keys)
    {
        var id = Ids.New();
        var now = home.Clock.GetUtcNow().UtcDateTime;
        var identity = new ClientIdentity { Name = keys.Seal("name", SealedColumn.ClientName, id), IdentityNumberIndex = RandomNumberGenerator.GetBytes(16) };
        var details = new ClientDetails { Sex = Sex.Female, BirthDate = new DateOnly(1980, 2, 3), Substances = ["heroin", "ketamine"] };
        var client = new Client(id, home.World.Units["pointA"].Id, identity, details, now);
        var measure = new Measure(client, MeasureKind.Cdt, new MeasureFacts { OrderNumber = "N1", OrderedOn = new DateOnly(2026, 1, 2), TermYears = 3 }, [], Home.Today);
        measure.CommitCallUps(new CallUpSeed { Commitment = "c", Seed = keys.Seal("seed", SealedColumn.CallUpSeed, measure.Id), ClientWord = "plum" });
        var planned = new PlannedObligation(ObligationKind.Screen, $"R2.15|{measure.Id}|y1w1", new DateOnly(2026, 1, 12), new DateOnly(2026, 2, 11), "R2.15", "v1");
        return (client, measure, new Obligation(client, measure.Id, planned));
    }

    static async Task<List<string>> LookAsync(Db db, Guid clientId)
    {
        var rows = new List<string>();
        await db.Database.OpenConnectionAsync();
        await db.TellScopeAsync();
        foreach (var table in new[] { "clients", "measures", "obligations", "audit_entries" })
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table} WHERE {(table == "clients" ? "id" : "client_id")} = @id";
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@id", clientId);
            command.Parameters.Add(parameter);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add(Shown(table, reader));
            }
        }
        await db.Database.CloseConnectionAsync();
        return [.. rows.Distinct()];
    }

    static string Shown(string table, DbDataReader reader) => (table == "audit_entries" ? "audit" : table) + " " + string.Join('|', Enumerable.Range(0, reader.FieldCount)
        .Where(place => reader.GetName(place) != "sequence")
        .Select(place => reader.GetName(place) + "=" + (reader.GetValue(place) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(place))));
}

public sealed class BulkWriterOnSqlite(SqliteHome home) : BulkWriterTests(home), IClassFixture<SqliteHome>;

public sealed class BulkWriterOnPostgres(PostgresHome home) : BulkWriterTests(home), IClassFixture<PostgresHome>;
