using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>Adds somebody close to a client who may be called, and ends it.</summary>
public sealed class SavePerson(Db db, Keyring keys, ShanghaiClock clock)
{
    public static readonly Broken RelationMissing = new("people.relation-missing", "Relation");
    public static readonly Broken TooMany = new("people.too-many-persons");
    public const int Most = 20;

    public async Task AddAsync(Guid id, Guid clientId, string name, string relation, string? phone, CancellationToken ct)
    {
        var client = await db.Clients.AsNoTracking().RequireAsync(clientId, ct);
        if (await db.ContactPersons.AnyAsync(person => person.Id == id, ct))
        {
            return;
        }
        var digits = ClientSealing.Digits(phone);
        var broken = new List<Broken>();
        if (!Data.CodeLists.CodeList.Has("relation", relation))
        {
            broken.Add(RelationMissing);
        }
        if (!string.IsNullOrWhiteSpace(phone) && digits is not { Length: >= 5 and <= 20 })
        {
            broken.Add(ClientSealing.PhoneShape);
        }
        if (await db.ContactPersons.CountAsync(person => person.ClientId == clientId && person.EndedOn == null, ct) >= Most)
        {
            broken.Add(TooMany.With(Most));
        }
        RulesBrokenException.ThrowIfAny(broken);
        db.ContactPersons.Add(new ContactPerson(id, client, keys.Seal(name.Trim(), SealedColumn.ContactPersonName, id), relation, keys.SealOrNull(digits, SealedColumn.ContactPersonPhone, id)));
        await db.SaveChangesAsync(ct);
    }

    public async Task EndAsync(Guid clientId, Guid id, CancellationToken ct)
    {
        var person = await db.ContactPersons.RequireAsync(id, ct);
        if (person.ClientId != clientId)
        {
            throw new Data.Scoping.NotFoundException();
        }
        if (person.EndedOn is null)
        {
            person.End(clock.Today);
            await db.SaveChangesAsync(ct);
        }
    }
}
