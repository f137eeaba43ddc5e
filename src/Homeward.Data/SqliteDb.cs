using Microsoft.EntityFrameworkCore;

namespace Homeward.Data;

/// <summary>The embedded database: one file, write-ahead log, every commit on disk.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : Db(options);
