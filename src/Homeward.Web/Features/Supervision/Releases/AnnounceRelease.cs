using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.People;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision.Releases;

/// <summary>What a centre says of somebody who is to be released, in clear on its way to the seal.</summary>
public sealed record ReleaseAnnouncement
{
    public required Guid CentreId { get; init; }
    public required string Name { get; init; }
    public string? IdentityNumber { get; init; }
    public required Guid PlaceId { get; init; }
    public required DateOnly ExpectedOn { get; init; }
    public DateOnly? AnnouncedOn { get; init; }
    public string? DocumentNumber { get; init; }
    public string? Brief { get; init; }
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Compared with the one of that name who waits already: it is another person.</summary>
    public bool NotTheSame { get; init; }
}

/// <summary>The centre's side of a release (rules R1.47): announces it, names another day or place, withdraws it.</summary>
public sealed class AnnounceRelease(Db db, Keyring keys, UnitTree units, Actor actor, ShanghaiClock clock, AskForTransfer places, ReleaseObligations obligations)
{
    public static readonly Broken CentreUnknown = new("release.centre-unknown", "CentreId");
    public static readonly Broken PlaceUnknown = new("release.place-unknown", "PlaceId");
    public static readonly Broken NameMissing = new("release.name-missing", "Name");
    public static readonly Broken NumberWrong = new("release.number-wrong", "IdentityNumber");

    public async Task<CentreRelease> RunAsync(Guid id, ReleaseAnnouncement said, CancellationToken ct)
    {
        if (await db.CentreReleases.SingleOrDefaultAsync(found => found.Id == id, ct) is { } same)
        {
            return same;
        }
        RulesBrokenException.ThrowIfAny(WhyNot(said).Concat(CentreRelease.WhyNotAnnounce(said.ExpectedOn, said.AnnouncedOn ?? clock.Today, clock.Today)).Concat(CentreRelease.WhyNotExpect(said.ExpectedOn, said.AnnouncedOn ?? clock.Today, obligations.PackFor(said.PlaceId))));
        var index = Canonical(said.IdentityNumber) is { } number ? keys.Index(number, SealedColumn.ReleaseIdentityNumber) : null;
        RulesBrokenException.ThrowIfAny(CentreRelease.WhyNotAnnounceAgain(await WaitingAsync(index, ct)));
        RulesBrokenException.ThrowIfAny(CentreRelease.WhyNotAnnounceNamesake(await NamesakeAsync(said, index, ct), said.NotTheSame));
        var notice = new ReleaseNotice
        {
            CentreId = said.CentreId,
            PlaceId = said.PlaceId,
            UnitId = places.ReceivingUnit(said.PlaceId),
            Name = keys.Seal(ClientSealing.Tidy(said.Name), SealedColumn.ReleaseName, id),
            IdentityNumber = keys.SealOrNull(Canonical(said.IdentityNumber), SealedColumn.ReleaseIdentityNumber, id),
            IdentityNumberIndex = index,
            ExpectedOn = said.ExpectedOn,
            AnnouncedOn = said.AnnouncedOn ?? clock.Today,
            DocumentNumber = string.IsNullOrWhiteSpace(said.DocumentNumber) ? null : said.DocumentNumber.Trim(),
            Brief = keys.SealOrNull(said.Brief, SealedColumn.ReleaseBrief, id),
            Needs = said.Needs,
        };
        var release = new CentreRelease(notice, obligations.PackFor(said.PlaceId), new EntryNote(id, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today));
        db.CentreReleases.Add(release);
        return await AnnouncedAsync(release, ct);
    }

    /// <summary>
    /// What the centre itself has told is answered with its days. What another centre has told, or this one at the same instant, the database knows alone:
    /// the answer says that there is one, and nothing of it.
    /// </summary>
    async Task<CentreRelease> AnnouncedAsync(CentreRelease release, CancellationToken ct)
    {
        try
        {
            return await SavedAsync(release, "release.announce", ct);
        }
        catch (KeyTakenException)
        {
            db.ChangeTracker.Clear();
            if (await db.CentreReleases.SingleOrDefaultAsync(found => found.Id == release.Id, ct) is { } same)
            {
                return same;
            }
            RulesBrokenException.ThrowIfAny(CentreRelease.WhyNotAnnounceAgain(await WaitingAsync(release.IdentityNumberIndex, ct)));
            throw new RulesBrokenException([ReleaseRules.AnnouncedElsewhere]);
        }
    }

