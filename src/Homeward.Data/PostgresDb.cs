using Microsoft.EntityFrameworkCore;

namespace Homeward.Data;

/// <summary>PostgreSQL 15 or later, for a city.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : Db(options);
