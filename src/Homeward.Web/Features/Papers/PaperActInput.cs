using System.ComponentModel.DataAnnotations;

namespace Homeward.Web.Features.Papers;

/// <summary>What the forms of service and of voiding take.</summary>
public sealed class PaperActInput
{
    [Display(Name = "papers.on")]
    public DateOnly? On { get; set; }

    [Display(Name = "papers.service-mode"), StringLength(20)]
    public string? Mode { get; set; }

    [Display(Name = "papers.receiver"), StringLength(60)]
    public string? Receiver { get; set; }

    [Display(Name = "papers.witness"), StringLength(60)]
    public string? Witness { get; set; }

    [Display(Name = "papers.void-reason"), StringLength(400)]
    public string? Reason { get; set; }

    public int? Version { get; set; }
}
