using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.People;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision.Releases;

/// <summary>What is told of the hand-over at the gate, in clear on its way to the seal.</summary>
public sealed record ReceiptTold
{
    public required DateOnly On { get; init; }
    public TimeOnly? At { get; init; }
    public string? CollectMode { get; init; }
    public string? Collector { get; init; }
    public required ReceiptDetails Details { get; init; }

    /// <summary>Number of the certificate of release.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The day on which the order of community rehabilitation was served, where it was.</summary>
    public DateOnly? ServedOn { get; init; }
}

/// <summary>The receiving unit's side of a release (rules R3.8, R3.9): answers, prepares, visits, collects, takes the papers.</summary>
public sealed class ReceiveRelease(Db db, Keyring keys, Actor actor, ShanghaiClock clock, PlanObligations plan, FollowRelease follow, ReleaseObligations obligations, Workers workers)
{
    public Task<CentreRelease> AcceptAsync(Guid id, int version, DateOnly on, CancellationToken ct) => StepAsync(id, version, "accept", release => release.Accept(on, clock.Today), ct);

    public Task<CentreRelease> DeclineAsync(Guid id, int version, DateOnly on, string? reason, CancellationToken ct) =>
        StepAsync(id, version, "decline", release => release.Decline(on, keys.SealOrNull(reason, SealedColumn.ReleaseReason, id), clock.Today), ct);

    public Task<CentreRelease> PrepareAsync(Guid id, int version, DateOnly on, ReleaseTold told, CancellationToken ct) =>
        StepAsync(id, version, "prepare", release => told.Prepare(release, keys, on, clock.Today), ct);

    /// <summary>The person is at home.</summary>
    public Task<CentreRelease> ArriveAsync(Guid id, int version, DateOnly on, ReleaseTold told, CancellationToken ct) =>
        StepAsync(id, version, "arrive", release => release.Arrive(told.Arrival(on, release, keys), clock.Today), ct);

    public Task<CentreRelease> TakePapersAsync(Guid id, int version, IReadOnlyList<string> papers, DateOnly on, CancellationToken ct) =>
        StepAsync(id, version, "papers", release => release.TakePapers(papers, on, clock.Today), ct);

    /// <param name="id">The release.</param>
    /// <param name="version">The version that the caller saw.</param>
    /// <param name="recordId">Id of the visit: a second submit of the same form is the same visit.</param>
    /// <param name="on">The day of the visit.</param>
    /// <param name="staffId">Who went; the caller where nobody is named.</param>
    /// <param name="notes">What was talked about; the centre never sees it.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<CentreRelease> VisitAsync(Guid id, int version, Guid recordId, DateOnly on, Guid? staffId, string? notes, CancellationToken ct)
    {
        if (await db.ReleaseVisits.AnyAsync(visit => visit.Id == recordId && visit.ReleaseId == id, ct))
        {
            return await db.CentreReleases.RequireAsync(id, ct);
        }
        var receiving = await db.CentreReleases.Where(release => release.Id == id).Select(release => release.UnitId).SingleOrDefaultAsync(ct);
        RulesBrokenException.ThrowIfAny(await workers.WhyNotAsync(staffId, receiving, db.Scope, on, ct));
        return await StepAsync(id, version, "visit",
            release => db.ReleaseVisits.Add(release.Visit(on, staffId ?? actor.StaffId, keys.SealOrNull(notes, SealedColumn.ReleaseVisitNotes, recordId), Entry(recordId))), ct);
    }

    /// <summary>The person is there: isolation ends on this day, and the order of rehabilitation counts as served where it was.</summary>
    public async Task<CentreRelease> ReceiveAsync(Guid id, int version, ReceiptTold told, CancellationToken ct)
    {
        var release = await FetchAsync(id, version, ct);
        var client = release.ClientId is { } linked ? await db.Clients.RequireAsync(linked, ct) : null;
        var receipt = new ReleaseReceipt(told.On, told.At, told.CollectMode, keys.SealOrNull(told.Collector, SealedColumn.ReleaseCollector, id), told.Details.Seal(keys, id));
        release.Receive(receipt, clock.Today, client is null ? [] : await db.OthersAsync(release, client, ct));
        return await ReceivedAsync(release, client!, told, ct);
    }

    async Task<CentreRelease> ReceivedAsync(CentreRelease release, Client client, ReceiptTold told, CancellationToken ct)
    {
        var measures = await db.Measures.Include(measure => measure.Acts).Where(measure => measure.ClientId == client.Id && measure.EndedOn == null).ToListAsync(ct);
        var screens = await db.Screens.AsNoTracking().Where(screen => screen.ClientId == client.Id).ToListAsync(ct);
        foreach (var measure in measures.Where(measure => Follow(client, measure, screens, told)))
        {
            await plan.RunAsync(client, measure, screens, ct);
        }
        return await SavedAsync(release, "receive", ct);
    }

    /// <summary>Writes into an open measure what the receipt says of it; false where it says nothing.</summary>
    bool Follow(Client client, Measure measure, List<Screen> screens, ReceiptTold told)
    {
        if (measure.Kind == MeasureKind.Cid)
        {
            var state = MeasureClock.StateOf(measure.History(client.Sex, measure.Own(screens)), plan.PackOf(client, measure), clock.Today);
            // Before the last day only on the certificate of release; the number of the announcement is none.
            var paper = string.IsNullOrWhiteSpace(told.DocumentNumber) ? null : told.DocumentNumber.Trim();
            measure.Record(MeasureActKind.Released, new ActFacts(told.On) { Issuer = IssuingBody.IsolationCentre, DocumentNumber = paper }, state, Entry(Ids.New()));
            return true;
        }
        if (measure.Kind == MeasureKind.Crh && measure.ServedOn is null && told.ServedOn is { } served)
        {
            measure.Serve(served, client.BirthDate, clock.Today);
            return true;
        }
        return false;
    }

    async Task<CentreRelease> StepAsync(Guid id, int version, string act, Action<CentreRelease> step, CancellationToken ct)
    {
        var release = await FetchAsync(id, version, ct);
        step(release);
        return await SavedAsync(release, act, ct);
    }

    /// <summary>Only what comes to the caller's own units: whoever sees it as the centre may not answer for the receiving unit.</summary>
    async Task<CentreRelease> FetchAsync(Guid id, int version, CancellationToken ct)
    {
        var release = await db.CentreReleases.RequireAsync(id, ct);
        if (!db.Scope.Holds(release.UnitId))
        {
            throw new NotFoundException();
        }
        release.RequireVersion(version);
        return release;
    }

    async Task<CentreRelease> SavedAsync(CentreRelease release, string act, CancellationToken ct)
    {
        await follow.CatchUpAsync(release, ct);
        await obligations.RunAsync(release, ct);
        db.Trail = db.Trail with { Act = $"release.{act}" };
        await db.SaveChangesAsync(ct);
        return release;
    }

    EntryNote Entry(Guid recordId) => new(recordId, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today);
}
