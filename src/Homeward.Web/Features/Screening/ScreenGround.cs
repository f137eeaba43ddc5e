using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Screening;

/// <summary>What a screen is recorded on: the client, the measures that ran on its day or run still, and the records that are like it.</summary>
public sealed record ScreenGround
{
    public required Client Client { get; init; }
    public required IReadOnlyList<Measure> Held { get; init; }

    /// <summary>The measure whose screen it is: the one in force on its day, or else one that runs now.</summary>
    public Measure? MeasureOn(DateOnly on) => Held.InForce(on) ?? Held.Where(held => held.IsOpen).OrderByDescending(held => held.Kind.IsInTheCommunity()).FirstOrDefault();

    /// <summary>The same record, or one of the same day, specimen and kind.</summary>
    public required IReadOnlyList<Screen> Alike { get; init; }

    /// <summary>The client had gone on a leave by that day and not come back before it.</summary>
    public required bool MayBeAway { get; init; }

    /// <summary>First day of the custody in which the client was all that day, under a measure in force then (rules R1.39).</summary>
    public required DateOnly? DetainedSince { get; init; }
}

/// <summary>Reads it in one statement, by a query that is compiled once: of all writes the most frequent.</summary>
public sealed class ScreenGrounds
{
    readonly Func<Db, Guid, Guid, DateOnly, Specimen, ScreenKind, CancellationToken, Task<ScreenGround?>> read = EF.CompileAsyncQuery((Db db, Guid clientId, Guid recordId, DateOnly on, Specimen specimen, ScreenKind kind, CancellationToken ct) => db.Clients
        .Where(client => client.Id == clientId)
        .Select(client => new ScreenGround
        {
            Client = client,
            Held = db.Measures.Where(measure => measure.ClientId == client.Id && (measure.EndedOn == null || measure.EndedOn >= on)).OrderByDescending(measure => measure.OrderedOn).ToList(),
            Alike = db.Screens.Where(screen => screen.ClientId == client.Id
                && (screen.Id == recordId || (screen.On == on && screen.Specimen == specimen && screen.Kind == kind && screen.AnnulledOn == null))).ToList(),
            MayBeAway = db.MeasureActs.Any(act => act.ClientId == client.Id && act.Kind == MeasureActKind.Leave && act.AnnulledOn == null && act.On <= on
                && !db.MeasureActs.Any(back => back.ClientId == client.Id && back.AboutId == act.Id && back.Kind == MeasureActKind.Returned && back.AnnulledOn == null && back.On < on)),
            DetainedSince = db.MeasureActs.Where(act => act.ClientId == client.Id && act.Kind == MeasureActKind.Suspended && act.AnnulledOn == null && act.On < on && (act.To == null || act.To > on)
                && !db.MeasureActs.Any(back => back.ClientId == client.Id && back.AboutId == act.Id && back.Kind == MeasureActKind.Resumed && back.AnnulledOn == null && back.On <= on)
                && db.Measures.Any(measure => measure.Id == act.MeasureId && (measure.EndedOn == null || measure.EndedOn >= on))).Min(act => (DateOnly?)act.On),
        }).AsSingleQuery().SingleOrDefault());

    public async Task<ScreenGround> RequireAsync(Db db, Guid clientId, Guid recordId, ScreenRecord record, CancellationToken ct) =>
        await read(db, clientId, recordId, record.On, record.Specimen, record.Kind, ct) ?? throw new NotFoundException();
}
