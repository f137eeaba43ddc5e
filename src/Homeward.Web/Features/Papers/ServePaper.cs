using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Homeward.Data;
using Homeward.Data.CodeLists;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Papers.Making;
using Homeward.Web.Features.Supervision;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers;

/// <summary>How a paper was served: the proof that a breach is built on (R1.32).</summary>
/// <param name="Mode">Code of the list <c>serviceMode</c>.</param>
/// <param name="Receiver">Who took it.</param>
/// <param name="Witness">Before whom.</param>
public sealed record ServiceProof(string Mode, string? Receiver, string? Witness)
{
    static readonly JsonSerializerOptions json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public Sealed Seal(Keyring keys, Guid paperId) => keys.Seal(JsonSerializer.Serialize(this, json), SealedColumn.PaperService, paperId);

    public static ServiceProof? Open(Keyring keys, Paper paper) =>
        keys.OpenOrNull(paper.Service, SealedColumn.PaperService, paper.Id) is { } text ? JsonSerializer.Deserialize<ServiceProof>(text, json) : null;
}

/// <summary>Notes that a paper was served. A served notice of a screen is an act of its measure as well: only then may an evasion be confirmed (R2.19).</summary>
public sealed class ServePaper(Db db, Actor actor, Keyring keys, ShanghaiClock clock, SaveMeasure measures)
{
    public static readonly Broken ModeUnknown = new("papers.service-mode-unknown", "Mode");

    public async Task RunAsync(Guid paperId, int version, DateOnly on, ServiceProof service, Guid recordId, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(CodeList.Has("serviceMode", service.Mode) ? [] : [ModeUnknown]);
        var paper = await db.Papers.SeenBy(actor).RequireAsync(paperId, version, ct);
        paper.Serve(on, service.Seal(keys, paper.Id), clock.Today);
        if (paper is { Kind: PaperKind.TestNotice, MeasureId: { } measureId }
            && await db.Measures.AsNoTracking().Where(measure => measure.Id == measureId && measure.EndedOn == null).Select(measure => (int?)measure.Version).SingleOrDefaultAsync(ct) is { } current)
        {
            // One save for both: the paper and the act of the measure.
            await measures.ActAsync(measureId, current, MeasureVerb.Notice, NoticeOf(paper, on, service), recordId, ct);
            return;
        }
        db.Trail = db.Trail with { Act = "paper.serve" };
        await db.SaveChangesAsync(ct);
    }

    static MeasureVerbInput NoticeOf(Paper paper, DateOnly on, ServiceProof service) => new()
    {
        On = on,
        To = paper.ForDay >= on ? paper.ForDay : null,
        DocumentNumber = paper.Number,
        Issuer = IssuingBody.Organisation,
        Details = new ActDetails(null, service.Receiver, service.Witness, PaperTerms.Code("serviceMode", service.Mode)),
    };
}
