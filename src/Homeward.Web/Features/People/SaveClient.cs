using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>Opens a client's file, and corrects what it says.</summary>
public sealed class SaveClient(Db db, Keyring keys, UnitTree units, ShanghaiClock clock, Workers workers)
{
    public static readonly Broken NumberTaken = new("people.number-taken", "IdentityNumber");
    public static readonly Broken UnitUnknown = new("people.unit-unknown", "UnitId");

    public async Task<Client> CreateAsync(Guid id, ClientInput input, Guid unitId, Guid? responsibleId, CancellationToken ct)
    {
        if (await db.Clients.SingleOrDefaultAsync(client => client.Id == id, ct) is { } same)
        {
            return same;
        }
        var broken = ClientSealing.WhyNot(input, clock.Today, out var number).ToList();
        if (!db.Scope.Holds(unitId) || units.Find(unitId) is null or { EndedOn: not null })
        {
            broken.Add(UnitUnknown);
        }
        broken.AddRange((await workers.WhyNotAsync(responsibleId, unitId, db.Scope, clock.Today, ct)).Select(one => one with { Field = "ResponsibleId" }));
        RulesBrokenException.ThrowIfAny(broken);
        var identity = keys.Seal(id, input, number);
        await RefuseDuplicateAsync(id, identity, ct);
        var client = new Client(id, unitId, identity, ClientSealing.Completed(input.Details, number), clock.Now);
        client.AssignTo(unitId, responsibleId, clock.Now);
        db.Clients.Add(client);
        db.ClientAssignments.Add(new ClientAssignment(client, clock.Today, "opened"));
        db.Trail = db.Trail with { Act = "client.open" };
        await db.SaveChangesAsync(ct);
        return client;
    }

    public async Task<Client> UpdateAsync(Guid id, int version, ClientInput input, CancellationToken ct)
    {
        var client = await db.Clients.RequireAsync(id, version, ct);
        RulesBrokenException.ThrowIfAny(ClientSealing.WhyNot(input, clock.Today, out var number));
        var identity = keys.Seal(id, input, number);
        await RefuseDuplicateAsync(id, identity, ct);
        client.Identify(identity, clock.Now);
        client.Describe(ClientSealing.Completed(input.Details, number), clock.Now);
        db.Trail = db.Trail with { Act = "client.correct" };
        await db.SaveChangesAsync(ct);
        return client;
    }

    /// <summary>The same number anywhere in the city is answered with the unit to call, never with the record.</summary>
    async Task RefuseDuplicateAsync(Guid id, ClientIdentity identity, CancellationToken ct)
    {
        if (identity.IdentityNumberIndex is not { } index)
        {
            return;
        }
        var unitId = await db.Clients.AcrossTheCity("a duplicate number is answered with the unit to call")
            .Where(client => client.IdentityNumberIndex == index && client.Id != id)
            .Select(client => (Guid?)client.UnitId).FirstOrDefaultAsync(ct);
        RulesBrokenException.ThrowIfAny(unitId is null ? [] : [NumberTaken.With(units.NameOf(unitId))]);
    }
}
