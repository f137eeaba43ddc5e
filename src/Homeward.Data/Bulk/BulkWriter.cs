using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Storage.Internal.Mapping;

namespace Homeward.Data.Bulk;

/// <summary>
/// Writes many new records of one kind past the change tracker: COPY on PostgreSQL, one prepared INSERT on SQLite. The columns are those of the EF model,
/// so a row is the same as SaveChanges would write it. It adds no audit rows and asks no scope: the caller answers for both.
/// </summary>
public static class BulkWriter
{
    static readonly ConcurrentDictionary<IEntityType, IReadOnlyList<BulkColumn>> known = new();

    /// <returns>How many rows were written, in the transaction of the context where it has one.</returns>
    public static async Task<int> InsertAsync<T>(Db db, IEnumerable<T> records, CancellationToken ct = default) where T : class
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not in the model.");
        var columns = known.GetOrAdd(type, BulkColumn.Of);
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return db.Database.GetDbConnection() is NpgsqlConnection postgres
                ? await CopyAsync(postgres, type.GetTableName()!, columns, records, ct)
                : Insert((SqliteConnection)db.Database.GetDbConnection(), (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction(), type.GetTableName()!, columns, records, ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    static async Task<int> CopyAsync(NpgsqlConnection connection, string table, IReadOnlyList<BulkColumn> columns, IEnumerable<object> records, CancellationToken ct)
    {
        var kinds = columns.Select(column => ((INpgsqlTypeMapping)column.Mapping).NpgsqlDbType).ToArray();
        var sql = $"COPY {Quoted(table)} ({string.Join(", ", columns.Select(column => Quoted(column.Name)))}) FROM STDIN (FORMAT BINARY)";
        await using var copy = await connection.BeginBinaryImportAsync(sql, ct);
        var count = 0;
        foreach (var record in records)
        {
            await copy.StartRowAsync(ct);
            for (var place = 0; place < kinds.Length; place++)
            {
                if (columns[place].ValueOf(record) is { } value)
                {
                    await copy.WriteAsync(value, kinds[place], ct);
                }
                else
                {
                    await copy.WriteNullAsync(ct);
                }
            }
            count++;
        }
        await copy.CompleteAsync(ct);
        return count;
    }

    static int Insert(SqliteConnection connection, SqliteTransaction? outer, string table, IReadOnlyList<BulkColumn> columns, IEnumerable<object> records, CancellationToken ct)
    {
        using var own = outer is null ? connection.BeginTransaction() : null;
        using var command = connection.CreateCommand();
        command.Transaction = outer ?? own;
        var parameters = columns.Select((column, place) => column.Mapping.CreateParameter(command, $"@p{place}", null, nullable: true)).ToArray();
        command.Parameters.AddRange(parameters);
#pragma warning disable CA2100 // Names of tables and columns come from the EF model, values go as parameters.
        command.CommandText = $"INSERT INTO {Quoted(table)} ({string.Join(", ", columns.Select(column => Quoted(column.Name)))}) VALUES ({string.Join(", ", parameters.Select(parameter => parameter.ParameterName))})";
#pragma warning restore CA2100
        command.Prepare();
        var count = 0;
        foreach (var record in records)
        {
            ct.ThrowIfCancellationRequested();
            for (var place = 0; place < parameters.Length; place++)
            {
                parameters[place].Value = columns[place].ValueOf(record) ?? DBNull.Value;
            }
            count += command.ExecuteNonQuery();
        }
        own?.Commit();
        return count;
    }

    static string Quoted(string name) => $"\"{name}\"";
}
