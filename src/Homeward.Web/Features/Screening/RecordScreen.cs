using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Screening;

/// <summary>Records one screen and settles the window it fills.</summary>
public sealed class RecordScreen(Db db, Keyring keys, Actor actor, ShanghaiClock clock, SettleByRecord settle, PlanObligations plan)
{
    public static readonly Broken AlreadyThere = new("screening.already-there", "On");

    /// <summary>The id given by the form makes a second submit of the same form the same record.</summary>
    public async Task<Screen> RunAsync(Guid recordId, Guid clientId, ScreenRecord record, string? remarks, byte[]? photo, CancellationToken ct)
    {
        var client = await db.Clients.RequireAsync(clientId, ct);
        if (await db.Screens.SingleOrDefaultAsync(screen => screen.Id == recordId, ct) is { } same)
        {
            return same.ClientId == clientId ? same : throw new NotFoundException();
        }
        var measures = await db.Measures.Where(measure => measure.ClientId == clientId).OrderByDescending(measure => measure.OrderedOn).ToListAsync(ct);
        var measure = measures.FirstOrDefault(found => found.IsOpen && found.Kind.IsInTheCommunity()) ?? measures.FirstOrDefault(found => found.IsOpen);
        await RefuseTwiceAsync(recordId, clientId, record, ct);
        var entry = new EntryNote(recordId, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today);
        var screen = new Screen(client, measure?.Id, record with
        {
            MeasureOrderedOn = measure?.OrderedOn,
            KeepSamplesUntil = record.Result is ScreenResult.PositivePreliminary or ScreenResult.PositiveConfirmed ? record.On.AddMonths(plan.PackOf(client, measure).Number(PolicyKeys.SampleRetentionMonths)) : null,
            Remarks = keys.SealOrNull(remarks, SealedColumn.ScreenRemarks, recordId),
        }, entry);
        db.Screens.Add(screen);
        if (photo is not null)
        {
            var photoId = Ids.New();
            db.ScreenPhotos.Add(new ScreenPhoto(photoId, screen, keys.Seal(photo, SealedColumn.ScreenPhoto, photoId)));
        }
        await (measure is not null && WorkRecord.Counts(screen) ? plan.RunWithAsync(client, measure.Id, screen, ct) : settle.RunAsync(clientId, [.. WorkRecord.Of(screen)], ct));
        db.Trail = db.Trail with { Act = "screen.record" };
        return await SavedAsync(screen, ct);
    }

    /// <summary>Two submits at the same instant: the database lets one through, and the other is answered with it.</summary>
    async Task<Screen> SavedAsync(Screen screen, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return screen;
        }
        catch (Exception fault) when (fault is DbUpdateException or LostRaceException)
        {
            db.ChangeTracker.Clear();
            return await db.Screens.SingleOrDefaultAsync(same => same.Id == screen.Id && same.ClientId == screen.ClientId, ct)
                ?? throw (fault is LostRaceException ? fault : new RulesBrokenException([AlreadyThere.With(screen.On)]));
        }
    }

    async Task RefuseTwiceAsync(Guid recordId, Guid clientId, ScreenRecord record, CancellationToken ct)
    {
        var twice = await db.Screens.AnyAsync(
            screen => screen.Id != recordId && screen.ClientId == clientId && screen.On == record.On && screen.Specimen == record.Specimen && screen.Kind == record.Kind && screen.AnnulledOn == null, ct);
        RulesBrokenException.ThrowIfAny(twice ? [AlreadyThere.With(record.On)] : []);
    }
}