    /// <summary>What the caller's own centre has told of the person, and nobody has received yet.</summary>
    async Task<CentreRelease?> WaitingAsync(byte[]? index, CancellationToken ct) => index is null ? null : await db.CentreReleases.AsNoTracking()
        .FirstOrDefaultAsync(found => found.IdentityNumberIndex == index && (found.State == ReleaseState.Announced || found.State == ReleaseState.Declined || found.State == ReleaseState.Accepted), ct);

    /// <summary>Somebody of the same name whom the same centre has told of, where not both have a number. Names lie sealed: the few who wait are opened.</summary>
    async Task<CentreRelease?> NamesakeAsync(ReleaseAnnouncement said, byte[]? index, CancellationToken ct)
    {
        var waiting = await db.CentreReleases.AsNoTracking()
            .Where(found => found.FromUnitId == said.CentreId && (index == null || found.IdentityNumberIndex == null) && (found.State == ReleaseState.Announced || found.State == ReleaseState.Declined || found.State == ReleaseState.Accepted))
            .OrderBy(found => found.Id).ToListAsync(ct);
        var name = ClientSealing.Tidy(said.Name);
        return waiting.FirstOrDefault(found => keys.Open(found.Name, SealedColumn.ReleaseName, found.Id) == name);
    }

    public async Task<CentreRelease> ChangeAsync(Guid id, int version, DateOnly expectedOn, Guid placeId, CancellationToken ct)
    {
        var release = await FetchAsync(id, version, ct);
        RulesBrokenException.ThrowIfAny(IsStreet(placeId) ? [] : [PlaceUnknown]);
        return await WithTheFileAsync(release, () => release.Change(expectedOn, placeId, places.ReceivingUnit(placeId), obligations.PackFor(placeId), clock.Today), "release.change", ct);
    }

    public async Task<CentreRelease> WithdrawAsync(Guid id, int version, string? reason, CancellationToken ct)
    {
        var release = await FetchAsync(id, version, ct);
        return await WithTheFileAsync(release, () => release.Withdraw(clock.Today, keys.SealOrNull(reason, SealedColumn.ReleaseReason, id)), "release.withdraw", ct);
    }

    /// <summary>What the receiving unit has on its worklist follows: for this one act the centre reaches the unit that it sends to, and shows nothing of it.</summary>
    async Task<CentreRelease> WithTheFileAsync(CentreRelease release, Action change, string act, CancellationToken ct)
    {
        var (unitId, clientId) = (release.UnitId, release.ClientId);
        change();
        if (clientId is { } linked)
        {
            db.Scope = db.Scope.And(unitId);
            await obligations.RunAsync(release, await db.Clients.RequireAsync(linked, ct), ct);
        }
        return await SavedAsync(release, act, ct);
    }

    /// <summary>Only the centre's own: whoever sees the release as the one who receives it may not speak for the centre.</summary>
    async Task<CentreRelease> FetchAsync(Guid id, int version, CancellationToken ct)
    {
        var release = await db.CentreReleases.RequireAsync(id, ct);
        if (!db.Scope.Holds(release.FromUnitId))
        {
            throw new NotFoundException();
        }
        release.RequireVersion(version);
        return release;
    }

    IEnumerable<Broken> WhyNot(ReleaseAnnouncement said)
    {
        if (!db.Scope.Holds(said.CentreId) || units.Find(said.CentreId) is not { Level: UnitLevel.Centre, EndedOn: null })
        {
            yield return CentreUnknown;
        }
        if (!IsStreet(said.PlaceId))
        {
            yield return PlaceUnknown;
        }
        if (ClientSealing.Tidy(said.Name).Length == 0)
        {
            yield return NameMissing;
        }
        if (!string.IsNullOrWhiteSpace(said.IdentityNumber) && !IdentityNumber.TryParse(said.IdentityNumber, out _))
        {
            yield return NumberWrong;
        }
    }

    bool IsStreet(Guid placeId) => units.Find(placeId) is { Level: UnitLevel.Street, EndedOn: null };

    static string? Canonical(string? number) => IdentityNumber.TryParse(number, out var known) ? known.ToString() : null;

    async Task<CentreRelease> SavedAsync(CentreRelease release, string act, CancellationToken ct)
    {
        db.Trail = db.Trail with { Act = act };
        await db.SaveChangesAsync(ct);
        return release;
    }
}
