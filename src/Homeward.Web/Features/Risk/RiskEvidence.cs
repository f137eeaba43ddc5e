using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Web.Features.Screening;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Risk;

/// <summary>One record that an assessment can stand on.</summary>
public sealed record EvidenceLine(string Code, DateOnly On, string Text, string Href);

/// <summary>The client's records that an assessment stands on: recorded where they belong, named here.</summary>
public sealed class RiskEvidence(Db db, Words words, ShanghaiClock clock)
{
    public static readonly Broken Unknown = new("risk.evidence-unknown", "Evidence");
    public static readonly Broken TooMany = new("risk.evidence-many", "Evidence");
    public const int Most = 40;
    const int Offered = 10;
    const int Months = 12;
    const string Screen = "screen";
    const string Contact = "contact";
    const string Act = "act";

    /// <summary>What happened within the year, the newest first.</summary>
    public async Task<IReadOnlyList<EvidenceLine>> OfferAsync(Guid clientId, CancellationToken ct)
    {
        var since = clock.Today.AddMonths(-Months);
        return await LinesAsync(clientId, since, null, Offered, ct);
    }

    /// <summary>The records behind codes, as they are shown.</summary>
    public async Task<IReadOnlyList<EvidenceLine>> OfAsync(Guid clientId, IReadOnlyCollection<string> codes, CancellationToken ct) =>
        codes.Count == 0 ? [] : await LinesAsync(clientId, DateOnly.MinValue, codes, Most, ct);

    /// <summary>Refuses what is no record of this client, and what was annulled.</summary>
    public async Task RequireAsync(Guid clientId, IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(codes.Count > Most ? [TooMany.With(Most)] : []);
        var known = (await OfAsync(clientId, codes, ct)).Select(line => line.Code).ToHashSet();
        RulesBrokenException.ThrowIfAny(codes.All(known.Contains) ? [] : [Unknown]);
    }

    async Task<IReadOnlyList<EvidenceLine>> LinesAsync(Guid clientId, DateOnly since, IReadOnlyCollection<string>? codes, int most, CancellationToken ct)
    {
        var (screenIds, contactIds, actIds) = (IdsOf(codes, Screen), IdsOf(codes, Contact), IdsOf(codes, Act));
        var screens = screenIds is [] ? [] : await db.Screens.AsNoTracking().Where(screen => screen.ClientId == clientId && screen.AnnulledOn == null && screen.On >= since && (codes == null || screenIds!.Contains(screen.Id)))
            .OrderByDescending(screen => screen.On).Take(most).ToListAsync(ct);
        var contacts = contactIds is [] ? [] : await db.Contacts.AsNoTracking().Where(contact => contact.ClientId == clientId && contact.AnnulledOn == null && contact.On >= since && (codes == null || contactIds!.Contains(contact.Id)))
            .OrderByDescending(contact => contact.On).Take(most).ToListAsync(ct);
        var acts = actIds is [] ? [] : await db.MeasureActs.AsNoTracking().Where(act => act.ClientId == clientId && act.AnnulledOn == null && act.On >= since && (codes == null || actIds!.Contains(act.Id)))
            .OrderByDescending(act => act.On).Take(most).ToListAsync(ct);
        return
        [
            .. screens.Select(screen => new EvidenceLine($"{Screen}:{screen.Id}", screen.On, ScreenWords.Title(screen, words), $"/screening/{screen.Id}"))
                .Concat(contacts.Select(contact => new EvidenceLine($"{Contact}:{contact.Id}", contact.On, words.Code("contactMode", contact.Mode.ToString()), $"/contacts/{contact.Id}")))
                .Concat(acts.Select(act => new EvidenceLine($"{Act}:{act.Id}", act.On, words[$"supervision.act-{act.Kind}"], $"/measures/{act.MeasureId}")))
                .OrderByDescending(line => line.On),
        ];
    }

    /// <summary>Null where everything is offered.</summary>
    static Guid[]? IdsOf(IReadOnlyCollection<string>? codes, string kind) => codes is null ? null :
        [.. codes.Where(code => code.StartsWith($"{kind}:", StringComparison.Ordinal)).Select(code => Guid.TryParse(code.AsSpan(kind.Length + 1), out var id) ? id : Guid.Empty)];
}
