namespace Homeward.Data.Scoping;

/// <summary>The units whose records a request may see: a set of ids, computed per request from the grants in force.</summary>
public sealed class Scope
{
    readonly HashSet<Guid> set;
    string? written;

    Scope(Guid[] units, bool spansAll)
    {
        SpansAll = spansAll;
        Units = units;
        set = [.. units];
    }

    /// <summary>Sees nothing: what a request starts with.</summary>
    public static readonly Scope Nothing = new([], spansAll: false);

    /// <summary>Sees all: the local operator at the shell, and jobs of the product itself.</summary>
    public static readonly Scope Everything = new([], spansAll: true);

    public static Scope Of(IEnumerable<Guid> units) => new([.. units], spansAll: false);

    /// <summary>Every unit there is, by a grant on the city: no row is compared with the list. It is still somebody's scope, not the operator's.</summary>
    public static Scope Whole(IEnumerable<Guid> units) => new([.. units], spansAll: true);

    /// <summary>One unit more, for the one act that reaches two offices (a change of place, a hand-over).</summary>
    public Scope And(Guid unitId) => SpansAll || set.Contains(unitId) ? this : Of([.. Units, unitId]);

    /// <summary>The operator's own, past what binds an account.</summary>
    public bool IsEverything => ReferenceEquals(this, Everything);

    /// <summary>Shows every unit's records.</summary>
    public bool SpansAll { get; }

    public Guid[] Units { get; }

    /// <summary>As row-level security reads it: <c>*</c>, or the ids parted by commas; empty is nothing.</summary>
    internal string Written => written ??= SpansAll ? "*" : string.Join(',', Units);

    public bool Holds(Guid unitId) => SpansAll || set.Contains(unitId);
}
