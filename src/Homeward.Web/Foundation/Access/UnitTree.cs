using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Foundation.Access;

/// <summary>
/// All units, in memory: some hundred for a city. Read anew when a unit is saved by this process,
/// and after half a minute, so that a change made by another process bites too.
/// </summary>
public sealed class UnitTree(IServiceScopeFactory scopes, TimeProvider clock)
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    sealed record Picture(DateTimeOffset ReadAt, Dictionary<Guid, UnitNode> Units, ILookup<Guid, Guid> Below, Dictionary<Guid, Guid[]> Reach, Scope Whole, Guid? City);

    volatile Picture? picture;

    public IReadOnlyCollection<UnitNode> All => Read().Units.Values;

    /// <summary>All units, as a scope.</summary>
    public Scope Whole => Read().Whole;

    /// <summary>The one city that all districts lie in.</summary>
    public bool IsCity(Guid id) => Read().City == id;

    public UnitNode? Find(Guid id) => Read().Units.GetValueOrDefault(id);

    public string NameOf(Guid? id) => id is { } known ? Find(known)?.Name ?? "" : "";

    /// <summary>The unit and all that hang under it, in the city's tree and in the organisation's.</summary>
    public IReadOnlyList<Guid> WithBelow(Guid id)
    {
        var now = Read();
        lock (now.Reach)
        {
            return now.Reach.TryGetValue(id, out var reach) ? reach : now.Reach[id] = Walk(now, id);
        }
    }

    /// <summary>The first unit at or above this one, in the city's tree, that has the level.</summary>
    public UnitNode? Above(Guid id, UnitLevel level)
    {
        var unit = Find(id);
        for (var steps = 0; unit is not null && unit.Level != level && steps < 8; steps++)
        {
            unit = unit.ParentId is { } parent ? Find(parent) : null;
        }
        return unit?.Level == level ? unit : null;
    }

    /// <summary>The first unit at or above this one, in the organisation's tree, that has the level.</summary>
    public UnitNode? AboveInOrganisation(Guid id, UnitLevel level)
    {
        var unit = Find(id);
        for (var steps = 0; unit is not null && unit.Level != level && steps < 8; steps++)
        {
            unit = unit.OrganisationParentId is { } parent ? Find(parent) : null;
        }
        return unit?.Level == level ? unit : null;
    }

    public void Forget() => picture = null;

    static Guid[] Walk(Picture now, Guid id)
    {
        var found = new HashSet<Guid> { id };
        var open = new Queue<Guid>([id]);
        while (open.TryDequeue(out var next))
        {
            foreach (var child in now.Below[next].Where(found.Add))
            {
                open.Enqueue(child);
            }
        }
        return [.. found];
    }

    Picture Read()
    {
        var now = picture;
        if (now is not null && clock.GetUtcNow() - now.ReadAt < Fresh)
        {
            return now;
        }
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var units = db.Units.AsNoTracking()
            .Select(unit => new UnitNode(unit.Id, unit.Code, unit.Name, unit.Level, unit.ParentId, unit.OrganisationParentId, unit.EndedOn))
            .ToDictionary(unit => unit.Id);
        var below = units.Values
            .SelectMany(unit => new[] { unit.ParentId, unit.OrganisationParentId }.OfType<Guid>().Distinct().Select(above => (above, unit.Id)))
            .ToLookup(pair => pair.above, pair => pair.Id);
        return picture = new Picture(clock.GetUtcNow(), units, below, [], Scope.Whole(units.Keys), units.Values.Where(unit => unit.Level == UnitLevel.City).ToList() is [var city] ? city.Id : null);
    }
}

/// <summary>One unit as the tree keeps it.</summary>
public sealed record UnitNode(Guid Id, string Code, string Name, UnitLevel Level, Guid? ParentId, Guid? OrganisationParentId, DateOnly? EndedOn);
