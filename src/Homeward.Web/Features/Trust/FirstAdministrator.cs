using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Homeward.Data;
using Homeward.Data.Accounts;
using Homeward.Data.Auditing;
using Homeward.Data.Scoping;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Trust;

/// <summary>Production has no default account: while there is none at all, one link makes the first security administrator.</summary>
public sealed class FirstAdministrator(Db db, CreateAccount create, UnitTree units, ShanghaiClock clock)
{
    static readonly Trail SetUp = new() { Actor = "set-up", Act = "account.first" };

    /// <summary>The secret of a new link, shown once; links made before are void. Null where somebody has an account already.</summary>
    public async Task<string?> InviteAsync(CancellationToken ct)
    {
        if (await db.Accounts.AnyAsync(ct))
        {
            return null;
        }
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await db.SetUpLinks.Where(link => link.UsedAt == null).ExecuteDeleteAsync(ct);
        db.SetUpLinks.Add(new SetUpLink { Id = Ids.New(), SecretHash = ActorSource.Hash(secret), ExpiresAt = clock.Now + SetUpLink.Lasting });
        await db.SaveChangesAsync(ct);
        return secret;
    }

    /// <summary>Whether the link still makes an administrator.</summary>
    public async Task<bool> IsValidAsync(string? secret, CancellationToken ct) => await Valid(secret).AnyAsync(ct) && !await db.Accounts.AnyAsync(ct);

    /// <summary>The unit that the administrator will stand in: the top of the city's tree; null where there is none yet.</summary>
    public Task<Unit?> TopAsync(CancellationToken ct) =>
        db.Units.AsNoTracking().Where(unit => unit.ParentId == null && unit.EndedOn == null).OrderByDescending(unit => unit.Level == UnitLevel.City).ThenBy(unit => unit.Code).FirstOrDefaultAsync(ct);

    public async Task RunAsync(string? secret, SetUpInput input, CancellationToken ct)
    {
        db.Trail = SetUp;
        await using var transaction = await db.InTransactionAsync(ct);
        // The one statement that decides who was first: a link is used up before anything is made with it.
        if (await Valid(secret).ExecuteUpdateAsync(set => set.SetProperty(link => link.UsedAt, clock.Now), ct) != 1 || await db.Accounts.AnyAsync(ct))
        {
            throw new NotFoundException();
        }
        var top = await TopAsync(ct) ?? Add(input);
        var account = await create.RunAsync(input.UserName!, input.UserName!.Trim(), input.Password, null);
        await create.GrantAsync(account, Role.SecurityAdministrator, top.Id, "administration", clock.Today);
        await transaction.CommitAsync(CancellationToken.None);
        units.Forget();
    }

    Unit Add(SetUpInput input)
    {
        var top = new Unit(input.UnitCode?.Trim() ?? "", input.UnitName?.Trim() ?? "", UnitLevel.City, null, null);
        db.Units.Add(top);
        return top;
    }

    IQueryable<SetUpLink> Valid(string? secret)
    {
        var (hash, now) = (ActorSource.Hash(secret ?? ""), clock.Now);
        return db.SetUpLinks.Where(link => link.SecretHash == hash && link.UsedAt == null && link.ExpiresAt > now);
    }
}

/// <summary>What the set-up form takes.</summary>
public sealed class SetUpInput : IValidatableObject
{
    [Display(Name = "trust.user-name"), Required, StringLength(100)]
    public string? UserName { get; set; }

    [Display(Name = "trust.password", Description = "trust.password-weak"), Required, StringLength(200)]
    public string? Password { get; set; }

    [Display(Name = "trust.password-again"), Required, StringLength(200)]
    public string? PasswordAgain { get; set; }

    [Display(Name = "trust.top-code"), StringLength(20)]
    public string? UnitCode { get; set; }

    [Display(Name = "trust.top-name"), StringLength(100)]
    public string? UnitName { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Password != PasswordAgain)
        {
            yield return new ValidationResult("trust.passwords-differ", [nameof(PasswordAgain)]);
        }
    }
}
