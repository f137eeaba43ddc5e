using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Papers;

namespace Homeward.Web.Features.Papers.Scanning;

/// <summary>What the form of a scan takes.</summary>
public sealed class ScanInput
{
    [Display(Name = "papers.slot"), Required]
    public DossierSlot? Slot { get; set; }

    [Display(Name = "papers.scan-on", Description = "papers.scan-on-hint"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "papers.scan-title"), StringLength(100)]
    public string? Title { get; set; }

    [Display(Name = "papers.scan-file", Description = "papers.scan-file-hint")]
    public IFormFile? File { get; set; }

    public Guid? MeasureId { get; set; }
}

/// <summary>What the form that takes a scan out takes.</summary>
public sealed class ScanAnnulInput
{
    [Display(Name = "papers.void-reason"), StringLength(400)]
    public string? Reason { get; set; }

    public int? Version { get; set; }
}
