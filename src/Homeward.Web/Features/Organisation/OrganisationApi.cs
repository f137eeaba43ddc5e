using Homeward.Data;
using Homeward.Domain.Organisation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Organisation;

/// <summary><c>/units</c> and <c>/staff</c> in scope.</summary>
static class OrganisationApi
{
    public static void MapOrganisationApi(this RouteGroupBuilder api)
    {
        api.MapGet("/units", Units).Access(Permission.ReadOrganisation, "unit").WithSummary("Units in scope, by code.");
        api.MapGet("/staff", StaffAsync).Access(Permission.ReadOrganisation, "staff").WithSummary("Staff in scope, by name.");
    }

    static Ok<ApiList<ApiUnit>> Units(UnitTree units, Db db, string? q, string? after, int? limit)
    {
        var most = ApiRequests.Limit(limit);
        var rows = units.All.Where(unit => db.Scope.Holds(unit.Id) && string.CompareOrdinal(unit.Code, after ?? "") > 0 && (q is null || unit.Name.Contains(q, StringComparison.Ordinal) || unit.Code == q))
            .OrderBy(unit => unit.Code, StringComparer.Ordinal).Take(most + 1).ToList();
        return TypedResults.Ok(new ApiList<ApiUnit>(
            [.. rows.Take(most).Select(unit => new ApiUnit(unit.Id, unit.Code, unit.Name, unit.Level, unit.ParentId, unit.OrganisationParentId, unit.EndedOn))], rows.Count > most ? rows[most - 1].Code : null));
    }

    static async Task<Ok<ApiList<ApiStaff>>> StaffAsync(Db db, UnitTree units, string? q, Guid? unit, Guid? after, int? limit, CancellationToken ct)
    {
        var most = ApiRequests.Limit(limit);
        var scope = (unit is { } place ? units.WithBelow(place).Where(db.Scope.Holds) : db.Scope.Units).ToArray();
        var staff = db.Staff.AsNoTracking().Where(person => scope.Contains(person.UnitId));
        if (!string.IsNullOrWhiteSpace(q))
        {
            staff = staff.Where(person => person.Name.StartsWith(q) || person.WorkNumber == q);
        }
        if (after is { } last)
        {
            staff = staff.Where(person => person.Id.CompareTo(last) > 0);
        }
        var rows = await staff.OrderBy(person => person.Id).Take(most + 1)
            .Select(person => new { person.Id, person.Name, person.WorkNumber, person.UnitId, person.Post, person.LeftOn }).ToListAsync(ct);
        return TypedResults.Ok(new ApiList<ApiStaff>(
            [.. rows.Take(most).Select(person => new ApiStaff(person.Id, person.Name, person.WorkNumber, new ApiReference(person.UnitId, units.NameOf(person.UnitId)), person.Post, person.LeftOn))],
            rows.Count > most ? rows[most - 1].Id.ToString() : null));
    }
}

/// <summary>A unit as the API shows one.</summary>
public sealed record ApiUnit(Guid Id, string Code, string Name, UnitLevel Level, Guid? ParentId, Guid? OrganisationParentId, DateOnly? EndedOn);

/// <summary>A person of staff as the API shows one.</summary>
public sealed record ApiStaff(Guid Id, string Name, string? WorkNumber, ApiReference Unit, string? Post, DateOnly? LeftOn);
