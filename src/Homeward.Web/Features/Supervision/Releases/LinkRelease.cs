using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
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
public sealed class LinkRelease(Db db, Keyring keys, Actor actor, ShanghaiClock clock, PlanObligations plan, ReleaseObligations obligations, ClientMatches matches, SaveClient save, SaveMeasure measures)
{
    /// <param name="id">The release.</param>
    /// <param name="version">The version that the caller saw.</param>
    /// <param name="clientId">Whose file.</param>
    /// <param name="isCompared">The caller has compared, and says that it is this person although the names differ.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<CentreRelease> RunAsync(Guid id, int version, Guid clientId, bool isCompared, CancellationToken ct)
    {
        var release = await FetchAsync(id, version, ct);
        return await SavedAsync(release, await db.Clients.RequireAsync(clientId, ct), isCompared, ct);
    }

    /// <summary>Takes a wrong link back before the receipt, with what it made due and with what the isolation heard of it.</summary>
    public async Task<CentreRelease> UnlinkAsync(Guid id, int version, string? reason, CancellationToken ct)
    {
        var release = await FetchAsync(id, version, ct);
        RulesBrokenException.ThrowIfAny(string.IsNullOrWhiteSpace(reason) ? [ReleaseRules.ReasonMissing] : release.WhyNotUnlink());
        var client = await db.Clients.RequireAsync(release.ClientId!.Value, ct);
        release.Unlink();
        var isolation = await IsolationAsync(client, ct);
        if (isolation?.OpenAct(MeasureActKind.ReleaseAnnounced) is { } announced)
        {
            isolation.Annul(announced.Id, keys.Seal(reason!.Trim(), SealedColumn.ActAnnulReason, announced.Id), clock.Today);
            await plan.RunAsync(client, isolation, ct);
        }
        await obligations.RunAsync(release, client, ct);
        db.Trail = db.Trail with { Act = "release.unlink" };
        await db.SaveChangesAsync(ct);
        return release;
    }

    /// <summary>Opens a new file for the person and ties the release to it, both or neither.</summary>
    public async Task<CentreRelease> OpenAsync(Guid id, int version, Guid recordId, ClientFormInput input, Guid? staffId, CancellationToken ct)
    {
        await using var transaction = await db.InTransactionAsync(ct);
        var release = await FetchAsync(id, version, ct);
        RulesBrokenException.ThrowIfAny(release.WhyNotLink(recordId, release.UnitId));
        RulesBrokenException.ThrowIfAny(await matches.WhyNotOpenAsync(recordId, input, ct));
        var client = await save.CreateAsync(recordId, input.ToInput(), release.UnitId, staffId, ct);
        await SavedAsync(release, client, isCompared: true, ct);
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

    async Task<CentreRelease> SavedAsync(CentreRelease release, Client client, bool isCompared, CancellationToken ct)
    {
        release.Link(client, await db.OthersAsync(release, client, ct), PersonOf(release, client, isCompared));
        await TakeVisitsAsync(release, client, ct);
        await TellMeasureAsync(release, client, ct);
        await obligations.RunAsync(release, client, ct);
        db.Trail = db.Trail with { Act = "release.link" };
        await db.SaveChangesAsync(ct);
        return release;
    }

    /// <summary>Names and numbers lie sealed: the two are opened and laid side by side.</summary>
    ReleasedPerson PersonOf(CentreRelease release, Client client, bool isCompared)
    {
        var numbers = new[] { keys.NumberOf(release), keys.OpenOrNull(client.IdentityNumber, SealedColumn.ClientIdentityNumber, client.Id) }
            .Select(text => IdentityNumber.TryParse(text, out var number) ? number.ToString() : null).ToList();
        var sameName = ClientSealing.Tidy(keys.NameOf(release)) == ClientSealing.Tidy(keys.Open(client.Name, SealedColumn.ClientName, client.Id));
        return new ReleasedPerson(numbers.Contains(null) ? null : numbers[0] == numbers[1], sameName, isCompared);
    }

    /// <summary>Who was visited under a wrong file is the person whom this one is about.</summary>
    async Task TakeVisitsAsync(CentreRelease release, Client client, CancellationToken ct)
    {
        foreach (var visit in release.Visits == 0 ? [] : await db.ReleaseVisits.Where(visit => visit.ReleaseId == release.Id && visit.UnitId == client.UnitId && visit.ClientId != client.Id).ToListAsync(ct))
        {
            visit.MoveTo(client);
        }
    }

    Task<Measure?> IsolationAsync(Client client, CancellationToken ct) =>
        db.Measures.Include(measure => measure.Acts).SingleOrDefaultAsync(measure => measure.ClientId == client.Id && measure.Kind == MeasureKind.Cid && measure.EndedOn == null, ct);

    /// <summary>The isolation that ends hears of its announcement: nobody waits for it any more.</summary>
    async Task TellMeasureAsync(CentreRelease release, Client client, CancellationToken ct)
    {
        var isolation = await IsolationAsync(client, ct);
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
