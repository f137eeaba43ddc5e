using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Supervision;
using Homeward.Web.Foundation.Api;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Homeward.Web.Features.Papers.Dossiers;

/// <summary>What goes to the police with a measure as the API shows it; without a confirmation nothing is handed over, and there are no pieces.</summary>
public sealed record ApiEvidencePack(Guid MeasureId, MeasureActKind? Confirmation, Guid? ActId, IReadOnlyList<ApiPackPiece> Pieces)
{
    // The step that is about to be confirmed; left out for what was confirmed and is to be handed over.
    public static async Task<Ok<ApiEvidencePack>> ReadAsync(Guid id, string? confirm, MeasureReader measures, EvidencePackReader packs, CancellationToken ct)
    {
        MeasureActKind? confirmed = confirm switch
        {
            null => null,
            "overdue" => MeasureActKind.OverdueConfirmed,
            "breach" => MeasureActKind.BreachConfirmed,
            _ => throw new ApiException(StatusCodes.Status400BadRequest, "api.not-readable"),
        };
        var look = (await measures.ReadAsync(id, null, ct))!;
        var act = confirmed is null ? EvidencePackReader.Confirmation(look.Measure) : null;
        var pack = await packs.ReadAsync(look.Measure, confirmed, ct);
        return TypedResults.Ok(new ApiEvidencePack(id, confirmed ?? act?.Kind, act?.Id, [.. (pack?.Pieces ?? []).Select(ApiPackPiece.Of)]));
    }
}

/// <summary>One paper of a hand-over: whether it is there, the papers that were made, and the scans in its slot.</summary>
public sealed record ApiPackPiece(PaperKind Kind, bool There, IReadOnlyList<ApiPackPaper> Papers, IReadOnlyList<ApiPackScan> Scans)
{
    public static ApiPackPiece Of(PackPiece piece) => new(
        piece.Kind, piece.IsThere, [.. piece.Papers.Select(paper => new ApiPackPaper(paper.Id, paper.Number, paper.ServedOn))], [.. piece.Scans.Select(scan => new ApiPackScan(scan.Id, scan.On))]);
}

/// <summary>A paper that was made and stands.</summary>
public sealed record ApiPackPaper(Guid Id, string Number, DateOnly? ServedOn);

/// <summary>A scan of the signed original, and the day that it bears.</summary>
public sealed record ApiPackScan(Guid Id, DateOnly On);
