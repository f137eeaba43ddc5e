using Homeward.Data.Scoping;
using Homeward.Domain.Organisation;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;

namespace Homeward.Web.Features.People;

/// <summary>The units in scope that a form or filter offers, grouped by level.</summary>
public static class UnitOptions
{
    public static IReadOnlyList<Option> Of(UnitTree units, Scope scope, Words words, Func<UnitNode, bool>? only = null) =>
        [.. units.All.Where(unit => scope.Holds(unit.Id) && unit.EndedOn is null && (only is null || only(unit))).OrderBy(unit => unit.Level).ThenBy(unit => unit.Code, StringComparer.Ordinal)
            .Select(unit => new Option(unit.Id.ToString(), unit.Name, words.Code("unitLevel", unit.Level.ToString())))];

    /// <summary>Where clients may stand: a point, or a station or street that has none.</summary>
    public static IReadOnlyList<Option> ForClients(UnitTree units, Scope scope, Words words) =>
        Of(units, scope, words, unit => unit.Level is UnitLevel.Point or UnitLevel.Station or UnitLevel.Street);
}
