using System.Globalization;
using Homeward.Data;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>What a list of clients is asked for.</summary>
public sealed record ClientListFilter
{
    public string? Text { get; init; }
    public Guid? UnitId { get; init; }
    public Guid? WorkerId { get; init; }
    public bool Unassigned { get; init; }
    public MeasureKind? Measure { get; init; }
    public RiskLevel? Risk { get; init; }
    public SortOrder Sort { get; init; } = new("changed", true);
    public string? After { get; init; }
}

/// <summary>One line of the list of clients.</summary>
public sealed record ClientListRow(ClientBrief Brief, string? Responsible, ListedMeasure? Measure, int Open, int Overdue);

/// <summary>The measure of a line and where it stands today.</summary>
public sealed record ListedMeasure(MeasureKind Kind, MeasureStatus Status);

/// <summary>A page of the list, where the next begins, and whether the order by name had to be given up.</summary>
public sealed record ClientListPage(IReadOnlyList<ClientListRow> Rows, string? Next, int? Total, bool TooManyForNames = false);

/// <summary>Lists the clients in scope, a page at a time; only the names of the page are opened.</summary>
public sealed class ClientList(Db db, ClientSearch search, NameIndex names, UnitTree units, ShanghaiClock clock, ClientBriefs briefs, PlanObligations plan, Lateness lateness)
{
    public const int PageSize = 25;
    const int MostFound = 200;
    const int MostSorted = 5000;

    public async Task<ClientListPage> ReadAsync(ClientListFilter filter, CancellationToken ct)
    {
        if (filter.Text is { } text)
        {
            var found = await search.FindAsync(text, MostFound, ct);
            return await InOrderAsync(filter, await FittingAsync(filter, found, ct), ct);
        }
        if (filter.Sort.Key == "name")
        {
            var order = await names.InOrderAsync(db, filter.UnitId is { } unit ? units.WithBelow(unit).ToHashSet() : null, ct);
            var fitting = Narrows(filter) ? await FittingAsync(filter, null, ct) : null;
            if (fitting is not { Count: > MostSorted })
            {
                var wanted = fitting?.ToHashSet();
                var kept = order.Where(id => wanted is null || wanted.Contains(id));
                return await InOrderAsync(filter, [.. filter.Sort.Descending ? kept.Reverse() : kept], ct);
            }
            return await ByChangeAsync(filter, ct) with { TooManyForNames = true };
        }
        return await ByChangeAsync(filter, ct);
    }

    static bool Narrows(ClientListFilter filter) => filter.WorkerId is not null || filter.Unassigned || filter.Measure is not null || filter.Risk is not null;

    /// <summary>Which clients fit the filter; of those given, in their order.</summary>
    async Task<IReadOnlyList<Guid>> FittingAsync(ClientListFilter filter, IReadOnlyList<Guid>? among, CancellationToken ct)
    {
        if (among is null)
        {
            return await Fitting(filter).Select(client => client.Id).Take(MostSorted + 1).ToListAsync(ct);
        }
        var fitting = await Fitting(filter).Where(client => among.Contains(client.Id)).Select(client => client.Id).ToListAsync(ct);
        return [.. among.Where(fitting.ToHashSet().Contains)];
    }

    IQueryable<Client> Fitting(ClientListFilter filter)
    {
        var clients = db.Clients.AsNoTracking();
        if (filter.UnitId is { } unit)
        {
            var below = units.WithBelow(unit).ToArray();
            clients = clients.Where(client => below.Contains(client.UnitId));
        }
        if (filter.WorkerId is { } worker)
        {
            clients = clients.Where(client => client.ResponsibleId == worker);
        }
        if (filter.Unassigned)
        {
            clients = clients.Where(client => client.ResponsibleId == null);
        }
        if (filter.Risk is { } risk)
        {
            clients = clients.Where(client => client.Risk == risk);
        }
        return filter.Measure is { } kind ? clients.Where(client => db.Measures.Any(measure => measure.ClientId == client.Id && measure.Kind == kind && measure.EndedOn == null)) : clients;
    }

