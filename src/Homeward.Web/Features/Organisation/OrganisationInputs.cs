using System.ComponentModel.DataAnnotations;
using Homeward.Domain.Organisation;
using Homeward.Domain.People;

namespace Homeward.Web.Features.Organisation;

/// <summary>What the form of a unit takes.</summary>
public sealed class UnitInput
{
    [Display(Name = "organisation.code"), Required, StringLength(40)]
    public string? Code { get; set; }

    [Display(Name = "organisation.name"), Required, StringLength(60)]
    public string? Name { get; set; }

    [Display(Name = "organisation.level"), Required]
    public UnitLevel? Level { get; set; }

    [Display(Name = "organisation.parent")]
    public Guid? ParentId { get; set; }

    [Display(Name = "organisation.organisation-parent")]
    public Guid? OrganisationParentId { get; set; }

    public int Version { get; set; }
}

/// <summary>What the form of a person of staff takes.</summary>
public sealed class StaffInput
{
    [Display(Name = "organisation.staff-name"), Required, StringLength(60)]
    public string? Name { get; set; }

    [Display(Name = "organisation.work-number"), StringLength(40)]
    public string? WorkNumber { get; set; }

    [Display(Name = "organisation.sex")]
    public Sex? Sex { get; set; }

    [Display(Name = "organisation.birth-date")]
    public DateOnly? BirthDate { get; set; }

    [Display(Name = "organisation.hired-on")]
    public DateOnly? HiredOn { get; set; }

    [Display(Name = "organisation.education"), StringLength(40)]
    public string? Education { get; set; }

    [Display(Name = "organisation.qualification"), StringLength(40)]
    public string? Qualification { get; set; }

    [Display(Name = "organisation.qualification-number"), StringLength(60)]
    public string? QualificationNumber { get; set; }

    [Display(Name = "organisation.qualification-until")]
    public DateOnly? QualificationValidUntil { get; set; }

    [Display(Name = "organisation.unit"), Required]
    public Guid? UnitId { get; set; }

    [Display(Name = "organisation.post"), StringLength(60)]
    public string? Post { get; set; }

    public int Version { get; set; }

    public StaffDetails Details() => new()
    {
        WorkNumber = string.IsNullOrWhiteSpace(WorkNumber) ? null : WorkNumber.Trim(),
        Sex = Sex,
        BirthDate = BirthDate,
        HiredOn = HiredOn,
        Education = Education,
        Qualification = Qualification,
        QualificationNumber = QualificationNumber,
        QualificationValidUntil = QualificationValidUntil,
        Post = Post,
    };

    public static StaffInput Of(Staff staff) => new()
    {
        Name = staff.Name,
        WorkNumber = staff.WorkNumber,
        Sex = staff.Sex,
        BirthDate = staff.BirthDate,
        HiredOn = staff.HiredOn,
        Education = staff.Education,
        Qualification = staff.Qualification,
        QualificationNumber = staff.QualificationNumber,
        QualificationValidUntil = staff.QualificationValidUntil,
        UnitId = staff.UnitId,
        Post = staff.Post,
        Version = staff.Version,
    };
}

/// <summary>What the form of a grant takes.</summary>
public sealed class GrantInput
{
    [Display(Name = "organisation.account"), Required]
    public Guid? AccountId { get; set; }

    [Display(Name = "organisation.role"), Required]
    public Role? Role { get; set; }

    [Display(Name = "organisation.unit"), Required]
    public Guid? UnitId { get; set; }

    [Display(Name = "organisation.purpose"), Required, StringLength(40)]
    public string? Purpose { get; set; }

    [Display(Name = "organisation.valid-from"), Required]
    public DateOnly? ValidFrom { get; set; }

    [Display(Name = "organisation.valid-to")]
    public DateOnly? ValidTo { get; set; }
}
