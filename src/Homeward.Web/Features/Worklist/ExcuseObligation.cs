using Homeward.Data;
using Homeward.Domain.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;

namespace Homeward.Web.Features.Worklist;

/// <summary>Excuses or cancels what is due, with a reason that stays on it.</summary>
public sealed class ExcuseObligation(Db db, ShanghaiClock clock)
{
    public async Task<Obligation> RunAsync(Guid obligationId, int version, string? reason, CancellationToken ct, bool cancel = false)
    {
        var obligation = await db.Obligations.RequireAsync(obligationId, version, ct);
        if (cancel)
        {
            obligation.Cancel(reason ?? "", clock.Today);
        }
        else
        {
            obligation.Excuse(reason ?? "", clock.Today);
        }
        db.Trail = db.Trail with { Act = cancel ? "obligation.cancel" : "obligation.excuse", Reason = reason };
        await db.SaveChangesAsync(ct);
        return obligation;
    }
}
