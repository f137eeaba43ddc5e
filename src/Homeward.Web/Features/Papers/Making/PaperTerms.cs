using System.Globalization;
using System.Text.Json;
using Homeward.Data.CodeLists;

namespace Homeward.Web.Features.Papers.Making;

/// <summary>The words that stand on every paper beside its template. Papers are in Chinese, whoever prints them.</summary>
public static class PaperTerms
{
    const string OfficeOf = "office:";

    static readonly Dictionary<string, string> all = Read();

    public static string Blank => all["blank"];
    public static string Across => all["void"];
    public static string Secrecy => all["secrecy"];

    public static string Day(DateOnly? day) => day is { } known ? string.Format(CultureInfo.InvariantCulture, all["day"], known) : "";

    public static string Join(IEnumerable<string> parts) => string.Join(all["join"], parts);

    /// <summary>The body that issues the papers of a street or a town: its office (rules R1.1). A name that is its own already stays.</summary>
    public static string Office(string place) => all.Keys.Where(key => key.StartsWith(OfficeOf, StringComparison.Ordinal) && place.EndsWith(key[OfficeOf.Length..], StringComparison.Ordinal)).Select(key => Say(key, place)).FirstOrDefault() ?? place;

    /// <summary>The sentence of the file of terms, with its values.</summary>
    public static string Say(string term, params object[] values) => string.Format(CultureInfo.InvariantCulture, all[term], values);

    /// <summary>The Chinese name of a code.</summary>
    public static string Code(string list, string? code) => code is null ? "" : CodeList.Of(list).FirstOrDefault(entry => entry.Code == code)?.Zh ?? code;

    static Dictionary<string, string> Read()
    {
        using var stream = typeof(PaperTerms).Assembly.GetManifestResourceStream("papers/terms.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream, JsonSerializerOptions.Default)!;
    }
}
