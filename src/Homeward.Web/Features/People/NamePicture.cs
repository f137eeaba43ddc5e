namespace Homeward.Web.Features.People;

/// <summary>One name as it is searched.</summary>
sealed class NameEntry(Guid id, Guid unitId, string name, string full, string initials, string lastFour)
{
    public Guid Id { get; } = id;
    public string Name { get; } = name;
    public string Full { get; } = full;
    public string Initials { get; } = initials;
    public string LastFour { get; } = lastFour;
    public Guid UnitId { get; } = unitId;
    public int Version { get; set; }

    /// <summary>Place among all names by their reading; a name that came later stands where it would be.</summary>
    public int Place { get; set; }

    /// <summary>Another entry has taken its place.</summary>
    public bool IsReplaced { get; set; }

    public bool Says(NameEntry other) => Name == other.Name && LastFour == other.LastFour && UnitId == other.UnitId;
}

/// <summary>All names, sorted and indexed once, so that a search touches only those that can fit.</summary>
sealed class NamePicture
{
    readonly NameEntry[] byFull;
    readonly NameEntry[] byInitials;
    readonly Dictionary<char, NameEntry[]> byLetter;
    readonly ILookup<string, NameEntry> byLastFour;

    public NamePicture(IEnumerable<NameEntry> entries)
    {
        byFull = [.. entries.OrderBy(entry => entry.Full, StringComparer.Ordinal).ThenBy(entry => entry.Id)];
        for (var place = 0; place < byFull.Length; place++)
        {
            byFull[place].Place = place;
        }
        byInitials = [.. byFull.OrderBy(entry => entry.Initials, StringComparer.Ordinal)];
        byLetter = byFull.SelectMany(entry => entry.Name.Distinct(), (entry, letter) => (letter, entry)).GroupBy(pair => pair.letter, pair => pair.entry).ToDictionary(group => group.Key, group => group.ToArray());
        byLastFour = byFull.Where(entry => entry.LastFour.Length > 0).ToLookup(entry => entry.LastFour);
    }

    public IEnumerable<NameEntry> All => byFull;

    /// <summary>Every entry that can fit, some of them twice.</summary>
    public IEnumerable<NameEntry> Near(string wanted, string letters)
    {
        var near = wanted.Length == 0 ? [] : (IEnumerable<NameEntry>)(wanted.Select(letter => byLetter.GetValueOrDefault(letter, [])).MinBy(entries => entries.Length) ?? []);
        return letters.Length == 0 ? near : near
            .Concat(Beginning(byFull, letters, entry => entry.Full))
            .Concat(Beginning(byInitials, letters, entry => entry.Initials))
            .Concat(byLastFour[letters]);
    }

    /// <summary>Where a name that is not in the picture would stand.</summary>
    public int PlaceOf(string full) => FirstFrom(byFull, full, entry => entry.Full);

    static IEnumerable<NameEntry> Beginning(NameEntry[] sorted, string letters, Func<NameEntry, string> text)
    {
        for (var place = FirstFrom(sorted, letters, text); place < sorted.Length && text(sorted[place]).StartsWith(letters, StringComparison.Ordinal); place++)
        {
            yield return sorted[place];
        }
    }

    static int FirstFrom(NameEntry[] sorted, string letters, Func<NameEntry, string> text)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(text(sorted[middle]), letters) < 0 ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
