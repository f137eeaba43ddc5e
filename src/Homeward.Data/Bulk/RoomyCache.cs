using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Data.Bulk;

/// <summary>
/// Keeps the connection open and gives the embedded database room for many inserts: the pages of its indexes stay in memory,
/// and the log is folded back less often. Every commit still reaches the disk. PostgreSQL manages its own.
/// </summary>
public sealed class RoomyCache : IAsyncDisposable
{
    const string Roomy = "PRAGMA cache_size=-300000; PRAGMA wal_autocheckpoint=16000;";
    const string Usual = "PRAGMA cache_size=-32000; PRAGMA wal_autocheckpoint=1000;";
    readonly Db _db;

    RoomyCache(Db db) => _db = db;

    public static async Task<RoomyCache> OpenAsync(Db db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await SetAsync(db, Roomy);
        return new RoomyCache(db);
    }

    public async ValueTask DisposeAsync()
    {
        await SetAsync(_db, Usual);
        await _db.Database.CloseConnectionAsync();
    }

    static async Task SetAsync(Db db, string pragmas)
    {
        if (db.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            await using var command = sqlite.CreateCommand();
            command.CommandText = pragmas;
            await command.ExecuteNonQueryAsync();
        }
    }
}
