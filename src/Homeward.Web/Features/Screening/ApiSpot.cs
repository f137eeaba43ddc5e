using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Screening;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Api;

namespace Homeward.Web.Features.Screening;

/// <summary>How the samples of a screen were sealed and where they are kept, what was told on the spot and who signed (rules R2.5, R2.7).</summary>
public sealed record ApiSpot(DateOnly? SealedOn, string? SealedBy, bool? SealSigned, string? KeptAt, bool? ToldOnSpot, DateOnly? ToldOn, bool? TestersSigned, bool? ReportSigned, bool RefusalNoted)
{
    /// <summary>Null where nobody wrote any of it down.</summary>
    public static ApiSpot? Of(Screen screen) =>
        new ApiSpot(screen.SamplesSealedOn, screen.SamplesSealedBy, screen.SealSigned, screen.SamplesKeptAt, screen.ToldOnSpot, screen.ResultToldOn, screen.TestersSigned, screen.ReportSigned, screen.RefusalNote is not null) is var spot
        && spot != new ApiSpot(null, null, null, null, null, null, null, null, false) ? spot : null;
}

/// <summary>The same as it is written down with a screen.</summary>
public record ApiSpotNotes : IApiBody
{
    public DateOnly? SealedOn { get; init; }

    /// <summary>The collector, where it is left out.</summary>
    [StringLength(60)]
    public string? SealedBy { get; init; }

    /// <summary>Whether the client signed the seals.</summary>
    public bool? SealSigned { get; init; }
    [StringLength(100)]
    public string? KeptAt { get; init; }
    public bool? ToldOnSpot { get; init; }

    /// <summary>Where it was not told on the spot: from this day the days to ask for a laboratory run.</summary>
    public DateOnly? ToldOn { get; init; }
    public bool? TestersSigned { get; init; }

    /// <summary>Whether the client signed the report.</summary>
    public bool? ReportSigned { get; init; }

    /// <summary>What the officer noted; needed where the client would not sign.</summary>
    [StringLength(400)]
    public string? RefusalNote { get; init; }

    public SpotNotes ToNotes() => new()
    {
        SealedOn = SealedOn,
        SealedBy = Tidy(SealedBy),
        SealSigned = SealSigned,
        KeptAt = Tidy(KeptAt),
        ToldOnSpot = ToldOnSpot,
        ToldOn = ToldOn,
        TestersSigned = TestersSigned,
        ReportSigned = ReportSigned,
    };

    protected static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>The same as it is written down afterwards: the fields that are given; what is absent stays.</summary>
public sealed record ApiSpotChange : ApiSpotNotes
{
    /// <summary>The fields that are emptied, because what stood there was never so.</summary>
    [MaxLength(9)]
    public IReadOnlyList<SpotPart> Clear { get; init; } = [];

    /// <summary>The numbers of the samples, where they were written wrongly and nothing was sent.</summary>
    [StringLength(40)]
    public string? SampleA { get; init; }
    [StringLength(40)]
    public string? SampleB { get; init; }

    public SampleNumbers? ToSamples() => SampleA is null && SampleB is null ? null : new SampleNumbers(Tidy(SampleA), Tidy(SampleB));

    public SpotNotes Over(SpotNotes known) => new()
    {
        SealedOn = Stays(SpotPart.SealedOn) ? SealedOn ?? known.SealedOn : null,
        SealedBy = Stays(SpotPart.SealedBy) ? Tidy(SealedBy) ?? known.SealedBy : null,
        SealSigned = Stays(SpotPart.SealSigned) ? SealSigned ?? known.SealSigned : null,
        KeptAt = Stays(SpotPart.KeptAt) ? Tidy(KeptAt) ?? known.KeptAt : null,
        ToldOnSpot = Stays(SpotPart.ToldOnSpot) ? ToldOnSpot ?? known.ToldOnSpot : null,
        ToldOn = Stays(SpotPart.ToldOn) ? ToldOn ?? known.ToldOn : null,
        TestersSigned = Stays(SpotPart.TestersSigned) ? TestersSigned ?? known.TestersSigned : null,
        ReportSigned = Stays(SpotPart.ReportSigned) ? ReportSigned ?? known.ReportSigned : null,
        RefusalNote = Stays(SpotPart.RefusalNote) ? known.RefusalNote : null,
    };

    bool Stays(SpotPart part) => !Clear.Contains(part);
}

/// <summary>The approval of a screen by compulsion (rules R2.6).</summary>
public sealed record ApiCompulsion
{
    /// <summary>The head of the county police body or its branch.</summary>
    [StringLength(100)]
    public string? ApprovedBy { get; init; }

    /// <summary>The instant, with its offset.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }
    [StringLength(100)]
    public string? DocumentNumber { get; init; }

    public Compulsion ToCompulsion() => new(ApprovedBy, ApprovedAt is { } at && Calendar.Has(DateOnly.FromDateTime(at.UtcDateTime)) ? at.UtcDateTime : null, null, DocumentNumber);

    public static ApiCompulsion? Of(Screen screen) => screen.CompulsionApprovedAt is { } at ? new ApiCompulsion { ApprovedBy = screen.CompulsionApprovedBy, ApprovedAt = at, DocumentNumber = screen.CompulsionDocument } : null;
}
