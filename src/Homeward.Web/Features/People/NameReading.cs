using System.Text;
using System.Text.Json;
using AnyAscii;

namespace Homeward.Web.Features.People;

/// <summary>How a name is read: full pinyin and initials, with the readings that surnames have.</summary>
public static class NameReading
{
    static readonly Dictionary<string, string> Surnames = Load();

    /// <summary>Lower-case letters only, e.g. <c>shanxiaoming</c> and <c>sxm</c>.</summary>
    public static (string Full, string Initials) Of(string name)
    {
        var full = new StringBuilder();
        var initials = new StringBuilder();
        var surname = Surname(name);
        if (surname.Length > 0)
        {
            full.Append(Surnames[surname]);
            foreach (var letter in surname.Length == 1 ? Surnames[surname][..1] : Initials(surname))
            {
                initials.Append(letter);
            }
        }
        foreach (var rune in name[surname.Length..].EnumerateRunes())
        {
            var sound = Letters(rune.ToString().Transliterate());
            full.Append(sound);
            if (sound.Length > 0 && (initials.Length == 0 || !Rune.IsLetter(rune) || rune.Value > 0x2E7F))
            {
                initials.Append(sound[0]);
            }
        }
        return (full.ToString(), initials.ToString());
    }

    public static bool HasDoubleSurname(string name) => Surname(name).Length == 2;

    static string Surname(string name) =>
        name.Length > 2 && Surnames.ContainsKey(name[..2]) ? name[..2] : name.Length > 0 && Surnames.ContainsKey(name[..1]) ? name[..1] : "";

    /// <summary>Initials of a double surname: the first letter of each half as it is usually read in it.</summary>
    static string Initials(string surname)
    {
        var full = Surnames[surname];
        var second = Letters(surname[1..].Transliterate());
        var at = second.Length > 0 ? full.LastIndexOf(second[0], full.Length - 1) : -1;
        return at > 0 ? $"{full[0]}{full[at]}" : full[..1];
    }

    static string Letters(string text) => new([.. text.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant)]);

    static Dictionary<string, string> Load()
    {
        using var stream = typeof(NameReading).Assembly.GetManifestResourceStream("data/Surnames.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
