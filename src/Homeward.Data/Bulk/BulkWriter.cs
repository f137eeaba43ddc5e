using Homeward.Data.Auditing;
using Homeward.Data.Scoping;
using Homeward.Domain.Foundation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Homeward.Data.Bulk;

/// <summary>
/// Inserts many new records past the change tracker, driven by the same model, so that a new column needs nothing here.
/// The scope is guarded and audited records leave their audit rows, as in a save; records that are tracked are not to be given.
/// </summary>
public static class BulkWriter
{
    const int Batch = 5000;

    /// <summary>Joins the transaction that is open, or makes one of its own. Returns how many records were written.</summary>
    /// <param name="db">The database.</param>
    /// <param name="records">New records of one kind.</param>
    /// <param name="audited">False only for a world that is built as a whole under one audit row of its own.</param>
    /// <param name="ct">Ends the work between batches.</param>
    public static async Task<int> InsertAsync<T>(this Db db, IEnumerable<T> records, bool audited, CancellationToken ct = default) where T : class
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var written = 0;
        foreach (var batch in records.Chunk(Batch))
        {
            var audits = Guarded(db, batch, audited);
            await WriteAsync(db, batch, ct);
            await WriteAsync(db, audits, ct);
            written += batch.Length;
        }
        if (own is not null)
        {
            await own.CommitAsync(CancellationToken.None);
        }
        return written;
    }

    /// <inheritdoc cref="InsertAsync{T}(Db, IEnumerable{T}, bool, CancellationToken)"/>
    public static Task<int> InsertAsync<T>(this Db db, IEnumerable<T> records, CancellationToken ct = default) where T : class => db.InsertAsync(records, audited: true, ct);

    static List<Domain.Trust.AuditEntry> Guarded<T>(Db db, T[] batch, bool isAudited) where T : class
    {
        var audits = new List<Domain.Trust.AuditEntry>();
        var now = db.Now();
        foreach (var record in batch)
        {
            if (record is IBelongsToUnit { UnitId: var unit } && !db.Scope.Holds(unit))
            {
                throw new NotFoundException();
            }
            if (isAudited && record is IAudited audited)
            {
                audits.Add(AuditRows.Added(audited, db.Trail, now));
            }
        }
        AuditRows.RequireActor(audits.Count, db.Trail);
        return audits;
    }

    static async Task WriteAsync<T>(Db db, IReadOnlyCollection<T> records, CancellationToken ct) where T : class
    {
        if (records.Count == 0)
        {
            return;
        }
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T).Name} is not in the model.", nameof(records));
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var columns = BulkColumn.Of(entity, table, row => row).ToList();
        switch (db.Database.GetDbConnection())
        {
            case SqliteConnection sqlite:
                Insert(sqlite, (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction(), table.Name, columns, records);
                break;
            case NpgsqlConnection postgres:
                await db.TellScopeAsync(ct);
                await CopyAsync(postgres, table.Name, columns, records, ct);
                break;
            default:
                throw new NotSupportedException("There is no bulk insert for this database.");
        }
    }

    static void Insert<T>(SqliteConnection connection, SqliteTransaction transaction, string table, List<BulkColumn> columns, IEnumerable<T> records) where T : class
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO \"{table}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, place) => $"@p{place}"))})";
        var parameters = columns.Select((column, place) => column.ParameterFor(command, $"@p{place}")).ToArray();
        command.Parameters.AddRange(parameters);
        command.Prepare();
        foreach (var record in records)
        {
            for (var place = 0; place < parameters.Length; place++)
            {
                parameters[place].Value = columns[place].ValueOf(record) ?? DBNull.Value;
            }
            command.ExecuteNonQuery();
        }
    }

    /// <summary>A table with row-level security takes no COPY: its rows go through a table of this transaction, and are checked as they come from there.</summary>
    static async Task CopyAsync<T>(NpgsqlConnection connection, string table, List<BulkColumn> columns, IReadOnlyCollection<T> records, CancellationToken ct) where T : class
    {
        if (!typeof(T).IsAssignableTo(typeof(IBelongsToUnit)))
        {
            await FillAsync(connection, table, columns, records, ct);
            return;
        }
        var passage = "bulk_" + table;
        await RunAsync(connection, $"CREATE TEMP TABLE IF NOT EXISTS \"{passage}\" ON COMMIT DROP AS SELECT {Names(columns)} FROM \"{table}\" WHERE false", ct);
        await FillAsync(connection, passage, columns, records, ct);
        await RunAsync(connection, $"INSERT INTO \"{table}\" ({Names(columns)}) SELECT {Names(columns)} FROM \"{passage}\"; TRUNCATE \"{passage}\"", ct);
    }

    static async Task RunAsync(NpgsqlConnection connection, string text, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync(ct);
    }

    static async Task FillAsync<T>(NpgsqlConnection connection, string table, List<BulkColumn> columns, IEnumerable<T> records, CancellationToken ct) where T : class
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{table}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var record in records)
        {
            await copy.StartRowAsync(ct);
            foreach (var column in columns)
            {
                await PutAsync(copy, column, column.ValueOf(record), ct);
            }
        }
        await copy.CompleteAsync(CancellationToken.None);
    }

    static Task PutAsync(NpgsqlBinaryImporter copy, BulkColumn column, object? value, CancellationToken ct) =>
        value is null ? copy.WriteNullAsync(ct) : copy.WriteAsync(value, column.StoreType, ct);

    static string Names(IEnumerable<BulkColumn> columns) => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
}