    async Task<ClientListPage> InOrderAsync(ClientListFilter filter, IReadOnlyList<Guid> order, CancellationToken ct)
    {
        var start = Guid.TryParse(filter.After, out var after) ? order.ToList().IndexOf(after) + 1 : 0;
        var ids = order.Skip(start).Take(PageSize).ToArray();
        var rows = await RowsAsync(db.Clients.AsNoTracking().Where(client => ids.Contains(client.Id)), ct);
        return new ClientListPage([.. rows.OrderBy(row => Array.IndexOf(ids, row.Brief.Client.Id))], start + PageSize < order.Count ? ids[^1].ToString() : null, order.Count);
    }

    async Task<ClientListPage> ByChangeAsync(ClientListFilter filter, CancellationToken ct)
    {
        var clients = Fitting(filter);
        var down = filter.Sort.Descending || filter.Sort.Key == "name";
        if (ReadPlace(filter.After) is var (at, id))
        {
            clients = down ? clients.Where(client => client.UpdatedAt < at || (client.UpdatedAt == at && client.Id.CompareTo(id) < 0))
                : clients.Where(client => client.UpdatedAt > at || (client.UpdatedAt == at && client.Id.CompareTo(id) > 0));
        }
        var ordered = down ? clients.OrderByDescending(client => client.UpdatedAt).ThenByDescending(client => client.Id) : clients.OrderBy(client => client.UpdatedAt).ThenBy(client => client.Id);
        var rows = await RowsAsync(ordered.Take(PageSize + 1), ct);
        var sorted = down ? rows.OrderByDescending(row => row.Brief.Client.UpdatedAt).ThenByDescending(row => row.Brief.Client.Id) : rows.OrderBy(row => row.Brief.Client.UpdatedAt).ThenBy(row => row.Brief.Client.Id);
        ClientListRow[] page = [.. sorted.Take(PageSize)];
        return new ClientListPage(page, rows.Count > PageSize ? $"{page[^1].Brief.Client.UpdatedAt.Ticks}-{page[^1].Brief.Client.Id:N}" : null, null);
    }

    async Task<IReadOnlyList<ClientListRow>> RowsAsync(IQueryable<Client> page, CancellationToken ct)
    {
        var today = clock.Today;
        var late = lateness.On(today);
        var rows = await page.Select(client => new
        {
            Client = client,
            Responsible = db.Staff.Where(staff => staff.Id == client.ResponsibleId).Select(staff => staff.Name).FirstOrDefault(),
            Open = db.Obligations.Count(duty => duty.ClientId == client.Id && duty.SettledOn == null && duty.Opens <= today),
            Overdue = db.Obligations.Where(late).Count(duty => duty.ClientId == client.Id && duty.SettledOn == null),
        }).ToListAsync(ct);
        var ids = rows.Select(row => row.Client.Id).ToArray();
        var measures = await db.Measures.AsNoTracking().Include(measure => measure.Acts).Where(measure => ids.Contains(measure.ClientId) && measure.EndedOn == null).ToListAsync(ct);
        // Of the screens only refusals and evasions bear on where a measure stands.
        var breaches = await db.Screens.AsNoTracking()
            .Where(screen => ids.Contains(screen.ClientId) && screen.AnnulledOn == null && (screen.Outcome == ScreenOutcome.Refused || screen.Outcome == ScreenOutcome.EvadedConfirmed)).ToListAsync(ct);
        return [.. rows.Select(row => new ClientListRow(
            briefs.Of(row.Client), row.Responsible,
            measures.Where(measure => measure.ClientId == row.Client.Id).OrderBy(measure => measure.Kind)
                .Select(measure => Stand(row.Client, measure, breaches.Where(screen => screen.ClientId == row.Client.Id))).FirstOrDefault(),
            row.Open, row.Overdue))];
    }

    ListedMeasure Stand(Client client, Measure measure, IEnumerable<Screen> breaches) =>
        new(measure.Kind, MeasureClock.StateOf(measure.History(client.Sex, measure.Own(breaches)), plan.PackOf(client, measure), clock.Today).Status);

    static (DateTime At, Guid Id)? ReadPlace(string? text) =>
        text?.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var known)
            ? (new DateTime(at, DateTimeKind.Utc), known) : null;
}
