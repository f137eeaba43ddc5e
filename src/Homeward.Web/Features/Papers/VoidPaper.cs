using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Supervision;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers;

/// <summary>Declares a wrong paper void, with the reason; its number is not given again, and a notice that was served proves nothing any more.</summary>
public sealed class VoidPaper(Db db, Actor actor, Keyring keys, ShanghaiClock clock, SaveMeasure measures)
{
    public static readonly Broken ReasonMissing = new("papers.void-reason-missing", "Reason");

    public async Task RunAsync(Guid paperId, int version, string? reason, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(string.IsNullOrWhiteSpace(reason) ? [ReasonMissing] : []);
        var paper = await db.Papers.SeenBy(actor).RequireAsync(paperId, version, ct);
        paper.Void(keys.Seal(reason!.Trim(), SealedColumn.PaperVoidReason, paper.Id), clock.Today);
        var served = await db.MeasureActs.AsNoTracking()
            .Where(act => act.MeasureId == paper.MeasureId && act.Kind == MeasureActKind.NoticeServed && act.DocumentNumber == paper.Number && act.AnnulledOn == null).Select(act => (Guid?)act.Id).FirstOrDefaultAsync(ct);
        if (paper is { Kind: PaperKind.TestNotice, MeasureId: { } measureId } && served is { } notice)
        {
            // One save for both: the paper and the act of the measure.
            await measures.AnnulAsync(measureId, await db.Measures.Where(measure => measure.Id == measureId).Select(measure => measure.Version).SingleAsync(ct), notice, reason, ct);
            return;
        }
        db.Trail = db.Trail with { Act = "paper.void" };
        await db.SaveChangesAsync(ct);
    }
}
