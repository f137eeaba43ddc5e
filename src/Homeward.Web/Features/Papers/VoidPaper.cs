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

/// <summary>Declares a wrong paper void, with the reason; its number is not given again, a notice that was served proves nothing any more, a warning letter warns of nothing, and what an assessment fulfilled is open again.</summary>
public sealed class VoidPaper(Db db, Actor actor, Keyring keys, ShanghaiClock clock, SaveMeasure measures, PlanObligations plan)
{
    public static readonly Broken ReasonMissing = new("papers.void-reason-missing", "Reason");

    public async Task RunAsync(Guid paperId, int version, string? reason, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(string.IsNullOrWhiteSpace(reason) ? [ReasonMissing] : []);
        var paper = await db.Papers.SeenBy(actor).RequireAsync(paperId, version, ct);
        paper.Void(keys.Seal(reason!.Trim(), SealedColumn.PaperVoidReason, paper.Id), clock.Today);
        if (ActOf(paper) is { } kind && paper.MeasureId is { } measureId && await ActAsync(measureId, kind, paper.Number, ct) is { } act)
        {
            // One save for both: the paper and the act of the measure.
            await measures.AnnulAsync(measureId, act.Version, act.Id, reason, ct);
            return;
        }
        if (paper.Kind == PaperKind.Assessment)
        {
            await plan.RunAsync(await db.Clients.RequireAsync(paper.ClientId, ct), ct);
        }
        db.Trail = db.Trail with { Act = "paper.void" };
        await db.SaveChangesAsync(ct);
    }

    static MeasureActKind? ActOf(Paper paper) => paper switch
    {
        { Kind: PaperKind.TestNotice, ServedOn: not null } => MeasureActKind.NoticeServed,
        { Kind: PaperKind.Warning } => MeasureActKind.Warning,
        _ => null,
    };

    /// <summary>The act that the paper is under its number, where it still stands, and the version of its measure.</summary>
    async Task<(Guid Id, int Version)?> ActAsync(Guid measureId, MeasureActKind kind, string number, CancellationToken ct)
    {
        var found = await (
            from act in db.MeasureActs
            join measure in db.Measures on act.MeasureId equals measure.Id
            where act.MeasureId == measureId && act.Kind == kind && act.DocumentNumber == number && act.AnnulledOn == null
            orderby act.Id
            select new { act.Id, measure.Version }).FirstOrDefaultAsync(ct);
        return found is null ? null : (found.Id, found.Version);
    }
}
