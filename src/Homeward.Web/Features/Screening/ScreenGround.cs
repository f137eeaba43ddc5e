using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Screening;

/// <summary>What a screen is recorded on: the client, the measures that ran on its day or run still, with their acts, the records that are like it, and the windows it can fill.</summary>
public sealed record ScreenGround
{
    public required Client Client { get; init; }
    public required IReadOnlyList<Measure> Held { get; init; }

    /// <summary>The measure whose screen it is: the one in force on its day, or else one that runs now.</summary>
    public Measure? MeasureOn(DateOnly on) => Held.InForce(on) ?? Held.Where(held => held.IsOpen).OrderByDescending(held => held.Kind.IsInTheCommunity()).FirstOrDefault();

    /// <summary>The same record, or one of the same day, specimen and kind.</summary>
    public required IReadOnlyList<AlikeScreen> Alike { get; init; }

    /// <summary>The windows to screen that hold its day.</summary>
    public required IReadOnlyList<Obligation> Windows { get; init; }

    /// <summary>The windows that a record of its day can fill: those of the measures it counts for.</summary>
    public IEnumerable<Obligation> WindowsOf(WorkRecord record) => Windows.Where(window => Held.Any(held => held.Id == window.MeasureId && record.CountsFor(held)));

    /// <summary>The leave of the day on which a screen was made here; null where there was none.</summary>
    public MeasureAct? LeaveOf(Screen screen) => Held.Select(held => held.LeaveOf(screen)).FirstOrDefault(leave => leave is not null);

    /// <summary>First day of the custody in which the client was all that day, under a measure in force then (rules R1.39).</summary>
    public DateOnly? DetainedSince(DateOnly on) => Held.Min(held => held.DetainedOn(on)?.On);
}

/// <summary>A record that is like the one that is to be made: by its id it is the same, or else one of the same day, specimen and kind.</summary>
public sealed record AlikeScreen(Guid Id, bool IsCompelled, ScreenOutcome Outcome);

/// <summary>Reads it in one statement, by a query that is compiled once: of all writes the most frequent. Nothing of it is changed, so nothing is tracked.</summary>
public sealed class ScreenGrounds
{
    readonly Func<Db, Guid, Guid, DateOnly, Specimen, ScreenKind, CancellationToken, Task<ScreenGround?>> read = EF.CompileAsyncQuery((Db db, Guid clientId, Guid recordId, DateOnly on, Specimen specimen, ScreenKind kind, CancellationToken ct) => db.Clients.AsNoTracking()
        .Where(client => client.Id == clientId)
        .Select(client => new ScreenGround
        {
            Client = client,
            Held = db.Measures.Where(measure => measure.ClientId == client.Id && (measure.EndedOn == null || measure.EndedOn >= on)).Include(measure => measure.Acts).OrderByDescending(measure => measure.OrderedOn).ToList(),
            Alike = db.Screens.Where(screen => screen.ClientId == client.Id
                && (screen.Id == recordId || (screen.On == on && screen.Specimen == specimen && screen.Kind == kind && screen.AnnulledOn == null)))
                .Select(screen => new AlikeScreen(screen.Id, screen.CompulsionApprovedBy != null, screen.Outcome)).ToList(),
            Windows = db.Obligations.Where(obligation => obligation.ClientId == client.Id && obligation.Kind == ObligationKind.Screen && obligation.Opens <= on && obligation.Closes >= on).ToList(),
        }).AsSingleQuery().SingleOrDefault());

    public async Task<ScreenGround> RequireAsync(Db db, Guid clientId, Guid recordId, ScreenRecord record, CancellationToken ct) =>
        await read(db, clientId, recordId, record.On, record.Specimen, record.Kind, ct) ?? throw new NotFoundException();
}
