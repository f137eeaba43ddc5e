using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

/// <summary>What is written down about an act on a measure; which of it is needed, <see cref="ActRules"/> says.</summary>
public sealed record ActFacts(DateOnly On)
{
    public DateOnly? To { get; init; }

    /// <summary>Day on which the office knew; the day of entry where nobody says otherwise.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>Set by the aggregate: the open act that this one ends or is about.</summary>
    internal Guid? AboutId { get; init; }
    public string? Reason { get; init; }
    public string? DocumentNumber { get; init; }
    public IssuingBody? Issuer { get; init; }
    public string? IssuedBy { get; init; }
    public Guid? PlaceId { get; init; }
    public bool ReportedInWriting { get; init; }
    public bool RemoteScreen { get; init; }
    public int? Year { get; init; }
    public int? Index { get; init; }
    public Sealed? Details { get; init; }
}
