namespace Homeward.Data.Scoping;

/// <summary>The units whose records a request may see: a set of ids, computed per request from the grants in force.</summary>
public sealed class Scope
{
    readonly HashSet<Guid> set;
    string? written;

    Scope(bool everything, Guid[] units)
    {
        IsEverything = everything;
        Units = units;
        set = [.. units];
    }

    /// <summary>Sees nothing: what a request starts with.</summary>
    public static readonly Scope Nothing = new(false, []);

    /// <summary>Sees all: the local operator at the shell, and jobs of the product itself.</summary>
    public static readonly Scope Everything = new(true, []);

    public static Scope Of(IEnumerable<Guid> units) => new(false, [.. units]);

    /// <summary>Every unit there is, by name: as wide as everything, so no row is compared with the list.</summary>
    public static Scope Whole(IEnumerable<Guid> units) => new(true, [.. units]);

    /// <summary>One unit more, for the one act that reaches two offices (a change of place, a hand-over).</summary>
    public Scope And(Guid unitId) => IsEverything || set.Contains(unitId) ? this : Of([.. Units, unitId]);

    public bool IsEverything { get; }
    public Guid[] Units { get; }

    /// <summary>As row-level security reads it: <c>*</c>, or the ids parted by commas; empty is nothing.</summary>
    internal string Written => written ??= IsEverything ? "*" : string.Join(',', Units);

    public bool Holds(Guid unitId) => IsEverything || set.Contains(unitId);
}
