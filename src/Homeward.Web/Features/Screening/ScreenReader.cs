using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Screening;

/// <summary>One screen with the client it is about, who entered and who confirmed it, and whether a photo lies with it.</summary>
public sealed record ScreenSheet(Screen Screen, Client Client, string? EnteredBy, string? ConfirmedBy, bool HasPhoto)
{
    /// <summary>The dispute of its result, where somebody has read it.</summary>
    public ScreenDispute? Dispute { get; init; }
}

/// <summary>What a list of screens is asked for.</summary>
public sealed record ScreenListFilter
{
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public ScreenOutcome? Outcome { get; init; }
    public ScreenResult? Result { get; init; }
    public ScreenKind? Kind { get; init; }
    public Guid[]? Units { get; init; }
    public TimelinePlace? After { get; init; }
}

/// <summary>Reads screens: one, or a page of them, newest first.</summary>
public sealed class ScreenReader(Db db)
{
    public async Task<ScreenSheet> RequireAsync(Guid id, CancellationToken ct) => await (
        from screen in db.Screens.AsNoTracking().Where(screen => screen.Id == id)
        join client in db.Clients on screen.ClientId equals client.Id
        join found in db.Accounts on screen.EnteredById equals found.Id into accounts
        from account in accounts.DefaultIfEmpty()
        join confirming in db.Accounts on screen.ConfirmedById equals confirming.Id into confirmers
        from confirmer in confirmers.DefaultIfEmpty()
        select new ScreenSheet(screen, client, account.DisplayName, confirmer.DisplayName, db.ScreenPhotos.Any(photo => photo.ScreenId == screen.Id))).SingleOrDefaultAsync(ct) ?? throw new NotFoundException();

    /// <summary>The dispute of a result; null where nobody asked for a laboratory.</summary>
    public Task<ScreenDispute?> DisputeAsync(Guid screenId, CancellationToken ct) => db.ScreenDisputes.AsNoTracking().SingleOrDefaultAsync(dispute => dispute.ScreenId == screenId, ct);

    /// <summary>The leave of the day on which a screen was made here; null where there was none. Such a record is asked about, not refused: who was there may have come back early (rules R1.27).</summary>
    public async Task<MeasureAct?> LeaveAsync(Screen screen, CancellationToken ct) =>
        screen is { WasMadeHere: true, MeasureId: { } measureId } ? (await db.Measures.AsNoTracking().Include(measure => measure.Acts).SingleOrDefaultAsync(measure => measure.Id == measureId, ct))?.LeaveOf(screen) : null;

    public async Task<IReadOnlyList<ScreenSheet>> ListAsync(ScreenListFilter filter, int most, CancellationToken ct)
    {
        var page = Fitting(filter).OrderByDescending(screen => screen.On).ThenByDescending(screen => screen.Id).Take(most);
        return await (
            from screen in page
            join client in db.Clients on screen.ClientId equals client.Id
            orderby screen.On descending, screen.Id descending
            select new ScreenSheet(screen, client, null, null, false)).ToListAsync(ct);
    }

    IQueryable<Screen> Fitting(ScreenListFilter filter)
    {
        var screens = db.Screens.AsNoTracking();
        if (filter.From is { } from)
        {
            screens = screens.Where(screen => screen.On >= from);
        }
        if (filter.To is { } to)
        {
            screens = screens.Where(screen => screen.On <= to);
        }
        if (filter.Outcome is { } outcome)
        {
            screens = screens.Where(screen => screen.Outcome == outcome);
        }
        if (filter.Result is { } result)
        {
            screens = screens.Where(screen => screen.Result == result);
        }
        if (filter.Kind is { } kind)
        {
            screens = screens.Where(screen => screen.Kind == kind);
        }
        if (filter.Units is { } units)
        {
            screens = screens.Where(screen => units.Contains(screen.UnitId));
        }
        return filter.After is { } place ? screens.Where(screen => screen.On < place.On || (screen.On == place.On && screen.Id.CompareTo(place.Id) < 0)) : screens;
    }
}
