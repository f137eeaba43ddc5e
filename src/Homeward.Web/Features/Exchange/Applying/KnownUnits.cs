using Homeward.Domain.Organisation;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Foundation.Access;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>The units as sheets name them: streets, the points that serve them, and the home of a worker.</summary>
public sealed class KnownUnits(UnitTree tree)
{
    readonly Lazy<UnitLookup> _streets = new(() => Lookup(tree, unit => unit.Level == UnitLevel.Street));
    readonly Lazy<UnitLookup> _all = new(() => Lookup(tree, _ => true));
    readonly Lazy<ILookup<Guid, UnitNode>> _points = new(() => tree.All
        .Where(unit => unit is { Level: UnitLevel.Point, EndedOn: null, ParentId: not null }).OrderBy(unit => unit.Code, StringComparer.Ordinal).ToLookup(unit => unit.ParentId!.Value));

    public UnitLookup Streets => _streets.Value;
    public UnitLookup All => _all.Value;

    /// <summary>The unit of a client in a street: the point they are at already, else the first point of the street, else the street itself.</summary>
    public Guid UnitFor(Guid streetId, Guid? current)
    {
        var points = _points.Value[streetId].ToList();
        return current is { } unit && points.Any(point => point.Id == unit) ? unit : points.Count > 0 ? points[0].Id : streetId;
    }

    public UnitNode? StreetOf(Guid unitId) => tree.Above(unitId, UnitLevel.Street);

    public string NameOf(Guid? unitId) => tree.NameOf(unitId);

    /// <summary>The name that finds the unit again: with its parent's name where another one is called the same.</summary>
    public string TitleOf(UnitNode unit, UnitLookup among) =>
        among.Find(unit.Name).Count == 1 ? unit.Name : among.Find(NameOf(unit.ParentId) + unit.Name).Count == 1 ? NameOf(unit.ParentId) + unit.Name : unit.Code;

    /// <summary>Where workers of a unit are known by name: its station, else its organisation, else its district.</summary>
    public Guid HomeOf(Guid unitId)
    {
        Guid? organisation = null;
        for (var unit = tree.Find(unitId); unit is not null; unit = unit.OrganisationParentId is { } above ? tree.Find(above) : null)
        {
            if (unit.Level == UnitLevel.Station)
            {
                return unit.Id;
            }
            organisation = unit.Level == UnitLevel.Organisation ? unit.Id : organisation;
        }
        return organisation ?? tree.Above(unitId, UnitLevel.District)?.Id ?? unitId;
    }

    static UnitLookup Lookup(UnitTree tree, Func<UnitNode, bool> wanted) => new(tree.All.Where(unit => unit.EndedOn is null && wanted(unit))
        .Select(unit => new KnownUnit(unit.Id, unit.Code, unit.Name, tree.NameOf(unit.ParentId ?? unit.OrganisationParentId))));
}
