using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>Finds clients in the caller's scope by whatever was typed: a whole ID number or phone by blind index, else a name.</summary>
public sealed class ClientSearch(Db db, Keyring keys, NameIndex names)
{
    const int ShortestPhone = 7;

    public async Task<IReadOnlyList<Guid>> FindAsync(string text, int most, CancellationToken ct)
    {
        if (IdentityNumber.TryParse(text, out var number))
        {
            var index = keys.Index(number.ToString(), SealedColumn.ClientIdentityNumber);
            return await db.Clients.Where(client => client.IdentityNumberIndex == index).Select(client => client.Id).ToListAsync(ct);
        }
        if (text.All(letter => char.IsDigit(letter) || letter is '+' or '-' or ' ') && ClientSealing.Digits(text) is { Length: >= ShortestPhone } phone)
        {
            var index = keys.Index(phone, SealedColumn.ClientPhone);
            return await db.Clients.Where(client => client.PhoneIndex == index || client.OtherPhoneIndex == index).OrderBy(client => client.UpdatedAt).Take(most).Select(client => client.Id).ToListAsync(ct);
        }
        return await names.FindAsync(db, text, most, ct);
    }
}
