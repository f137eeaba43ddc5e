using System.Globalization;
using Homeward.Domain.People;

namespace Homeward.Web.Features.Exchange.Rows;

/// <summary>Cells that hold a word of a list, the name of a unit, or a number that names a person.</summary>
public sealed partial class RowReading
{
    /// <summary>The code of a word; a word that the list does not know is noted, and the rest of the row taken.</summary>
    public string? Choice(string key) => Choice(key, "unknown-" + Kebab(key));

    public string? Choice(string key, string warning)
    {
        if (Written(key) is not { } text)
        {
            return null;
        }
        var code = Column(key).CodeOf(text);
        if (code is null)
        {
            Warn(warning, Column(key), Short(text));
        }
        return code;
    }

    /// <summary>Where nothing is written the usual code stands, with a note; a word that nobody knows is refused.</summary>
    public string? ChoiceOr(string key, string usual)
    {
        if (Written(key) is not null)
        {
            return RequiredChoice(key);
        }
        Warn("incomplete", Column(key));
        return usual;
    }

    public string? RequiredChoice(string key)
    {
        var text = PlainText.Line(cells[key]);
        var code = text.Length == 0 ? null : Column(key).CodeOf(text);
        if (code is null)
        {
            Refuse("unknown-" + Kebab(key), Column(key), Short(text));
        }
        return code;
    }

    public IReadOnlyList<string> Choices(string key) => Choices(key, Warn);

    /// <summary>The same where a word that the list does not know is refused: left out, it would be lost.</summary>
    public IReadOnlyList<string> RequiredChoices(string key) => Choices(key, Refuse);

    List<string> Choices(string key, Action<string, object[]> unknown)
    {
        var words = (Written(key) ?? "").Split([',', ';', '/', '|', '\u3001', '\uFF0C', '\uFF1B'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var codes = new List<string>();
        foreach (var word in words.Distinct())
        {
            if (Column(key).CodeOf(word) is { } code)
            {
                codes.Add(code);
                continue;
            }
            unknown("unknown-" + Kebab(key), [Column(key), Short(word)]);
        }
        return codes;
    }

    public KnownUnit? Unit(string key, UnitLookup units)
    {
        var text = PlainText.Line(cells[key]);
        var found = text.Length == 0 ? [] : units.Find(text);
        if (found is [var unit])
        {
            return unit;
        }
        Refuse((found.Count == 0 ? "unknown-" : "ambiguous-") + Kebab(key), Column(key), Short(text));
        return null;
    }

    public IdentityNumber? IdentityNumber(string key, DateOnly asOf)
    {
        var text = cells[key];
        if (string.IsNullOrWhiteSpace(text))
        {
            Refuse("no-id-number", Column(key));
            return null;
        }
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && text.Contains('E', StringComparison.OrdinalIgnoreCase))
        {
            Refuse("digits-lost", Column(key));
            return null;
        }
        if (!Domain.People.IdentityNumber.TryParse(text, asOf, out var number, out var fault, out var repairs))
        {
            Refuse(fault.Code(), Column(key));
            return null;
        }
        _repaired.AddRange(repairs.Codes());
        return number;
    }

    public IReadOnlyList<string> Phones(string key)
    {
        if (Text(key) is not { } text)
        {
            return [];
        }
        var phones = PhoneText.Parse(text, out var allUsual);
        if (!allUsual)
        {
            Warn("unusual-phone", Column(key));
        }
        return phones;
    }
}
