using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Features.People;
using Homeward.Web.Foundation.Storage;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>What a roster row says of the person, laid over what is recorded. An empty cell erases nothing.</summary>
public sealed class RosterClients(Keyring keys, ShanghaiClock clock)
{
    /// <summary>A new file, from the row alone.</summary>
    public Client Open(RosterRow row, Guid unitId)
    {
        var id = Ids.New();
        var input = Merge(new ClientInput { Name = "" }, row);
        return new Client(id, unitId, keys.Seal(id, input, row.IdentityNumber), input.Details, clock.Now);
    }

    public IEnumerable<Broken> WhyNotMerge(Client client, RosterRow row) => Client.WhyNotDescribe(Merge(keys.Open(client), row).Details, clock.Today);

    /// <summary>Seals anew only where something differs. Returns whether it did.</summary>
    public bool Correct(Client client, RosterRow row)
    {
        var known = keys.Open(client);
        var input = Merge(known, row);
        var isSame = input with { Details = known.Details } == known;
        var isDescribedSame = IsSame(input.Details, known.Details);
        if (!isSame)
        {
            client.Identify(keys.Seal(client.Id, input, row.IdentityNumber), clock.Now);
        }
        if (!isDescribedSame)
        {
            client.Describe(input.Details, clock.Now);
        }
        return !isSame || !isDescribedSame;
    }

    static ClientInput Merge(ClientInput known, RosterRow row)
    {
        var (phone, otherPhone) = Phones(known, row);
        return known with
        {
            Name = ClientSealing.Tidy(row.Name),
            IdentityNumber = row.IdentityNumber.ToString(),
            IsPassport = false,
            Phone = phone,
            OtherPhone = otherPhone,
            RegisteredAddress = Newer(row.RegisteredAddress, known.RegisteredAddress, PlainText.Line),
            ResidenceAddress = Newer(row.ResidenceAddress, known.ResidenceAddress, PlainText.Line),
            Remarks = Newer(row.Remarks, known.Remarks, PlainText.Notes),
            Details = known.Details with
            {
                Sex = row.Sex,
                BirthDate = row.BirthDate,
                Education = row.Education ?? known.Details.Education,
                MaritalStatus = row.MaritalStatus ?? known.Details.MaritalStatus,
                Employment = row.Employment ?? known.Details.Employment,
                Substances = row.Substances.Count > 0 ? row.Substances : known.Details.Substances,
            },
        };
    }

    static (string? Phone, string? OtherPhone) Phones(ClientInput known, RosterRow row) => row.Phones.Select(ClientSealing.Digits).OfType<string>().Distinct().Take(2).ToList() switch
    {
        [] => (known.Phone, known.OtherPhone),
        [var one] => one == known.OtherPhone ? (known.Phone, one) : (one, known.OtherPhone),
        [var one, var other, ..] => one == known.OtherPhone && other == known.Phone ? (other, one) : (one, other),
    };

    /// <summary>The recorded text stays where the cell says the same, cleaned as cells are.</summary>
    static string? Newer(string? written, string? known, Func<string, string> clean) =>
        written is null || (known is not null && clean(known) == written) ? known : written;

    static bool IsSame(ClientDetails one, ClientDetails other) =>
        one with { Substances = other.Substances } == other && one.Substances.SequenceEqual(other.Substances);
}
