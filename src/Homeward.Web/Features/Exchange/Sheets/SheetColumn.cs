using System.Globalization;

namespace Homeward.Web.Features.Exchange.Sheets;

public enum ColumnKind
{
    Text,
    Notes,
    Day,
    Whole,
    Choice,
    Choices,
    Reading,
}

/// <summary>A column of a sheet: its two titles, what its cells hold, and for a choice the words of each code, first the Chinese and then the English one that exports write.</summary>
public sealed record SheetColumn
{
    public required string Key { get; init; }
    public required string Zh { get; init; }
    public required string En { get; init; }
    public ColumnKind Kind { get; init; }
    public bool Required { get; init; }
    public int Max { get; init; } = 100;
    public int Width { get; init; } = 12;
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public string Title(CultureInfo culture) => IsEnglish(culture) ? En : Zh;

    /// <summary>The word that an export writes for a code; an unknown code is written as it is.</summary>
    public string Word(string code, CultureInfo culture) => Values.TryGetValue(code, out var words) ? words[IsEnglish(culture) ? 1 : 0] : code;

    /// <summary>The code of a word in either language, or of the code itself.</summary>
    public string? CodeOf(string word)
    {
        var sought = Titles.Fold(word);
        foreach (var (code, words) in Values)
        {
            if (Titles.Fold(code) == sought || words.Any(known => Titles.Fold(known) == sought))
            {
                return code;
            }
        }
        return null;
    }

    static bool IsEnglish(CultureInfo culture) => culture.TwoLetterISOLanguageName != "zh";
}
