using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>
/// Finds clients by name, pinyin, initials or the last four of the ID number: names lie sealed, so they are searched in memory,
/// kept warm and followed by the instant of the last change.
/// </summary>
public sealed class NameIndex(Keyring keys) : IDisposable
{
    /// <summary>Changes are read again this far back, so that a slow transaction's rows are not missed.</summary>
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    readonly SemaphoreSlim turn = new(1, 1);
    readonly Dictionary<Guid, Entry> entries = [];
    Entry[] sorted = [];
    DateTime seen = DateTime.MinValue;

    sealed record Entry(Guid Id, Guid UnitId, int Version, string Name, string Full, string Initials, string LastFour);

    /// <summary>Ids of the clients in scope that fit, the best fit first: whole name, beginning of the name, then the rest by name.</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(Db db, string text, int most, CancellationToken ct)
    {
        await FollowAsync(db, ct);
        var wanted = text.Trim().ToLowerInvariant();
        var letters = wanted.Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        var hits = new List<(int Rank, Entry Entry)>();
        foreach (var entry in sorted)
        {
            var rank = Rank(entry, wanted, letters);
            if (rank > 0 && db.Scope.Holds(entry.UnitId))
            {
                hits.Add((rank, entry));
            }
        }
        return [.. hits.OrderBy(hit => hit.Rank).ThenBy(hit => hit.Entry.Full, StringComparer.Ordinal).ThenBy(hit => hit.Entry.Id).Take(most).Select(hit => hit.Entry.Id)];
    }

    /// <summary>All clients in scope, by the reading of their names; those of some units only, where units are given.</summary>
    public async Task<IReadOnlyList<Guid>> InOrderAsync(Db db, IReadOnlySet<Guid>? units, CancellationToken ct)
    {
        await FollowAsync(db, ct);
        return [.. sorted.Where(entry => db.Scope.Holds(entry.UnitId) && (units is null || units.Contains(entry.UnitId))).Select(entry => entry.Id)];
    }

    static int Rank(Entry entry, string wanted, string letters)
    {
        if (entry.Name == wanted)
        {
            return 1;
        }
        if (entry.Name.StartsWith(wanted, StringComparison.Ordinal) || entry.Initials == letters || entry.Full == letters || (letters.Length == 4 && entry.LastFour == letters))
        {
            return 2;
        }
        return letters.Length > 0 && (entry.Initials.StartsWith(letters, StringComparison.Ordinal) || entry.Full.StartsWith(letters, StringComparison.Ordinal)) ? 3
            : entry.Name.Contains(wanted, StringComparison.Ordinal) ? 4 : 0;
    }

    public void Dispose() => turn.Dispose();

    async Task FollowAsync(Db db, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            var since = seen == DateTime.MinValue ? seen : seen - Overlap;
            var changed = await db.Clients.AsNoTracking()
                .AcrossTheCity("the index holds every name; what is shown goes through the caller's scope")
                .Where(client => client.UpdatedAt >= since)
                .Select(client => new { client.Id, client.UnitId, client.Version, client.Name, client.IdentityNumber, client.UpdatedAt })
                .ToListAsync(ct);
            var added = false;
            foreach (var row in changed)
            {
                seen = row.UpdatedAt > seen ? row.UpdatedAt : seen;
                if (entries.TryGetValue(row.Id, out var known) && known.Version == row.Version)
                {
                    continue;
                }
                var name = keys.Open(row.Name, SealedColumn.ClientName, row.Id);
                var number = keys.OpenOrNull(row.IdentityNumber, SealedColumn.ClientIdentityNumber, row.Id);
                var reading = NameReading.Of(name);
                entries[row.Id] = new Entry(row.Id, row.UnitId, row.Version, name.ToLowerInvariant(), reading.Full, reading.Initials, number is { Length: >= 4 } ? number[^4..].ToLowerInvariant() : "");
                added = true;
            }
            sorted = added ? [.. entries.Values.OrderBy(entry => entry.Full, StringComparer.Ordinal).ThenBy(entry => entry.Id)] : sorted;
        }
        finally
        {
            turn.Release();
        }
    }
}
