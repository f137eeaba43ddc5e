using System.ComponentModel.DataAnnotations;

namespace Homeward.Web.Components.Forms;

/// <summary>Why a step is taken that cannot be taken back.</summary>
public sealed class Reason
{
    [Display(Name = "ui.reason"), Required, StringLength(500)]
    public string? Text { get; set; }

    /// <summary>The submission it came with; see <c>Form.OnValid</c>.</summary>
    public Guid Submission { get; set; }
}
