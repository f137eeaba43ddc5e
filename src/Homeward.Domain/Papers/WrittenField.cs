namespace Homeward.Domain.Papers;

/// <summary>What somebody writes on a paper by hand; what each means on a paper, its label says.</summary>
public enum WrittenField
{
    Day,
    Hour,
    Place,

    /// <summary>Who serves, reviews or takes part.</summary>
    Person,

    /// <summary>Facts and grounds.</summary>
    Facts,

    /// <summary>Measures and aims.</summary>
    Plan,
    Opinion,
    Note,
}
