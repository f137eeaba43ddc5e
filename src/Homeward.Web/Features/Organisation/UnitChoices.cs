using Homeward.Data;
using Homeward.Domain.Organisation;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;

namespace Homeward.Web.Features.Organisation;

/// <summary>The units of the caller's scope as choices of a form.</summary>
public sealed class UnitChoices(UnitTree units, Db db, Words words)
{
    public IReadOnlyList<Option> All(params UnitLevel[] levels) => [.. units.All
        .Where(unit => unit.EndedOn is null && db.Scope.Holds(unit.Id) && (levels.Length == 0 || levels.Contains(unit.Level)))
        .OrderBy(unit => unit.Level).ThenBy(unit => unit.Code, StringComparer.Ordinal)
        .Select(unit => new Option(unit.Id.ToString(), unit.Name, words.Code("unitLevel", unit.Level.ToString())))];

    /// <summary>Where a unit may hang: the units of the levels in scope, and where it hangs now although that be out of sight, lest a save tear it off.</summary>
    public IReadOnlyList<Option> Above(Guid? now, params UnitLevel[] levels)
    {
        var offered = All(levels);
        return now is { } id && offered.All(option => option.Value != id.ToString()) && units.Find(id) is { } above
            ? [new Option(id.ToString(), above.Name, words.Code("unitLevel", above.Level.ToString())), .. offered] : offered;
    }

    public IReadOnlyList<Option> Codes(string list) => [.. Data.CodeLists.CodeList.Of(list).Select(entry => new Option(entry.Code, Words.InChinese ? entry.Zh : entry.En))];
}
