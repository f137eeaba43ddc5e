using Homeward.Data;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>The counts of this request: the menu's number and the page's tiles come from the same statement where they ask the same.</summary>
public sealed class WorklistCountsOfRequest(WorklistReader reader, Db db, ShanghaiClock clock)
{
    readonly Dictionary<WorklistFilter, WorklistCounts> read = [];

    public async Task<WorklistCounts> ReadAsync(WorklistFilter filter, CancellationToken ct) =>
        read.TryGetValue(filter, out var known) ? known : read[filter] = await reader.CountsAsync(filter, ct);

    /// <summary>What waits for others, and what was entered since the beginning of yesterday.</summary>
    public async Task<(int Waiting, int Changed)> OthersAsync(Guid? responsibleId, CancellationToken ct)
    {
        var since = clock.StartOf(clock.Today.AddDays(-1));
        var waiting = await reader.Waiting(responsibleId).CountAsync(ct);
        var changed = await db.Screens.Where(screen => screen.EnteredAt >= since && (responsibleId == null || db.Clients.Any(client => client.Id == screen.ClientId && client.ResponsibleId == responsibleId)))
            .Select(screen => screen.Id)
            .Concat(db.Contacts.Where(contact => contact.EnteredAt >= since && (responsibleId == null || db.Clients.Any(client => client.Id == contact.ClientId && client.ResponsibleId == responsibleId))).Select(contact => contact.Id))
            .CountAsync(ct);
        return (waiting, changed);
    }
}
