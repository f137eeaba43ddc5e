using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

public sealed partial class Measure
{
    public IEnumerable<Broken> WhyNotRecord(MeasureActKind kind, ActFacts facts, MeasureState? state, EntryNote entry)
    {
        var rule = ActRules.Of(kind);
        return WhyNotAt(rule, facts, entry.Today)
            .Concat(entry.IsHistory ? [] : WhatIsMissing(rule, facts))
            .Concat(WhyNotAfter(rule, facts))
            .Concat(WhyNotInCycle(kind, facts))
            .Concat(kind == MeasureActKind.LeaveExtended ? WhyNotExtendLeave(facts) : [])
            .Concat(state is null ? [] : WhyNotIn(kind, facts, state));
    }

    IEnumerable<Broken> WhyNotAt(ActRule rule, ActFacts facts, DateOnly today)
    {
        if (!rule.Kinds.Contains(Kind))
        {
            yield return MeasureRules.NotForThisMeasure.With(Kind);
        }
        if (rule.AfterEnd ? IsOpen : !IsOpen)
        {
            yield return rule.AfterEnd ? MeasureRules.StillRuns : MeasureRules.HasEnded.With(EndedOn!);
        }
        if (facts.On > today && !rule.MayLieAhead)
        {
            yield return (MeasureRules.InFuture with { Field = "On" }).With(facts.On);
        }
        if (facts.KnownOn > today)
        {
            yield return (MeasureRules.InFuture with { Field = "KnownOn" }).With(facts.KnownOn);
        }
        if (facts.KnownOn < facts.On && !rule.MayLieAhead)
        {
            yield return MeasureRules.KnownBefore.With(facts.KnownOn, facts.On);
        }
        if (facts.On < OrderedOn)
        {
            yield return MeasureRules.BeforeStart.With(facts.On, OrderedOn);
        }
        else if (rule.AfterReport && facts.On < ReportedOn)
        {
            yield return MeasureRules.BeforeReport.With(facts.On, ReportedOn);
        }
        if (facts.To > today && rule.Kind == MeasureActKind.Absence)
        {
            yield return (MeasureRules.InFuture with { Field = "To" }).With(facts.To);
        }
        if (facts.To is not null && (rule.EndsMeasure || rule.Kind == MeasureActKind.Reopened))
        {
            yield return MeasureRules.NoLastDay.With(rule.Kind);
        }
        else if (facts.To < facts.On)
        {
            yield return MeasureRules.EndBeforeStart.With(facts.To!, facts.On);
        }
        if (facts.Reason is { } reason && ActReasons.Of(rule.Kind, Kind) is { Count: > 0 } known && !known.Contains(reason))
        {
            yield return MeasureRules.ReasonNotHere.With(rule.Kind);
        }
        if (rule.AfterEnd && facts.On < EndedOn)
        {
            yield return MeasureRules.BeforeEnd.With(facts.On, EndedOn);
        }
        if (facts.Issuer is { } issuer && rule.IssuersOf(Kind) is { Count: > 0 } competent && !competent.Contains(issuer))
        {
            yield return (MeasureRules.IssuerNotCompetent with { Rule = rule.Rule }).With(issuer, competent[0]);
        }
    }

    IEnumerable<Broken> WhatIsMissing(ActRule rule, ActFacts facts)
    {
        if (rule.AfterReport && ReportedOn is null)
        {
            yield return MeasureRules.NotReported;
        }
        if (rule.NeedsReason && string.IsNullOrWhiteSpace(facts.Reason))
        {
            yield return MeasureRules.ReasonMissing;
        }
        if (rule.AsksDocument(Kind) && string.IsNullOrWhiteSpace(facts.DocumentNumber))
        {
            yield return MeasureRules.DocumentMissing with { Rule = rule.Rule };
        }
        if (rule.NeedsTo && facts.To is null)
        {
            yield return MeasureRules.ToMissing;
        }
        if (rule.NeedsPlace && facts.PlaceId is null)
        {
            yield return MeasureRules.PlaceMissing;
        }
    }

