using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.People;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision.Releases;

/// <summary>Ties a release to the person's file: one that is there, or a new one after the compulsory search; and opens the measure that follows isolation.</summary>
public sealed class LinkRelease(Db db, Actor actor, ShanghaiClock clock, PlanObligations plan, ReleaseObligations obligations, ClientMatches matches, SaveClient save, SaveMeasure measures)
{
    public async Task<CentreRelease> RunAsync(Guid id, int version, Guid clientId, CancellationToken ct)
    {
        var release = await FetchAsync(id, version, ct);
        return await SavedAsync(release, await db.Clients.RequireAsync(clientId, ct), ct);
    }

    /// <summary>Opens a new file for the person and ties the release to it, both or neither.</summary>
    public async Task<CentreRelease> OpenAsync(Guid id, int version, Guid recordId, ClientFormInput input, Guid? staffId, CancellationToken ct)
    {
        await using var transaction = await db.InTransactionAsync(ct);
        var release = await FetchAsync(id, version, ct);
        RulesBrokenException.ThrowIfAny(release.WhyNotLink(recordId, release.UnitId));
        RulesBrokenException.ThrowIfAny(await matches.WhyNotOpenAsync(recordId, input, ct));
        var client = await save.CreateAsync(recordId, input.ToInput(), release.UnitId, staffId, ct);
        await SavedAsync(release, client, ct);
        await transaction.CommitAsync(CancellationToken.None);
        return release;
    }

    /// <summary>Opens the community rehabilitation that the order names, at the street that the person goes to.</summary>
    public async Task<Measure> OpenMeasureAsync(Guid id, MeasureFacts facts, CancellationToken ct)
    {
        var release = await db.CentreReleases.AsNoTracking().RequireAsync(id, ct);
        RulesBrokenException.ThrowIfAny(release.ClientId is null ? [ReleaseRules.FileFirst] : facts.OrderedOn is null ? [MeasureRules.OrderMissing] : []);
        return await measures.OpenAsync(release.ClientId!.Value, MeasureKind.Crh, facts with { PlaceOfExecutionId = release.PlaceId }, ct);
    }

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

    async Task<CentreRelease> SavedAsync(CentreRelease release, Client client, CancellationToken ct)
    {
        release.Link(client, await db.OthersAsync(release, client, ct));
        await TellMeasureAsync(release, client, ct);
        await obligations.RunAsync(release, client, ct);
        db.Trail = db.Trail with { Act = "release.link" };
        await db.SaveChangesAsync(ct);
        return release;
    }

    /// <summary>The isolation that ends hears of its announcement: nobody waits for it any more.</summary>
    async Task TellMeasureAsync(CentreRelease release, Client client, CancellationToken ct)
    {
        var isolation = await db.Measures.Include(measure => measure.Acts).SingleOrDefaultAsync(measure => measure.ClientId == client.Id && measure.Kind == MeasureKind.Cid && measure.EndedOn == null, ct);
        var facts = new ActFacts(release.AnnouncedOn) { Issuer = IssuingBody.IsolationCentre, DocumentNumber = release.DocumentNumber };
        var entry = new EntryNote(Ids.New(), actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today);
        if (isolation is null || isolation.OpenAct(MeasureActKind.ReleaseAnnounced) is not null || isolation.WhyNotRecord(MeasureActKind.ReleaseAnnounced, facts, null, entry).Any())
        {
            return;
        }
        isolation.Record(MeasureActKind.ReleaseAnnounced, facts, null, entry);
        await plan.RunAsync(client, isolation, ct);
    }
}

static class ReleasesOfPerson
{
    /// <summary>The other releases of the person. Whoever judges by them holds the file: of two who tie or receive at once, one loses the race.</summary>
    public static async Task<IReadOnlyCollection<CentreRelease>> OthersAsync(this Db db, CentreRelease release, Client client, CancellationToken ct)
    {
        db.Hold(client);
        return await db.CentreReleases.AsNoTracking().Where(other => other.ClientId == client.Id && other.Id != release.Id).ToListAsync(ct);
    }
}
