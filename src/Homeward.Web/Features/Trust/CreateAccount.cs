using System.Security.Cryptography;
using Homeward.Data;
using Homeward.Data.Accounts;
using Homeward.Data.Auditing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Trust;

/// <summary>Makes an account with its first grant, and API keys for programs.</summary>
public sealed class CreateAccount(Db db, UserManager<Account> accounts, ShanghaiClock clock)
{
    public static readonly Broken NameTaken = new("trust.user-name-taken", "UserName");
    public static readonly Broken PasswordWeak = new("trust.password-weak", "Password");

    public async Task<Account> RunAsync(string userName, string displayName, string? password, Guid? staffId, bool isDemo = false)
    {
        var account = new Account { Id = Ids.New(), UserName = userName.Trim(), DisplayName = displayName, StaffId = staffId, IsDemo = isDemo, CreatedAt = clock.Now };
        var made = password is null ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, password);
        if (!made.Succeeded)
        {
            var weak = made.Errors.Any(error => error.Code.StartsWith("Password", StringComparison.Ordinal));
            throw new RulesBrokenException([weak ? PasswordWeak : NameTaken.With(userName)]);
        }
        db.Audit("account.create", "account", account.Id, null);
        await db.SaveChangesAsync();
        return account;
    }

    public async Task<Grant> GrantAsync(Account account, Role role, Guid unitId, string purpose, DateOnly from, DateOnly? to = null)
    {
        var held = await db.Grants.Where(grant => grant.AccountId == account.Id).ToListAsync();
        var grant = new Grant(account.Id, role, unitId, purpose, from, to, held);
        db.Grants.Add(grant);
        await db.SaveChangesAsync();
        return grant;
    }

    /// <summary>A new key, shown once; only its hash is kept.</summary>
    public async Task<string> KeyAsync(Account account)
    {
        var key = "hw_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var stored = new ApiKey { Id = Ids.New(), AccountId = account.Id, SecretHash = ActorSource.Hash(key), CreatedAt = clock.Now };
        db.ApiKeys.Add(stored);
        db.Audit("account.key-create", "apiKey", stored.Id, null);
        await db.SaveChangesAsync();
        return key;
    }
}
