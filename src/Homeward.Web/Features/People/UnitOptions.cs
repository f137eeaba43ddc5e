using Homeward.Data.Scoping;
using Homeward.Domain.Organisation;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;

namespace Homeward.Web.Features.People;

/// <summary>The units in scope that a form or filter offers, grouped by level.</summary>
public static class UnitOptions
{
    /// <summary>A district with its streets and points.</summary>
    const int MostNear = 60;

    public static IReadOnlyList<Option> Of(UnitTree units, Scope scope, Words words, Func<UnitNode, bool>? only = null) =>
        [.. units.All.Where(unit => scope.Holds(unit.Id) && unit.EndedOn is null && (only is null || only(unit))).OrderBy(unit => unit.Level).ThenBy(unit => unit.Code, StringComparer.Ordinal)
            .Select(unit => new Option(unit.Id.ToString(), unit.Name, words.Code("unitLevel", unit.Level.ToString())))];

    /// <summary>For a filter: every unit of a small scope; of a large one the units that lead there, and what lies under the one chosen.</summary>
    public static IReadOnlyList<Option> ToFilter(UnitTree units, Scope scope, Words words, Guid? chosen)
    {
        var near = Near(units, scope, chosen).ToHashSet();
        return Of(units, scope, words, unit => near.Contains(unit.Id) || unit.Id == chosen || unit.Level is not (UnitLevel.Street or UnitLevel.Point));
    }

    /// <summary>The units whose workers a filter offers: all of a small scope, those under the chosen one in a large scope, and none where they are still many.</summary>
    public static Guid[] Near(UnitTree units, Scope scope, Guid? chosen)
    {
        Guid[] near = chosen is { } unit ? [.. units.WithBelow(unit).Where(scope.Holds)] : scope.Units;
        return near.Length <= MostNear ? near : [];
    }

    /// <summary>Where clients may stand: a point, or a station or street that has none.</summary>
    public static IReadOnlyList<Option> ForClients(UnitTree units, Scope scope, Words words) =>
        Of(units, scope, words, unit => unit.Level is UnitLevel.Point or UnitLevel.Station or UnitLevel.Street);
}
