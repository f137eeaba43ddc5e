using Homeward.Data;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Casework;

/// <summary>The day since which a client is known under a measure: no contact lies before it. A visit in the centre before a release goes before the measure that follows (rules R3.8).</summary>
static class KnownSince
{
    public static async Task<DateOnly?> OfAsync(Db db, Guid clientId, CancellationToken ct)
    {
        var ordered = await db.Measures.Where(measure => measure.ClientId == clientId).MinAsync(measure => measure.OrderedOn, ct);
        var announced = ordered is null ? null : await db.CentreReleases.Where(release => release.ClientId == clientId).MinAsync(release => (DateOnly?)release.AnnouncedOn, ct);
        return announced < ordered ? announced : ordered;
    }
}
