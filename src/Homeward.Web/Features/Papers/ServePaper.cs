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

/// <summary>
/// Notes that a paper was served. A served notice of a screen is an act of its measure as well: only then may an evasion be confirmed (R2.19);
/// and a served warning letter is the warning that the law asks for (R1.31), once under its number.
/// </summary>
public sealed class ServePaper(Db db, Actor actor, Keyring keys, ShanghaiClock clock, SaveMeasure measures)
{
    public static readonly Broken ModeUnknown = new("papers.service-mode-unknown", "Mode");

    public async Task RunAsync(Guid paperId, int version, DateOnly on, ServiceProof service, Guid recordId, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(CodeList.Has("serviceMode", service.Mode) ? [] : [ModeUnknown]);
        var paper = await db.Papers.SeenBy(actor).RequireAsync(paperId, version, ct);
        paper.Serve(on, service.Seal(keys, paper.Id), clock.Today);
        if (paper.MeasureId is { } measureId && await VerbAsync(paper, ct) is { } verb
            && await db.Measures.AsNoTracking().Where(measure => measure.Id == measureId && measure.EndedOn == null).Select(measure => (int?)measure.Version).SingleOrDefaultAsync(ct) is { } current
            && await ActedAsync(measureId, current, verb, ActOf(paper, verb, on, service), recordId, ct))
        {
            return;
        }
        db.Trail = db.Trail with { Act = "paper.serve" };
        await db.SaveChangesAsync(ct);
    }

    /// <summary>One save for both, the paper and the act of the measure; false where the letter admonishes for what is not counted, and no warning is owed.</summary>
    async Task<bool> ActedAsync(Guid measureId, int version, MeasureVerb verb, MeasureVerbInput input, Guid recordId, CancellationToken ct)
    {
        try
        {
            await measures.ActAsync(measureId, version, verb, input, recordId, ct);
            return true;
        }
        catch (RulesBrokenException fault) when (fault.Rules.All(broken => broken.Code == MeasureRules.NothingToWarn.Code || broken.Code == MeasureRules.WarnsTooEarly.Code))
        {
            return false;
        }
    }

    /// <summary>What the service of the paper is beside itself; null where it is nothing, or is recorded already.</summary>
    async Task<MeasureVerb?> VerbAsync(Paper paper, CancellationToken ct) => paper.Kind switch
    {
        PaperKind.TestNotice => MeasureVerb.Notice,
        PaperKind.Warning when !await IsWarnedAsync(paper, ct) => MeasureVerb.Warn,
        _ => null,
    };

    /// <summary>The letter tells of a no-show, which is answered by its own confirmation, or of a warning that was recorded by hand and that no other letter tells of.</summary>
    async Task<bool> IsWarnedAsync(Paper paper, CancellationToken ct)
    {
        var acts = await db.MeasureActs.AsNoTracking().Where(act => act.MeasureId == paper.MeasureId && act.AnnulledOn == null && (act.Id == paper.ActId || (act.Kind == MeasureActKind.Warning && act.DocumentNumber == paper.Number)))
            .Select(act => new { act.On, act.Kind, act.DocumentNumber, ReportedOn = db.Measures.Where(measure => measure.Id == act.MeasureId).Select(measure => measure.ReportedOn).FirstOrDefault() }).ToListAsync(ct);
        if (acts.Any(act => act.DocumentNumber == paper.Number || (act.Kind == MeasureActKind.OverdueConfirmed && !(act.On < act.ReportedOn))))
        {
            return true;
        }
        return acts.Any(act => act.Kind == MeasureActKind.Warning) && !await db.Papers.AnyAsync(other => other.Kind == PaperKind.Warning && other.VoidedOn == null && other.Id != paper.Id
            && other.MeasureId == paper.MeasureId && (other.Number == acts[0].DocumentNumber || (other.ActId == paper.ActId && other.ServedOn != null)), ct);
    }

    static MeasureVerbInput ActOf(Paper paper, MeasureVerb verb, DateOnly on, ServiceProof service) => new()
    {
        On = on,
        To = paper.ForDay >= on ? paper.ForDay : null,
        DocumentNumber = paper.Number,
        Issuer = verb == MeasureVerb.Notice ? IssuingBody.Organisation : null,
        Details = new ActDetails(null, service.Receiver, service.Witness, PaperTerms.Code("serviceMode", service.Mode)),
    };
}
