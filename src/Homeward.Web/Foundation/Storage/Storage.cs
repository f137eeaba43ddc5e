using Homeward.Data;
using Homeward.Data.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Homeward.Web.Foundation.Storage;

/// <summary>Opens the database and the key file that the configuration names; with none, both lie under <c>./data</c>.</summary>
public static class Storage
{
    public const string DefaultFolder = "data";
    const int MostContexts = 32;

    public static string ConnectionString(this IConfiguration configuration) =>
        configuration.GetConnectionString("Homeward") is { Length: > 0 } given ? given : $"Data Source={Path.Combine(DefaultFolder, "homeward.db")}";

    public static string KeyFilePath(this IConfiguration configuration) =>
        configuration["Homeward:Keys"] is { Length: > 0 } given ? given : Path.Combine(DefaultFolder, "keys.json");

    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.ConnectionString();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ShanghaiClock>();
        services.AddSingleton<StatementCounter>();
        services.AddSingleton<StatementSpans>();
        if (Databases.IsPostgres(connection))
        {
            services.AddSingleton(provider => new PooledDbContextFactory<PostgresDb>(Databases.Postgres(connection, options => Fit(options, provider)), MostContexts));
            services.AddScoped<Db>(provider => Opened(provider.GetRequiredService<PooledDbContextFactory<PostgresDb>>().CreateDbContext(), provider));
        }
        else
        {
            EnsureFolder(connection);
            services.AddSingleton(provider => new PooledDbContextFactory<SqliteDb>(Databases.Sqlite(connection, options => Fit(options, provider)), MostContexts));
            services.AddScoped<Db>(provider => Opened(provider.GetRequiredService<PooledDbContextFactory<SqliteDb>>().CreateDbContext(), provider));
        }
        services.AddSingleton(_ => KeyFile.Open(configuration.KeyFilePath(), mayCreate: !HasData(connection)));
        return services;
    }

    /// <summary>
    /// Without the host's loggers every context would make a logger factory of its own. A statement that fails is thrown and told where it is answered (the first migration asks for
    /// its own table to learn that there is none), and SQLite rebuilds a table outside a transaction by design: neither is news to whoever starts the product.
    /// </summary>
    static void Fit(DbContextOptionsBuilder options, IServiceProvider provider) =>
        options.UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>()).AddInterceptors(provider.GetRequiredService<StatementCounter>(), provider.GetRequiredService<StatementSpans>())
            .ConfigureWarnings(events => events.Log((RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.NonTransactionalMigrationOperationWarning, LogLevel.Debug)));

    /// <summary>Contexts are used again: whoever gets one sees nothing and is nobody, whatever it was used for before.</summary>
    static Db Opened(Db db, IServiceProvider provider)
    {
        db.Scope = Data.Scoping.Scope.Nothing;
        db.Trail = Data.Auditing.Trail.Nobody;
        db.Clock = provider.GetRequiredService<TimeProvider>();
        return db;
    }

    static void EnsureFolder(string connection)
    {
        var file = SqliteFile(connection);
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }

    static string SqliteFile(string connection) => new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connection).DataSource;

    /// <summary>Whether a database stands already: then a missing key file is a fault, not a first start.</summary>
    static bool HasData(string connection)
    {
        if (!Databases.IsPostgres(connection))
        {
            return new FileInfo(SqliteFile(connection)) is { Exists: true, Length: > 0 } && HasClients(new SqliteDb(Databases.Sqlite(connection)));
        }
        return HasClients(new PostgresDb(Databases.Postgres(connection)));
    }

    static bool HasClients(Db db)
    {
        using (db)
        {
            db.Scope = Data.Scoping.Scope.Everything;
            return db.Database.GetAppliedMigrations().Any() && db.Clients.Any();
        }
    }
}