    /// <summary>What stands before it: nothing is ended that is not open, nothing runs twice at the same time.</summary>
    IEnumerable<Broken> WhyNotAfter(ActRule rule, ActFacts facts)
    {
        var ended = rule.Ends.Count == 0 ? null : OpenOn(facts.On, rule.Ends);
        if (rule.Ends.Count > 0 && ended is null)
        {
            yield return rule.Kind == MeasureActKind.Resumed ? MeasureRules.NotSuspended : (MeasureRules.NothingToEnd with { Rule = rule.Rule }).With(rule.Ends[0]);
        }
        if (facts.On < ended?.On)
        {
            yield return MeasureRules.EndBeforeStart.With(facts.On, ended.On);
        }
        if (rule.Kind == MeasureActKind.Suspended && Running(MeasureActKind.Suspended, facts) is { } suspension)
        {
            yield return MeasureRules.AlreadySuspended.With(suspension.On);
        }
        if (rule.Kind is MeasureActKind.Leave or MeasureActKind.Absence && (Running(MeasureActKind.Leave, facts) ?? Running(MeasureActKind.Absence, facts)) is { } away)
        {
            yield return LastDayOf(away) is { } back ? MeasureRules.OverlapsLeave.With(away.Kind, away.On, back) : MeasureRules.AlreadyAway.With(away.On);
        }
        if (rule.Kind is MeasureActKind.Leave or MeasureActKind.Absence && Inside(facts, MeasureActKind.Suspended) is { } custody)
        {
            yield return MeasureRules.DetainedThen.With(custody.On);
        }
        if (rule.Kind == MeasureActKind.Suspended && Inside(facts, MeasureActKind.Leave, MeasureActKind.Absence) is { } gone)
        {
            yield return MeasureRules.AwayThen.With(gone.On);
        }
        if (rule.Kind is MeasureActKind.OutOfControl or MeasureActKind.Abroad && Already(facts.On, MeasureActKind.OutOfControl, MeasureActKind.Abroad) is { } lost)
        {
            yield return MeasureRules.AlreadyOutOfReach.With(lost.Kind, lost.On);
        }
        if (rule.Kind == MeasureActKind.DualControl && Already(facts.On, MeasureActKind.DualControl) is { } dual)
        {
            yield return MeasureRules.AlreadyDual.With(dual.On);
        }
        if (rule.Kind == MeasureActKind.Transferred && OpenAct(MeasureActKind.Transferred) is { } transfer)
        {
            yield return MeasureRules.AlreadyMoving.With(transfer.On);
        }
        if (rule.Kind == MeasureActKind.Transferred && facts.PlaceId == PlaceOfExecutionId && facts.PlaceId is not null)
        {
            yield return MeasureRules.SamePlace;
        }
        if (rule.Kind == MeasureActKind.Archived && ArchivedAs is { } archived)
        {
            yield return MeasureRules.ArchivedAlready.With(archived.DocumentNumber ?? "", archived.On);
        }
        if (rule.About is { } about)
        {
            foreach (var broken in WhyNotAbout(rule, about, facts))
            {
                yield return broken;
            }
        }
    }

    /// <summary>It is about something that goes on, and comes after it; a leave alone is also extended before it begins.</summary>
    IEnumerable<Broken> WhyNotAbout(ActRule rule, MeasureActKind about, ActFacts facts)
    {
        if (OpenOn(facts.On, about) is not { } open)
        {
            yield return (MeasureRules.NothingToEnd with { Rule = rule.Rule }).With(about);
        }
        else if (facts.On < open.On && about != MeasureActKind.Leave)
        {
            yield return MeasureRules.BeforeWhatItIsAbout.With(facts.On, about, open.On);
        }
    }

    /// <summary>An act of the kind that shares a day with what is to be recorded.</summary>
    MeasureAct? Running(MeasureActKind kind, ActFacts facts) => Standing.FirstOrDefault(act =>
        act.Kind == kind && act.On <= (facts.To ?? DateOnly.MaxValue) && facts.On <= (LastDayOf(act) ?? DateOnly.MaxValue));

    /// <summary>An act of these kinds that shares more with what is to be recorded than the day on which one ends and the other begins: nobody is away and in custody at once.</summary>
    MeasureAct? Inside(ActFacts facts, params IReadOnlyList<MeasureActKind> kinds) => Standing.FirstOrDefault(act =>
        kinds.Contains(act.Kind) && act.On < (facts.To ?? DateOnly.MaxValue) && facts.On < (LastDayOf(act) ?? DateOnly.MaxValue));

    /// <summary>An act of these kinds that goes on, or went on past the day: what is so already is not made so again.</summary>
    MeasureAct? Already(DateOnly on, params IReadOnlyList<MeasureActKind> kinds) => Standing.FirstOrDefault(act =>
        kinds.Contains(act.Kind) && (LastDayOf(act) is not { } last || (act.On <= on && on < last)));

    /// <summary>The day on which what lasts was over; null while it goes on. Whoever was away when a custody began is away no more (rules R1.39).</summary>
    DateOnly? LastDayOf(MeasureAct act)
    {
        var last = Standing.FirstOrDefault(other => other.AboutId == act.Id && ActRules.Of(other.Kind).Ends.Contains(act.Kind))?.On
            ?? ReportedSince(act)
            ?? (act.Kind is MeasureActKind.Suspended or MeasureActKind.Absence ? act.To : null);
        return act.Kind is MeasureActKind.Leave or MeasureActKind.Absence
            ? Standing.Where(other => other.Kind == MeasureActKind.Suspended && other.On >= act.On && !(last <= other.On)).Min(other => (DateOnly?)other.On) ?? last
            : last;
    }
}
