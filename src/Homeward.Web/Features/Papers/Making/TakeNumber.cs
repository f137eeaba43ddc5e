using Homeward.Data;
using Homeward.Domain.Papers;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.Making;

/// <summary>Draws the next number of a unit; it is given with the save of the paper, or not at all.</summary>
public sealed class TakeNumber(Db db, UnitTree units, ShanghaiClock clock)
{
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
