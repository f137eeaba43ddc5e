using System.Data.Common;
using Homeward.Data.Scoping;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;

namespace Homeward.Data;

/// <summary>Which of the two databases a connection string means, and how each is set up.</summary>
public static class Databases
{
    const int SqliteForeignKeyViolation = 787;
    const int SqliteKeyViolation = 1555;
    const int SqliteUniqueViolation = 2067;
    const int MostPrepared = 100;

    public static bool IsPostgres(string connectionString) => connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>A save that named a record which is not there: an id that nobody offered.</summary>
    public static bool IsUnknownReference(Exception fault) => fault is DbUpdateException
    {
        InnerException: PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } or SqliteException { SqliteExtendedErrorCode: SqliteForeignKeyViolation }
    };

    /// <summary>A save whose key, or another value that stands once, is taken.</summary>
    internal static bool IsKeyTaken(DbUpdateException fault) => fault.InnerException
        is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or SqliteException { SqliteExtendedErrorCode: SqliteUniqueViolation or SqliteKeyViolation };

    public static DbContextOptions<SqliteDb> Sqlite(string connectionString, Action<DbContextOptionsBuilder>? more = null)
    {
        var builder = new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connectionString).UseSnakeCaseNamingConvention().AddInterceptors(new DurableCommits()).ReplaceService<IModificationCommandFactory, SparseInserts>();
        more?.Invoke(builder);
        return builder.Options;
    }

    public static DbContextOptions<PostgresDb> Postgres(string connectionString, Action<DbContextOptionsBuilder>? more = null)
    {
        var builder = new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(Prepared(connectionString)).UseSnakeCaseNamingConvention().AddInterceptors(new ScopedSession()).ReplaceService<IModificationCommandFactory, SparseInserts>();
        more?.Invoke(builder);
        return builder.Options;
    }

    /// <summary>Statements that come again and again are prepared, unless the connection string says otherwise.</summary>
    static string Prepared(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.MaxAutoPrepare = builder.MaxAutoPrepare == 0 ? MostPrepared : builder.MaxAutoPrepare;
        return builder.ConnectionString;
    }

    /// <summary>The same connection with every statement planned for its own values.</summary>
    internal static string PlannedAnew(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 0 }.ConnectionString;

    /// <summary>
    /// The same connection with every statement planned once, whatever its values, and by an index: for those that find a row by its key, however small the table is today.
    /// Such a statement brings its scope along, so the session has nothing to forget (<see cref="ScopedSession"/>).
    /// </summary>
    internal static string ReadingByKey(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true };
        builder.Options = $"{builder.Options} -c plan_cache_mode=force_generic_plan -c enable_seqscan=off".TrimStart();
        return builder.ConnectionString;
    }

    /// <summary>Every commit reaches the disk; a writer waits for its turn instead of failing.</summary>
    sealed class DurableCommits : DbConnectionInterceptor
    {
        const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=15000; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = ((SqliteConnection)connection).CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
