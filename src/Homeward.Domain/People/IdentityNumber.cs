using System.Globalization;
using System.Text;

namespace Homeward.Domain.People;

/// <summary>A citizen's identity number (GB 11643): 17 digits and a check character that is right, with a day of birth that exists.</summary>
public sealed record IdentityNumber
{
    const string CheckCharacters = "10X98765432";
    static readonly DateOnly earliestBirth = new(1900, 1, 1);

    readonly string text;

    IdentityNumber(string text, DateOnly birthDate)
    {
        this.text = text;
        BirthDate = birthDate;
    }

    public DateOnly BirthDate { get; }

    /// <summary>The seventeenth digit is odd for men.</summary>
    public Sex Sex => (text[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>First six and last four characters, the rest hidden.</summary>
    public string Masked => string.Concat(text.AsSpan(0, 6), "********", text.AsSpan(14));

    public string LastFour => text[14..];

    /// <summary>The canonical 18 characters.</summary>
    public override string ToString() => text;

    public static bool TryParse(string? text, out IdentityNumber number) => TryParse(text, null, out number, out _, out _);

    /// <summary>Reads a number as offices write it; <paramref name="today"/>, where given, is the last day of birth that is believed.</summary>
    public static bool TryParse(
        string? text, DateOnly? today, out IdentityNumber number, out IdentityNumberFault fault, out IdentityNumberRepairs repairs)
    {
        number = null!;
        var cleaned = Clean(text ?? "", out repairs);
        if (cleaned.Length == 15 && cleaned.All(char.IsAsciiDigit))
        {
            // 15-digit numbers were issued to people born in the 20th century and had no check character.
            var seventeen = $"{cleaned[..6]}19{cleaned[6..]}";
            cleaned = seventeen + CheckCharacter(seventeen);
            repairs |= IdentityNumberRepairs.FifteenDigits;
        }
        fault = FaultOf(cleaned, today, out var birthDate);
        if (fault != IdentityNumberFault.None)
        {
            return false;
        }
        number = new IdentityNumber(cleaned, birthDate);
        return true;
    }

    /// <summary>The check character of 17 digits (ISO 7064 MOD 11-2).</summary>
    public static char CheckCharacter(ReadOnlySpan<char> seventeen)
    {
        var remainder = 0;
        foreach (var digit in seventeen)
        {
            remainder = (remainder + digit - '0') * 2 % 11;
        }
        return CheckCharacters[remainder];
    }

    static IdentityNumberFault FaultOf(string text, DateOnly? today, out DateOnly birthDate)
    {
        birthDate = default;
        if (text.Length != 18 || !text[..17].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(text[17]) || text[17] == 'X'))
        {
            return IdentityNumberFault.Shape;
        }
        if (CheckCharacter(text.AsSpan(0, 17)) != text[17])
        {
            return IdentityNumberFault.CheckDigit;
        }
        var exists = DateOnly.TryParseExact(text.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out birthDate);
        return exists && birthDate >= earliestBirth && !(birthDate > today) ? IdentityNumberFault.None : IdentityNumberFault.Date;
    }

    static string Clean(string text, out IdentityNumberRepairs repairs)
    {
        repairs = IdentityNumberRepairs.None;
        var cleaned = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var narrow = character is >= '\uFF01' and <= '\uFF5E' ? (char)(character - 0xFEE0) : character;
            repairs |= narrow == character ? IdentityNumberRepairs.None : IdentityNumberRepairs.FullWidth;
            if (IsBlank(narrow) || narrow == 'x')
            {
                repairs |= IdentityNumberRepairs.SpacesAndCase;
            }
            if (!IsBlank(narrow))
            {
                cleaned.Append(narrow == 'x' ? 'X' : narrow);
            }
        }
        return cleaned.ToString();
    }

    static bool IsBlank(char character) => char.IsWhiteSpace(character) || character is '\u200B' or '\uFEFF';
}
