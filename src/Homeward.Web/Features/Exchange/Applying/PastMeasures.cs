using Homeward.Data;
using Homeward.Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>The measure that a record of the past belongs to: the one in force on its day, a measure in the community first.</summary>
public static class PastMeasures
{
    public static async Task<ILookup<Guid, Measure>> ReadAsync(Db db, IReadOnlyCollection<Guid> clientIds, CancellationToken ct) =>
        (await db.Measures.AsNoTracking().Where(measure => clientIds.Contains(measure.ClientId)).ToListAsync(ct)).ToLookup(measure => measure.ClientId);

    public static Measure? InForce(this IEnumerable<Measure> measures, DateOnly on) => measures
        .Where(measure => (measure.OrderedOn ?? measure.ServedOn ?? measure.ReportedOn) <= on && !(measure.EndedOn < on))
        .OrderByDescending(measure => measure.Kind.IsInTheCommunity()).ThenByDescending(measure => measure.OrderedOn).FirstOrDefault();
}
