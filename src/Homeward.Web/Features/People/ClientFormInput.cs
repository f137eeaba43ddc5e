using System.ComponentModel.DataAnnotations;
using Homeward.Data.CodeLists;
using Homeward.Domain.People;
using Homeward.Web.Components.Forms;

namespace Homeward.Web.Features.People;

/// <summary>What the forms of a client's file take.</summary>
public sealed class ClientFormInput
{
    [Display(Name = "people.name"), Required, StringLength(60)]
    public string? Name { get; set; }

    [Display(Name = "people.number", Description = "people.number-hint"), StringLength(30)]
    public string? IdentityNumber { get; set; }

    [Display(Name = "people.is-passport")]
    public bool IsPassport { get; set; }

    [Display(Name = "people.sex")]
    public Sex? Sex { get; set; }

    [Display(Name = "people.birth-date", Description = "people.birth-date-hint")]
    public DateOnly? BirthDate { get; set; }

    [Display(Name = "people.phone"), StringLength(30)]
    public string? Phone { get; set; }

    [Display(Name = "people.other-phone"), StringLength(30)]
    public string? OtherPhone { get; set; }

    [Display(Name = "people.registered-address"), StringLength(400)]
    public string? RegisteredAddress { get; set; }

    [Display(Name = "people.residence-address"), StringLength(400)]
    public string? ResidenceAddress { get; set; }

    [Display(Name = "people.nationality"), CodeOf("nationality")]
    public string? Nationality { get; set; }

    [Display(Name = "people.education"), CodeOf("education")]
    public string? Education { get; set; }

    [Display(Name = "people.marital-status"), CodeOf("maritalStatus")]
    public string? MaritalStatus { get; set; }

    [Display(Name = "people.employment"), CodeOf("employment")]
    public string? Employment { get; set; }

    [Display(Name = "people.substances"), MaxLength(20), CodeOf("substance")]
    public List<string>? Substances { get; set; }

    [Display(Name = "people.first-use")]
    public DateOnly? FirstUseOn { get; set; }

    [Display(Name = "people.route"), CodeOf("route")]
    public string? Route { get; set; }

    [Display(Name = "people.remarks"), StringLength(400)]
    public string? Remarks { get; set; }

    /// <summary>Of a new file: where it stands and who answers for it.</summary>
    [Display(Name = "people.unit")]
    public Guid? UnitId { get; set; }

    /// <summary>Of a new file: somebody looked at the one of the same name and birth date, and it is another person.</summary>
    [Display(Name = "people.not-the-same")]
    public bool NotTheSame { get; set; }

    /// <summary>Of a new file: proof that the compulsory search was made for this name and number.</summary>
    public string? Searched { get; set; }

    /// <summary>Of a correction: the version that was seen.</summary>
    public int Version { get; set; }

    public static ClientFormInput Of(ClientInput opened, int version) => new()
    {
        Name = opened.Name,
        IdentityNumber = opened.IdentityNumber,
        IsPassport = opened.IsPassport,
        Sex = opened.Details.Sex,
        BirthDate = opened.Details.BirthDate,
        Phone = opened.Phone,
        OtherPhone = opened.OtherPhone,
        RegisteredAddress = opened.RegisteredAddress,
        ResidenceAddress = opened.ResidenceAddress,
        Nationality = opened.Details.Nationality,
        Education = opened.Details.Education,
        MaritalStatus = opened.Details.MaritalStatus,
        Employment = opened.Details.Employment,
        Substances = [.. opened.Details.Substances],
        FirstUseOn = opened.Details.FirstUseOn,
        Route = opened.Details.Route,
        Remarks = opened.Remarks,
        Version = version,
    };

    public ClientInput ToInput() => new()
    {
        Name = Name ?? "",
        IdentityNumber = IdentityNumber,
        IsPassport = IsPassport,
        Phone = Phone,
        OtherPhone = OtherPhone,
        RegisteredAddress = RegisteredAddress,
        ResidenceAddress = ResidenceAddress,
        Remarks = Remarks,
        Details = new ClientDetails
        {
            Sex = Sex,
            BirthDate = BirthDate,
            Nationality = Known("nationality", Nationality),
            Education = Known("education", Education),
            MaritalStatus = Known("maritalStatus", MaritalStatus),
            Employment = Known("employment", Employment),
            Substances = [.. (Substances ?? []).Where(code => CodeList.Has("substance", code)).Distinct()],
            FirstUseOn = FirstUseOn,
            Route = Known("route", Route),
        },
    };

    static string? Known(string list, string? code) => CodeList.Has(list, code) ? code : null;
}
