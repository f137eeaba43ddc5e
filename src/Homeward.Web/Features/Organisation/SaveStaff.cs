using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Organisation;

/// <summary>Adds and changes people of staff, and notes who leaves; a caseload is handed over before.</summary>
public sealed class SaveStaff(Db db)
{
    public static readonly Broken WorkNumberTaken = new("organisation.work-number-taken", "WorkNumber");
    public static readonly Broken HasCaseload = new("organisation.has-caseload");

    public async Task<Staff> AddAsync(string name, Guid unitId, StaffDetails details, CancellationToken ct)
    {
        await RefuseTwiceAsync(null, details.WorkNumber, ct);
        var staff = new Staff(name.Trim(), unitId, details);
        db.Staff.Add(staff);
        return await SavedAsync(staff, "staff.add", ct);
    }

    public async Task<Staff> ChangeAsync(Guid id, int version, string name, Guid unitId, StaffDetails details, CancellationToken ct)
    {
        var staff = await FetchAsync(id, version, ct);
        await RefuseTwiceAsync(id, details.WorkNumber, ct);
        staff.Describe(name.Trim(), details);
        staff.MoveTo(unitId);
        return await SavedAsync(staff, "staff.change", ct);
    }

    public async Task<Staff> LeaveAsync(Guid id, int version, DateOnly on, CancellationToken ct)
    {
        var staff = await FetchAsync(id, version, ct);
        var caseload = await db.Clients.CountAsync(client => client.ResponsibleId == id, ct);
        RulesBrokenException.ThrowIfAny(caseload > 0 ? [HasCaseload.With(caseload)] : []);
        staff.Leave(on);
        return await SavedAsync(staff, "staff.leave", ct);
    }

    async Task RefuseTwiceAsync(Guid? id, string? workNumber, CancellationToken ct)
    {
        var taken = workNumber is not null && await db.Staff.AnyAsync(staff => staff.WorkNumber == workNumber && staff.Id != id, ct);
        RulesBrokenException.ThrowIfAny(taken ? [WorkNumberTaken.With(workNumber!)] : []);
    }

    async Task<Staff> FetchAsync(Guid id, int version, CancellationToken ct)
    {
        var staff = await db.Staff.RequireAsync(id, version, ct);
        return db.Scope.Holds(staff.UnitId) ? staff : throw new Data.Scoping.NotFoundException();
    }

    async Task<Staff> SavedAsync(Staff staff, string act, CancellationToken ct)
    {
        db.Trail = db.Trail with { Act = act };
        await db.SaveChangesAsync(ct);
        return staff;
    }
}
