using System.ComponentModel.DataAnnotations;

namespace Homeward.Web.Components.Gallery;

/// <summary>The input of the gallery's form: one of each kind of field.</summary>
public sealed class GalleryInput
{
    [Display(Name = "gallery.client"), Required]
    public string? Client { get; set; }

    [Display(Name = "gallery.on"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "gallery.temperature", Description = "gallery.temperature-hint"), Range(30.0, 42.0)]
    public decimal? Temperature { get; set; }

    [Display(Name = "gallery.kind"), Required]
    public string? Kind { get; set; }

    public Sample Specimen { get; set; } = new();

    public IFormFile? Photo { get; set; }

    [Display(Name = "gallery.note"), StringLength(20)]
    public string? Note { get; set; }

    [Display(Name = "gallery.certify"), Range(typeof(bool), "true", "true", ErrorMessage = "gallery.certify-missing")]
    public bool Certify { get; set; }

    /// <summary>The bottle and who saw it sealed.</summary>
    public sealed class Sample
    {
        [Display(Name = "gallery.seal"), Required, StringLength(20, MinimumLength = 6)]
        public string? Seal { get; set; }

        [Display(Name = "gallery.witness"), Required]
        public string? Witness { get; set; }
    }
}
