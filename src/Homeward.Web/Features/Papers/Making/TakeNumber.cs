using Homeward.Data;
using Homeward.Domain.Papers;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.Making;

/// <summary>Draws the next number of a unit; it is given with the save of the paper, or not at all.</summary>
public sealed class TakeNumber(Db db, UnitTree units, ShanghaiClock clock)
{
    /// <summary>Reads the counters of the year: what is read after them is judged together with them, and of two who do so at once one loses the race for the numbers.</summary>
    public Task HoldAsync(CancellationToken ct) => db.PaperCounters.Where(counter => counter.Year == clock.Today.Year).LoadAsync(ct);

    /// <summary>A unit that had no counter then begins one, whoever has begun it since.</summary>
    public void Begin(IEnumerable<Guid> unitIds) => db.PaperCounters.AddRange(unitIds.Distinct()
        .Where(unit => !db.PaperCounters.Local.Any(counter => counter.UnitId == unit && counter.Year == clock.Today.Year)).Select(unit => new PaperCounter(unit, clock.Today.Year)).ToList());

    public async Task<PaperNumber> NextAsync(Guid unitId, CancellationToken ct)
    {
        var year = clock.Today.Year;
        var counter = db.PaperCounters.Local.FirstOrDefault(found => found.UnitId == unitId && found.Year == year)
            ?? await db.PaperCounters.SingleOrDefaultAsync(found => found.UnitId == unitId && found.Year == year, ct);
        if (counter is null)
        {
            counter = new PaperCounter(unitId, year);
            db.PaperCounters.Add(counter);
        }
        return counter.Next(units.Find(unitId)?.Code ?? throw new InvalidOperationException("A client's unit is in the tree."));
    }
}
