using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>
/// Finds clients by name, pinyin, initials or the last four of the ID number: names lie sealed, so they are searched in memory,
/// kept warm and followed by the instant of the last change.
/// </summary>
public sealed class NameIndex
{
    /// <summary>Changes are read again this far back, so that a slow transaction's rows are not missed.</summary>
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    /// <summary>So many names that came later are looked through one by one; more, and the picture is drawn anew.</summary>
    const int MostLate = 500;

    readonly Keyring keys;
    readonly Gathered<bool, State> follow;
    readonly Dictionary<Guid, NameEntry> entries = [];
    State state = new(new NamePicture([]), []);
    DateTime seen = DateTime.MinValue;

    public NameIndex(Keyring keys, IServiceScopeFactory scopes)
    {
        this.keys = keys;
        follow = new(async asked =>
        {
            await using var scope = scopes.CreateAsyncScope();
            await FollowAsync(scope.ServiceProvider.GetRequiredService<Db>());
            return [.. asked.Select(_ => state)];
        });
    }

    /// <summary>The picture and what came after it; never changed, only replaced.</summary>
    sealed record State(NamePicture Picture, List<NameEntry> Late);

    sealed record Row(Guid Id, Guid UnitId, int Version, Sealed Name, Sealed? Number, DateTime UpdatedAt);

    /// <summary>Ids of the clients in scope that fit, the best fit first: whole name, beginning of the name, then the rest by name.</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(Db db, string text, int most, CancellationToken ct)
    {
        var now = await follow.AskAsync(true).WaitAsync(ct);
        var wanted = text.Trim().ToLowerInvariant();
        var letters = wanted.Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        return [.. now.Picture.Near(wanted, letters).Concat(now.Late).Where(entry => !entry.IsReplaced && db.Scope.Holds(entry.UnitId))
            .Select(entry => (Rank: Rank(entry, wanted, letters), Entry: entry)).Where(hit => hit.Rank > 0).Distinct()
            .OrderBy(hit => hit.Rank).ThenBy(hit => hit.Entry.Place).ThenBy(hit => hit.Entry.Id).Take(most).Select(hit => hit.Entry.Id)];
    }

    /// <summary>All clients in scope, by the reading of their names; those of some units only, where units are given.</summary>
    public async Task<IReadOnlyList<Guid>> InOrderAsync(Db db, IReadOnlySet<Guid>? units, CancellationToken ct)
    {
        var now = await follow.AskAsync(true).WaitAsync(ct);
        var all = now.Late.Count == 0 ? now.Picture.All : now.Picture.All.Concat(now.Late).OrderBy(entry => entry.Place);
        return [.. all.Where(entry => !entry.IsReplaced && db.Scope.Holds(entry.UnitId) && (units is null || units.Contains(entry.UnitId))).Select(entry => entry.Id)];
    }

    static int Rank(NameEntry entry, string wanted, string letters)
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

    /// <summary>Reads what has changed; one at a time.</summary>
    async Task FollowAsync(Db db)
    {
        var since = seen == DateTime.MinValue ? seen : seen - Overlap;
        var late = new List<NameEntry>();
        try
        {
            await foreach (var row in db.Clients.AsNoTracking()
                .AcrossTheCity("the index holds every name; what is shown goes through the caller's scope")
                .Where(client => client.UpdatedAt >= since)
                .Select(client => new Row(client.Id, client.UnitId, client.Version, client.Name, client.IdentityNumber, client.UpdatedAt)).AsAsyncEnumerable())
            {
                seen = row.UpdatedAt > seen ? row.UpdatedAt : seen;
                Take(row, late);
            }
        }
        finally
        {
            Show(late);
        }
    }

    void Show(List<NameEntry> late)
    {
        if (late.Count > 0)
        {
            var more = state.Late.Concat(late).Where(entry => !entry.IsReplaced).ToList();
            state = more.Count > MostLate ? new State(new NamePicture(entries.Values), []) : state with { Late = more };
        }
    }

    /// <summary>Adds the new entry of a row; none where only something else about the client has changed.</summary>
    void Take(Row row, List<NameEntry> late)
    {
        var known = entries.GetValueOrDefault(row.Id);
        if (known?.Version == row.Version)
        {
            return;
        }
        var name = keys.Open(row.Name, SealedColumn.ClientName, row.Id);
        var number = keys.OpenOrNull(row.Number, SealedColumn.ClientIdentityNumber, row.Id);
        var reading = NameReading.Of(name);
        var entry = new NameEntry(row.Id, row.UnitId, name.ToLowerInvariant(), reading.Full, reading.Initials, number is { Length: >= 4 } ? number[^4..].ToLowerInvariant() : "")
        {
            Version = row.Version,
            Place = state.Picture.PlaceOf(reading.Full),
        };
        if (known?.Says(entry) == true)
        {
            known.Version = row.Version;
            return;
        }
        if (known is not null)
        {
            known.IsReplaced = true;
        }
        entries[row.Id] = entry;
        late.Add(entry);
    }
}
