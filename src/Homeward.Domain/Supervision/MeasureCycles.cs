using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

public sealed partial class Measure
{
    const int SoonAfterChange = 30;

    /// <summary>What stands in the way of the acts that only isolation, maintenance and the voluntary measures know.</summary>
    IEnumerable<Broken> WhyNotInCycle(MeasureActKind kind, ActFacts facts) => kind switch
    {
        MeasureActKind.Escaped => Refuse(MeasureRules.AlreadyEscaped, Inside(facts, MeasureActKind.Escaped)),
        MeasureActKind.TreatedOutside => Refuse(MeasureRules.AlreadyTreated, Inside(facts, MeasureActKind.TreatedOutside)).Concat(WhyNotPresent(facts)),
        MeasureActKind.TermExtended => WhyNotPresent(facts).Concat(Refuse(MeasureRules.EarlyReleaseStands, EarlyRelease)),
        MeasureActKind.EarlyReleaseDecided => Refuse(MeasureRules.EscapedOnce, Standing.Where(act => act.Kind == MeasureActKind.Escaped).MinBy(act => act.On)).Concat(Refuse(MeasureRules.EarlyReleaseStands, EarlyRelease)),
        MeasureActKind.ChangedToCommunity or MeasureActKind.Released => WhyNotPresent(facts),
        MeasureActKind.ClinicMissed => Refuse(MeasureRules.AlreadyMissing, Inside(facts, MeasureActKind.ClinicMissed)),
        MeasureActKind.Agreed or MeasureActKind.Prolonged when facts.To > facts.On.AddYears(MeasureRules.LongestAgreementYears) => [MeasureRules.AgreedTooLong.With(MeasureRules.LongestAgreementYears)],
        MeasureActKind.Agreed => Refuse(MeasureRules.AgreedAlready, LastAgreement, act => act.To),
        MeasureActKind.Prolonged when facts.To <= LastAgreement?.To => [MeasureRules.NotLater.With(facts.To!, LastAgreement!.To!)],
        _ => [],
    };

    /// <summary>Nothing is decided about somebody who is on the run (rules R1.44).</summary>
    IEnumerable<Broken> WhyNotPresent(ActFacts facts) => Refuse(
        MeasureRules.EscapedNow, Standing.FirstOrDefault(act => act.Kind == MeasureActKind.Escaped && act.On <= facts.On && !(LastDayOf(act) <= facts.On)));

    /// <summary>One that an escape has not made void (rules R1.44).</summary>
    MeasureAct? EarlyRelease => Standing.Any(act => act.Kind == MeasureActKind.Escaped) ? null : Standing.FirstOrDefault(act => act.Kind == MeasureActKind.EarlyReleaseDecided);

    /// <summary>The agreement that reaches furthest.</summary>
    MeasureAct? LastAgreement => Standing.Where(act => act.Kind is MeasureActKind.Agreed or MeasureActKind.Prolonged).MaxBy(act => act.To);

    static IEnumerable<Broken> Refuse(Broken rule, MeasureAct? standing, Func<MeasureAct, DateOnly?>? day = null) =>
        standing is null ? [] : [rule.With((day is null ? standing.On : day(standing)) ?? standing.On)];

    /// <summary>At most a year in all, and never backwards (ADL 47, rules R1.46).</summary>
    static IEnumerable<Broken> WhyNotExtend(ActFacts facts, MeasureState state)
    {
        if (state is not { EndsOn: { } ends, Isolation: { } limits })
        {
            yield return MeasureRules.OrderMissing with { Field = null };
        }
        else if (facts.On > ends)
        {
            yield return MeasureRules.ExtendedAfterTerm.With(facts.On, ends);
        }
        else if (facts.To is { } to && limits.Moved(to, facts.On) is var last && last <= ends)
        {
            yield return MeasureRules.NotLater.With(last, ends);
        }
        else if (facts.To is { } far && limits.Moved(far, facts.On) > limits.ExtendableUntil)
        {
            yield return MeasureRules.ExtendedTooFar.With(limits.Moved(far, facts.On), limits.ExtendableUntil);
        }
    }

    /// <summary>Not before a year is served, nor after rehabilitation was refused or seriously breached (ADL 47, rules R1.34, R1.46).</summary>
    static IEnumerable<Broken> WhyNotReleaseEarly(ActFacts facts, MeasureState state)
    {
        if (state is not { EndsOn: { } ends, Isolation: { } limits })
        {
            yield return MeasureRules.OrderMissing with { Field = null };
            yield break;
        }
        if (state.BreachedRehabilitationOn is { } breached)
        {
            yield return MeasureRules.BreachedRehabilitation.With(breached);
        }
        if (facts.On < limits.EarlyReleaseFrom)
        {
            yield return MeasureRules.TooEarlyForRelease.With(facts.On, limits.EarlyReleaseFrom);
        }
        if (facts.To >= ends)
        {
            yield return MeasureRules.NotEarlier.With(facts.To, ends);
        }
    }

    /// <summary>The software suggests and a person confirms, not before the days of the policy (rules R5.13).</summary>
    static IEnumerable<Broken> WhyNotDropOut(ActFacts facts, MeasureState state)
    {
        if (facts.On < state.DropOutFrom)
        {
            yield return MeasureRules.TooEarlyForDropOut.With(facts.On, state.DropOutFrom);
        }
    }

    /// <summary>The day on which a rehabilitation before this isolation was refused or seriously breached, confirmed and not declined: it excludes early release (rules R1.34). New use alone does not.</summary>
    public DateOnly? BreachedRehabilitationOn(IEnumerable<Measure> others) => others
        .Where(other => other.Kind == MeasureKind.Crh && other.Id != Id && !(other.OrderedOn > OrderedOn))
        .Min(other => other.RefusedOrBreachedOn);

    DateOnly? RefusedOrBreachedOn
    {
        get
        {
            var history = this.History(null, []);
            return history.Events.OfType<ConfirmedEvent>()
                .Where(confirmed => confirmed.DeclinedOn is null && !StatusRules.IsOvertaken(history, confirmed))
                .Where(confirmed => confirmed.IsNewUse != true)
                .Min(confirmed => (DateOnly?)confirmed.On);
        }
    }

    /// <summary>The day on which isolation was changed into community detox; null where it was not.</summary>
    public DateOnly? ChangedToCommunityOn => Standing.Any(act => act.Kind == MeasureActKind.ChangedToCommunity && act.On == EndedOn) ? EndedOn : null;

    /// <summary>
    /// The days of an isolation that was changed into the community detox to be opened (rules R1.45): the first one that is ordered after the change, and soon (PROPOSED: thirty days).
    /// </summary>
    /// <param name="facts">The papers of the community detox.</param>
    /// <param name="others">The client's other measures.</param>
    public static int IsolationToDeduct(MeasureFacts facts, IReadOnlyCollection<Measure> others)
    {
        var changed = others.Where(other => other.ChangedToCommunityOn <= facts.OrderedOn && facts.OrderedOn <= other.ChangedToCommunityOn?.AddDays(SoonAfterChange)).MaxBy(other => other.ChangedToCommunityOn);
        var isFollowed = others.Any(other => other.Kind == MeasureKind.Cdt && other.OrderedOn >= changed?.ChangedToCommunityOn);
        return changed?.ChangedToCommunityOn is { } last && !isFollowed ? IsolationTerm.DaysServed(changed.History(null, []), last) : 0;
    }
}
