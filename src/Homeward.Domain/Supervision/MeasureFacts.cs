namespace Homeward.Domain.Supervision;

/// <summary>What the papers of a measure say.</summary>
public sealed record MeasureFacts
{
    public string? OrderNumber { get; init; }
    public string? IssuedBy { get; init; }
    public DateOnly? OrderedOn { get; init; }
    public DateOnly? ServedOn { get; init; }

    /// <summary>The order was served on the family (rules R1.10).</summary>
    public DateOnly? FamilyServedOn { get; init; }

    /// <summary>The office of the street or town was notified of the order (rules R1.10).</summary>
    public DateOnly? OfficeToldOn { get; init; }
    public DateOnly? ReportedOn { get; init; }
    public DateOnly? AgreementSignedOn { get; init; }
    public int? TermYears { get; init; }
    public int ServedIsolationDays { get; init; }
    public Guid? PlaceOfExecutionId { get; init; }
    public string? PolicyPack { get; init; }
}
