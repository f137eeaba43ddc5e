using System.Globalization;
using Homeward.Domain.Foundation;
using Homeward.Web.Features.Exchange.Reading;
using Homeward.Web.Features.Exchange.Sheets;
using Homeward.Web.Foundation;

namespace Homeward.Web.Features.Exchange;

/// <summary>Says a sentence of the word files for a key and its values.</summary>
public delegate string Say(string key, params object[] values);

/// <summary>Turns findings into sentences. A code without an area, such as <c>check-digit</c>, is one of this feature's own.</summary>
public static class FindingWords
{
    /// <summary>The word files of the product as the voice of this feature.</summary>
    public static Say Say(this Words words) => (key, values) => words[key, values];

    public static string Sentence(this Say say, Broken finding) => say(KeyOf(finding.Code), Shown(finding.Values));

    public static string Sentence(this Say say, UnusableFileException unusable) => say(KeyOf(unusable.Code), Shown(unusable.Values));

    static string KeyOf(string code) => code.Contains('.', StringComparison.Ordinal) ? code : "exchange." + code;

    static object[] Shown(IReadOnlyList<object> values) => [.. values.Select(value => value switch
    {
        SheetColumn column => column.Title(CultureInfo.CurrentUICulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value,
    })];
}
