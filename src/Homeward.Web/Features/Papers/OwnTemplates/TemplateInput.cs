using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Papers;

namespace Homeward.Web.Features.Papers.OwnTemplates;

/// <summary>What the form of an own template takes.</summary>
public sealed class TemplateInput
{
    [Display(Name = "papers.kind"), Required]
    public PaperKind? Kind { get; set; }

    [Display(Name = "papers.template-file", Description = "papers.template-file-hint")]
    public IFormFile? File { get; set; }
}
