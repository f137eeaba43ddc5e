using System.Runtime.CompilerServices;
using Homeward.Data;
using Homeward.Domain.Organisation;
using Homeward.Web.Features.Exchange.Applying;
using Homeward.Web.Foundation.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Exporting;

/// <summary>Units, parents first, and the staff register.</summary>
public sealed class OrganisationExport(Db db, UnitTree tree, KnownUnits units)
{
    public async IAsyncEnumerable<IReadOnlyDictionary<string, object?>?> UnitsAsync(IReadOnlyList<Guid>? within, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        foreach (var unit in tree.All.Where(unit => unit.EndedOn is null && IsMine(unit.Id, within)).OrderBy(unit => unit.Level).ThenBy(unit => unit.Code, StringComparer.Ordinal))
        {
            ct.ThrowIfCancellationRequested();
            yield return new Dictionary<string, object?>
            {
                ["code"] = unit.Code,
                ["name"] = unit.Name,
                ["level"] = $"{unit.Level}".ToLowerInvariant(),
                ["parentCode"] = CodeOf(unit.ParentId),
                ["organisationParentCode"] = CodeOf(unit.OrganisationParentId),
            };
        }
    }

    /// <summary>Whoever has no work number has no key in the sheet, and whoever has left is not on it.</summary>
    public async IAsyncEnumerable<IReadOnlyDictionary<string, object?>?> StaffAsync(IReadOnlyList<Guid>? within, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var worker in await db.Staff.AsNoTracking().Where(worker => worker.LeftOn == null).OrderBy(worker => worker.WorkNumber).ToListAsync(ct))
        {
            if (IsMine(worker.UnitId, within))
            {
                yield return worker.WorkNumber is null || tree.Find(worker.UnitId) is not { } unit ? null : RowOf(worker, unit);
            }
        }
    }

    Dictionary<string, object?> RowOf(Staff worker, UnitNode unit) => new()
    {
        ["workNumber"] = worker.WorkNumber,
        ["name"] = worker.Name,
        ["sex"] = worker.Sex is { } sex ? $"{sex}".ToLowerInvariant() : null,
        ["birthDate"] = worker.BirthDate,
        ["hiredOn"] = worker.HiredOn,
        ["education"] = worker.Education,
        ["qualification"] = worker.Qualification,
        ["qualificationNumber"] = worker.QualificationNumber,
        ["qualificationValidUntil"] = worker.QualificationValidUntil,
        ["unit"] = units.TitleOf(unit, units.All),
        ["post"] = worker.Post,
    };

    bool IsMine(Guid unitId, IReadOnlyList<Guid>? within) => db.Scope.Holds(unitId) && (within is null || within.Contains(unitId));

    string? CodeOf(Guid? unitId) => unitId is { } id ? tree.Find(id)?.Code : null;
}
