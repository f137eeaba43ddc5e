using Homeward.Domain.Foundation;

namespace Homeward.Domain.Papers;

/// <summary>The last number that a unit gave in a year; it moves in the transaction of the paper, so that no number is lost.</summary>
public sealed class PaperCounter : IBelongsToUnit
{
    PaperCounter()
    {
    }

    public PaperCounter(Guid unitId, int year)
    {
        Id = Ids.New();
        UnitId = unitId;
        Year = year;
    }

    public Guid Id { get; private set; }
    public Guid UnitId { get; private set; }
    public int Year { get; private set; }
    public int Last { get; private set; }

    /// <summary>Draws the next number.</summary>
    public PaperNumber Next(string unitCode) => new(UnitId, unitCode, Year, ++Last);
}
