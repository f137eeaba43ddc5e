using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Web.Foundation;

namespace Homeward.Web.Features.People;

/// <summary>Which masked value is to be seen.</summary>
public enum RevealedField
{
    IdentityNumber,
    Phone,
    OtherPhone,
    RegisteredAddress,
    ResidenceAddress,
}

/// <summary>Shows one masked value; the act is in the audit log before the value is on the screen.</summary>
public sealed class RevealClient(Db db, Keyring keys)
{
    public async Task<string> RunAsync(Guid clientId, RevealedField field, CancellationToken ct)
    {
        var client = await db.Clients.RequireAsync(clientId, ct);
        var (value, column) = Find(client, field);
        db.Audit("client.reveal", field.ToString(), client.Id, client.Id);
        await db.SaveChangesAsync(ct);
        return keys.OpenOrNull(value, column, client.Id) ?? "";
    }

    static (Sealed?, SealedColumn) Find(Client client, RevealedField field) => field switch
    {
        RevealedField.IdentityNumber => (client.IdentityNumber, SealedColumn.ClientIdentityNumber),
        RevealedField.Phone => (client.Phone, SealedColumn.ClientPhone),
        RevealedField.OtherPhone => (client.OtherPhone, SealedColumn.ClientOtherPhone),
        RevealedField.RegisteredAddress => (client.RegisteredAddress, SealedColumn.ClientRegisteredAddress),
        _ => (client.ResidenceAddress, SealedColumn.ClientResidenceAddress),
    };
}
