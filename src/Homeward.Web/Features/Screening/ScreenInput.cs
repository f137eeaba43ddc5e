using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;

namespace Homeward.Web.Features.Screening;

/// <summary>What the record form of a screen takes.</summary>
public sealed class ScreenInput : SpotInput
{
    public static readonly Broken PositiveLineMissing = new("screening.positive-line-missing", "PositiveLines");

    [Display(Name = "screening.on"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "screening.kind"), Required]
    public ScreenKind? Kind { get; set; }

    [Display(Name = "screening.specimen"), Required]
    public Specimen? Specimen { get; set; }

    [Display(Name = "screening.outcome"), Required]
    public ScreenOutcome? Outcome { get; set; }

    [Display(Name = "screening.evasion-reason", Description = "screening.evasion-reason-hint")]
    public EvasionReason? EvasionReason { get; set; }

    [Display(Name = "screening.result")]
    public ScreenResult? Result { get; set; }

    /// <summary>Codes of the list <c>analyte</c>: the lines of the kit.</summary>
    [Display(Name = "screening.panel", Description = "screening.panel-hint"), MaxLength(20), CodeOf("analyte")]
    public List<string>? Panel { get; set; }

    [Display(Name = "screening.positive-lines"), MaxLength(20), CodeOf("analyte")]
    public List<string>? PositiveLines { get; set; }

    [Display(Name = "screening.sample-a"), StringLength(40)]
    public string? SampleA { get; set; }

    [Display(Name = "screening.sample-b"), StringLength(40)]
    public string? SampleB { get; set; }

    [Display(Name = "screening.first-tester"), StringLength(60)]
    public string? FirstTester { get; set; }

    [Display(Name = "screening.second-tester"), StringLength(60)]
    public string? SecondTester { get; set; }

    [Display(Name = "screening.collector"), StringLength(60)]
    public string? Collector { get; set; }

    [Display(Name = "screening.collector-sex")]
    public Sex? CollectorSex { get; set; }

    [Display(Name = "screening.witnesses"), StringLength(100)]
    public string? Witnesses { get; set; }

    [Display(Name = "screening.place"), StringLength(100)]
    public string? Place { get; set; }

    [Display(Name = "screening.kit-brand"), StringLength(60)]
    public string? KitBrand { get; set; }

    [Display(Name = "screening.kit-lot"), StringLength(40)]
    public string? KitLot { get; set; }

    [Display(Name = "screening.kit-expires")]
    public DateOnly? KitExpiresOn { get; set; }

    [Display(Name = "screening.photo", Description = "screening.photo-hint")]
    public IFormFile? Photo { get; set; }

    [Display(Name = "screening.remarks"), StringLength(1000)]
    public string? Remarks { get; set; }

    [Display(Name = "screening.clinic"), StringLength(100)]
    public string? Clinic { get; set; }

    [Display(Name = "screening.remote-place"), StringLength(100)]
    public string? RemotePlace { get; set; }

    [Display(Name = "screening.remote-body"), StringLength(100)]
    public string? RemoteBody { get; set; }

    [Display(Name = "screening.remote-document"), StringLength(100)]
    public string? RemoteDocument { get; set; }

    [Display(Name = "screening.approved-by", Description = "screening.approved-by-hint"), StringLength(100)]
    public string? ApprovedBy { get; set; }

    /// <summary>In the time of Shanghai.</summary>
    [Display(Name = "screening.approved-at")]
    public DateTime? ApprovedAt { get; set; }

    [Display(Name = "screening.approval-document"), StringLength(100)]
    public string? ApprovalDocument { get; set; }

    bool IsCompelled => IsHeld && (ApprovedAt is not null || !string.IsNullOrWhiteSpace(ApprovedBy) || !string.IsNullOrWhiteSpace(ApprovalDocument));

    /// <summary>Somebody else made it: who tested here, and by which kit, is no part of it.</summary>
    bool IsRemote => !IsAtClinic && new[] { RemotePlace, RemoteBody, RemoteDocument }.Any(text => !string.IsNullOrWhiteSpace(text));

    bool IsAtClinic => Kind == ScreenKind.Clinic;

    bool IsElsewhere => IsRemote || IsAtClinic;

    bool IsMadeHere => IsHeld && !IsElsewhere;

    bool IsHeld => Outcome == ScreenOutcome.Done;

    bool IsPositive => IsHeld && Result is ScreenResult.PositivePreliminary or ScreenResult.PositiveConfirmed;

    /// <summary>What the office writes in words of its own; the note of who would not sign only of a test that was made here.</summary>
    public ScreenTexts Texts => new(Remarks, IsMadeHere ? Tidy(RefusalNote) : null);

    /// <summary>What the form alone can tell: a positive names its lines, where the kit has lines; the clinic has a field of its own.</summary>
    public IEnumerable<Broken> WhyNot()
    {
        if (IsPositive && Panel is { Count: > 0 } && PositiveLines is not { Count: > 0 })
        {
            yield return PositiveLineMissing;
        }
        if (IsAtClinic && string.IsNullOrWhiteSpace(Clinic))
        {
            yield return Screen.ClinicMissing with { Field = nameof(Clinic) };
        }
    }

    public ScreenRecord ToRecord(ShanghaiClock clock) => new()
    {
        On = On!.Value,
        Kind = Kind!.Value,
        Specimen = Specimen!.Value,
        Outcome = Outcome!.Value,
        Result = IsHeld ? Result : null,
        EvasionReason = Outcome == ScreenOutcome.EvadedUnconfirmed ? EvasionReason : null,
        Readings = IsHeld ? Readings() : new Dictionary<string, Reading>(),
        FirstTester = IsMadeHere ? Tidy(FirstTester) : null,
        SecondTester = IsMadeHere ? Tidy(SecondTester) : null,
        Collector = IsMadeHere ? Tidy(Collector) : null,
        CollectorSex = IsMadeHere ? CollectorSex : null,
        Witnesses = Tidy(Witnesses),
        Place = Tidy(IsAtClinic ? Clinic : IsRemote ? RemotePlace : Place),
        KitBrand = IsMadeHere ? Tidy(KitBrand) : null,
        KitLot = IsMadeHere ? Tidy(KitLot) : null,
        KitExpiresOn = IsMadeHere ? KitExpiresOn : null,
        SampleA = IsPositive && !IsElsewhere ? Tidy(SampleA) : null,
        SampleB = IsPositive && !IsElsewhere ? Tidy(SampleB) : null,
        Spot = IsMadeHere ? ToSpot(IsPositive) : null,
        Compulsion = IsCompelled ? new Compulsion(Tidy(ApprovedBy), ApprovedAt is { } at && Calendar.Has(DateOnly.FromDateTime(at)) ? clock.Utc(at) : null, null, Tidy(ApprovalDocument)) : null,
        Remote = IsRemote ? new RemoteReport(Tidy(RemoteBody), Tidy(RemoteDocument)) : null,
    };

    /// <summary>Every line of the kit, and every line ticked as positive; which lines a clinic's kit had, nobody here knows.</summary>
    Dictionary<string, Reading> Readings()
    {
        var positive = IsPositive ? PositiveLines ?? [] : [];
        var others = Result == ScreenResult.Invalid ? Reading.Invalid : Reading.Negative;
        return (IsAtClinic ? [] : Panel ?? []).Concat(positive).Where(code => Data.CodeLists.CodeList.Has("analyte", code)).Distinct()
            .ToDictionary(code => code, code => positive.Contains(code) ? Reading.Positive : others);
    }
}
