using Homeward.Web.Features.Exchange.Sheets;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>A unit that a cell may name, by its name or its code.</summary>
public sealed record KnownUnit(Guid Id, string Code, string Name, string? ParentName = null);

/// <summary>Finds the unit that a cell means: code, name, or district and name together.</summary>
public sealed class UnitLookup
{
    readonly Dictionary<string, List<KnownUnit>> _units = [];

    public UnitLookup(IEnumerable<KnownUnit> units)
    {
        foreach (var unit in units)
        {
            Add(unit.Code, unit);
            Add(unit.Name, unit);
            Add(unit.ParentName + unit.Name, unit);
        }
    }

    /// <summary>The units of that name; more than one where two districts have a street of the same name.</summary>
    public IReadOnlyList<KnownUnit> Find(string text) => _units.TryGetValue(Titles.Fold(text), out var found) ? found : [];

    void Add(string text, KnownUnit unit)
    {
        var key = Titles.Fold(text);
        if (!_units.TryGetValue(key, out var same))
        {
            _units[key] = same = [];
        }
        if (!same.Contains(unit))
        {
            same.Add(unit);
        }
    }
}
