using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Web.Foundation.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>Who can answer for a client of a unit, or have been sent by it.</summary>
public sealed class Workers(Db db, UnitTree units, Actor actor)
{
    /// <summary>Somebody of the unit itself or of what stands above it, within the caller's own reach, who has not left.</summary>
    /// <param name="staffId">Who is named; nobody is nobody's fault.</param>
    /// <param name="unitId">The client's unit.</param>
    /// <param name="scope">The caller's own reach, before it was widened for one act.</param>
    /// <param name="on">The day on which the person answers for it or went.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<Broken>> WhyNotAsync(Guid? staffId, Guid unitId, Scope scope, DateOnly on, CancellationToken ct)
    {
        if (staffId is not { } id)
        {
            return [];
        }
        var staff = await db.Staff.AsNoTracking().Where(found => found.Id == id).Select(found => new { found.UnitId, found.LeftOn }).SingleOrDefaultAsync(ct);
        if (staff is null || !IsThere(id, staff.UnitId, unitId, scope))
        {
            return [AssignClients.WorkerElsewhere];
        }
        return staff.LeftOn is { } left && left < on ? [AssignClients.WorkerLeft.With(left)] : [];
    }

    bool IsThere(Guid staffId, Guid place, Guid unitId, Scope scope) => place == unitId
        || (units.Find(place)?.Level is not UnitLevel.Point && (staffId == actor.StaffId || scope.Holds(place) || actor.Grants.Any(grant => grant.UnitId == place)));
}
