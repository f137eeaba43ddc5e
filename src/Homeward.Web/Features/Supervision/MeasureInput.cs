using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Features.Supervision;

/// <summary>What the forms of a measure's papers take.</summary>
public sealed class MeasureInput
{
    [Display(Name = "supervision.kind")]
    public MeasureKind? Kind { get; set; }

    [Display(Name = "supervision.order-number"), StringLength(100)]
    public string? OrderNumber { get; set; }

    [Display(Name = "supervision.issued-by"), StringLength(100)]
    public string? IssuedBy { get; set; }

    [Display(Name = "supervision.ordered-on")]
    public DateOnly? OrderedOn { get; set; }

    [Display(Name = "supervision.served-on")]
    public DateOnly? ServedOn { get; set; }

    [Display(Name = "supervision.family-served-on")]
    public DateOnly? FamilyServedOn { get; set; }

    [Display(Name = "supervision.office-told-on")]
    public DateOnly? OfficeToldOn { get; set; }

    [Display(Name = "supervision.reported-on")]
    public DateOnly? ReportedOn { get; set; }

    [Display(Name = "supervision.signed-on")]
    public DateOnly? AgreementSignedOn { get; set; }

    [Display(Name = "supervision.term-years", Description = "supervision.term-years-hint")]
    public int? TermYears { get; set; }

    [Display(Name = "supervision.isolation-days", Description = "supervision.isolation-days-hint")]
    public int? ServedIsolationDays { get; set; }

    [Display(Name = "supervision.place")]
    public Guid? PlaceOfExecutionId { get; set; }

    public int Version { get; set; }

    public static MeasureInput Of(Measure measure) => new()
    {
        Kind = measure.Kind,
        OrderNumber = measure.OrderNumber,
        IssuedBy = measure.IssuedBy,
        OrderedOn = measure.OrderedOn,
        ServedOn = measure.ServedOn,
        FamilyServedOn = measure.FamilyServedOn,
        OfficeToldOn = measure.OfficeToldOn,
        ReportedOn = measure.ReportedOn,
        AgreementSignedOn = measure.AgreementSignedOn,
        TermYears = measure.TermYears,
        ServedIsolationDays = measure.ServedIsolationDays,
        PlaceOfExecutionId = measure.PlaceOfExecutionId,
        Version = measure.Version,
    };

    /// <param name="known">The facts as they stand; what the form does not ask for stays.</param>
    public MeasureFacts Over(MeasureFacts known) => known with
    {
        OrderNumber = Tidy(OrderNumber),
        IssuedBy = Tidy(IssuedBy),
        OrderedOn = OrderedOn,
        ServedOn = ServedOn,
        FamilyServedOn = FamilyServedOn,
        OfficeToldOn = OfficeToldOn,
        ReportedOn = ReportedOn,
        AgreementSignedOn = AgreementSignedOn,
        TermYears = TermYears,
        ServedIsolationDays = ServedIsolationDays ?? 0,
        PlaceOfExecutionId = PlaceOfExecutionId,
    };

    static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
