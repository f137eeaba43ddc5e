using Homeward.Domain.Foundation;

namespace Homeward.Domain.People;

/// <summary>A person whom the service accompanies. What names the person lies sealed.</summary>
public sealed class Client : IVersioned, IAudited, IBelongsToUnit
{
    public static readonly Broken NameMissing = new("people.name-missing", "Name");
    public static readonly Broken BirthDateContradicts = new("people.birth-date-contradicts", "BirthDate");
    public static readonly Broken SexContradicts = new("people.sex-contradicts", "Sex");
    public static readonly Broken BornInFuture = new("people.born-in-future", "BirthDate");
    public static readonly Broken FirstUseBeforeBirth = new("people.first-use-before-birth", "FirstUseOn");

    Client()
    {
    }

    public Client(Guid id, Guid unitId, ClientIdentity identity, ClientDetails details, DateTime now)
    {
        Id = id;
        UnitId = unitId;
        CreatedAt = now;
        Identify(identity, now);
        Describe(details, now);
    }

    public Guid Id { get; private set; }
    public Guid UnitId { get; private set; }

    /// <summary>The responsible worker; null while unassigned (rules R3.7).</summary>
    public Guid? ResponsibleId { get; private set; }

    public Sealed Name { get; private set; } = null!;
    public Sealed? IdentityNumber { get; private set; }

    /// <summary>True where the number is a passport's and not an identity card's.</summary>
    public bool HasPassport { get; private set; }

    /// <summary>Keyed blind index of the number, unique in the city.</summary>
    public byte[]? IdentityNumberIndex { get; private set; }
    public Sealed? Phone { get; private set; }
    public byte[]? PhoneIndex { get; private set; }
    public Sealed? OtherPhone { get; private set; }
    public byte[]? OtherPhoneIndex { get; private set; }
    public Sealed? RegisteredAddress { get; private set; }
    public Sealed? ResidenceAddress { get; private set; }
    public Sealed? Remarks { get; private set; }
    public Sex? Sex { get; private set; }
    public DateOnly? BirthDate { get; private set; }

    /// <summary>Codes of the lists <c>ethnicity</c>, <c>education</c>, <c>maritalStatus</c>, <c>employment</c>, <c>route</c>.</summary>
    public string? Nationality { get; private set; }
    public string? Education { get; private set; }
    public string? MaritalStatus { get; private set; }
    public string? Employment { get; private set; }

    /// <summary>Codes of the list <c>substance</c>, first the main one.</summary>
    public IReadOnlyList<string> Substances { get; private set; } = [];
    public DateOnly? FirstUseOn { get; private set; }
    public string? Route { get; private set; }
    public RiskLevel? Risk { get; private set; }
    public DateOnly? RiskAssessedOn { get; private set; }

    /// <summary>The day that the office wrote for somebody three years clean without an open measure (rules R1.54).</summary>
    public DateOnly? ThreeYearsCleanOn { get; private set; }
    public bool IsThreeYearsClean { get; private set; }
    public DateTime CreatedAt { get; private set; }

    /// <summary>Instant of the last change; the name search follows it.</summary>
    public DateTime UpdatedAt { get; private set; }
    public int Version { get; private set; }

    public static IEnumerable<Broken> WhyNotDescribe(ClientDetails details, DateOnly today)
    {
        if (details.BirthDate > today)
        {
            yield return BornInFuture.With(details.BirthDate);
        }
        if (details.FirstUseOn <= details.BirthDate)
        {
            yield return FirstUseBeforeBirth.With(details.FirstUseOn!, details.BirthDate!);
        }
    }

    /// <summary>The birth date and sex that are written must be those that the identity number carries.</summary>
    public static IEnumerable<Broken> WhyNotMatch(IdentityNumber number, ClientDetails details)
    {
        if (details.BirthDate is { } born && born != number.BirthDate)
        {
            yield return BirthDateContradicts.With(born, number.BirthDate);
        }
        if (details.Sex is { } sex && sex != number.Sex)
        {
            yield return SexContradicts;
        }
    }

    public void Identify(ClientIdentity identity, DateTime now)
    {
        Name = identity.Name;
        IdentityNumber = identity.IdentityNumber;
        IdentityNumberIndex = identity.IdentityNumberIndex;
        HasPassport = identity.HasPassport;
        Phone = identity.Phone;
        PhoneIndex = identity.PhoneIndex;
        OtherPhone = identity.OtherPhone;
        OtherPhoneIndex = identity.OtherPhoneIndex;
        RegisteredAddress = identity.RegisteredAddress;
        ResidenceAddress = identity.ResidenceAddress;
        Remarks = identity.Remarks;
        UpdatedAt = now;
    }

    public void Describe(ClientDetails details, DateTime now)
    {
        RulesBrokenException.ThrowIfAny(WhyNotDescribe(details, DateOnly.FromDateTime(now).AddDays(1)));
        Sex = details.Sex;
        BirthDate = details.BirthDate;
        Nationality = details.Nationality;
        Education = details.Education;
        MaritalStatus = details.MaritalStatus;
        Employment = details.Employment;
        Substances = details.Substances;
        FirstUseOn = details.FirstUseOn;
        Route = details.Route;
        UpdatedAt = now;
    }

    /// <summary>Sets the risk level as assessed on a day (rules R2.32–R2.38).</summary>
    internal void AssessRisk(RiskLevel level, DateOnly on)
    {
        Risk = level;
        RiskAssessedOn = on;
    }

    public void NoteThreeYearsClean(DateOnly? on)
    {
        IsThreeYearsClean = true;
        ThreeYearsCleanOn = on;
    }

    public void ClearThreeYearsClean()
    {
        IsThreeYearsClean = false;
        ThreeYearsCleanOn = null;
    }

    /// <summary>Hands the client to a unit and a worker; the history is kept as <see cref="ClientAssignment"/>.</summary>
    public void AssignTo(Guid unitId, Guid? responsibleId, DateTime now)
    {
        UnitId = unitId;
        ResponsibleId = responsibleId;
        UpdatedAt = now;
    }
}
