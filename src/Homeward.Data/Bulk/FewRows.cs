using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Homeward.Domain.Foundation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Homeward.Data.Bulk;

/// <summary>
/// Inserts some records of one table in one statement, past the change tracker: for rows that are written with every answer. A statement is written once for each
/// number of rows, so that the database keeps its plan. Only for a table outside the wall of row-level security.
/// </summary>
public sealed class FewRows<T> where T : class
{
    const int MostInOne = 32;

    readonly ConcurrentDictionary<int, string> texts = new();
    Target? known;

    sealed record Target(IModel Model, string Table, IReadOnlyList<BulkColumn> Columns);

    /// <summary>Returns once the rows are durable. Up to 32 of them stand or fall together.</summary>
    public async Task InsertAsync(Db db, IEnumerable<T> records)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            foreach (var some in records.Chunk(MostInOne))
            {
                await using var command = Command(db, some);
                await command.ExecuteNonQueryAsync();
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    DbCommand Command(Db db, T[] records)
    {
        var (_, table, columns) = known is { } target && target.Model == db.Model ? known : known = TargetIn(db.Model);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = texts.GetOrAdd(records.Length, count => Text(table, columns, count));
        // PostgreSQL counts the parameters, SQLite takes their numbers for names.
        var isNamed = command is SqliteCommand;
        foreach (var record in records)
        {
            foreach (var column in columns)
            {
                var parameter = column.ParameterFor(command, isNamed ? Parameter(command.Parameters.Count + 1) : "");
                parameter.Value = column.ValueOf(record) ?? DBNull.Value;
                command.Parameters.Add(parameter);
            }
        }
        return command;
    }

    static Target TargetIn(IModel model)
    {
        if (typeof(T).IsAssignableTo(typeof(IBelongsToUnit)))
        {
            throw new NotSupportedException($"{typeof(T).Name} stands behind the wall: its rows are saved under a scope.");
        }
        var entity = model.FindEntityType(typeof(T)) ?? throw new NotSupportedException($"{typeof(T).Name} is not in the model.");
        var name = entity.GetTableName()!;
        return new Target(model, name, [.. BulkColumn.Of(entity, StoreObjectIdentifier.Table(name, entity.GetSchema()), row => row)]);
    }

    static string Text(string table, IReadOnlyList<BulkColumn> columns, int count)
    {
        var rows = Enumerable.Range(0, count).Select(row => $"({string.Join(", ", columns.Select((_, place) => Parameter((row * columns.Count) + place + 1)))})");
        return $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) VALUES {string.Join(", ", rows)}";
    }

    static string Parameter(int number) => "$" + number.ToString(CultureInfo.InvariantCulture);
}
