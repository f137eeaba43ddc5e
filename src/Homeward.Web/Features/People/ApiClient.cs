using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;

namespace Homeward.Web.Features.People;

/// <summary>A client as the API shows one: name in clear inside the scope, numbers and addresses masked.</summary>
public sealed record ApiClient(
    Guid Id, string Name, Sex? Sex, DateOnly? BirthDate, string IdentityNumber, string Phone, string ResidenceAddress, ApiReference Unit, Guid? ResponsibleId,
    RiskLevel? Risk, bool ThreeYearsClean, string? Nationality, string? Education, string? MaritalStatus, string? Employment, IReadOnlyList<string> Substances, DateOnly? FirstUseOn, string? Route,
    DateTime UpdatedAt, int Version)
{
    public static ApiClient Of(Client client, Keyring keys, UnitTree units) => Of(ClientRow.Read(client), keys, units);

    public static ApiClient Of(ClientRow client, Keyring keys, UnitTree units) => new(
        client.Id,
        keys.Open(client.Name, SealedColumn.ClientName, client.Id),
        client.Sex,
        client.BirthDate,
        Masks.Number(keys.OpenOrNull(client.IdentityNumber, SealedColumn.ClientIdentityNumber, client.Id)),
        Masks.Phone(keys.OpenOrNull(client.Phone, SealedColumn.ClientPhone, client.Id)),
        Masks.Address(keys.OpenOrNull(client.ResidenceAddress, SealedColumn.ClientResidenceAddress, client.Id)),
        new ApiReference(client.UnitId, units.NameOf(client.UnitId)),
        client.ResponsibleId,
        client.Risk, client.IsThreeYearsClean, client.Nationality, client.Education, client.MaritalStatus, client.Employment, client.Substances, client.FirstUseOn, client.Route,
        client.UpdatedAt, client.Version);
}

/// <summary>What of a client's record the API shows: no more is read from the database.</summary>
public sealed record ClientRow(
    Guid Id, Sealed Name, Sex? Sex, DateOnly? BirthDate, Sealed? IdentityNumber, Sealed? Phone, Sealed? ResidenceAddress, Guid UnitId, Guid? ResponsibleId,
    RiskLevel? Risk, bool IsThreeYearsClean, string? Nationality, string? Education, string? MaritalStatus, string? Employment, IReadOnlyList<string> Substances, DateOnly? FirstUseOn, string? Route,
    DateTime UpdatedAt, int Version)
{
    public static readonly Expression<Func<Client, ClientRow>> Of = client => new ClientRow(
        client.Id, client.Name, client.Sex, client.BirthDate, client.IdentityNumber, client.Phone, client.ResidenceAddress, client.UnitId, client.ResponsibleId,
        client.Risk, client.IsThreeYearsClean, client.Nationality, client.Education, client.MaritalStatus, client.Employment, client.Substances, client.FirstUseOn, client.Route,
        client.UpdatedAt, client.Version);

    public static readonly Func<Client, ClientRow> Read = Of.Compile();
}

/// <summary>What opens a client's file.</summary>
public sealed record ApiNewClient : IApiBody
{
    [StringLength(60)]
    public required string Name { get; init; }
    public required Guid UnitId { get; init; }
    public Guid? ResponsibleId { get; init; }
    [StringLength(30)]
    public string? IdentityNumber { get; init; }
    public bool Passport { get; init; }
    public Sex? Sex { get; init; }
    public DateOnly? BirthDate { get; init; }
    [StringLength(30)]
    public string? Phone { get; init; }
    [StringLength(30)]
    public string? OtherPhone { get; init; }
    [StringLength(400)]
    public string? RegisteredAddress { get; init; }
    [StringLength(400)]
    public string? ResidenceAddress { get; init; }
    [StringLength(400)]
    public string? Remarks { get; init; }
    [CodeOf("nationality")]
    public string? Nationality { get; init; }
    [CodeOf("education")]
    public string? Education { get; init; }
    [CodeOf("maritalStatus")]
    public string? MaritalStatus { get; init; }
    [CodeOf("employment")]
    public string? Employment { get; init; }
    [MaxLength(20), CodeOf("substance")]
    public IReadOnlyList<string> Substances { get; init; } = [];
    public DateOnly? FirstUseOn { get; init; }
    [CodeOf("route")]
    public string? Route { get; init; }

    public ClientInput ToInput() => new()
    {
        Name = Name,
        IdentityNumber = IdentityNumber,
        IsPassport = Passport,
        Phone = Phone,
        OtherPhone = OtherPhone,
        RegisteredAddress = RegisteredAddress,
        ResidenceAddress = ResidenceAddress,
        Remarks = Remarks,
        Details = new ClientDetails
        {
            Sex = Sex,
            BirthDate = BirthDate,
            Nationality = Nationality,
            Education = Education,
            MaritalStatus = MaritalStatus,
            Employment = Employment,
            Substances = Substances,
            FirstUseOn = FirstUseOn,
            Route = Route,
        },
    };
}

/// <summary>The fields of a client to change; what is absent stays.</summary>
public sealed record ApiClientPatch : IApiBody
{
    [StringLength(60)]
    public string? Name { get; init; }
    [StringLength(30)]
    public string? Phone { get; init; }
    [StringLength(30)]
    public string? OtherPhone { get; init; }
    [StringLength(400)]
    public string? RegisteredAddress { get; init; }
    [StringLength(400)]
    public string? ResidenceAddress { get; init; }
    [StringLength(400)]
    public string? Remarks { get; init; }
    [CodeOf("education")]
    public string? Education { get; init; }
    [CodeOf("maritalStatus")]
    public string? MaritalStatus { get; init; }
    [CodeOf("employment")]
    public string? Employment { get; init; }
    [MaxLength(20), CodeOf("substance")]
    public IReadOnlyList<string>? Substances { get; init; }

    public ClientInput Over(ClientInput now) => now with
    {
        Name = Name ?? now.Name,
        Phone = Phone ?? now.Phone,
        OtherPhone = OtherPhone ?? now.OtherPhone,
        RegisteredAddress = RegisteredAddress ?? now.RegisteredAddress,
        ResidenceAddress = ResidenceAddress ?? now.ResidenceAddress,
        Remarks = Remarks ?? now.Remarks,
        Details = now.Details with
        {
            Education = Education ?? now.Details.Education,
            MaritalStatus = MaritalStatus ?? now.Details.MaritalStatus,
            Employment = Employment ?? now.Details.Employment,
            Substances = Substances ?? now.Details.Substances,
        },
    };
}
