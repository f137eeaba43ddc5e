using Microsoft.EntityFrameworkCore.Design;

namespace Homeward.Data.Migrations;

/// <summary>For <c>dotnet ef migrations add … --context SqliteDb|PostgresDb</c>.</summary>
sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(Databases.Sqlite("Data Source=design-time.db"));
}

sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new(Databases.Postgres("Host=127.0.0.1;Database=design-time"));
}
