using System.Globalization;
using System.Text;

namespace Homeward.Domain.Foundation;

/// <summary>Whether two names of people or bodies are the same however they were typed: full or half width, with or without spaces inside, in capitals or not.</summary>
public static class Alike
{
    public static bool Is(string? one, string? other) => string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    /// <summary>What two spellings of one name have in common; empty where nothing is named.</summary>
    public static string Plain(string? name) => string.Concat((name ?? "").Normalize(NormalizationForm.FormKC).EnumerateRunes()
        .Where(rune => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))).ToUpperInvariant();
}
