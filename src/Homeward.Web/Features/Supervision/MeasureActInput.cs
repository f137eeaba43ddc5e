using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Supervision;
using Homeward.Web.Components.Forms;

namespace Homeward.Web.Features.Supervision;

/// <summary>What the form of an act on a measure takes.</summary>
public sealed class MeasureActInput
{
    [Display(Name = "supervision.on"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "supervision.to")]
    public DateOnly? To { get; set; }

    [Display(Name = "supervision.known-on", Description = "supervision.known-on-hint")]
    public DateOnly? KnownOn { get; set; }

    [Display(Name = "supervision.in-writing")]
    public bool ReportedInWriting { get; set; }

    [Display(Name = "supervision.remote-screen")]
    public bool RemoteScreen { get; set; }

    [Display(Name = "ui.reason"), StringLength(40), CodeOf("actReason")]
    public string? Reason { get; set; }

    [Display(Name = "supervision.document-number"), StringLength(100)]
    public string? DocumentNumber { get; set; }

    [Display(Name = "supervision.issuer")]
    public IssuingBody? Issuer { get; set; }

    [Display(Name = "supervision.issuer-name"), StringLength(100)]
    public string? IssuedBy { get; set; }

    [Display(Name = "supervision.new-place")]
    public Guid? PlaceId { get; set; }

    [Display(Name = "supervision.window"), StringLength(10)]
    public string? Window { get; set; }

    [Display(Name = "supervision.destination"), StringLength(200)]
    public string? Destination { get; set; }

    [Display(Name = "supervision.contact"), StringLength(100)]
    public string? Contact { get; set; }

    [Display(Name = "supervision.companion"), StringLength(100)]
    public string? Companion { get; set; }

    [Display(Name = "supervision.reviewer"), StringLength(60)]
    public string? Reviewer { get; set; }

    [Display(Name = "supervision.note"), StringLength(1000)]
    public string? Note { get; set; }

    [Display(Name = "supervision.client-word", Description = "supervision.client-word-hint"), StringLength(12)]
    public string? ClientWord { get; set; }

    public int Version { get; set; }

    public MeasureVerbInput ToVerb()
    {
        var window = Window?.Split('.') ?? [];
        return new MeasureVerbInput
        {
            On = On!.Value,
            To = To,
            KnownOn = KnownOn,
            ReportedInWriting = ReportedInWriting,
            RemoteScreen = RemoteScreen,
            Reason = string.IsNullOrEmpty(Reason) ? null : Reason,
            DocumentNumber = DocumentNumber,
            Issuer = Issuer,
            IssuedBy = IssuedBy,
            PlaceId = PlaceId,
            Year = window.Length == 2 && int.TryParse(window[0], out var year) ? year : null,
            Index = window.Length == 2 && int.TryParse(window[1], out var index) ? index : null,
            ClientWord = ClientWord,
            Details = new ActDetails(Destination, Contact, Companion, Note) { Reviewer = Reviewer },
        };
    }
}
