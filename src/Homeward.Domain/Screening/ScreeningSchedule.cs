using Homeward.Domain.Foundation;

namespace Homeward.Domain.Screening;

/// <summary>So many screens in one rhythm.</summary>
public readonly record struct ScreeningSpell(int Windows, Rhythm Rhythm)
{
    public int Months => Rhythm.Unit == RhythmUnit.HalfMonth ? Windows / 2 : Windows * Rhythm.Count;
}

/// <summary>The regular screens of a measure, year by year (rules 2.3).</summary>
public sealed record ScreeningSchedule(string Name, IReadOnlyList<IReadOnlyList<ScreeningSpell>> Years)
{
    /// <summary>Screens by surprise that the programme asks for besides the regular ones.</summary>
    public int Surprises { get; init; }

    public int Windows => Years.Sum(year => year.Sum(spell => spell.Windows));
}
