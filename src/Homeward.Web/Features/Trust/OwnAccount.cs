using Homeward.Data;
using Homeward.Data.Accounts;
using Homeward.Data.Auditing;
using Homeward.Domain.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Trust;

/// <summary>What somebody may see and change of their own account: sessions and the second factor.</summary>
public sealed class OwnAccount(Db db, UserManager<Account> accounts, IUserStore<Account> store, Actor actor, ShanghaiClock clock)
{
    const int Most = 50;

    public async Task<IReadOnlyList<Session>> SessionsAsync(CancellationToken ct)
    {
        var oldest = clock.Now - Session.Absolute;
        return await db.Sessions.AsNoTracking()
            .Where(session => session.AccountId == actor.AccountId && session.EndedAt == null && session.StartedAt > oldest)
            .OrderByDescending(session => session.LastSeenAt).Take(Most).ToListAsync(ct);
    }

    /// <summary>The key to put into an authenticator; null where the second factor is on.</summary>
    public async Task<AuthenticatorKey?> KeyToAddAsync()
    {
        var account = await RequireAsync();
        if (account.TwoFactorEnabled)
        {
            return null;
        }
        var key = await accounts.GetAuthenticatorKeyAsync(account);
        if (key is null)
        {
            key = accounts.GenerateNewAuthenticatorKey();
            await ((IUserAuthenticatorKeyStore<Account>)store).SetAuthenticatorKeyAsync(account, key, CancellationToken.None);
            await db.SaveChangesAsync();
        }
        return new AuthenticatorKey(actor.UserName, key ?? "");
    }

    public async Task EnableSecondFactorAsync(string code)
    {
        var account = await RequireAsync();
        var right = await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code.Replace(" ", "", StringComparison.Ordinal));
        RulesBrokenException.ThrowIfAny(right ? [] : [SignIn.CodeWrong]);
        db.Audit("account.second-factor-on", "account", account.Id, null);
        await accounts.SetTwoFactorEnabledAsync(account, true);
    }

    async Task<Account> RequireAsync() => await accounts.FindByIdAsync(actor.AccountId.ToString()) ?? throw new Data.Scoping.NotFoundException();
}
