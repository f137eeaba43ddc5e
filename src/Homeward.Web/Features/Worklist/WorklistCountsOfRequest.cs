using Homeward.Data;
using Homeward.Domain.Supervision;
using Homeward.Web.Components.Layout;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>The counts of this request: the menu's number and the page's tiles come from the same statement where they ask the same.</summary>
public sealed class WorklistCountsOfRequest(Db db, WorklistReader reader, PlanGaps gaps, UnitTree units, Lateness lateness, NoticeCalls notices, Actor actor, ShanghaiClock clock)
{
    readonly Dictionary<WorklistFilter, WorklistCounts> read = [];

    public async Task<WorklistCounts> ReadAsync(WorklistFilter filter, CancellationToken ct) =>
        read.TryGetValue(filter, out var known) ? known : read[filter] = await reader.CountsAsync(filter, ct);

    /// <summary>What is overdue, for the menu of every page: where the scope is the whole city it is not counted beyond what the menu tells.</summary>
    public async Task<int> OverdueAsync(WorklistFilter filter, CancellationToken ct) => db.Scope.SpansAll
        ? await db.Matching(filter with { State = WorklistState.Overdue }, units, lateness, notices, clock.Today).OrderBy(obligation => obligation.Closes).Take(Menu.Most + 1).CountAsync(ct)
        : (await ReadAsync(filter, ct)).Overdue;

    /// <summary>What waits for others, what was entered since the beginning of yesterday, and which releases from a centre and changes of place wait for an answer; in the same places as the list.</summary>
    public async Task<WorklistOthers> OthersAsync(WorklistFilter filter, CancellationToken ct)
    {
        var since = clock.StartOf(clock.Today.AddDays(-1));
        var (waiting, screens, contacts, answered) = (reader.Waiting(filter), reader.ChangedScreens(filter, since), reader.ChangedContacts(filter, since), reader.ChangedAnswers(filter, since));
        var announced = db.CentreReleases.Where(release => release.State == ReleaseState.Announced);
        var answers = actor.May(Permission.WriteMeasures);
        var arriving = db.IncomingTransfers.Where(transfer => transfer.State == TransferState.Asked && answers);
        if (filter.UnitId is { } unit)
        {
            var below = units.WithBelow(unit).ToArray();
            announced = announced.Where(release => below.Contains(release.UnitId));
            arriving = arriving.Where(transfer => below.Contains(transfer.UnitId));
        }
        // One statement for the six numbers, hung on any one row.
        var counts = await db.Units.OrderBy(unit => unit.Id).Select(_ => new { Waiting = waiting.Count(), Screens = screens.Count(), Contacts = contacts.Count(), Answered = answered.Count(), Announced = announced.Count(), Arriving = arriving.Count() }).FirstOrDefaultAsync(ct);
        return counts is null ? new WorklistOthers(0, 0, 0, 0) : new WorklistOthers(counts.Waiting, counts.Screens + counts.Contacts + counts.Answered, counts.Announced, counts.Arriving);
    }

    /// <summary>How many schedules cannot be computed.</summary>
    public Task<int> GapsAsync(WorklistFilter filter, CancellationToken ct) => gaps.Find(filter).CountAsync(ct);
}
