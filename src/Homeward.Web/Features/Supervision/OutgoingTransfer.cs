using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision;

/// <summary>A change of place that the caller's own units have asked for, and how the other office answered.</summary>
public sealed record OutgoingTransfer(MeasureAct Asked, string Name, MeasureAct? Answer)
{
    const int Most = 100;

    public TransferState State => Answer?.Kind switch
    {
        MeasureActKind.TransferAccepted => TransferState.Accepted,
        MeasureActKind.TransferRejected => TransferState.Rejected,
        MeasureActKind.TransferRevoked => TransferState.Revoked,
        _ => TransferState.Asked,
    };

    /// <summary>The newest hundred; what has moved is in the other office's hands, and came to it as a request.</summary>
    public static async Task<IReadOnlyList<OutgoingTransfer>> ReadAsync(Db db, Keyring keys, CancellationToken ct)
    {
        var asked = await (from act in db.MeasureActs.AsNoTracking().Where(act => act.Kind == MeasureActKind.Transferred && act.AnnulledOn == null
                               && !db.MeasureActs.Any(back => back.AboutId == act.Id && back.MeasureId == act.MeasureId && back.Kind == MeasureActKind.ReportedAnew && back.AnnulledOn == null)).OrderByDescending(act => act.On).ThenByDescending(act => act.Id).Take(Most)
                           join client in db.Clients on act.ClientId equals client.Id
                           orderby act.On descending, act.Id descending
                           select new { Act = act, client.Name }).ToListAsync(ct);
        Guid?[] ids = [.. asked.Select(one => one.Act.Id)];
        var answers = asked.Count == 0 ? [] : await db.MeasureActs.AsNoTracking().Where(act => ids.Contains(act.AboutId) && act.AnnulledOn == null && act.Kind != MeasureActKind.Forwarded).ToListAsync(ct);
        return [.. asked.Select(one => new OutgoingTransfer(one.Act, keys.Open(one.Name, SealedColumn.ClientName, one.Act.ClientId), answers.Where(answer => answer.AboutId == one.Act.Id).MaxBy(answer => answer.RecordedAt)))];
    }
}
