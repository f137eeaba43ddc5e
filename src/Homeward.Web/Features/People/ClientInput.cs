using Homeward.Domain.People;

namespace Homeward.Web.Features.People;

/// <summary>What a form, a sheet row or the API says of a client, in clear on its way to the seal.</summary>
public sealed record ClientInput
{
    public required string Name { get; init; }

    /// <summary>Identity number as written, or a passport number when <see cref="IsPassport"/>.</summary>
    public string? IdentityNumber { get; init; }
    public bool IsPassport { get; init; }
    public string? Phone { get; init; }
    public string? OtherPhone { get; init; }
    public string? RegisteredAddress { get; init; }
    public string? ResidenceAddress { get; init; }
    public string? Remarks { get; init; }
    public ClientDetails Details { get; init; } = new();
}
