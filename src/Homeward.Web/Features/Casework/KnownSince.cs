using Homeward.Data;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Casework;

/// <summary>The day since which a client is known under a measure: no contact lies before it. A visit in the centre before a release goes before the measure that follows (rules R3.8).</summary>
static class KnownSince
{
    public static async Task<IReadOnlyDictionary<Guid, DateOnly>> OfAsync(Db db, IReadOnlyCollection<Guid> clients, CancellationToken ct)
    {
        var ordered = await db.Measures.AsNoTracking().Where(measure => clients.Contains(measure.ClientId) && measure.OrderedOn != null)
            .GroupBy(measure => measure.ClientId).Select(own => new { Id = own.Key, On = own.Min(measure => measure.OrderedOn) }).ToListAsync(ct);
        var announced = await db.CentreReleases.AsNoTracking().Where(release => release.ClientId != null && clients.Contains(release.ClientId.Value))
            .GroupBy(release => release.ClientId!.Value).Select(own => new { Id = own.Key, On = own.Min(release => release.AnnouncedOn) }).ToListAsync(ct);
        return ordered.ToDictionary(one => one.Id, one => announced.Where(other => other.Id == one.Id).Select(other => other.On).Append(one.On!.Value).Min());
    }
}
