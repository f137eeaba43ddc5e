using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Screening;

namespace Homeward.Web.Features.Screening;

/// <summary>What a form takes of how the samples were sealed, what was told on the spot and who signed; all of it may be left empty.</summary>
public class SpotInput
{
    [Display(Name = "screening.sealed-on")]
    public DateOnly? SealedOn { get; set; }

    [Display(Name = "screening.sealed-by", Description = "screening.sealed-by-hint"), StringLength(60)]
    public string? SealedBy { get; set; }

    [Display(Name = "screening.seal-signed")]
    public bool? SealSigned { get; set; }

    [Display(Name = "screening.kept-at", Description = "screening.kept-at-hint"), StringLength(100)]
    public string? KeptAt { get; set; }

    [Display(Name = "screening.told-on-spot")]
    public bool? ToldOnSpot { get; set; }

    [Display(Name = "screening.result-told-on", Description = "screening.result-told-on-hint")]
    public DateOnly? ResultToldOn { get; set; }

    [Display(Name = "screening.testers-signed")]
    public bool? TestersSigned { get; set; }

    [Display(Name = "screening.report-signed")]
    public bool? ReportSigned { get; set; }

    [Display(Name = "screening.refusal-note", Description = "screening.refusal-note-hint"), StringLength(400)]
    public string? RefusalNote { get; set; }

    /// <param name="withSamples">Whether samples are kept; otherwise what is said of them is left out of account.</param>
    public SpotNotes ToSpot(bool withSamples) => new()
    {
        SealedOn = withSamples ? SealedOn : null,
        SealedBy = withSamples ? Tidy(SealedBy) : null,
        SealSigned = withSamples ? SealSigned : null,
        KeptAt = withSamples ? Tidy(KeptAt) : null,
        ToldOnSpot = ToldOnSpot,
        ToldOn = ResultToldOn,
        TestersSigned = TestersSigned,
        ReportSigned = ReportSigned,
    };

    protected static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
