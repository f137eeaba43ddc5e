using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Casework;
using Homeward.Web.Components.Forms;

namespace Homeward.Web.Features.Casework;

/// <summary>What the record form of a contact takes.</summary>
public sealed class ContactInput
{
    [Display(Name = "casework.mode"), Required]
    public ContactMode? Mode { get; set; }

    [Display(Name = "casework.on"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "casework.started-at")]
    public TimeOnly? StartedAt { get; set; }

    [Display(Name = "casework.minutes")]
    public int? DurationMinutes { get; set; }

    [Display(Name = "casework.worker")]
    public Guid? StaffId { get; set; }

    /// <summary>Codes of the list <c>contactPurpose</c>.</summary>
    [Display(Name = "casework.purposes", Description = "casework.purposes-hint"), MaxLength(12), CodeOf("contactPurpose")]
    public List<string>? Purposes { get; set; }

    /// <summary>Codes of the list <c>service</c>.</summary>
    [Display(Name = "casework.services", Description = "casework.services-hint"), MaxLength(12), CodeOf("service")]
    public List<string>? Services { get; set; }

    /// <summary>Codes of the list <c>lifeEvent</c>.</summary>
    [Display(Name = "casework.life-events", Description = "casework.life-events-hint"), MaxLength(12), CodeOf("lifeEvent")]
    public List<string>? LifeEvents { get; set; }

    [Display(Name = "casework.content"), StringLength(4000)]
    public string? Content { get; set; }

    [Display(Name = "casework.observations"), StringLength(2000)]
    public string? Observations { get; set; }

    [Display(Name = "casework.next-step"), StringLength(500)]
    public string? NextStep { get; set; }

    [Display(Name = "casework.next-step-on")]
    public DateOnly? NextStepOn { get; set; }

    public ContactRecord ToRecord() => new()
    {
        On = On!.Value,
        Mode = Mode!.Value,
        StaffId = StaffId,
        StartedAt = StartedAt,
        DurationMinutes = DurationMinutes,
        Purposes = [.. (Purposes ?? []).Where(code => Data.CodeLists.CodeList.Has("contactPurpose", code)).Distinct()],
        Services = [.. (Services ?? []).Where(code => Data.CodeLists.CodeList.Has("service", code))],
        LifeEvents = [.. (LifeEvents ?? []).Where(code => Data.CodeLists.CodeList.Has("lifeEvent", code))],
        NextStepOn = NextStepOn,
    };
}
