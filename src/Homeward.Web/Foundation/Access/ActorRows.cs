using Homeward.Data;
using Homeward.Data.Accounts;
using Homeward.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Foundation.Access;

/// <summary>An account with one of its grants, as it was found by a session or by the hash of a key.</summary>
public sealed record ActorRow(Guid AccountId, string? UserName, string DisplayName, Guid? StaffId, Grant? Grant, Session? Session, bool HasDrafts, byte[]? KeyHash);

/// <summary>Reads accounts with their grants. Requests of one instant share a statement, which begins after each of them has come: a revoked grant bites at the next request.</summary>
public sealed class ActorRows
{
    readonly IServiceScopeFactory scopes;
    readonly Gathered<Guid, IReadOnlyList<ActorRow>> sessions;
    readonly Gathered<byte[], IReadOnlyList<ActorRow>> keys;

    readonly Func<Db, Guid[], IAsyncEnumerable<ActorRow>> bySession = EF.CompileAsyncQuery((Db db, Guid[] ids) =>
        from session in db.Sessions.AsNoTracking()
        join account in db.Accounts.AsNoTracking() on session.AccountId equals account.Id
        join held in db.Grants.AsNoTracking() on account.Id equals held.AccountId into grants
        from grant in grants.DefaultIfEmpty()
        where ids.Contains(session.Id) && account.EndedAt == null
        select new ActorRow(account.Id, account.UserName, account.DisplayName, account.StaffId, grant, session, db.Drafts.Any(draft => draft.AccountId == account.Id), null));

    readonly Func<Db, byte[][], IAsyncEnumerable<ActorRow>> byKey = EF.CompileAsyncQuery((Db db, byte[][] hashes) =>
        from key in db.ApiKeys.AsNoTracking()
        join account in db.Accounts.AsNoTracking() on key.AccountId equals account.Id
        join held in db.Grants.AsNoTracking() on account.Id equals held.AccountId into grants
        from grant in grants.DefaultIfEmpty()
        where hashes.Contains(key.SecretHash) && key.RevokedAt == null && account.EndedAt == null
        select new ActorRow(account.Id, account.UserName, account.DisplayName, account.StaffId, grant, null, false, key.SecretHash));

    public ActorRows(IServiceScopeFactory scopes)
    {
        this.scopes = scopes;
        sessions = new(async ids => Parted(ids, await ReadAsync(bySession, [.. ids.Distinct()]), row => row.Session!.Id, EqualityComparer<Guid>.Default));
        keys = new(async hashes => Parted(hashes, await ReadAsync(byKey, [.. hashes.Distinct(SameBytes.Only)]), row => row.KeyHash!, SameBytes.Only));
    }

    public Task<IReadOnlyList<ActorRow>> OfSessionAsync(Guid sessionId) => sessions.AskAsync(sessionId);

    public Task<IReadOnlyList<ActorRow>> OfKeyAsync(byte[] hash) => keys.AskAsync(hash);

    async Task<List<ActorRow>> ReadAsync<T>(Func<Db, T[], IAsyncEnumerable<ActorRow>> query, T[] asked)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = new List<ActorRow>();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.ReadByKey();
        await foreach (var row in query(db, asked))
        {
            rows.Add(row);
        }
        return rows;
    }

    static IReadOnlyList<IReadOnlyList<ActorRow>> Parted<T>(IReadOnlyList<T> asked, List<ActorRow> rows, Func<ActorRow, T> key, IEqualityComparer<T> same)
    {
        var found = rows.ToLookup(key, same);
        return [.. asked.Select(one => found[one].ToList())];
    }

    sealed class SameBytes : IEqualityComparer<byte[]>
    {
        public static readonly SameBytes Only = new();

        public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(byte[] bytes) => BitConverter.ToInt32(bytes);
    }
}
