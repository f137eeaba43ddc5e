using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Supervision;
using Homeward.Web.Components.Forms;

namespace Homeward.Web.Features.Supervision.Releases;

/// <summary>What the form of an announcement takes.</summary>
public sealed class AnnounceInput
{
    [Display(Name = "release.centre"), Required]
    public Guid? CentreId { get; set; }

    [Display(Name = "people.name"), Required, StringLength(60)]
    public string? Name { get; set; }

    [Display(Name = "people.number"), StringLength(30)]
    public string? IdentityNumber { get; set; }

    [Display(Name = "release.expected-on", Description = "release.expected-hint"), Required]
    public DateOnly? ExpectedOn { get; set; }

    [Display(Name = "release.announced-on")]
    public DateOnly? AnnouncedOn { get; set; }

    [Display(Name = "release.place"), Required]
    public Guid? PlaceId { get; set; }

    [Display(Name = "release.document-number"), StringLength(100)]
    public string? DocumentNumber { get; set; }

    [Display(Name = "release.brief", Description = "release.brief-hint"), StringLength(1000)]
    public string? Brief { get; set; }

    [Display(Name = "release.needs"), MaxLength(20), CodeOf("releaseNeed")]
    public List<string>? Needs { get; set; }

    [Display(Name = "people.not-the-same")]
    public bool NotTheSame { get; set; }

    public ReleaseAnnouncement ToAnnouncement() => new()
    {
        CentreId = CentreId ?? Guid.Empty,
        Name = Name ?? "",
        IdentityNumber = IdentityNumber,
        PlaceId = PlaceId ?? Guid.Empty,
        ExpectedOn = ExpectedOn!.Value,
        AnnouncedOn = AnnouncedOn,
        DocumentNumber = DocumentNumber,
        Brief = Brief,
        Needs = Needs ?? [],
        NotTheSame = NotTheSame,
    };
}

/// <summary>What the forms of a change or a withdrawal take.</summary>
public sealed class ChangeInput
{
    [Display(Name = "release.expected-on", Description = "release.expected-hint")]
    public DateOnly? ExpectedOn { get; set; }

    [Display(Name = "release.place")]
    public Guid? PlaceId { get; set; }

    [Display(Name = "ui.reason"), StringLength(500)]
    public string? Reason { get; set; }

    public int Version { get; set; }
}

/// <summary>What the forms of the receiving unit's steps take.</summary>
public sealed class StepInput
{
    [Display(Name = "release.on"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "ui.reason"), StringLength(500)]
    public string? Reason { get; set; }

    [Display(Name = "release.needs"), MaxLength(20), CodeOf("releaseNeed")]
    public List<string>? Needs { get; set; }

    [Display(Name = "release.collect-mode"), CodeOf("collectMode")]
    public string? CollectMode { get; set; }

    [Display(Name = "release.collector"), StringLength(60)]
    public string? Collector { get; set; }

    [Display(Name = "release.family")]
    public FamilyStance? Family { get; set; }

    [Display(Name = "release.taken-over-by", Description = "release.taken-over-by-hint"), StringLength(60)]
    public string? TakenOverBy { get; set; }

    [Display(Name = "release.visitor")]
    public Guid? StaffId { get; set; }

    [Display(Name = "release.visit-notes", Description = "release.visit-notes-hint"), StringLength(2000)]
    public string? Notes { get; set; }

    [Display(Name = "release.at")]
    public TimeOnly? At { get; set; }

    [Display(Name = "release.receipt-place"), StringLength(100)]
    public string? Place { get; set; }

    [Display(Name = "release.handed-over-by"), StringLength(60)]
    public string? HandedOverBy { get; set; }

    [Display(Name = "release.received-by"), StringLength(60)]
    public string? ReceivedBy { get; set; }

    [Display(Name = "release.certificate-number"), StringLength(100)]
    public string? DocumentNumber { get; set; }

    [Display(Name = "release.order-served-on", Description = "release.order-served-hint")]
    public DateOnly? ServedOn { get; set; }

    [Display(Name = "release.papers"), MaxLength(20), CodeOf("releasePaper")]
    public List<string>? Papers { get; set; }

    public int Version { get; set; }

    public ReceiptTold ToReceipt() => new()
    {
        On = On!.Value,
        At = At,
        CollectMode = CollectMode,
        Collector = Collector,
        Details = new ReceiptDetails(Place, HandedOverBy, ReceivedBy),
        DocumentNumber = DocumentNumber,
        ServedOn = ServedOn,
    };
}

/// <summary>What the form takes that ties a release to a file.</summary>
public sealed class LinkInput
{
    [Display(Name = "release.client"), Required]
    public Guid? ClientId { get; set; }

    [Display(Name = "release.same-person", Description = "release.same-person-hint")]
    public bool SamePerson { get; set; }

    public int Version { get; set; }
}

/// <summary>What the form takes that unties a release from a wrong file.</summary>
public sealed class UnlinkInput
{
    [Display(Name = "ui.reason"), Required, StringLength(500)]
    public string? Reason { get; set; }

    public int Version { get; set; }
}
