using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Worklist;

/// <summary>The kept samples of a positive are destroyed when their time is over (rules R2.5). The measure may have ended by then: the obligation is the client's.</summary>
public static class SamplePlan
{
    const string Rule = "R2.5";

    public static string KeyOf(Guid screenId) => $"{Rule}|{screenId}|samples";

    /// <summary>What the samples of a screen make due; null where none are kept.</summary>
    public static PlannedObligation? For(Screen screen, PolicyPack pack)
    {
        if (screen is not { SampleA: not null, KeepSamplesUntil: { } until, IsAnnulled: false })
        {
            return null;
        }
        var days = pack.Find(PolicyKeys.SampleDisposalDays) is { Number: > 0 } within ? (int)within.Number : 1;
        return new PlannedObligation(ObligationKind.DisposeSamples, KeyOf(screen.Id), until.AddDays(1), until.AddDays(days), Rule, pack.Version) { DoneOn = screen.SamplesDisposedOn };
    }

    /// <summary>Brings the obligation of one screen in step with it, and answers with one that is new. What a person settled by hand stays as it was.</summary>
    /// <param name="client">Whose screen it is.</param>
    /// <param name="screen">The screen as it stands.</param>
    /// <param name="pack">The policy in force.</param>
    /// <param name="existing">Its obligation, where there is one.</param>
    /// <param name="today">Today in Shanghai.</param>
    public static Obligation? Follow(Client client, Screen screen, PolicyPack pack, Obligation? existing, DateOnly today)
    {
        var planned = For(screen, pack);
        var obligation = existing ?? (planned is null ? null : new Obligation(client, null, planned));
        if (planned is not null && existing is { Settlement: null })
        {
            existing.Follow(planned);
        }
        if (obligation is { IsByHand: false, Settlement: null } && (planned is null || planned.DoneOn is not null))
        {
            obligation.Settle(planned is null ? Settlement.Cancelled : Settlement.Fulfilled, planned?.DoneOn ?? today, planned is null ? null : screen.Id, planned is null ? ObligationLedger.PlanChanged : null);
        }
        return existing is null ? obligation : null;
    }
}
