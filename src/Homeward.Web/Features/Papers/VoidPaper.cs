using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;

namespace Homeward.Web.Features.Papers;

/// <summary>Declares a wrong paper void, with the reason; its number is not given again.</summary>
public sealed class VoidPaper(Db db, Keyring keys, ShanghaiClock clock)
{
    public static readonly Broken ReasonMissing = new("papers.void-reason-missing", "Reason");

    public async Task RunAsync(Guid paperId, int version, string? reason, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(string.IsNullOrWhiteSpace(reason) ? [ReasonMissing] : []);
        var paper = await db.Papers.RequireAsync(paperId, version, ct);
        paper.Void(keys.Seal(reason!.Trim(), SealedColumn.PaperVoidReason, paper.Id), clock.Today);
        db.Trail = db.Trail with { Act = "paper.void" };
        await db.SaveChangesAsync(ct);
    }
}
