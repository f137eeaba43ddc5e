using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision.Releases;

/// <summary>Keeps what a release makes due on the receiving unit's worklist; drawing it again changes nothing.</summary>
public sealed class ReleaseObligations(Db db, PlanObligations plan, ShanghaiClock clock)
{
    /// <summary>The policy in force today at the street that a person goes to.</summary>
    public PolicyPack PackFor(Guid placeId) => plan.PackFor(placeId);

    /// <summary>Plans and settles for the client of the release; the caller saves.</summary>
    public async Task RunAsync(CentreRelease release, CancellationToken ct)
    {
        if (release.ClientId is { } clientId)
        {
            await RunAsync(release, await db.Clients.SingleOrDefaultAsync(client => client.Id == clientId, ct) ?? throw new NotFoundException(), ct);
        }
    }

    /// <param name="release">The release; it makes nothing due for a client who is no longer its own, and what it made due is cancelled.</param>
    /// <param name="client">The client.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task RunAsync(CentreRelease release, Client client, CancellationToken ct)
    {
        var made = await db.Obligations.Where(obligation => obligation.ClientId == client.Id && ReleasePlan.Kinds.Contains(obligation.Kind)).ToListAsync(ct);
        db.Obligations.AddRange(Draw(release, client, made));
    }

    /// <summary>The same without reading the database: draws what the release makes due, among others, and hands back what is new.</summary>
    public IReadOnlyList<Obligation> Draw(CentreRelease release, Client client, IEnumerable<Obligation> made)
    {
        var part = $"|{release.Id}|";
        var planned = release.ClientId == client.Id ? ReleasePlan.For(release, PackFor(release.PlaceId)) : new ObligationPlan([], []);
        return ObligationLedger.Follow(
            client, null, new LedgerFacts(planned, clock.Today) { KnownSince = release.AnnouncedOn }, made.Where(obligation => obligation.NaturalKey.Contains(part, StringComparison.Ordinal)), []);
    }
}
