using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>Finds the clients of a chunk by the blind index of their numbers: one statement for those in scope, one for the units of the others.</summary>
public sealed class KnownClients(Db db, Keyring keys, KnownUnits units)
{
    /// <summary>Somebody whose file lies outside the caller's scope: answered with the unit to call, never with the record.</summary>
    static readonly Broken Elsewhere = new("person-elsewhere");
    static readonly Broken Unknown = new("unknown-person");

    public async Task<FoundClients> FindAsync(IEnumerable<IdentityNumber> numbers, CancellationToken ct)
    {
        var indexes = numbers.Select(number => number.ToString()).Distinct().ToDictionary(number => number, number => keys.Index(number, SealedColumn.ClientIdentityNumber));
        var sought = indexes.Values.ToList();
        var found = await db.Clients.Where(client => sought.Contains(client.IdentityNumberIndex!)).ToListAsync(ct);
        var byIndex = found.ToDictionary(client => Convert.ToHexString(client.IdentityNumberIndex!));
        var away = db.Scope.SpansAll || found.Count == sought.Count ? [] : await db.Clients
            .AcrossTheCity("a person of a sheet who is known elsewhere is answered with the unit to call")
            .Where(client => sought.Contains(client.IdentityNumberIndex!))
            .Select(client => new { client.IdentityNumberIndex, client.UnitId })
            .ToDictionaryAsync(client => Convert.ToHexString(client.IdentityNumberIndex!), client => client.UnitId, ct);
        return new FoundClients(
            indexes.Where(pair => byIndex.ContainsKey(Convert.ToHexString(pair.Value))).ToDictionary(pair => pair.Key, pair => byIndex[Convert.ToHexString(pair.Value)]),
            indexes.Where(pair => away.ContainsKey(Convert.ToHexString(pair.Value)) && !byIndex.ContainsKey(Convert.ToHexString(pair.Value)))
                .ToDictionary(pair => pair.Key, pair => away[Convert.ToHexString(pair.Value)]));
    }

    /// <summary>Why there is no client behind a number: known elsewhere, or to nobody.</summary>
    public Broken WhyMissing(FoundClients found, IdentityNumber number) => WhyElsewhere(found, number) ?? Unknown;

    public Broken? WhyElsewhere(FoundClients found, IdentityNumber number) =>
        found.Elsewhere.TryGetValue(number.ToString(), out var unit) ? Elsewhere.With(units.NameOf(unit)) : null;
}

/// <summary>Clients in scope by number, and the units of those outside it.</summary>
public sealed record FoundClients(IReadOnlyDictionary<string, Client> Clients, IReadOnlyDictionary<string, Guid> Elsewhere)
{
    public Client? this[IdentityNumber number] => Clients.GetValueOrDefault(number.ToString());
}
