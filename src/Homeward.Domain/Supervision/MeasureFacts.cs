namespace Homeward.Domain.Supervision;

/// <summary>What the papers of a measure say.</summary>
public sealed record MeasureFacts
{
    public string? OrderNumber { get; init; }
    public string? IssuedBy { get; init; }
    public DateOnly? OrderedOn { get; init; }
    public DateOnly? ServedOn { get; init; }
    public DateOnly? ReportedOn { get; init; }
    public DateOnly? AgreementSignedOn { get; init; }
    public int? TermYears { get; init; }
    public int ServedIsolationDays { get; init; }
    public Guid? PlaceOfExecutionId { get; init; }
    public string? PolicyPack { get; init; }
}
