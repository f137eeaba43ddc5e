using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Organisation;

/// <summary>Adds, renames, moves and ends units; what hangs on a unit is never lost, so one that still holds something cannot end.</summary>
public sealed class SaveUnit(Db db, UnitTree units, ShanghaiClock clock)
{
    public static readonly Broken CodeTaken = new("organisation.unit-code-taken", "Code");
    public static readonly Broken ParentUnknown = new("organisation.unit-parent-unknown", "ParentId");

    public async Task<Unit> AddAsync(string code, string name, UnitLevel level, Guid? parentId, Guid? organisationParentId, CancellationToken ct)
    {
        var taken = await db.Units.AnyAsync(unit => unit.Code == code, ct);
        RulesBrokenException.ThrowIfAny([.. taken ? [CodeTaken.With(code)] : Array.Empty<Broken>(), .. WhyNotUnder(parentId, organisationParentId)]);
        var unit = new Unit(code.Trim(), name.Trim(), level, parentId, organisationParentId);
        db.Units.Add(unit);
        return await SavedAsync(unit, "unit.add", ct);
    }

    public async Task<Unit> ChangeAsync(Guid id, int version, string name, Guid? parentId, Guid? organisationParentId, CancellationToken ct)
    {
        var unit = await FetchAsync(id, version, ct);
        // Where it hangs already may be out of the caller's sight; only a new place must be within it.
        RulesBrokenException.ThrowIfAny(WhyNotUnder(parentId == unit.ParentId ? null : parentId, organisationParentId == unit.OrganisationParentId ? null : organisationParentId));
        unit.Rename(name.Trim());
        unit.Move(parentId, organisationParentId, units.WithBelow(id).Where(below => below != id).ToHashSet());
        return await SavedAsync(unit, "unit.change", ct);
    }

    public async Task<Unit> EndAsync(Guid id, int version, CancellationToken ct)
    {
        var unit = await FetchAsync(id, version, ct);
        unit.End(clock.Today, await HoldsAsync(id, ct));
        return await SavedAsync(unit, "unit.end", ct);
    }

    /// <summary>Clients, staff and open units that hang on it: all of them, whoever asks.</summary>
    async Task<int> HoldsAsync(Guid id, CancellationToken ct) =>
        await db.Clients.AcrossTheCity("a unit that holds clients of anybody cannot end").CountAsync(client => client.UnitId == id, ct)
        + await db.Staff.CountAsync(staff => staff.UnitId == id && staff.LeftOn == null, ct)
        + units.All.Count(unit => unit.EndedOn is null && (unit.ParentId == id || unit.OrganisationParentId == id));

    IEnumerable<Broken> WhyNotUnder(params Guid?[] parents) => parents.OfType<Guid>().Any(parent => !db.Scope.Holds(parent)) ? [ParentUnknown] : [];

    async Task<Unit> FetchAsync(Guid id, int version, CancellationToken ct) =>
        db.Scope.Holds(id) ? await db.Units.RequireAsync(id, version, ct) : throw new NotFoundException();

    async Task<Unit> SavedAsync(Unit unit, string act, CancellationToken ct)
    {
        db.Trail = db.Trail with { Act = act };
        await db.SaveChangesAsync(ct);
        units.Forget();
        return unit;
    }
}
