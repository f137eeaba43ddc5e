using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Exporting;

/// <summary>Reads clients page by page in the order of their ids, so that a city never lies in memory as a whole.</summary>
static class ExportPages
{
    const int Size = 500;

    public static async IAsyncEnumerable<List<Domain.People.Client>> PagesAsync(
        this IQueryable<Domain.People.Client> clients, IReadOnlyList<Guid>? within, [EnumeratorCancellation] CancellationToken ct)
    {
        var open = within is null ? clients : clients.Where(client => within.Contains(client.UnitId));
        var after = Guid.Empty;
        while (true)
        {
            var page = await open.AsNoTracking().Where(client => client.Id.CompareTo(after) > 0).OrderBy(client => client.Id).Take(Size).ToListAsync(ct);
            if (page.Count == 0)
            {
                yield break;
            }
            yield return page;
            after = page[^1].Id;
        }
    }
}
