using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.People;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision;

/// <summary>One measure with its acts, the history behind it and where it stands.</summary>
public sealed record MeasureLook(ClientBrief Brief, Measure Measure, MeasureHistory History, MeasureState State)
{
    public IReadOnlyDictionary<Guid, ActDetails> Details { get; init; } = new Dictionary<Guid, ActDetails>();

    /// <summary>The client's screens.</summary>
    public IReadOnlyCollection<Screen> Screens { get; init; } = [];

    /// <summary>For a leave the screens that were made elsewhere during it.</summary>
    public ILookup<Guid, Screen> Remote { get; init; } = Array.Empty<Screen>().ToLookup(screen => screen.Id);
    public IReadOnlyDictionary<Guid, string> Recorders { get; init; } = new Dictionary<Guid, string>();

    /// <summary>The years of the term, by the order or else by the policy.</summary>
    public int? Years { get; init; }

    /// <summary>What made each day that the state tells.</summary>
    public IReadOnlyList<MeasureFigure> Figures { get; init; } = [];
}

/// <summary>Reads a measure as it stands today, or as it was known on an earlier day.</summary>
public sealed class MeasureReader(Db db, Keyring keys, ShanghaiClock clock, PlanObligations plan, ClientBriefs briefs)
{
    /// <param name="id">The measure.</param>
    /// <param name="knownOn">The day whose knowledge is asked for; null for now. Null is answered where nobody knew of the measure yet.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<MeasureLook?> ReadAsync(Guid id, DateOnly? knownOn, CancellationToken ct)
    {
        var measures = db.Measures.AsNoTracking().Include(found => found.Acts).AsQueryable();
        var row = await (knownOn is null ? measures : measures.Include(found => found.Superseded).AsSplitQuery())
            .Where(found => found.Id == id).Select(found => new { Measure = found, Client = db.Clients.First(client => client.Id == found.ClientId) }).SingleOrDefaultAsync(ct) ?? throw new NotFoundException();
        var measure = row.Measure;
        var brief = briefs.Of(row.Client);
        var screens = await db.Screens.AsNoTracking().Where(screen => screen.ClientId == measure.ClientId).ToListAsync(ct);
        var recorderIds = measure.Acts.Select(act => act.RecordedById).OfType<Guid>().Distinct().ToList();
        var recorders = recorderIds.Count == 0 ? [] : await db.Accounts.AsNoTracking().Where(account => recorderIds.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.DisplayName, ct);
        var history = knownOn is { } day ? measure.HistoryAsKnownOn(brief.Client.Sex, measure.OwnAsKnownOn(screens, day), day, clock.DayOf) : measure.History(brief.Client.Sex, measure.Own(screens));
        if (history is null)
        {
            return null;
        }
        var (pack, asOf) = (plan.PackOf(brief.Client, measure), knownOn ?? clock.Today);
        var state = MeasureClock.StateOf(history, pack, asOf);
        return new MeasureLook(brief, measure, history, state)
        {
            Years = MeasureTerm.Years(history, pack),
            Figures = FigureRules.Of(history, pack, state, asOf),
            Recorders = recorders,
            Screens = screens,
            Remote = screens.Where(screen => screen.LeaveId is not null && IsKnown(screen, knownOn)).OrderBy(screen => screen.On).ToLookup(screen => measure.LeaveOn(screen.On)?.Id ?? screen.LeaveId!.Value),
            Details = measure.Acts.Where(act => act.Details is not null).ToDictionary(act => act.Id, act => ActDetails.Open(keys, act)!),
        };
    }

    /// <summary>Recorded by the day, and not annulled by then.</summary>
    bool IsKnown(Screen screen, DateOnly? knownOn) => knownOn is { } day ? clock.DayOf(screen.EnteredAt) <= day && !(screen.AnnulledOn <= day) : !screen.IsAnnulled;
}
