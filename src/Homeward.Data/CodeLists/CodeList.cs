using System.Collections.Frozen;
using System.Text.Json;

namespace Homeward.Data.CodeLists;

/// <summary>One code of a list: the code stays, its two names may be improved.</summary>
public sealed record CodeEntry(string Code, string Zh, string En);

/// <summary>The code lists of the field, as data: <c>education</c>, <c>substance</c>, <c>analyte</c> and so on.</summary>
public static class CodeList
{
    const string Prefix = "Homeward.Data.CodeLists.";

    static readonly FrozenDictionary<string, IReadOnlyList<CodeEntry>> Lists = typeof(CodeList).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..^5], Read, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => Lists.Keys;

    /// <summary>The entries of a list in the order they are offered.</summary>
    public static IReadOnlyList<CodeEntry> Of(string list) => Lists.TryGetValue(list, out var entries) ? entries : throw new KeyNotFoundException($"There is no code list {list}.");

    public static bool Has(string list, string? code) => code is not null && Of(list).Any(entry => entry.Code == code);

    static IReadOnlyList<CodeEntry> Read(string resource)
    {
        using var stream = typeof(CodeList).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<List<CodeEntry>>(stream, JsonSerializerOptions.Web)!;
    }
}
