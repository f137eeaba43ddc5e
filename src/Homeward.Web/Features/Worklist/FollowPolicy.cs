using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Bulk;
using Homeward.Data.Policies;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Screening;
using Homeward.Web.Features.Supervision.Releases;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Homeward.Web.Features.Worklist;

/// <summary>How far everybody's obligations have come in following the policy.</summary>
public sealed record PolicyStep(bool IsDone, LedgerPolicy Ledger);

/// <summary>
/// Draws the obligations of all open measures, releases, disputes and kept samples anew where the policy in force is not the one that they were planned from,
/// and once a month, so that who has no last day does not run out of what was planned ahead.
/// One step takes some clients by their ids, and notes in the same transaction how far it came: whoever is stopped goes on there, and of two who run at once one loses its step.
/// </summary>
public sealed class FollowPolicy(Db db, PolicyPacks packs, PlanObligations plan, RedrawLedgers ledgers, ReleaseObligations releases, ShanghaiClock clock)
{
    const int AtOnce = 100;
    const int InOneStatement = 500;

    /// <summary>Takes the next clients; answers null where there is nothing to follow.</summary>
    public async Task<PolicyStep?> StepAsync(CancellationToken ct)
    {
        var wanted = packs.FingerprintOn(clock.Today);
        var ledger = await db.LedgerPolicies.SingleOrDefaultAsync(ct) ?? await FirstAsync(wanted, ct);
        if (ledger.StandsUnder(wanted))
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        if (ledger.Following != wanted)
        {
            ledger.Begin(wanted, clock.Now);
            db.Audit("policy.follow", nameof(LedgerPolicy), ledger.Id, null);
        }
        return new PolicyStep(await TakeAsync(ledger, ct), ledger);
    }

    /// <summary>A database that was never asked stands under the policy where nothing that is open says otherwise, as a new one does.</summary>
    async Task<LedgerPolicy> FirstAsync(string wanted, CancellationToken ct)
    {
        var versions = packs.VersionsOn(clock.Today);
        var isOther = await db.Obligations.AnyAsync(obligation => obligation.SettledOn == null && !versions.Contains(obligation.PolicyVersion), ct);
        return db.LedgerPolicies.Add(new LedgerPolicy(isOther ? "" : wanted)).Entity;
    }

    async Task<bool> TakeAsync(LedgerPolicy ledger, CancellationToken ct)
    {
        var clients = await (ledger.After is { } last ? db.Clients.Where(client => client.Id.CompareTo(last) > 0) : db.Clients).AsNoTracking().OrderBy(client => client.Id).Take(AtOnce).ToListAsync(ct);
        List<Obligation> added = clients.Count == 0 ? [] : [.. await ledgers.DrawAsync(clients, measure => measure.IsOpen, ct), .. await BesidesAsync(clients, ct)];
        var renamed = Renamed();
        if (clients.Count > 0)
        {
            ledger.Pass(clients[^1].Id, clients.Count, renamed.Count + db.ChangeTracker.Entries<Obligation>().Count(entry => entry.State == EntityState.Modified), added.Count);
        }
        var isDone = clients.Count < AtOnce;
        if (isDone)
        {
            ledger.Finish();
            db.Audit("policy.followed", nameof(LedgerPolicy), ledger.Id, null);
        }
        await WriteAsync(renamed, added, ct);
        return isDone;
    }

    /// <summary>What is due beside the measures: around a release from a centre, and the next step of a dispute. The obligations of these clients are at hand.</summary>
    async Task<List<Obligation>> BesidesAsync(List<Client> clients, CancellationToken ct)
    {
        var known = clients.ToDictionary(client => client.Id);
        var (ids, keys) = (known.Keys.ToList(), db.Obligations.Local.ToDictionary(obligation => obligation.NaturalKey));
        var open = await db.CentreReleases.AsNoTracking().Where(release => release.ClientId != null && ids.Contains(release.ClientId.Value)).ToListAsync(ct);
        var made = db.Obligations.Local.Where(obligation => ReleasePlan.Kinds.Contains(obligation.Kind)).ToLookup(obligation => obligation.ClientId);
        var added = open.Where(release => release.State is ReleaseState.Accepted or ReleaseState.Received)
            .SelectMany(release => releases.Draw(release, known[release.ClientId!.Value], made[release.ClientId.Value])).ToList();
        foreach (var dispute in await db.ScreenDisputes.AsNoTracking().Where(dispute => dispute.ClosedOn == null && ids.Contains(dispute.ClientId)).ToListAsync(ct))
        {
            if (DisputeScreen.Planned(dispute, plan.PackOf(known[dispute.ClientId], null)) is { } planned && keys.GetValueOrDefault(planned.NaturalKey) is { Settlement: null } owed)
            {
                owed.Follow(planned);
            }
        }
        return added;
    }

    /// <summary>Most obligations only come to name another policy: they are written in a few statements instead of one each.</summary>
    List<(Guid Id, string PolicyVersion)> Renamed()
    {
        var entries = db.ChangeTracker.Entries<Obligation>().Where(OnlyNamesAnotherPolicy).ToList();
        var renamed = entries.Select(entry => (entry.Entity.Id, entry.Entity.PolicyVersion)).ToList();
        // Taken out of the save: its values go back to what was read.
        entries.ForEach(entry => entry.State = EntityState.Unchanged);
        return renamed;
    }

    static bool OnlyNamesAnotherPolicy(EntityEntry<Obligation> entry) =>
        entry.State == EntityState.Modified && entry.Properties.All(property => !property.IsModified || property.Metadata.Name == nameof(Obligation.PolicyVersion));

    async Task WriteAsync(List<(Guid Id, string PolicyVersion)> renamed, List<Obligation> added, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        foreach (var some in renamed.GroupBy(one => one.PolicyVersion).SelectMany(version => version.Chunk(InOneStatement)))
        {
            var (ids, version) = (some.Select(one => one.Id).ToList(), some[0].PolicyVersion);
            await db.Obligations.Where(obligation => ids.Contains(obligation.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(obligation => obligation.PolicyVersion, version).SetProperty(obligation => obligation.Version, obligation => obligation.Version + 1), ct);
        }
        await db.InsertAsync(added, ct);
        await transaction.CommitAsync(CancellationToken.None);
    }
}
