using Homeward.Data;
using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.Dossiers;

/// <summary>Goes through what is handed to the police with a measure (rules R1.17, R1.32).</summary>
public sealed class EvidencePackReader(Db db)
{
    const int MostPapers = 200;

    /// <summary>What was confirmed and has not been handed over.</summary>
    public static MeasureAct? Confirmation(Measure measure) => measure.OpenAct(MeasureActKind.OverdueConfirmed, MeasureActKind.BreachConfirmed);

    /// <param name="measure">The measure with its acts.</param>
    /// <param name="confirmed">What is about to be confirmed; null for what was confirmed and is to be handed over.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <returns>The pack; null where nothing is handed over.</returns>
    public async Task<EvidencePack?> ReadAsync(Measure measure, MeasureActKind? confirmed, CancellationToken ct)
    {
        var act = confirmed is null ? Confirmation(measure) : null;
        if ((confirmed ?? act?.Kind) is not { } kind)
        {
            return null;
        }
        var papers = await db.Papers.AsNoTracking().Where(paper => paper.MeasureId == measure.Id && paper.VoidedOn == null && EvidencePack.Kinds.Contains(paper.Kind))
            .OrderByDescending(paper => paper.MadeOn).ThenByDescending(paper => paper.Id).Take(MostPapers)
            .Select(paper => new PackPaper(paper.Id, paper.Kind, paper.ActId, paper.Number, paper.ServedOn)).ToListAsync(ct);
        var scans = await db.Scans.AsNoTracking().Where(scan => scan.ClientId == measure.ClientId && (scan.MeasureId == measure.Id || scan.MeasureId == null) && scan.AnnulledOn == null && EvidencePack.Slots.Contains(scan.Slot))
            .OrderByDescending(scan => scan.On).ThenByDescending(scan => scan.Id).Take(MostPapers)
            .Select(scan => new PackScan(scan.Id, scan.Slot, scan.On)).ToListAsync(ct);
        return EvidencePack.Of(kind, act, papers, scans);
    }
}
