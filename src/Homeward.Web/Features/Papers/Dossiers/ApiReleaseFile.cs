using Homeward.Domain.Supervision;
using Homeward.Web.Features.Supervision;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Homeward.Web.Features.Papers.Dossiers;

/// <summary>The release file of a measure as the API shows it: each piece, whether a release at the term waits for it, and how much of it is missing.</summary>
public sealed record ApiReleaseFile(Guid MeasureId, IReadOnlyList<ApiReleasePiece> Pieces)
{
    public static async Task<Ok<ApiReleaseFile>> ReadAsync(Guid id, MeasureReader measures, ReleaseFileReader files, CancellationToken ct)
    {
        var look = (await measures.ReadAsync(id, null, ct))!;
        var file = await files.ReadAsync(look.Brief.Client, look.Measure, look.State, ct);
        return TypedResults.Ok(new ApiReleaseFile(id, [.. (file?.Lines ?? []).Select(line => new ApiReleasePiece(line.Piece, line.IsRequired, line.Missing))]));
    }
}

/// <summary>One piece of a release file.</summary>
public sealed record ApiReleasePiece(ReleasePiece Piece, bool Required, int Missing);
