using System.ComponentModel.DataAnnotations;

namespace Homeward.Web.Features.Exchange.Runs;

/// <summary>The form that takes a file in.</summary>
public sealed class ImportInput
{
    [Display(Name = "exchange.sheet"), Required]
    public string? Sheet { get; set; }

    [Display(Name = "exchange.file", Description = "exchange.file-hint")]
    public IFormFile? File { get; set; }

    [Display(Name = "exchange.worksheet", Description = "exchange.worksheet-hint"), StringLength(31)]
    public string? Worksheet { get; set; }
}
