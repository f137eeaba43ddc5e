using Homeward.Data;
using Homeward.Domain.Supervision;
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

    /// <summary>The day before the contact on which a measure ended by the client's death, and was not taken up again; null where none did.</summary>
    public static async Task<DateOnly?> DeathAsync(Db db, Guid clientId, DateOnly on, CancellationToken ct) => await db.MeasureActs
        .Where(act => act.ClientId == clientId && act.Kind == MeasureActKind.Terminated && act.Reason == "died" && act.AnnulledOn == null && act.On < on
            && db.Measures.Any(measure => measure.Id == act.MeasureId && measure.EndedOn == act.On))
        .MinAsync(act => (DateOnly?)act.On, ct);
}
