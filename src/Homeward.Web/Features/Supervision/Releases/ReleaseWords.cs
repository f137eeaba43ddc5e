using Homeward.Data.CodeLists;
using Homeward.Domain.Organisation;
using Homeward.Domain.Supervision;
using Homeward.Web.Components;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;

namespace Homeward.Web.Features.Supervision.Releases;

/// <summary>Tones and choices that the pages of a release share.</summary>
public static class ReleaseWords
{
    public static Tone Tone(ReleaseState state) => state switch
    {
        ReleaseState.Announced => Components.Tone.Warn,
        ReleaseState.Declined => Components.Tone.Bad,
        ReleaseState.Withdrawn => Components.Tone.Neutral,
        ReleaseState.Completed => Components.Tone.Good,
        _ => Components.Tone.Info,
    };

    public static IReadOnlyList<Option> Codes(Words words, string list) => [.. CodeList.Of(list).Select(entry => new Option(entry.Code, words.Code(list, entry.Code)))];

    public static string Names(Words words, string list, IEnumerable<string> codes) => string.Join(words["ui.list-comma"], codes.Select(code => words.Code(list, code)));

    /// <summary>Every street of the city, by its district: a centre sends people anywhere.</summary>
    public static IReadOnlyList<Option> Streets(UnitTree units) => [.. units.All.Where(unit => unit is { Level: UnitLevel.Street, EndedOn: null }).OrderBy(unit => unit.Code, StringComparer.Ordinal)
        .Select(unit => new Option(unit.Id.ToString(), unit.Name, units.NameOf(unit.ParentId)))];
}
