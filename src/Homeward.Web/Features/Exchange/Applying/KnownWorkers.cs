using Homeward.Data;
using Homeward.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>
/// Finds workers by name within the station, organisation or district of a client. A name that is not there becomes a person of staff
/// without an account.
/// </summary>
public sealed class KnownWorkers(Db db, KnownUnits units)
{
    readonly Dictionary<(string Name, Guid Home), List<Known>> _byName = [];
    readonly Dictionary<Guid, string> _names = [];
    bool _isLoaded;

    sealed record Known(Guid Id, Guid UnitId);

    public async Task LoadAsync(CancellationToken ct)
    {
        if (_isLoaded)
        {
            return;
        }
        _isLoaded = true;
        var staff = await db.Staff.AsNoTracking().OrderBy(worker => worker.WorkNumber).ThenBy(worker => worker.Id)
            .Select(worker => new { worker.Id, worker.Name, worker.UnitId, worker.LeftOn }).ToListAsync(ct);
        foreach (var worker in staff)
        {
            _names[worker.Id] = worker.Name;
            if (worker.LeftOn is null)
            {
                Remember(worker.Name, worker.Id, worker.UnitId);
            }
        }
    }

    public string? NameOf(Guid? id) => id is { } known ? _names.GetValueOrDefault(known) : null;

    /// <summary>The worker meant: the one named now if the name is the same, else one of the unit, else of its home.</summary>
    public Guid? Find(string name, Guid unitId, Guid? current)
    {
        if (NameOf(current) == name)
        {
            return current;
        }
        var found = _byName.GetValueOrDefault((name, units.HomeOf(unitId))) ?? [];
        return (found.Find(worker => worker.UnitId == unitId) ?? found.FirstOrDefault())?.Id;
    }

    public Guid FindOrAdd(string name, Guid unitId, Guid? current, ImportSummary summary)
    {
        if (Find(name, unitId, current) is { } known)
        {
            return known;
        }
        var home = units.HomeOf(unitId);
        var worker = new Staff(name, db.Scope.Holds(home) ? home : unitId, new StaffDetails());
        db.Staff.Add(worker);
        _names[worker.Id] = name;
        Remember(name, worker.Id, worker.UnitId);
        summary.NewStaff++;
        return worker.Id;
    }

    void Remember(string name, Guid id, Guid unitId)
    {
        var key = (name, units.HomeOf(unitId));
        if (!_byName.TryGetValue(key, out var same))
        {
            _byName[key] = same = [];
        }
        same.Add(new Known(id, unitId));
    }
}
