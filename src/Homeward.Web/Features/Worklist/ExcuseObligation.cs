using Homeward.Data;
using Homeward.Domain.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;

namespace Homeward.Web.Features.Worklist;

/// <summary>Excuses what is due, with a reason that stays on it, or takes the excuse back.</summary>
public sealed class ExcuseObligation(Db db, ShanghaiClock clock)
{
    public async Task<Obligation> RunAsync(Guid obligationId, int version, string? reason, CancellationToken ct)
    {
        var obligation = await db.Obligations.RequireAsync(obligationId, version, ct);
        obligation.Excuse(reason ?? "", clock.Today);
        db.Trail = db.Trail with { Act = "obligation.excuse", Reason = reason };
        await db.SaveChangesAsync(ct);
        return obligation;
    }
}
