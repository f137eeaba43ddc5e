using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Homeward.Data.Scoping;

/// <summary>
/// Tells a PostgreSQL session the scope, for row-level security to read: in front of the first command after the connection was opened,
/// in the same round trip. Npgsql resets the session when the connection goes back to the pool, so nothing is inherited.
/// A context that reads by keys alone tells the scope with each of them instead, for that statement alone: the session never knows it, and needs no reset.
/// </summary>
sealed class ScopedSession : DbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
{
    const string OpenDoor = "SET homeward.door = 'clients';\n";
    const string CloseDoor = ";\nSET homeward.door = ''";
    const string ScopeOfStatement = "homeward_scope";
    const string WithStatement = $"SELECT set_config('homeward.scope', @{ScopeOfStatement}, true);\n";

    public static async Task TellAsync(Db db, CancellationToken ct)
    {
        var connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        if (db.Session.Missing(db.Scope, transaction) is { } told)
        {
            await using var command = Telling(connection, transaction, told);
            await command.ExecuteNonQueryAsync(ct);
            db.Session.Told(db.Scope, transaction);
        }
    }

    public void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => (eventData.Context as Db)?.Session.Begin();

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    public void RolledBackToSavepoint(DbTransaction transaction, TransactionEventData eventData) => (eventData.Context as Db)?.Session.Doubt();

    public Task RolledBackToSavepointAsync(DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
    {
        RolledBackToSavepoint(transaction, eventData);
        return Task.CompletedTask;
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => (eventData.Context as Db)?.Session.Doubt();

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        CommandFailed(command, eventData);
        return Task.CompletedTask;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Prepared(command, eventData, result);

    /// <summary>Steps over what telling the scope with the statement has answered.</summary>
    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        if (BringsScope(command))
        {
            result.NextResult();
        }
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (BringsScope(command))
        {
            await result.NextResultAsync(cancellationToken);
        }
        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Prepared(command, eventData, result);

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Prepared(command, eventData, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        PreparedAsync(command, eventData, result, cancellationToken);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        PreparedAsync(command, eventData, result, cancellationToken);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        PreparedAsync(command, eventData, result, cancellationToken);

    static T Prepared<T>(DbCommand command, CommandEventData eventData, T result)
    {
        if (Separate(command, eventData) is { } telling)
        {
            using (telling)
            {
                telling.ExecuteNonQuery();
            }
        }
        return result;
    }

    static async ValueTask<T> PreparedAsync<T>(DbCommand command, CommandEventData eventData, T result, CancellationToken ct)
    {
        if (Separate(command, eventData) is { } telling)
        {
            await using (telling)
            {
                await telling.ExecuteNonQueryAsync(ct);
            }
        }
        return result;
    }

    /// <summary>Puts what the session must be told in front of the command; where it cannot stand there, answers a command to run before.</summary>
    static DbCommand? Separate(DbCommand command, CommandEventData eventData)
    {
        if (eventData.Context is not Db db)
        {
            return null;
        }
        var isAcross = command.CommandText.StartsWith(Unscoped.Mark, StringComparison.Ordinal);
        if (isAcross)
        {
            command.CommandText = OpenDoor + command.CommandText.TrimEnd().TrimEnd(';') + CloseDoor;
        }
        if (db is PostgresDb { ReadsByKey: true })
        {
            BringScope(command, db.Scope, eventData.CommandSource);
            return null;
        }
        if (db.Session.Missing(db.Scope, command.Transaction) is not { } told)
        {
            return null;
        }
        db.Session.Told(db.Scope, command.Transaction);
        // A save counts its statements one by one, and a migration may not share its round trip.
        if (eventData.CommandSource is CommandSource.SaveChanges or CommandSource.Migrations)
        {
            return Telling(command.Connection!, command.Transaction, told);
        }
        command.CommandText = told + command.CommandText;
        return null;
    }

    static bool BringsScope(DbCommand command) => command.CommandText.StartsWith(WithStatement, StringComparison.Ordinal);

    /// <summary>Tells the scope for this statement alone, by a text that is the same for every scope, so that it is prepared once. Who sees nothing tells nothing.</summary>
    static void BringScope(DbCommand command, Scope scope, CommandSource source)
    {
        if (source is not CommandSource.LinqQuery)
        {
            throw new InvalidOperationException("A context that reads by keys alone does nothing else.");
        }
        if (scope.Written.Length > 0)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (ScopeOfStatement, scope.Written);
            command.Parameters.Add(parameter);
            command.CommandText = WithStatement + command.CommandText;
        }
    }

    static DbCommand Telling(DbConnection connection, DbTransaction? transaction, string told)
    {
        var telling = connection.CreateCommand();
        telling.Transaction = transaction;
        telling.CommandText = told;
        return telling;
    }
}

/// <summary>What the session behind a database context has been told. Told inside a transaction it holds only there: a rollback takes it back.</summary>
sealed class SessionScope
{
    Scope? known;
    DbTransaction? within;

    /// <summary>A connection that was just opened knows no scope.</summary>
    public void Begin() => (known, within) = (Scope.Nothing, null);

    public void Doubt() => (known, within) = (null, null);

    public void Told(Scope scope, DbTransaction? transaction) => (known, within) = (scope, transaction);

    /// <summary>The statement that tells the scope, or null where the session knows it. Ids are written by us: nothing typed goes in.</summary>
    public string? Missing(Scope scope, DbTransaction? transaction) =>
        ReferenceEquals(known, scope) && (within is null || ReferenceEquals(within, transaction)) ? null : $"SET homeward.scope = '{scope.Written}';\n";
}
