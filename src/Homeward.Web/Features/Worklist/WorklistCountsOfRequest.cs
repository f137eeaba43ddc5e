using Homeward.Data;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>The counts of this request: the menu's number and the page's tiles come from the same statement where they ask the same.</summary>
public sealed class WorklistCountsOfRequest(Db db, WorklistReader reader, PlanGaps gaps, ShanghaiClock clock)
{
    readonly Dictionary<WorklistFilter, WorklistCounts> read = [];

    public async Task<WorklistCounts> ReadAsync(WorklistFilter filter, CancellationToken ct) =>
        read.TryGetValue(filter, out var known) ? known : read[filter] = await reader.CountsAsync(filter, ct);

    /// <summary>What waits for others, and what was entered since the beginning of yesterday; in the same places as the list.</summary>
    public async Task<(int Waiting, int Changed)> OthersAsync(WorklistFilter filter, CancellationToken ct)
    {
        var since = clock.StartOf(clock.Today.AddDays(-1));
        var (waiting, screens, contacts) = (reader.Waiting(filter), reader.ChangedScreens(filter, since), reader.ChangedContacts(filter, since));
        // One statement for the three numbers, hung on any one row.
        var counts = await db.Units.OrderBy(unit => unit.Id).Select(_ => new { Waiting = waiting.Count(), Screens = screens.Count(), Contacts = contacts.Count() }).FirstOrDefaultAsync(ct);
        return (counts?.Waiting ?? 0, (counts?.Screens ?? 0) + (counts?.Contacts ?? 0));
    }

    /// <summary>How many schedules cannot be computed.</summary>
    public Task<int> GapsAsync(WorklistFilter filter, CancellationToken ct) => gaps.Find(filter).CountAsync(ct);
}
