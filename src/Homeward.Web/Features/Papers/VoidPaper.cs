using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Supervision;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers;

/// <summary>Declares a wrong paper void, with the reason; its number is not given again, a notice that was served proves nothing any more, and what an assessment fulfilled is open again.</summary>
public sealed class VoidPaper(Db db, Actor actor, Keyring keys, ShanghaiClock clock, SaveMeasure measures, PlanObligations plan)
{
    public static readonly Broken ReasonMissing = new("papers.void-reason-missing", "Reason");

    public async Task RunAsync(Guid paperId, int version, string? reason, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(string.IsNullOrWhiteSpace(reason) ? [ReasonMissing] : []);
        var paper = await db.Papers.SeenBy(actor).RequireAsync(paperId, version, ct);
        paper.Void(keys.Seal(reason!.Trim(), SealedColumn.PaperVoidReason, paper.Id), clock.Today);
        if (paper is { Kind: PaperKind.TestNotice, ServedOn: not null, MeasureId: { } measureId } && await NoticeAsync(measureId, paper.Number, ct) is { } notice)
        {
            // One save for both: the paper and the act of the measure.
            await measures.AnnulAsync(measureId, notice.Version, notice.ActId, reason, ct);
            return;
        }
        if (paper.Kind == PaperKind.Assessment)
        {
            await plan.RunAsync(await db.Clients.RequireAsync(paper.ClientId, ct), ct);
        }
        db.Trail = db.Trail with { Act = "paper.void" };
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The act that the served notice is, where it still stands, and the version of its measure.</summary>
    async Task<(Guid ActId, int Version)?> NoticeAsync(Guid measureId, string number, CancellationToken ct)
    {
        var found = await (
            from act in db.MeasureActs
            join measure in db.Measures on act.MeasureId equals measure.Id
            where act.MeasureId == measureId && act.Kind == MeasureActKind.NoticeServed && act.DocumentNumber == number && act.AnnulledOn == null
            orderby act.Id
            select new { act.Id, measure.Version }).FirstOrDefaultAsync(ct);
        return found is null ? null : (found.Id, found.Version);
    }
}
