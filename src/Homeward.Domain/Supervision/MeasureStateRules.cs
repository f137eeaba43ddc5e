using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

public sealed partial class Measure
{
    /// <summary>What the law asks of the state: nothing is confirmed that is not suspected, nobody is released with an open breach (R1.41, R1.43).</summary>
    IEnumerable<Broken> WhyNotIn(MeasureActKind kind, ActFacts facts, MeasureState state) => kind switch
    {
        MeasureActKind.Leave or MeasureActKind.Transferred or MeasureActKind.DualControl when WithThePoliceSince(state) <= facts.On => [MeasureRules.WithThePolice.With(WithThePoliceSince(state)!)],
        MeasureActKind.JustCause or MeasureActKind.OverdueConfirmed => WhyNotOverdue(kind, facts, state),
        MeasureActKind.BreachConfirmed => WhyNotConfirmBreach(facts, state),
        MeasureActKind.Suspended => WhyNotDetain(facts, state),
        MeasureActKind.Warning => WhyNotWarn(facts, state),
        MeasureActKind.Leave when facts.On > state.EndsOn => [MeasureRules.BeyondTerm.With(facts.On, state.EndsOn)],
        MeasureActKind.Leave or MeasureActKind.LeaveExtended when facts.To > state.EndsOn => [MeasureRules.LeaveBeyondTerm.With(facts.To, state.EndsOn)],
        MeasureActKind.Released => WhyNotEnd(facts, state).Concat(WhyNotRelease(facts, state)),
        MeasureActKind.TermExtended => WhyNotExtend(facts, state),
        MeasureActKind.EarlyReleaseDecided => WhyNotReleaseEarly(facts, state),
        MeasureActKind.DroppedOut => WhyNotEnd(facts, state).Concat(WhyNotDropOut(facts, state)),
        _ when kind.EndsMeasure() => WhyNotEnd(facts, state),
        MeasureActKind.NoticeServed when facts is { Year: { } year, Index: { } index } => WhyNotServe(facts, state.Windows.FirstOrDefault(window => window.Year == year && window.Index == index)),
        _ => [],
    };

    /// <summary>A notice is of a window of this measure, and comes before that has closed (rules R2.15, R2.18).</summary>
    static IEnumerable<Broken> WhyNotServe(ActFacts facts, ScreeningWindow? window) => window is null ? [MeasureRules.NoSuchWindow.With(facts.Year!, facts.Index!)]
        : facts.On > window.Closes ? [MeasureRules.NoticeAfterWindow.With(facts.On, window.Closes)] : [];

    /// <summary>A warning letter answers what is counted, and does not go before it (rules R1.31).</summary>
    static IEnumerable<Broken> WhyNotWarn(ActFacts facts, MeasureState state) => state.Counted.Count == 0 ? [MeasureRules.NothingToWarn]
        : state.Counted.Min(one => one.CountsOn) is var first && facts.On < first ? [MeasureRules.WarnsTooEarly.With(facts.On, first)] : [];

    /// <summary>
    /// Leave, a change of place and dual control begin under a measure that goes on (rules 1.13); what began before the hand-over is still written down, and so is a return.
    /// </summary>
    DateOnly? WithThePoliceSince(MeasureState state) => state.IsWithThePolice ? OpenAct(MeasureActKind.HandedOver)?.On : null;

    static IEnumerable<Broken> WhyNotOverdue(MeasureActKind kind, ActFacts facts, MeasureState state)
    {
        // Not by the status: tests that were refused make a breach suspected, and hide no no-show.
        if (state.NoShow != MeasureStatus.OverdueUnconfirmed)
        {
            yield return MeasureRules.NotOverdue;
        }
        else if (kind == MeasureActKind.OverdueConfirmed && facts.On <= state.OverdueSince)
        {
            yield return MeasureRules.BeforeLimit.With(facts.On, state.OverdueSince);
        }
    }

    /// <summary>Judged by what is counted and confirmed, not by the status: a term that is over or a detention hides no breach.</summary>
    static IEnumerable<Broken> WhyNotConfirmBreach(ActFacts facts, MeasureState state)
    {
        var isUse = facts.Reason == BreachReasons.NewUse;
        var since = isUse ? state.UseOn : state.GroundOn;
        if (isUse ? state.UsedOn is null : !state.SeriousBreach)
        {
            yield return MeasureRules.NoGround.With(state.Counters.RefusedOrEvaded, state.Counters.UnauthorisedLeavings, state.Counters.UnauthorisedDays);
        }
        else if (state.Breach is MeasureStatus.BreachNotHandedOver or MeasureStatus.BreachHandedOver)
        {
            yield return MeasureRules.AlreadyConfirmed;
        }
        else if (since is null)
        {
            yield return MeasureRules.DeclinedAlready.With(state.DeclinedOn!);
        }
        else if (facts.On < since)
        {
            yield return MeasureRules.BeforeGround.With(facts.On, since);
        }
    }

    IEnumerable<Broken> WhyNotRelease(ActFacts facts, MeasureState state)
    {
        if (Kind.IsInTheCommunity() && state.IsBreached)
        {
            yield return MeasureRules.OpenBreach;
        }
        // In the community every release rests on the number of the police's notice (ActRules); before the last day elsewhere too: the product records it and decides nothing.
        else if (facts.On < state.EndsOn && string.IsNullOrWhiteSpace(facts.DocumentNumber))
        {
            yield return MeasureRules.TermNotOver.With(state.EndsOn);
        }
        else if (Kind.IsInTheCommunity() && facts.On >= state.EndsOn)
        {
            foreach (var broken in WhyNotOnFile(facts, state.File))
            {
                yield return broken;
            }
        }
    }

    /// <summary>
    /// At the term the office's own pieces are there, or the police have released regardless, by their notice (R1.43). What else is missing is shown and stops nothing;
    /// an earlier release rests on the paper of the police alone.
    /// </summary>
    static IEnumerable<Broken> WhyNotOnFile(ActFacts facts, ReleaseFile? file)
    {
        var missing = file?.Required.ToList() ?? [];
        return facts.Reason == ReleaseReasons.PoliceReleased ? [] : missing.Select(piece => piece == ReleasePiece.ApprovalForm ? MeasureRules.ApprovalFormMissing : MeasureRules.ClosingAssessmentMissing);
    }

    /// <summary>A measure does not end before what happened under it, nor before it was taken up again.</summary>
    IEnumerable<Broken> WhyNotEnd(ActFacts facts, MeasureState state)
    {
        if (facts.On < state.LastSignOn)
        {
            yield return MeasureRules.EndsBeforeRecord.With(facts.On, state.LastSignOn);
        }
        else if (Standing.Where(act => act.Kind == MeasureActKind.Reopened).Max(act => (DateOnly?)act.On) is { } reopened && facts.On <= reopened)
        {
            yield return MeasureRules.EndsBeforeReopening.With(facts.On, reopened);
        }
    }
}
