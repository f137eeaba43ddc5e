using System.Globalization;
using System.Text.Json;

namespace Homeward.Web.Commands.Explain;

/// <summary>A history that cannot be read; the message says why, in plain words.</summary>
public sealed class HistoryException(string reason) : Exception(reason);

/// <summary>Takes the fields of a JSON object by name, strictly; <see cref="Close"/> refuses what nobody took. A null is an absent field.</summary>
sealed class JsonFields
{
    static readonly DateOnly first = new(1900, 1, 1);
    static readonly DateOnly last = new(2200, 1, 1);

    readonly string place;
    readonly Dictionary<string, JsonElement> left;

    public JsonFields(JsonElement element, string place)
    {
        this.place = place;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new HistoryException($"{(place.Length == 0 ? "a history" : place)} must be an object");
        }
        left = Read(place, () => element.EnumerateObject().ToDictionary(field => field.Name, field => field.Value));
    }

    /// <summary>Reads a whole text; a name that comes twice is an error.</summary>
    public static JsonDocument Parse(string text) => Read("", () => JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false }));

    public JsonElement? Take(string name)
    {
        left.Remove(name, out var element);
        return element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : element;
    }

    public string? Text(string name) => Take(name) is not { } element ? null
        : element.ValueKind == JsonValueKind.String ? Read(Path(name), element.GetString)
        : throw Bad(name, "must be a text", element);

    public DateOnly? Day(string name)
    {
        if (Take(name) is not { } element)
        {
            return null;
        }
        var isDay = DateOnly.TryParseExact(
            element.ValueKind == JsonValueKind.String ? Read(Path(name), element.GetString) : null, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        return isDay && day >= first && day <= last ? day : throw Bad(name, "must be a day from 1900 on written yyyy-MM-dd", element);
    }

    public DateOnly NeededDay(string name) => Day(name) ?? throw Missing(name);

    public int? Number(string name, int least, int most)
    {
        if (Take(name) is not { } element)
        {
            return null;
        }
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw Bad(name, $"must be a whole number from {least} to {most}", element);
    }

    public bool? Flag(string name) => Take(name) is not { } element ? null
        : element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean()
        : throw Bad(name, "must be true or false", element);

    /// <summary>A word of a closed set, written in camelCase.</summary>
    public T? Choice<T>(string name) where T : struct, Enum
    {
        if (Take(name) is not { } element)
        {
            return null;
        }
        var words = Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
        return element.ValueKind == JsonValueKind.String && words.TryGetValue(Read(Path(name), element.GetString)!, out var choice)
            ? choice
            : throw Bad(name, $"must be one of {string.Join(", ", words.Keys)}", element);
    }

    public HistoryException Missing(string name) => new($"{Path(name)} is missing");

    public HistoryException Bad(string name, string reason, JsonElement element) => new($"{Path(name)} {reason}, not {element.GetRawText()}");

    public void Close()
    {
        if (left.Count > 0)
        {
            throw new HistoryException($"unknown field {Path(left.Keys.First())}");
        }
    }

    /// <summary>An escape that makes no character, such as half of a surrogate pair, is no text.</summary>
    static T Read<T>(string at, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            throw new HistoryException($"{(at.Length == 0 ? "a history" : at)} has an escape that is no character");
        }
    }

    string Path(string name) => place.Length == 0 ? name : $"{place}.{name}";
}
