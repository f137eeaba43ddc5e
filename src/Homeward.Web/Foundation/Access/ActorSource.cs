using System.Security.Cryptography;
using System.Text;
using Homeward.Data;
using Homeward.Domain.Organisation;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Foundation.Access;

/// <summary>Reads who is behind a session or an API key, with the grants in force today, in one statement: a revoked grant bites at the next request.</summary>
public sealed class ActorSource(Db db, ShanghaiClock clock)
{
    static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public async Task<Actor?> BySessionAsync(Guid sessionId, string secret, CancellationToken ct)
    {
        var rows = await (
            from session in db.Sessions.AsNoTracking()
            join account in db.Accounts.AsNoTracking() on session.AccountId equals account.Id
            join held in db.Grants.AsNoTracking() on account.Id equals held.AccountId into grants
            from grant in grants.DefaultIfEmpty()
            where session.Id == sessionId && account.EndedAt == null
            select new { session, account.Id, account.UserName, account.DisplayName, account.StaffId, grant, HasDrafts = db.Drafts.Any(draft => draft.AccountId == account.Id) }).ToListAsync(ct);
        var first = rows.FirstOrDefault();
        var now = clock.Now;
        if (first is null || !first.session.IsAliveAt(now) || !CryptographicOperations.FixedTimeEquals(first.session.SecretHash, Hash(secret)))
        {
            return null;
        }
        if (now - first.session.LastSeenAt > SeenStep)
        {
            await db.Sessions.Where(session => session.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), ct);
        }
        return Make(first.Id, first.UserName, first.DisplayName, first.StaffId, sessionId, rows.Select(row => row.grant), first.HasDrafts);
    }

    /// <summary>Whose session it was that has run out by itself; one that was ended from the server is nobody's.</summary>
    public async Task<Guid?> OwnerOfAsync(Guid sessionId, string secret, CancellationToken ct)
    {
        var oldest = clock.Now - Remembered;
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(found => found.Id == sessionId && found.EndedAt == null && found.StartedAt > oldest, ct);
        return session is not null && CryptographicOperations.FixedTimeEquals(session.SecretHash, Hash(secret)) ? session.AccountId : null;
    }

    public async Task<Actor?> ByKeyAsync(string key, CancellationToken ct)
    {
        var hash = Hash(key);
        var rows = await (
            from apiKey in db.ApiKeys.AsNoTracking()
            join account in db.Accounts.AsNoTracking() on apiKey.AccountId equals account.Id
            join held in db.Grants.AsNoTracking() on account.Id equals held.AccountId into grants
            from grant in grants.DefaultIfEmpty()
            where apiKey.SecretHash == hash && apiKey.RevokedAt == null && account.EndedAt == null
            select new { account.Id, account.UserName, account.DisplayName, account.StaffId, grant }).ToListAsync(ct);
        return rows.Count == 0 ? null : Make(rows[0].Id, rows[0].UserName, rows[0].DisplayName, rows[0].StaffId, null, rows.Select(row => row.grant));
    }

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
