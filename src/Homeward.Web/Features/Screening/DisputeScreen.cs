using Homeward.Data;
using Homeward.Data.Scoping;
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

/// <summary>Takes a disputed result from step to step; what is owed next stands on the worklist (rules, table 2.2).</summary>
public sealed class DisputeScreen(Db db, Actor actor, ShanghaiClock clock, PlanObligations plan)
{
    const string Rule = "2.2";

    /// <summary>Takes the next step; the first one opens the dispute, and takes a confirmation back that was made although the client had asked in time.</summary>
    public async Task<ScreenDispute> TakeAsync(Guid screenId, int version, DisputeEntry step, Guid recordId, CancellationToken ct)
    {
        var (screen, client, pack) = await FetchAsync(screenId, ct);
        var dispute = await db.ScreenDisputes.SingleOrDefaultAsync(found => found.ScreenId == screenId, ct);
        if (dispute is null)
        {
            var wasConfirmed = screen.Result == ScreenResult.PositiveConfirmed;
            dispute = new ScreenDispute(screen, step, DisputeLimits.Of(pack), new EntryNote(recordId, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today));
            db.ScreenDisputes.Add(dispute);
            if (wasConfirmed)
            {
                // The confirmation is taken back: what it had made due is owed by nobody now.
                await plan.RunWithAsync(client, screen, ct);
            }
        }
        else if (dispute.Id != recordId)
        {
            dispute.RequireVersion(version);
            RulesBrokenException.ThrowIfAny(ScreenDispute.WhyNotSend(screen, step));
            dispute.Take(step, DisputeLimits.Of(pack), clock.Today);
        }
        await OweAsync(dispute, client, pack, ct);
        return await SavedAsync(dispute, "dispute.step", ct);
    }

    /// <summary>Makes the result final; only now counters, clocks and figures use it.</summary>
    public async Task<ScreenDispute> CloseAsync(Guid screenId, int version, CancellationToken ct)
    {
        var (screen, client, pack) = await FetchAsync(screenId, ct);
        var dispute = await db.ScreenDisputes.SingleOrDefaultAsync(found => found.ScreenId == screenId, ct) ?? throw new NotFoundException();
        dispute.RequireVersion(version);
        dispute.Close(screen, DisputeLimits.Of(pack), new SecondStep(clock.Today, actor.IsSignedIn ? actor.AccountId : null, clock.Now));
        CleanHistories.Follow(client, screen, pack);
        await plan.RunWithAsync(client, screen, ct);
        await OweAsync(dispute, client, pack, ct);
        return await SavedAsync(dispute, "dispute.close", ct);
    }

    /// <summary>The screen was annulled: nothing is left to dispute, and no step is owed any more; the caller saves.</summary>
    public async Task DropAsync(Screen screen, CancellationToken ct)
    {
        if (await db.ScreenDisputes.SingleOrDefaultAsync(found => found.ScreenId == screen.Id && found.ClosedOn == null, ct) is not { } dispute)
        {
            return;
        }
        dispute.Drop(screen, clock.Today);
        foreach (var owed in await OwedAsync(dispute, ct))
        {
            owed.Settle(Settlement.Cancelled, clock.Today, dispute.Id, ObligationLedger.PlanChanged);
        }
    }

    async Task<(Screen, Client, PolicyPack)> FetchAsync(Guid screenId, CancellationToken ct)
    {
        var screen = await db.Screens.RequireAsync(screenId, ct);
        var client = await db.Clients.RequireAsync(screen.ClientId, ct);
        return (screen, client, plan.PackOf(client, null));
    }

    /// <summary>The step that was owed is fulfilled by the one that was taken, and the next one is owed; what the client may ask for is owed by nobody.</summary>
    async Task OweAsync(ScreenDispute dispute, Client client, PolicyPack pack, CancellationToken ct)
    {
        var isWithdrawn = dispute.Entries[^1].Step == DisputeStep.Withdrawn;
        foreach (var done in await OwedAsync(dispute, ct))
        {
            done.Settle(isWithdrawn ? Settlement.Cancelled : Settlement.Fulfilled, dispute.ClosedOn ?? dispute.Entries[^1].On, dispute.Id, isWithdrawn ? ObligationLedger.PlanChanged : null);
        }
        db.Obligations.AddRange(Owed(dispute, client, pack));
    }

    async Task<IEnumerable<Obligation>> OwedAsync(ScreenDispute dispute, CancellationToken ct)
    {
        var key = $"{Rule}|{dispute.ScreenId}|";
        var open = await db.Obligations.Where(obligation => obligation.ClientId == dispute.ClientId && obligation.Kind == ObligationKind.DisputeStep && obligation.SettledOn == null).ToListAsync(ct);
        return open.Where(obligation => obligation.NaturalKey.StartsWith(key, StringComparison.Ordinal));
    }

    /// <summary>The next step as an obligation; none where the client may ask, or nothing is left.</summary>
    public static IEnumerable<Obligation> Owed(ScreenDispute dispute, Client client, PolicyPack pack) => Planned(dispute, pack) is { } planned ? [new Obligation(client, null, planned)] : [];

    /// <summary>What the next step makes due under a policy.</summary>
    public static PlannedObligation? Planned(ScreenDispute dispute, PolicyPack pack) =>
        dispute.Next is { } next && !DisputeRules.IsAsked(next) && dispute.NextBy(DisputeLimits.Of(pack)) is { } by
            ? new PlannedObligation(ObligationKind.DisputeStep, $"{Rule}|{dispute.ScreenId}|{next}", dispute.Entries[^1].On, by, Rule, pack.Version)
            : null;

    async Task<ScreenDispute> SavedAsync(ScreenDispute dispute, string act, CancellationToken ct)
    {
        db.Trail = db.Trail with { Act = act };
        await db.SaveChangesAsync(ct);
        return dispute;
    }
}
