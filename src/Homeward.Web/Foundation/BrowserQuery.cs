using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Homeward.Web.Foundation;

/// <summary>How a list is ordered; written <c>due</c> or <c>-due</c> in the address.</summary>
public readonly record struct SortOrder(string Key, bool Descending)
{
    public override string ToString() => Descending ? "-" + Key : Key;
}

/// <summary>The query string of the page asked for. A value that cannot be read becomes the default and leaves a notice, never a 500.</summary>
public sealed class BrowserQuery(IHttpContextAccessor accessor, Words words, SoughtText sought)
{
    readonly List<string> notices = [];
    readonly HashSet<string> complained = [];

    /// <summary>Sentences about values that were not understood; shown by <c>Notices</c>.</summary>
    public IReadOnlyList<string> Notices => notices;

    HttpRequest Request => (accessor.HttpContext ?? throw new InvalidOperationException("There is no request to read.")).Request;

    /// <summary>Whether anything in the address may have narrowed what is shown.</summary>
    public bool IsNarrowed => Request.Query.Keys.Any(key => key is not ("sort" or "tab" or "view"));

    public string? Raw(string name) => Request.Query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;

    public string? Text(string name, int longest = 100) => Raw(name)?.Trim() switch
    {
        null or "" => null,
        var text when text.Length > longest => Refuse<string?>(name, text[..longest]),
        var text => text,
    };

    /// <summary>What is sought in the list; the address holds it sealed.</summary>
    public string? Sought => Raw(SoughtText.Sealed) is { } written ? sought.Open(written) ?? Refuse<string?>(SoughtText.Sealed, null) : null;

    public int Number(string name, int otherwise, int least = 1, int most = int.MaxValue) => Raw(name) switch
    {
        null => otherwise,
        var raw when int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        _ => Refuse(name, otherwise),
    };

    public DateOnly? Day(string name, DateOnly? otherwise = null) => Raw(name) switch
    {
        null => otherwise,
        var raw when ReadDay(raw) is { } day => day,
        _ => Refuse(name, otherwise),
    };

    /// <summary>A month as its first day, written <c>2026-11</c>.</summary>
    public DateOnly Month(string name, DateOnly otherwise) => Raw(name) switch
    {
        null => new DateOnly(otherwise.Year, otherwise.Month, 1),
        var raw when ReadDay(raw + "-01") is { } day => day,
        _ => Refuse(name, new DateOnly(otherwise.Year, otherwise.Month, 1)),
    };

    public Guid? Id(string name) => Raw(name) switch
    {
        null => null,
        var raw when Guid.TryParse(raw, out var id) => id,
        _ => Refuse<Guid?>(name, null),
    };

    public T? Choice<T>(string name) where T : struct, Enum => Raw(name) switch
    {
        null => null,
        var raw when Enum.GetNames<T>().Contains(raw, StringComparer.OrdinalIgnoreCase) => Enum.Parse<T>(raw, ignoreCase: true),
        _ => Refuse<T?>(name, null),
    };

    public string OneOf(string name, IReadOnlyCollection<string> allowed, string otherwise) => Raw(name) switch
    {
        null => otherwise,
        var raw when allowed.Contains(raw) => raw,
        _ => Refuse(name, otherwise),
    };

    public SortOrder Sort(IReadOnlyCollection<string> allowed, string otherwise, string name = "sort")
    {
        var written = OneOf(name, [.. allowed, .. allowed.Select(key => "-" + key)], otherwise);
        return written.StartsWith('-') ? new SortOrder(written[1..], true) : new SortOrder(written, false);
    }

    /// <summary>The address of this page with some values changed; null takes a value away. A change of anything but the place in the list starts it anew.</summary>
    public string Url(params (string Name, object? Value)[] changes)
    {
        var dropped = changes.Select(change => change.Name).Append("after").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var query = new QueryBuilder(Request.Query.Where(pair => !dropped.Contains(pair.Key)).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")));
        foreach (var (name, value) in changes.Where(change => change.Value is not (null or "")))
        {
            query.Add(name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }
        return Request.Path + query.ToQueryString().ToUriComponent();
    }

    // Days are counted forwards and backwards from: what lies at the edge of the calendar would fall off it.
    static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Calendar.Has(day) ? day : null;

    T Refuse<T>(string name, T otherwise)
    {
        if (complained.Add(name))
        {
            notices.Add(words["ui.query-not-understood", name]);
        }
        return otherwise;
    }
}
