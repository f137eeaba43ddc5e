using Homeward.Domain.Foundation;

namespace Homeward.Domain.People;

/// <summary>What names a client, sealed for its row, with the blind indexes that find it again.</summary>
public sealed record ClientIdentity
{
    public required Sealed Name { get; init; }
    public Sealed? IdentityNumber { get; init; }
    public byte[]? IdentityNumberIndex { get; init; }
    public bool HasPassport { get; init; }
    public Sealed? Phone { get; init; }
    public byte[]? PhoneIndex { get; init; }
    public Sealed? OtherPhone { get; init; }
    public byte[]? OtherPhoneIndex { get; init; }
    public Sealed? RegisteredAddress { get; init; }
    public Sealed? ResidenceAddress { get; init; }
    public Sealed? Remarks { get; init; }
}

/// <summary>What is known of a client and names nobody.</summary>
public sealed record ClientDetails
{
    public Sex? Sex { get; init; }
    public DateOnly? BirthDate { get; init; }
    public string? Nationality { get; init; }
    public string? Education { get; init; }
    public string? MaritalStatus { get; init; }
    public string? Employment { get; init; }
    public IReadOnlyList<string> Substances { get; init; } = [];
    public DateOnly? FirstUseOn { get; init; }
    public string? Route { get; init; }
}
