using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.Scanning;

/// <summary>Attaches a scan to a slot of a dossier, and takes a wrong one out again; the file stays sealed where it is.</summary>
public sealed class AttachScan(Db db, Keyring keys, Actor actor, ShanghaiClock clock, PlanObligations plan)
{
    public static readonly Broken ReasonMissing = new("papers.void-reason-missing", "Reason");

    public async Task<Scan> RunAsync(Guid recordId, Guid clientId, ScanInput input, CancellationToken ct)
    {
        if (await db.Scans.AsNoTracking().SingleOrDefaultAsync(scan => scan.Id == recordId, ct) is { } same)
        {
            return same.ClientId == clientId ? same : throw new NotFoundException();
        }
        var client = await db.Clients.RequireAsync(clientId, ct);
        if (input.MeasureId is { } measureId && !await db.Measures.AnyAsync(measure => measure.Id == measureId && measure.ClientId == clientId, ct))
        {
            throw new NotFoundException();
        }
        var file = await ScanInk.ReadAsync(input.File, input.Title, keys, recordId, ct);
        var scan = new Scan(client, input.MeasureId, input.Slot!.Value, input.On!.Value, file, new EntryNote(recordId, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today));
        db.Scans.Add(scan);
        await FollowAsync(scan, ct);
        db.Trail = db.Trail with { Act = "scan.attach" };
        await db.SaveChangesAsync(ct);
        return scan;
    }

    public async Task AnnulAsync(Guid scanId, int version, string? reason, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(string.IsNullOrWhiteSpace(reason) ? [ReasonMissing] : []);
        var scan = await db.Scans.RequireAsync(scanId, version, ct);
        scan.Annul(keys.Seal(reason!.Trim(), SealedColumn.ScanAnnulReason, scan.Id), clock.Today);
        await FollowAsync(scan, ct);
        db.Trail = db.Trail with { Act = "scan.annul" };
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A scanned assessment fulfils what is due as a paper does; taken out of the file it is open again (rules R2.12).</summary>
    async Task FollowAsync(Scan scan, CancellationToken ct)
    {
        if (scan.Slot == DossierSlot.Assessments)
        {
            await plan.RunAsync(await db.Clients.RequireAsync(scan.ClientId, ct), ct);
        }
    }
}
