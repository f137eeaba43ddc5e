using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>The counts of this request: the menu's number and the page's tiles come from the same statement where they ask the same.</summary>
public sealed class WorklistCountsOfRequest(WorklistReader reader, PlanGaps gaps, ShanghaiClock clock)
{
    readonly Dictionary<WorklistFilter, WorklistCounts> read = [];

    public async Task<WorklistCounts> ReadAsync(WorklistFilter filter, CancellationToken ct) =>
        read.TryGetValue(filter, out var known) ? known : read[filter] = await reader.CountsAsync(filter, ct);

    /// <summary>What waits for others, and what was entered since the beginning of yesterday; in the same places as the list.</summary>
    public async Task<(int Waiting, int Changed)> OthersAsync(WorklistFilter filter, CancellationToken ct)
    {
        var since = clock.StartOf(clock.Today.AddDays(-1));
        var waiting = await reader.Waiting(filter).CountAsync(ct);
        var changed = await reader.ChangedScreens(filter, since).Select(screen => screen.Id).Concat(reader.ChangedContacts(filter, since).Select(contact => contact.Id)).CountAsync(ct);
        return (waiting, changed);
    }

    /// <summary>How many schedules cannot be computed.</summary>
    public async Task<int> GapsAsync(WorklistFilter filter, CancellationToken ct) => await (await gaps.FindAsync(filter, ct)).CountAsync(ct);
}
