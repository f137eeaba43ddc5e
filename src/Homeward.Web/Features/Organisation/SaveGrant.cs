using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Organisation;

/// <summary>Gives and ends roles; nobody gives one to themselves.</summary>
public sealed class SaveGrant(Db db, UnitTree units, Actor actor, ShanghaiClock clock)
{
    public static readonly Broken ToOneself = new("organisation.grant-to-oneself");
    public static readonly Broken UnitUnknown = new("organisation.grant-unit-unknown", "UnitId");

    public async Task<Grant> GiveAsync(Guid accountId, Role role, Guid unitId, string purpose, DateOnly from, DateOnly? to, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny([.. accountId == actor.AccountId ? [ToOneself] : Array.Empty<Broken>(), .. db.Scope.Holds(unitId) ? Grant.WhyNotAt(role, units.Find(unitId)?.Level) : [UnitUnknown]]);
        var held = await db.Grants.Where(grant => grant.AccountId == accountId).ToListAsync(ct);
        var grant = new Grant(accountId, role, unitId, purpose, from, to, held);
        db.Grants.Add(grant);
        db.Trail = db.Trail with { Act = "grant.give" };
        await db.SaveChangesAsync(ct);
        return grant;
    }

    /// <summary>Ends a grant with yesterday: it bites at the next request.</summary>
    public async Task EndAsync(Guid id, int version, CancellationToken ct)
    {
        var grant = await db.Grants.RequireAsync(id, version, ct);
        if (!db.Scope.Holds(grant.UnitId))
        {
            throw new Data.Scoping.NotFoundException();
        }
        grant.End(clock.Today.AddDays(-1) < grant.ValidFrom.AddDays(-1) ? grant.ValidFrom.AddDays(-1) : clock.Today.AddDays(-1));
        db.Trail = db.Trail with { Act = "grant.end" };
        await db.SaveChangesAsync(ct);
    }
}
