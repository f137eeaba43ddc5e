using Homeward.Data;
using Homeward.Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>The measures that a record of the past may belong to.</summary>
public static class PastMeasures
{
    public static async Task<ILookup<Guid, Measure>> ReadAsync(Db db, IReadOnlyCollection<Guid> clientIds, CancellationToken ct) =>
        (await db.Measures.AsNoTracking().Where(measure => clientIds.Contains(measure.ClientId)).ToListAsync(ct)).ToLookup(measure => measure.ClientId);
}
