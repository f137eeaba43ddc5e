using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Risk;

/// <summary>The second person confirms a change of risk or refuses it with a reason (rules R2.38).</summary>
public sealed class AnswerRisk(Db db, Keyring keys, Actor actor, ShanghaiClock clock, PlanObligations plan)
{
    public RiskAnswer Mine => new(actor.IsSignedIn ? actor.AccountId : null, actor.StaffId, clock.Today);

    public async Task<RiskRecord> ConfirmAsync(Guid id, int version, CancellationToken ct)
    {
        var (record, client) = await FetchAsync(id, version, ct);
        record.Confirm(client, RiskPolicies.Of(plan.PackFor(client.UnitId)), Mine);
        await plan.RunAsync(client, ct);
        return await SavedAsync(record, "risk.confirm", ct);
    }

    public async Task<RiskRecord> RefuseAsync(Guid id, int version, string? reason, CancellationToken ct)
    {
        var (record, _) = await FetchAsync(id, version, ct);
        record.Refuse(keys.SealOrNull(reason, SealedColumn.RiskRefusal, id), Mine);
        return await SavedAsync(record, "risk.refuse", ct);
    }

    /// <summary>A newer assessment, made at the same instant, leaves nothing to answer.</summary>
    async Task<(RiskRecord, Client)> FetchAsync(Guid id, int version, CancellationToken ct)
    {
        var record = await db.RiskRecords.RequireAsync(id, version, ct);
        var isNewest = !await db.RiskRecords.AnyAsync(other => other.ClientId == record.ClientId && other.Id != id && other.EnteredAt > record.EnteredAt, ct);
        RulesBrokenException.ThrowIfAny(isNewest ? [] : [RiskRecord.NotWaiting]);
        return (record, await db.Clients.RequireAsync(record.ClientId, ct));
    }

    async Task<RiskRecord> SavedAsync(RiskRecord record, string act, CancellationToken ct)
    {
        db.Trail = db.Trail with { Act = act };
        await db.SaveChangesAsync(ct);
        return record;
    }
}
