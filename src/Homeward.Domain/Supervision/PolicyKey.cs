namespace Homeward.Domain.Supervision;

/// <summary>What a value of a policy pack looks like.</summary>
public enum PolicyShape
{
    Number,
    Flag,
    List,
    Map,
}

/// <summary>A name that a policy pack gives a value to, and the range in which the value makes sense.</summary>
public sealed record PolicyKey(string Name, PolicyShape Shape, string Unit, decimal Least = 0, decimal Most = 0)
{
    /// <summary>False where only some places have such a rule.</summary>
    public bool Required { get; init; } = true;

    public static PolicyKey Flag(string name) => new(name, PolicyShape.Flag, "flag");

    public bool Allows(decimal value) => Least <= value && value <= Most;
}
