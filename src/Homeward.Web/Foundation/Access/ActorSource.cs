using System.Security.Cryptography;
using System.Text;
using Homeward.Data;
using Homeward.Domain.Organisation;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Foundation.Access;

/// <summary>Reads who is behind a session or an API key, with the grants in force today, in one statement: a revoked grant bites at the next request.</summary>
public sealed class ActorSource(ActorRows found, Db db, ShanghaiClock clock)
{
    static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public async Task<Actor?> BySessionAsync(Guid sessionId, string secret, CancellationToken ct)
    {
        var rows = await found.OfSessionAsync(sessionId);
        var now = clock.Now;
        if (rows is not [{ Session: { } session } first, ..] || !session.IsAliveAt(now) || !CryptographicOperations.FixedTimeEquals(session.SecretHash, Hash(secret)))
        {
            return null;
        }
        if (now - session.LastSeenAt > SeenStep)
        {
            await db.Sessions.Where(seen => seen.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(seen => seen.LastSeenAt, now), ct);
        }
        return Make(first.AccountId, first.UserName, first.DisplayName, first.StaffId, sessionId, rows.Select(row => row.Grant), first.HasDrafts);
    }

    /// <summary>Whose session it was that has run out by itself; one that was ended from the server is nobody's.</summary>
    public async Task<Guid?> OwnerOfAsync(Guid sessionId, string secret, CancellationToken ct)
    {
        var oldest = clock.Now - Remembered;
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(found => found.Id == sessionId && found.EndedAt == null && found.StartedAt > oldest, ct);
        return session is not null && CryptographicOperations.FixedTimeEquals(session.SecretHash, Hash(secret)) ? session.AccountId : null;
    }

    public async Task<Actor?> ByKeyAsync(string key) =>
        await found.OfKeyAsync(Hash(key)) is [{ } first, ..] rows ? Make(first.AccountId, first.UserName, first.DisplayName, first.StaffId, null, rows.Select(row => row.Grant)) : null;

    public async Task<Actor?> ByNameAsync(string userName, CancellationToken ct)
    {
        var normalized = userName.ToUpperInvariant();
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(found => found.NormalizedUserName == normalized && found.EndedAt == null, ct);
        return account is null ? null : Make(account.Id, account.UserName, account.DisplayName, account.StaffId, null, await db.Grants.AsNoTracking().Where(grant => grant.AccountId == account.Id).ToListAsync(ct));
    }

    Actor Make(Guid accountId, string? userName, string displayName, Guid? staffId, Guid? sessionId, IEnumerable<Grant?> grants, bool hasDrafts = false)
    {
        var today = clock.Today;
        return new Actor
        {
            AccountId = accountId,
            UserName = userName ?? "",
            DisplayName = displayName,
            StaffId = staffId,
            SessionId = sessionId,
            HasDrafts = hasDrafts,
            Grants = [.. grants.OfType<Grant>().Where(grant => grant.IsInForceOn(today)).Select(grant => new ActorGrant(grant.Role, grant.UnitId, grant.Purpose))],
        };
    }
}
