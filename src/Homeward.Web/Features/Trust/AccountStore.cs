using Homeward.Data;
using Homeward.Data.Accounts;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Homeward.Web.Features.Trust;

/// <summary>Identity's store with the key of the second factor sealed.</summary>
public sealed class AccountStore(Db db, Keyring keys, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<Account, Db, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>>(db, describer)
{
    public override async Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken)
    {
        var stored = Convert.ToBase64String(keys.Seal(key, SealedColumn.SecondFactor, user.Id).ToStored());
        await base.SetAuthenticatorKeyAsync(user, stored, cancellationToken);
    }

    public override async Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken)
    {
        var stored = await base.GetAuthenticatorKeyAsync(user, cancellationToken);
        return stored is null ? null : keys.Open(new Sealed(Convert.FromBase64String(stored)), SealedColumn.SecondFactor, user.Id);
    }
}
