using Homeward.Domain.Foundation;

namespace Homeward.Domain.Screening;

/// <summary>
/// What is written down of a screen that was held besides its result: how the samples of a positive were sealed and where they are kept (DTP art. 8, rules R2.5), what was told on
/// the spot and who signed (R2.7). All of it may follow later.
/// </summary>
public sealed record SpotNotes
{
    public DateOnly? SealedOn { get; init; }

    /// <summary>Who sealed them; the collector where nobody else is named.</summary>
    public string? SealedBy { get; init; }

    /// <summary>Whether the client signed the seals; null where nobody wrote it down.</summary>
    public bool? SealSigned { get; init; }
    public string? KeptAt { get; init; }

    /// <summary>The result was told on the spot.</summary>
    public bool? ToldOnSpot { get; init; }

    /// <summary>The day on which it was told, where that was not on the spot: from then on the client has days to ask for a laboratory (table 2.2).</summary>
    public DateOnly? ToldOn { get; init; }

    /// <summary>The testers signed the report.</summary>
    public bool? TestersSigned { get; init; }

    /// <summary>Whether the client signed the report.</summary>
    public bool? ReportSigned { get; init; }

    /// <summary>What the officer noted where the client would not sign.</summary>
    public Sealed? RefusalNote { get; init; }

    public bool IsEmpty => this == new SpotNotes();

    /// <summary>Something is said of the samples.</summary>
    public bool IsOfSamples => SealedOn is not null || SealedBy is not null || SealSigned is not null || KeptAt is not null;
}

/// <summary>The approval on which a screen was made by compulsion: of the head of a county police body or its branch (ADL 32, DTP art. 7, rules R2.6).</summary>
/// <param name="ApprovedBy">The head who approved.</param>
/// <param name="ApprovedAt">The instant.</param>
/// <param name="ApprovedOn">Its day in Shanghai.</param>
/// <param name="DocumentNumber">The number of the paper.</param>
public sealed record Compulsion(string? ApprovedBy, DateTime? ApprovedAt, DateOnly? ApprovedOn, string? DocumentNumber);
