using System.Text.RegularExpressions;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Web.Features.People;

/// <summary>Checks what names a client, and seals it for its row.</summary>
public static partial class ClientSealing
{
    public static readonly Broken NumberShape = new("people.number-shape", "IdentityNumber");
    public static readonly Broken NumberDate = new("people.number-date", "IdentityNumber");
    public static readonly Broken NumberCheckDigit = new("people.number-check-digit", "IdentityNumber");
    public static readonly Broken PassportShape = new("people.passport-shape", "IdentityNumber");
    public static readonly Broken PhoneShape = new("people.phone-shape", "Phone");
    public static readonly Broken NameTooLong = new("people.name-too-long", "Name");
    public static readonly Broken TextTooLong = new("people.text-too-long");
    const int LongestName = 60;
    const int LongestText = 400;

    /// <summary>All that is wrong with the input; the number, canonical, where it is right.</summary>
    public static IReadOnlyList<Broken> WhyNot(ClientInput input, DateOnly today, out IdentityNumber? number)
    {
        var broken = new List<Broken>();
        number = null;
        if (string.IsNullOrWhiteSpace(input.Name))
        {
            broken.Add(Client.NameMissing);
        }
        if (input.Name?.Trim().Length > LongestName)
        {
            broken.Add(NameTooLong.With(LongestName));
        }
        if (!string.IsNullOrWhiteSpace(input.IdentityNumber))
        {
            broken.AddRange(input.IsPassport ? WhyNotPassport(input.IdentityNumber) : WhyNotNumber(input, today, out number));
        }
        broken.AddRange(WhyNotPhone(input.Phone, "Phone").Concat(WhyNotPhone(input.OtherPhone, "OtherPhone")));
        broken.AddRange(new[] { (input.RegisteredAddress, "RegisteredAddress"), (input.ResidenceAddress, "ResidenceAddress"), (input.Remarks, "Remarks") }
            .Where(text => text.Item1?.Length > LongestText).Select(text => (TextTooLong with { Field = text.Item2 }).With(LongestText)));
        broken.AddRange(Client.WhyNotDescribe(input.Details, today));
        return broken;
    }

    /// <summary>Birth date and sex taken from the number where they were not written.</summary>
    public static ClientDetails Completed(ClientDetails details, IdentityNumber? number) =>
        number is null ? details : details with { BirthDate = details.BirthDate ?? number.BirthDate, Sex = details.Sex ?? number.Sex };

    public static ClientIdentity Seal(this Keyring keys, Guid id, ClientInput input, IdentityNumber? number)
    {
        var canonical = number?.ToString() ?? input.IdentityNumber?.Trim().ToUpperInvariant();
        canonical = string.IsNullOrEmpty(canonical) ? null : canonical;
        var phone = Digits(input.Phone);
        var otherPhone = Digits(input.OtherPhone);
        return new ClientIdentity
        {
            Name = keys.Seal(Tidy(input.Name), SealedColumn.ClientName, id),
            IdentityNumber = keys.SealOrNull(canonical, SealedColumn.ClientIdentityNumber, id),
            IdentityNumberIndex = canonical is null ? null : keys.Index(canonical, SealedColumn.ClientIdentityNumber),
            HasPassport = canonical is not null && number is null,
            Phone = keys.SealOrNull(phone, SealedColumn.ClientPhone, id),
            PhoneIndex = phone is null ? null : keys.Index(phone, SealedColumn.ClientPhone),
            OtherPhone = keys.SealOrNull(otherPhone, SealedColumn.ClientOtherPhone, id),
            OtherPhoneIndex = otherPhone is null ? null : keys.Index(otherPhone, SealedColumn.ClientPhone),
            RegisteredAddress = keys.SealOrNull(input.RegisteredAddress, SealedColumn.ClientRegisteredAddress, id),
            ResidenceAddress = keys.SealOrNull(input.ResidenceAddress, SealedColumn.ClientResidenceAddress, id),
            Remarks = keys.SealOrNull(input.Remarks, SealedColumn.ClientRemarks, id),
        };
    }

    /// <summary>Opens what names a client, to be edited or compared.</summary>
    public static ClientInput Open(this Keyring keys, Client client) => new()
    {
        Name = keys.Open(client.Name, SealedColumn.ClientName, client.Id),
        IdentityNumber = keys.OpenOrNull(client.IdentityNumber, SealedColumn.ClientIdentityNumber, client.Id),
        IsPassport = client.HasPassport,
        Phone = keys.OpenOrNull(client.Phone, SealedColumn.ClientPhone, client.Id),
        OtherPhone = keys.OpenOrNull(client.OtherPhone, SealedColumn.ClientOtherPhone, client.Id),
        RegisteredAddress = keys.OpenOrNull(client.RegisteredAddress, SealedColumn.ClientRegisteredAddress, client.Id),
        ResidenceAddress = keys.OpenOrNull(client.ResidenceAddress, SealedColumn.ClientResidenceAddress, client.Id),
        Remarks = keys.OpenOrNull(client.Remarks, SealedColumn.ClientRemarks, client.Id),
        Details = new ClientDetails
        {
            Sex = client.Sex,
            BirthDate = client.BirthDate,
            Nationality = client.Nationality,
            Education = client.Education,
            MaritalStatus = client.MaritalStatus,
            Employment = client.Employment,
            Substances = client.Substances,
            FirstUseOn = client.FirstUseOn,
            Route = client.Route,
        },
    };

    /// <summary>Only digits and a leading plus: one phone has one index however it was written.</summary>
    public static string? Digits(string? phone)
    {
        var digits = new string([.. (phone ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(letter => char.IsAsciiDigit(letter) || letter == '+')]);
        digits = digits.StartsWith("+86", StringComparison.Ordinal) ? digits[3..] : digits;
        return digits.Length == 0 ? null : digits;
    }

    /// <summary>A name as it is kept: compatible forms folded, nothing invisible.</summary>
    public static string Tidy(string name) => Invisible().Replace(name.Normalize(System.Text.NormalizationForm.FormKC), "").Trim();

    static IEnumerable<Broken> WhyNotNumber(ClientInput input, DateOnly today, out IdentityNumber? number)
    {
        number = null;
        if (!IdentityNumber.TryParse(input.IdentityNumber, today, out var read, out var fault, out _))
        {
            return [fault switch { IdentityNumberFault.CheckDigit => NumberCheckDigit, IdentityNumberFault.Date => NumberDate, _ => NumberShape }];
        }
        number = read;
        return Client.WhyNotMatch(read, input.Details);
    }

    static IEnumerable<Broken> WhyNotPassport(string passport) => PassportText().IsMatch(passport.Trim()) ? [] : [PassportShape];

    static IEnumerable<Broken> WhyNotPhone(string? phone, string field) =>
        string.IsNullOrWhiteSpace(phone) || Digits(phone) is { Length: >= 5 and <= 20 } ? [] : [PhoneShape with { Field = field }];

    [GeneratedRegex("^[A-Za-z0-9]{5,20}$")]
    private static partial Regex PassportText();

    /// <summary>Control characters, zero-width characters and direction marks: they make two names that look alike differ.</summary>
    [GeneratedRegex(@"[\p{Cc}\p{Cf}]")]
    private static partial Regex Invisible();
}
