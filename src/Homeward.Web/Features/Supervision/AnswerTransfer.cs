using Homeward.Data;
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

namespace Homeward.Web.Features.Supervision;

/// <summary>The receiving office accepts or rejects a change of place, and takes the case when the client reports there (rules R1.14, R1.35–R1.37).</summary>
public sealed class AnswerTransfer(Db db, Keyring keys, Actor actor, ShanghaiClock clock, PlanObligations plan, AssignClients assign, Workers workers, FormerFiles former)
{
    /// <summary>Code of the list <c>assignmentReason</c>.</summary>
    const string MovedHome = "moved";

    /// <summary>Code of the list <c>actReason</c>.</summary>
    const string OtherCause = "other";

    public async Task AcceptAsync(Guid id, int version, DateOnly on, string? documentNumber, CancellationToken ct)
    {
        var (transfer, client, measure) = await FetchAsync(id, version, ct);
        transfer.Accept(on);
        await SavedAsync(client, measure, MeasureActKind.TransferAccepted, new ActFacts(on) { DocumentNumber = documentNumber }, ct);
    }

    /// <param name="id">The change of place.</param>
    /// <param name="version">The version that the caller saw.</param>
    /// <param name="on">The day of the answer.</param>
    /// <param name="cause">Code of the list <c>actReason</c>; what is not said is another one.</param>
    /// <param name="text">Why, in words that the asking office reads with the act.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task RejectAsync(Guid id, int version, DateOnly on, string? cause, string? text, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(string.IsNullOrWhiteSpace(text) ? [MeasureRules.ReasonMissing] : []);
        var (transfer, client, measure) = await FetchAsync(id, version, ct);
        transfer.Reject(on, keys.Seal(text!.Trim(), SealedColumn.TransferAnswer, transfer.Id));
        await SavedAsync(client, measure, MeasureActKind.TransferRejected, new ActFacts(on) { Reason = string.IsNullOrEmpty(cause) ? OtherCause : cause }, ct, text.Trim());
    }

    /// <summary>The client has reported here: the case, its open obligations and the access move; the old office may read the file as it was for some days.</summary>
    public async Task ReceiveAsync(Guid id, int version, DateOnly on, Guid? staffId, CancellationToken ct)
    {
        await using var transaction = await db.InTransactionAsync(ct);
        var own = db.Scope;
        var (transfer, client, measure) = await FetchAsync(id, version, ct);
        RulesBrokenException.ThrowIfAny(await workers.WhyNotAsync(staffId, transfer.UnitId, own, clock.Today, ct));
        transfer.Receive(on);
        await former.KeepAsync(client, measure, transfer, on, ct);
        await SavedAsync(client, measure, MeasureActKind.ReportedAnew, new ActFacts(on), ct);
        await assign.MoveAsync([client], _ => transfer.UnitId, staffId, MovedHome, ct);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Who may answer the transfer reaches, for this one act, the measure it is about.</summary>
    async Task<(IncomingTransfer, Client, Measure)> FetchAsync(Guid id, int version, CancellationToken ct)
    {
        var transfer = await db.IncomingTransfers.RequireAsync(id, version, ct);
        db.Scope = db.Scope.And(transfer.FromUnitId);
        var measure = await db.Measures.Include(found => found.Acts).RequireAsync(transfer.MeasureId, ct);
        return (transfer, await db.Clients.RequireAsync(transfer.ClientId, ct), measure);
    }

    async Task SavedAsync(Client client, Measure measure, MeasureActKind kind, ActFacts facts, CancellationToken ct, string? note = null)
    {
        var screens = await db.Screens.AsNoTracking().Where(screen => screen.ClientId == client.Id).ToListAsync(ct);
        var state = MeasureClock.StateOf(measure.History(client.Sex, measure.Own(screens)), plan.PackOf(client, measure), clock.Today);
        var actId = Ids.New();
        var told = facts with { Details = new ActDetails(null, null, null, note).Seal(keys, actId) };
        measure.Record(kind, told, state, new EntryNote(actId, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today));
        await plan.RunAsync(client, measure, screens, ct);
        db.Trail = db.Trail with { Act = $"measure.{char.ToLowerInvariant($"{kind}"[0])}{$"{kind}"[1..]}" };
        await db.SaveChangesAsync(ct);
    }
}
