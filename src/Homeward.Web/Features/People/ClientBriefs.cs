using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.People;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>Who a page is about: the name, and what stands masked beside it.</summary>
public sealed record ClientBrief(Client Client, string Name, string Number, string Phone, int? Age);

/// <summary>Reads whom a page is about.</summary>
public sealed class ClientBriefs(Db db, Keyring keys, ShanghaiClock clock)
{
    public async Task<ClientBrief> RequireAsync(Guid id, CancellationToken ct) => Of(await db.Clients.AsNoTracking().RequireAsync(id, ct));

    public ClientBrief Of(Client client) => new(
        client,
        keys.Open(client.Name, SealedColumn.ClientName, client.Id),
        Masks.Number(keys.OpenOrNull(client.IdentityNumber, SealedColumn.ClientIdentityNumber, client.Id)),
        Masks.Phone(keys.OpenOrNull(client.Phone, SealedColumn.ClientPhone, client.Id)),
        client.BirthDate is { } born ? WorklistReader.AgeOn(born, clock.Today) : null);
}
