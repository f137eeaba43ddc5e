using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Domain.People;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>Hands one client or a caseload to another worker; the open obligations go along, and the history keeps who had them.</summary>
public sealed class AssignClients(Db db, UnitTree units, ShanghaiClock clock)
{
    public static readonly Broken NobodyChosen = new("people.nobody-chosen", "StaffId");
    public static readonly Broken WorkerElsewhere = new("people.worker-elsewhere", "StaffId");
    public static readonly Broken WorkerLeft = new("people.worker-left", "StaffId");
    public static readonly Broken ReasonMissing = new("people.assignment-reason-missing", "Reason");
    public const int Most = 500;

    /// <summary>How many open obligations would go along, per client: shown before anything is done.</summary>
    public Task<Dictionary<Guid, int>> PreviewAsync(IReadOnlyCollection<Guid> clientIds, CancellationToken ct) => db.Obligations
        .Where(obligation => clientIds.Contains(obligation.ClientId) && obligation.SettledOn == null)
        .GroupBy(obligation => obligation.ClientId).Select(group => new { group.Key, Count = group.Count() })
        .ToDictionaryAsync(group => group.Key, group => group.Count, ct);

    /// <returns>How many clients were handed over.</returns>
    public async Task<int> RunAsync(IReadOnlyCollection<Guid> clientIds, Guid staffId, string? reason, CancellationToken ct)
    {
        var staff = await db.Staff.SingleOrDefaultAsync(found => found.Id == staffId, ct);
        RulesBrokenException.ThrowIfAny(WhyNot(clientIds, staff, reason));
        var clients = await db.Clients.Where(client => clientIds.Contains(client.Id)).ToListAsync(ct);
        if (clients.Count != clientIds.Distinct().Count())
        {
            throw new Data.Scoping.NotFoundException();
        }
        var moving = clients.Where(client => client.ResponsibleId != staffId || client.UnitId != UnitFor(client, staff!)).ToList();
        await using var transaction = await db.InTransactionAsync(ct);
        await MoveAsync(moving, client => UnitFor(client, staff!), staffId, reason!, ct);
        await transaction.CommitAsync(CancellationToken.None);
        return moving.Count;
    }

    /// <summary>Hands clients to a unit and a worker inside the caller's transaction: records and open obligations go along, the history keeps who had them.</summary>
    public async Task MoveAsync(IReadOnlyCollection<Client> moving, Func<Client, Guid> unitFor, Guid? staffId, string reason, CancellationToken ct)
    {
        var ids = moving.Select(client => client.Id).ToList();
        var stretches = await db.ClientAssignments.Where(stretch => ids.Contains(stretch.ClientId) && stretch.To == null).ToListAsync(ct);
        foreach (var stretch in stretches)
        {
            stretch.End(clock.Today.AddDays(-1));
        }
        await db.SaveChangesAsync(ct);
        foreach (var client in moving)
        {
            client.AssignTo(unitFor(client), staffId, clock.Now);
        }
        db.Trail = db.Trail with { Act = "client.assign", Reason = reason };
        await db.SaveChangesAsync(ct);
        db.ClientAssignments.AddRange(moving.Select(client => new ClientAssignment(client, clock.Today, reason)));
        await db.SaveChangesAsync(ct);
        // One statement for the whole caseload; the unit of each record follows its client by the foreign key.
        await db.Obligations.Where(obligation => ids.Contains(obligation.ClientId) && obligation.SettledOn == null)
            .ExecuteUpdateAsync(set => set.SetProperty(obligation => obligation.ResponsibleId, staffId).SetProperty(obligation => obligation.Version, obligation => obligation.Version + 1), ct);
    }

    IEnumerable<Broken> WhyNot(IReadOnlyCollection<Guid> clientIds, Staff? staff, string? reason)
    {
        if (clientIds.Count is 0 or > Most)
        {
            yield return NobodyChosen.With(Most);
        }
        if (staff is null || !db.Scope.Holds(staff.UnitId))
        {
            yield return WorkerElsewhere;
        }
        if (staff?.LeftOn is { } left && left < clock.Today)
        {
            yield return WorkerLeft.With(left);
        }
        if (string.IsNullOrWhiteSpace(reason))
        {
            yield return ReasonMissing;
        }
    }

    /// <summary>The client goes to the worker's point; a worker of a station or higher leaves the client's unit as it is.</summary>
    Guid UnitFor(Client client, Staff staff) => units.Find(staff.UnitId)?.Level is UnitLevel.Point ? staff.UnitId : client.UnitId;
}
