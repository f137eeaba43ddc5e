using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>What the search before a new file found: who it might be, and the unit to call where the number has a file out of scope.</summary>
public sealed record ClientMatch(IReadOnlyList<ClientBrief> Alike, string? CallUnit)
{
    /// <summary>The number has a file: a second one is not opened.</summary>
    public bool IsTaken { get; init; }
}

/// <summary>The search that goes before every new file.</summary>
public sealed class ClientMatches(Db db, Keyring keys, NameIndex names, UnitTree units, Actor actor, ShanghaiClock clock, ClientBriefs briefs)
{
    public static readonly Broken SearchFirst = new("people.search-first", "Name");
    public static readonly Broken SamePerson = new("people.same-person", "NotTheSame");
    const int Most = 20;

    public async Task<ClientMatch> FindAsync(string name, string? number, CancellationToken ct)
    {
        var alike = await names.FindAsync(db, name, Most, ct);
        var index = Canonical(number) is { } canonical ? keys.Index(canonical, SealedColumn.ClientIdentityNumber) : null;
        var taken = index is null ? null : await db.Clients.AsNoTracking().AcrossTheCity("a duplicate number is answered with the unit to call")
            .Where(client => client.IdentityNumberIndex == index).Select(client => new { client.Id, client.UnitId }).FirstOrDefaultAsync(ct);
        var own = taken is not null && db.Scope.Holds(taken.UnitId);
        Guid[] ids = [.. alike, .. own ? [taken!.Id] : Array.Empty<Guid>()];
        var found = await db.Clients.AsNoTracking().Where(client => ids.Contains(client.Id)).ToListAsync(ct);
        return new ClientMatch([.. found.OrderBy(client => Array.LastIndexOf(ids, client.Id) == ids.Length - 1 && own ? -1 : Array.IndexOf(ids, client.Id)).Select(briefs.Of)], own ? null : taken is null ? null : units.NameOf(taken.UnitId))
        {
            IsTaken = taken is not null,
        };
    }

    /// <summary>Proof, for today and this account, that the search was made for this name and number.</summary>
    public string Proof(string? name, string? number) => Convert.ToHexStringLower(keys.Index($"searched|{actor.AccountId}|{clock.Today:O}|{name?.Trim()}|{Canonical(number)}", SealedColumn.ClientName));

    /// <summary>Why a new file is not opened although each of its values is right.</summary>
    /// <param name="submission">Number of the form: sent again, it is not compared with the file that it opened.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="ct">Ends the search.</param>
    public async Task<IReadOnlyList<Broken>> WhyNotOpenAsync(Guid submission, ClientFormInput input, CancellationToken ct)
    {
        if (input.Searched != Proof(input.Name, input.IdentityNumber))
        {
            return [SearchFirst];
        }
        var born = input.BirthDate ?? (IdentityNumber.TryParse(input.IdentityNumber, out var number) ? number.BirthDate : null);
        if (input.NotTheSame || born is null)
        {
            return [];
        }
        var name = input.Name!.Trim();
        var ids = await names.FindAsync(db, name, Most, ct);
        var sameDay = await db.Clients.AsNoTracking().Where(client => ids.Contains(client.Id) && client.BirthDate == born && client.Id != submission).ToListAsync(ct);
        return sameDay.Any(client => briefs.Of(client).Name == name) ? [SamePerson] : [];
    }

    static string? Canonical(string? number) => string.IsNullOrWhiteSpace(number) ? null : IdentityNumber.TryParse(number, out var known) ? known.ToString() : number.Trim().ToUpperInvariant();
}
