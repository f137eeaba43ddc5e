using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision;

/// <summary>Sends a change of place to the receiving office, and takes it back (rules R1.35–R1.37).</summary>
public sealed class AskForTransfer(Db db, Keyring keys, UnitTree units, ShanghaiClock clock)
{
    public static readonly Broken PlaceUnknown = new("supervision.place-unknown", "PlaceId");
    public static readonly Broken SameUnit = new("supervision.same-unit", "PlaceId");

    /// <summary>Does what the act asks of the receiving office; the caller saves.</summary>
    public async Task FollowAsync(Client client, Measure measure, MeasureAct act, string? brief, CancellationToken ct)
    {
        switch (act.Kind)
        {
            case MeasureActKind.Transferred: Ask(client, measure, act, brief); break;
            case MeasureActKind.TransferRevoked: await WithdrawAsync(act.AboutId!.Value, measure, ct); break;
            case MeasureActKind.Reopened: await RenewAsync(measure, ct); break;
            case MeasureActKind.Terminated or MeasureActKind.Released when measure.OpenAct(MeasureActKind.Transferred) is { } moving: await WithdrawAsync(moving.Id, measure, ct); break;
            default: break;
        }
    }

    /// <summary>Takes back what the receiving office has not yet received.</summary>
    public async Task WithdrawAsync(Guid actId, Measure measure, CancellationToken ct)
    {
        if (measure.Acts.FirstOrDefault(act => act.Id == actId) is not { Kind: MeasureActKind.Transferred, PlaceId: { } place })
        {
            return;
        }
        db.Scope = db.Scope.And(ReceivingUnit(place));
        var open = await db.IncomingTransfers
            .Where(found => found.MeasureId == measure.Id && (found.State == TransferState.Asked || found.State == TransferState.Accepted)).ToListAsync(ct);
        open.ForEach(found => found.Revoke(clock.Today));
    }

    /// <summary>
    /// A change of place that is open again, because its revoking was annulled or the end that took it back, waits for the receiving office once more: else it would wait for an answer that nobody can give.
    /// </summary>
    public async Task RenewAsync(Measure measure, CancellationToken ct)
    {
        if (!measure.IsOpen || measure.OpenAct(MeasureActKind.Transferred) is not { PlaceId: { } place } moving)
        {
            return;
        }
        db.Scope = db.Scope.And(ReceivingUnit(place));
        var asked = await db.IncomingTransfers.Where(found => found.MeasureId == measure.Id && found.RequestedOn == moving.On).OrderByDescending(found => found.Id).FirstOrDefaultAsync(ct);
        if (asked is { State: TransferState.Revoked })
        {
            asked.Renew();
        }
    }

    void Ask(Client client, Measure measure, MeasureAct act, string? brief)
    {
        var place = act.PlaceId!.Value;
        RulesBrokenException.ThrowIfAny(!IsStreet(place) ? [PlaceUnknown] : ReceivingUnit(place) == client.UnitId ? [SameUnit] : []);
        var to = ReceivingUnit(place);
        // The one record that this office writes for another: a name and a brief, never the file.
        db.Scope = db.Scope.And(to);
        var id = Ids.New();
        var name = keys.Seal(keys.Open(client.Name, SealedColumn.ClientName, client.Id), SealedColumn.TransferName, id);
        db.IncomingTransfers.Add(new IncomingTransfer(measure, act, to, name, keys.SealOrNull(brief, SealedColumn.TransferBrief, id), id));
    }

    /// <summary>Whether a measure may be executed there: a street in use.</summary>
    public bool IsStreet(Guid place) => units.Find(place) is { Level: UnitLevel.Street, EndedOn: null };

    /// <summary>The point of the street or, where it has none, the street itself.</summary>
    public Guid ReceivingUnit(Guid streetId) => units.All
        .Where(unit => unit.ParentId == streetId && unit.Level == UnitLevel.Point && unit.EndedOn is null)
        .OrderBy(unit => unit.Code, StringComparer.Ordinal)
        .Select(unit => unit.Id).FirstOrDefault(streetId);
}
