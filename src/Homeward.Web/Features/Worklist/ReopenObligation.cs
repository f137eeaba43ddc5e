using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Domain.Worklist;
using Homeward.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>Takes an excuse or a cancellation by hand back; the ledger is drawn anew, so that a record made meanwhile settles it.</summary>
public sealed class ReopenObligation(Db db, PlanObligations plan)
{
    public async Task<Obligation> RunAsync(Guid obligationId, int version, CancellationToken ct)
    {
        var obligation = await db.Obligations.RequireAsync(obligationId, version, ct);
        await using var transaction = await db.InTransactionAsync(ct);
        obligation.TakeBack();
        db.Audit("obligation.reopen", "obligation", obligation.Id, obligation.ClientId);
        await db.SaveChangesAsync(ct);
        if (obligation.MeasureId is { } measureId)
        {
            var client = await db.Clients.RequireAsync(obligation.ClientId, ct);
            var measure = await db.Measures.Include(found => found.Acts).SingleAsync(found => found.Id == measureId, ct);
            await plan.RunAsync(client, measure, ct);
            await db.SaveChangesAsync(ct);
        }
        await transaction.CommitAsync(ct);
        return obligation;
    }
}
