using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Screening;

namespace Homeward.Web.Features.Screening;

/// <summary>What the forms of a dispute's step and of its end take.</summary>
public sealed class DisputeInput
{
    [Display(Name = "screening.on"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "screening.laboratory"), StringLength(100)]
    public string? Laboratory { get; set; }

    [Display(Name = "screening.report-number"), StringLength(100)]
    public string? DocumentNumber { get; set; }

    [Display(Name = "screening.is-positive")]
    public bool? IsPositive { get; set; }

    [Display(Name = "screening.told-to"), MaxLength(4)]
    public List<string>? ToldTo { get; set; }

    [Display(Name = "screening.told-on")]
    public DateOnly? ToldOn { get; set; }

    [Display(Name = "screening.told-at")]
    public TimeOnly? ToldAt { get; set; }

    [Display(Name = "screening.end-step")]
    public DisputeStep? End { get; set; }

    public int Version { get; set; }

    /// <summary>The form said that the confirmation is taken back.</summary>
    public bool TakesBack { get; set; }
}
