using Homeward.Data;
using Homeward.Domain.Supervision;
using Homeward.Web.Components.Layout;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>The counts of this request: the menu's number and the page's tiles come from the same statement where they ask the same.</summary>
public sealed class WorklistCountsOfRequest(Db db, WorklistReader reader, PlanGaps gaps, UnitTree units, ShanghaiClock clock)
{
    readonly Dictionary<WorklistFilter, WorklistCounts> read = [];

    public async Task<WorklistCounts> ReadAsync(WorklistFilter filter, CancellationToken ct) =>
        read.TryGetValue(filter, out var known) ? known : read[filter] = await reader.CountsAsync(filter, ct);

    /// <summary>What is overdue, for the menu of every page: where the scope is the whole city it is not counted beyond what the menu tells.</summary>
    public async Task<int> OverdueAsync(WorklistFilter filter, CancellationToken ct) => db.Scope.SpansAll
        ? await db.Matching(filter with { State = WorklistState.Overdue }, units, clock.Today).OrderBy(obligation => obligation.Closes).Take(Menu.Most + 1).CountAsync(ct)
        : (await ReadAsync(filter, ct)).Overdue;

    /// <summary>What waits for others, what was entered since the beginning of yesterday, and which releases from a centre wait for an answer; in the same places as the list.</summary>
    public async Task<(int Waiting, int Changed, int Announced)> OthersAsync(WorklistFilter filter, CancellationToken ct)
    {
        var since = clock.StartOf(clock.Today.AddDays(-1));
        var (waiting, screens, contacts) = (reader.Waiting(filter), reader.ChangedScreens(filter, since), reader.ChangedContacts(filter, since));
        var announced = db.CentreReleases.Where(release => release.State == ReleaseState.Announced);
        if (filter.UnitId is { } unit)
        {
            var below = units.WithBelow(unit).ToArray();
            announced = announced.Where(release => below.Contains(release.UnitId));
        }
        // One statement for the four numbers, hung on any one row.
        var counts = await db.Units.OrderBy(unit => unit.Id).Select(_ => new { Waiting = waiting.Count(), Screens = screens.Count(), Contacts = contacts.Count(), Announced = announced.Count() }).FirstOrDefaultAsync(ct);
        return (counts?.Waiting ?? 0, (counts?.Screens ?? 0) + (counts?.Contacts ?? 0), counts?.Announced ?? 0);
    }

    /// <summary>How many schedules cannot be computed.</summary>
    public Task<int> GapsAsync(WorklistFilter filter, CancellationToken ct) => gaps.Find(filter).CountAsync(ct);
}
