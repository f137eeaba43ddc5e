using System.Security.Cryptography;
using Homeward.Data;
using Homeward.Data.Accounts;
using Homeward.Data.Auditing;
using Homeward.Domain.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Identity;

namespace Homeward.Web.Features.Trust;

/// <summary>Signs somebody in by password and, where it is set up, the code of the second factor; five failures lock the account for a quarter of an hour.</summary>
public sealed class SignIn(Db db, UserManager<Account> accounts, SessionCookie cookie, ShanghaiClock clock, IHostEnvironment environment)
{
    public static readonly Broken Wrong = new("trust.sign-in-wrong");
    public static readonly Broken Locked = new("trust.sign-in-locked");
    public static readonly Broken CodeNeeded = new("trust.code-needed", "Code");
    public static readonly Broken CodeUsed = new("trust.code-used", "Code");
    public static readonly Broken CodeWrong = new("trust.code-wrong", "Code");

    const string UsedCodes = "used-codes";
    const int CodesRemembered = 6;

    /// <summary>Empty when signed in; otherwise why not. Wrong names, wrong passwords and locked accounts answer alike.</summary>
    public async Task<IReadOnlyList<Broken>> RunAsync(HttpContext context, string userName, string password, string? code)
    {
        var account = await accounts.FindByNameAsync(userName.Trim());
        if (account is null || account.EndedAt is not null || (account.IsDemo && environment.IsProduction()))
        {
            accounts.PasswordHasher.HashPassword(new Account(), password);
            return await RefusedAsync(null, Wrong);
        }
        if (await accounts.IsLockedOutAsync(account))
        {
            accounts.PasswordHasher.HashPassword(account, password);
            return await RefusedAsync(account, Locked);
        }
        if (!await accounts.CheckPasswordAsync(account, password))
        {
            await accounts.AccessFailedAsync(account);
            return await RefusedAsync(account, await accounts.IsLockedOutAsync(account) ? Locked : Wrong);
        }
        if (account.TwoFactorEnabled && await CheckCodeAsync(account, code) is { } fault)
        {
            return await RefusedAsync(account, fault);
        }
        await accounts.ResetAccessFailedCountAsync(account);
        await StartSessionAsync(context, account);
        return [];
    }

    async Task<Broken?> CheckCodeAsync(Account account, string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return CodeNeeded;
        }
        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        if (await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits))
        {
            return await UseUpAsync(account, digits) ? null : CodeUsed;
        }
        await accounts.AccessFailedAsync(account);
        return CodeWrong;
    }

    /// <summary>A code counts once, although it stays right for some minutes: whoever looked over a shoulder comes too late.</summary>
    async Task<bool> UseUpAsync(Account account, string digits)
    {
        var used = (await accounts.GetAuthenticationTokenAsync(account, Authentication.Name, UsedCodes))?.Split(' ') ?? [];
        var hash = Convert.ToHexStringLower(ActorSource.Hash($"{account.Id}|{digits}"))[..32];
        if (used.Contains(hash))
        {
            return false;
        }
        await accounts.SetAuthenticationTokenAsync(account, Authentication.Name, UsedCodes, string.Join(' ', used.TakeLast(CodesRemembered - 1).Append(hash)));
        return true;
    }

    async Task StartSessionAsync(HttpContext context, Account account)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = clock.Now;
        var browser = context.Request.Headers.UserAgent.ToString();
        var session = new Session
        {
            Id = Ids.New(),
            AccountId = account.Id,
            SecretHash = ActorSource.Hash(secret),
            StartedAt = now,
            LastSeenAt = now,
            Browser = browser.Length > 200 ? browser[..200] : browser,
        };
        db.Sessions.Add(session);
        db.Trail = new Trail { Actor = account.UserName ?? "", AccountId = account.Id, RequestId = context.TraceIdentifier };
        db.Audit("account.sign-in", "account", account.Id, null);
        await db.SaveChangesAsync();
        cookie.Write(context, session.Id, secret);
    }

    async Task<IReadOnlyList<Broken>> RefusedAsync(Account? account, Broken why)
    {
        db.Trail = new Trail { Actor = account?.UserName ?? "unknown", AccountId = account?.Id };
        db.Audit("account.sign-in", "account", account?.Id, null, why.Code);
        await db.SaveChangesAsync();
        // Whoever guesses names must not learn from a lock that the account is there; the audit row keeps the difference.
        return [why == Locked ? Wrong : why];
    }
}
