using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Screening;

/// <summary>Records one screen and settles the window it fills.</summary>
public sealed class RecordScreen(Db db, Keyring keys, Actor actor, ShanghaiClock clock, ScreenGrounds grounds, PlanObligations plan)
{
    public static readonly Broken RecordedOtherwise = new("screening.recorded-otherwise");
    public static readonly Broken AlreadyThere = new("screening.already-there", "On");

    /// <summary>The id given by the form makes a second submit of the same form the same record.</summary>
    public async Task<RecordedScreen> RunAsync(Guid recordId, Guid clientId, ScreenRecord record, ScreenTexts texts, byte[]? photo, CancellationToken ct)
    {
        var found = await grounds.RequireAsync(db, clientId, recordId, record, ct);
        var client = found.Client;
        if (await EarlierAsync(found.Alike, recordId, record, texts, ct) is { } same)
        {
            return new RecordedScreen(same, found.LeaveOf(same) is not null);
        }
        var measure = found.MeasureOn(record.On);
        var pack = plan.PackOf(client, measure);
        var entry = new EntryNote(recordId, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today);
        var screen = new Screen(client, measure?.Id, record with
        {
            MeasureOrderedOn = measure?.OrderedOn,
            DetainedSince = found.DetainedSince(record.On),
            KeepSamplesUntil = IsKept(record) ? Screen.SamplesKeptUntil(record.On, pack.Number(PolicyKeys.SampleRetentionMonths)) : null,
            TestersNeeded = pack.Number(PolicyKeys.ScreenTesters),
            Remote = record.Remote is { } remote ? remote with { LeaveId = measure?.LeaveOn(record.On)?.Id } : null,
            Remarks = keys.SealOrNull(texts.Remarks, SealedColumn.ScreenRemarks, recordId),
            Spot = Spot(record, texts, recordId),
            Compulsion = record.Compulsion is { ApprovedAt: { } at } compulsion ? compulsion with { ApprovedOn = clock.DayOf(at) } : record.Compulsion,
        }, entry);
        db.Screens.Add(screen);
        if (SamplePlan.Follow(client, screen, pack, null, clock.Today) is { } disposal)
        {
            db.Obligations.Add(disposal);
        }
        if (photo is not null)
        {
            var photoId = Ids.New();
            db.ScreenPhotos.Add(new ScreenPhoto(photoId, screen, keys.Seal(photo, SealedColumn.ScreenPhoto, photoId)));
        }
        if (measure is not null && WorkRecord.MovesPlan(screen))
        {
            await plan.RunWithAsync(client, screen, ct);
        }
        else
        {
            Settle(found, screen, pack);
        }
        db.Trail = db.Trail with { Act = "screen.record" };
        var saved = await SavedAsync(screen, record, texts, ct);
        return new RecordedScreen(saved, found.LeaveOf(saved) is not null);
    }

    /// <summary>A screen that does not move the plan fills its window and nothing else.</summary>
    void Settle(ScreenGround found, Screen screen, PolicyPack pack)
    {
        db.Obligations.AttachRange(found.Windows);
        foreach (var made in WorkRecord.Of(screen).Select(made => made.Under(pack)))
        {
            ObligationLedger.TakeOne(made, found.WindowsOf(made));
        }
    }

    SpotNotes? Spot(ScreenRecord record, ScreenTexts texts, Guid recordId) => record.Spot is null && texts.RefusalNote is null ? null
        : (record.Spot ?? new SpotNotes()) with { RefusalNote = keys.SealOrNull(texts.RefusalNote, SealedColumn.ScreenRefusalNote, recordId) };

    /// <summary>The samples of a positive are kept here, unless it was made elsewhere.</summary>
    static bool IsKept(ScreenRecord record) => record is { IsElsewhere: false, Result: ScreenResult.PositivePreliminary or ScreenResult.PositiveConfirmed };

    /// <summary>Two submits at the same instant: the database lets one through, and the other is answered with it.</summary>
    async Task<Screen> SavedAsync(Screen screen, ScreenRecord record, ScreenTexts texts, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return screen;
        }
        catch (LostRaceException fault)
        {
            db.ChangeTracker.Clear();
            var found = await grounds.RequireAsync(db, screen.ClientId, screen.Id, record, ct);
            return await EarlierAsync(found.Alike, screen.Id, record, texts, ct) ?? throw (fault is KeyTakenException ? new NotFoundException() : fault);
        }
    }

    /// <summary>The same record, where the form came twice; refuses one that says otherwise under its id, and another of the same day, specimen and kind.</summary>
    async Task<Screen?> EarlierAsync(IReadOnlyList<AlikeScreen> alike, Guid recordId, ScreenRecord record, ScreenTexts texts, CancellationToken ct)
    {
        if (alike.Any(screen => screen.Id == recordId))
        {
            var same = await db.Screens.AsNoTracking().SingleAsync(screen => screen.Id == recordId, ct);
            var isSame = same.IsAsIn(record) && (keys.OpenOrNull(same.Remarks, SealedColumn.ScreenRemarks, same.Id) ?? "").Trim() == (texts.Remarks ?? "").Trim();
            RulesBrokenException.ThrowIfAny(isSame ? [] : [RecordedOtherwise.With(same.On)]);
            return same;
        }
        // Who refused may be tested by compulsion on the same day, in whatever order the two are entered (rules R2.6); who was tested needs no force.
        var isCompelled = record.Compulsion is not null;
        RulesBrokenException.ThrowIfAny(alike.Any(screen => screen.IsCompelled == isCompelled || (screen.Outcome == ScreenOutcome.Done && record.Outcome == ScreenOutcome.Done)) ? [AlreadyThere.With(record.On)] : []);
        return null;
    }
}

/// <summary>A screen that is recorded now, and whether it was made here on a day of a leave: then it is worth a look.</summary>
public sealed record RecordedScreen(Screen Screen, bool OnLeave);

/// <summary>What is written of a screen in words of the office, before it is sealed.</summary>
public sealed record ScreenTexts(string? Remarks, string? RefusalNote = null);
