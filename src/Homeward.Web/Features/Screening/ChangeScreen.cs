using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Screening;

/// <summary>What may be done to a screen after it was recorded: confirm a positive, confirm an evasion, annul it with a reason.</summary>
public sealed class ChangeScreen(Db db, Actor actor, Keyring keys, ShanghaiClock clock, PlanObligations plan, DisputeScreen dispute)
{
    public static readonly Broken ReasonMissing = new("screening.reason-missing", "Reason");

    /// <param name="screenId">The screen.</param>
    /// <param name="version">The version that the caller saw.</param>
    /// <param name="document">Number of the paper of whoever decides, where there is one.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<Screen> ConfirmAsync(Guid screenId, int version, string? document, CancellationToken ct)
    {
        var screen = await db.Screens.RequireAsync(screenId, version, ct);
        var found = await db.ScreenDisputes.AsNoTracking().SingleOrDefaultAsync(one => one.ScreenId == screenId, ct);
        var client = await db.Clients.RequireAsync(screen.ClientId, ct);
        var pack = plan.PackOf(client, null);
        screen.Confirm(found, DisputeLimits.Of(pack), Step() with { DocumentNumber = document });
        CleanHistories.Follow(client, screen, pack);
        await FollowAsync(screen, ct);
        return await SavedAsync(screen, "screen.confirm", ct);
    }

    public async Task<Screen> ConfirmEvasionAsync(Guid screenId, int version, CancellationToken ct)
    {
        var screen = await db.Screens.RequireAsync(screenId, version, ct);
        screen.ConfirmEvasion(await IsNotifiedAsync(screen, ct), Step());
        await FollowAsync(screen, ct);
        return await SavedAsync(screen, "screen.confirm-evasion", ct);
    }

    /// <summary>The record stays and is seen; what it settled is open again, unless another record settles it.</summary>
    public async Task<Screen> AnnulAsync(Guid screenId, int version, string? reason, CancellationToken ct)
    {
        RulesBrokenException.ThrowIfAny(string.IsNullOrWhiteSpace(reason) ? [ReasonMissing] : []);
        var screen = await db.Screens.RequireAsync(screenId, version, ct);
        await using var transaction = await db.InTransactionAsync(ct);
        screen.Annul(keys.Seal(reason!.Trim(), SealedColumn.ScreenAnnulReason, screen.Id), clock.Today);
        await SavedAsync(screen, "screen.annul", ct);
        var client = await db.Clients.RequireAsync(screen.ClientId, ct);
        await plan.RunWithAsync(client, screen, ct);
        await dispute.DropAsync(screen, ct);
        await SamplesAsync(client, screen, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return screen;
    }

    /// <summary>Writes down who destroyed the kept samples, and before whom.</summary>
    public async Task<Screen> DisposeAsync(Guid screenId, int version, DateOnly on, string by, string witness, CancellationToken ct)
    {
        var screen = await db.Screens.RequireAsync(screenId, version, ct);
        screen.DisposeSamples(on, by, witness, await InDisputeAsync(screenId, ct), clock.Today);
        await SamplesAsync(await db.Clients.RequireAsync(screen.ClientId, ct), screen, ct);
        return await SavedAsync(screen, "screen.dispose-samples", ct);
    }

    /// <summary>What the worklist says of the kept samples follows the screen.</summary>
    async Task SamplesAsync(Client client, Screen screen, CancellationToken ct)
    {
        if (screen.SampleA is null)
        {
            return;
        }
        var key = SamplePlan.KeyOf(screen.Id);
        var existing = await db.Obligations.SingleOrDefaultAsync(due => due.ClientId == client.Id && due.NaturalKey == key, ct);
        if (SamplePlan.Follow(client, screen, plan.PackOf(client, null), existing, clock.Today) is { } added)
        {
            db.Obligations.Add(added);
        }
    }

    SecondStep Step() => new(clock.Today, actor.IsSignedIn ? actor.AccountId : null, clock.Now);

    async Task<bool> IsNotifiedAsync(Screen screen, CancellationToken ct)
    {
        if (screen.IsTampered || screen.MeasureId is not { } measureId)
        {
            return true;
        }
        var measure = await db.Measures.Include(found => found.Acts).SingleAsync(found => found.Id == measureId, ct);
        RulesBrokenException.ThrowIfAny(measure.DetainedOn(screen.On) is { } custody ? [Screen.DetainedThen.With(screen.On, custody.On)] : []);
        // Whoever annuls the notice at the same time loses the race, or this does.
        db.Hold(measure);
        var client = await db.Clients.RequireAsync(screen.ClientId, ct);
        var screens = await db.Screens.AsNoTracking().Where(other => other.ClientId == screen.ClientId).ToListAsync(ct);
        return measure.IsNotified(screen, new NoticedScreens(screens, MeasureClock.Windows(measure.History(client.Sex, []), plan.PackOf(client, measure), clock.Today)));
    }

    async Task FollowAsync(Screen screen, CancellationToken ct) => await plan.RunWithAsync(await db.Clients.RequireAsync(screen.ClientId, ct), screen, ct);

    Task<bool> InDisputeAsync(Guid screenId, CancellationToken ct) => db.ScreenDisputes.AnyAsync(dispute => dispute.ScreenId == screenId && dispute.ClosedOn == null, ct);

    async Task<Screen> SavedAsync(Screen screen, string act, CancellationToken ct)
    {
        db.Trail = db.Trail with { Act = act };
        await db.SaveChangesAsync(ct);
        return screen;
    }
}
