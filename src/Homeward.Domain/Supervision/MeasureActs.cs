using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

public sealed partial class Measure
{
    /// <summary>Records what happened; the acts must be loaded.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="facts">Its days and papers.</param>
    /// <param name="state">Where the measure stands today; null for history, whose order nobody can mend any more.</param>
    /// <param name="entry">Who records it and when.</param>
    public MeasureAct Record(MeasureActKind kind, ActFacts facts, MeasureState? state, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNotRecord(kind, facts, state, entry));
        var rule = ActRules.Of(kind);
        var act = new MeasureAct(this, kind, facts with
        {
            AboutId = (rule.About is { } about ? OpenOn(facts.On, about) : OpenOn(facts.On, rule.Ends))?.Id,
            // What goes on until another act ends it has no last day of its own.
            To = kind is MeasureActKind.Escaped or MeasureActKind.TreatedOutside or MeasureActKind.ClinicMissed ? null : facts.To,
            Reason = rule.Reason ?? facts.Reason,
            Issuer = facts.Issuer ?? (rule.IssuersOf(Kind) is [var usual, ..] ? usual : null),
        }, entry);
        acts.Add(act);
        Follow(act);
        return act;
    }

    /// <summary>Takes a wrong act out of every count; it stays visible with its reason. An annulled end opens the measure again.</summary>
    /// <param name="actId">The act.</param>
    /// <param name="reason">Why it is wrong.</param>
    /// <param name="today">Today in Shanghai.</param>
    /// <param name="others">The client's other measures, where the act has ended this one.</param>
    /// <param name="told">The client's screens, where the act is a notice that was served for one.</param>
    public void Annul(Guid actId, Sealed reason, DateOnly today, IReadOnlyCollection<Measure>? others = null, NoticedScreens? told = null)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAnnul(actId, others, told));
        var act = acts.Single(found => found.Id == actId);
        act.Annul(reason, today);
        EndedOn = act.Kind == MeasureActKind.Reopened || act.Kind.EndsMeasure() ? EndBy(Standing) : EndedOn;
    }

    /// <summary>The act of one of these kinds that no later act has ended or answered.</summary>
    public MeasureAct? OpenAct(params IReadOnlyList<MeasureActKind> kinds) => OpenActs(kinds).LastOrDefault();

    /// <summary>The one that had begun by a day, before one that is only planned: of two leaves the running one.</summary>
    MeasureAct? OpenOn(DateOnly day, params IReadOnlyList<MeasureActKind> kinds) => OpenActs(kinds).LastOrDefault(act => act.On <= day) ?? OpenAct(kinds);

    IEnumerable<MeasureAct> OpenActs(IReadOnlyList<MeasureActKind> kinds) => Standing
        .Where(act => kinds.Contains(act.Kind) && !IsAnswered(act))
        .OrderBy(act => act.On).ThenBy(act => act.RecordedAt);

    /// <summary>The day of the release that ended it; null where it was annulled, or taken back by a reopening.</summary>
    public DateOnly? ReleasedOn => Standing.Any(act => act.Kind == MeasureActKind.Released && act.On == EndedOn) ? EndedOn : null;

    /// <summary>Number and day under which the dossier was archived; null before, and after the measure was taken up again (rules R3.4).</summary>
    public MeasureAct? ArchivedAs =>
        Standing.Where(act => act.Kind is MeasureActKind.Archived or MeasureActKind.Reopened).OrderBy(act => act.On).ThenBy(act => act.Id).LastOrDefault() is { Kind: MeasureActKind.Archived } archived ? archived : null;

    /// <summary>The acts that are not annulled.</summary>
    IEnumerable<MeasureAct> Standing => acts.Where(act => !act.IsAnnulled);

    bool IsAnswered(MeasureAct act) =>
        (act.Kind is MeasureActKind.Suspended or MeasureActKind.Absence && act.To is not null)
        || ReportedSince(act) is not null
        || Standing.Any(other => other.AboutId == act.Id && ActRules.Of(other.Kind).Ends.Contains(act.Kind));

    /// <summary>The day on which somebody who was not to be found, or abroad, reported: that is being back in control (rules R1.54).</summary>
    DateOnly? ReportedSince(MeasureAct act) => act.Kind is MeasureActKind.OutOfControl or MeasureActKind.Abroad
        ? Standing.Where(other => other.Kind == MeasureActKind.ReportedAnew).Select(other => (DateOnly?)other.On).Append(ReportedOn).Where(day => day > act.On).Min()
        : null;

    void Follow(MeasureAct act)
    {
        switch (act.Kind)
        {
            case var end when end.EndsMeasure(): EndedOn = act.On; break;
            case MeasureActKind.Reopened: EndedOn = null; break;
            case MeasureActKind.ReportedAnew: PlaceOfExecutionId = Standing.First(other => other.Id == act.AboutId).PlaceId; break;
            default: break;
        }
    }

    /// <summary>The end that held by what the office knew on a day. What was annulled later stood then, and what lay ahead had not ended it yet.</summary>
    public DateOnly? EndedAsKnownOn(DateOnly day) => EndBy(acts.Where(act => act.WasKnownOn(day) && act.On <= day));

    /// <summary>The end that holds: the first one after the last reopening.</summary>
    static DateOnly? EndBy(IEnumerable<MeasureAct> known)
    {
        var all = known.ToList();
        var reopened = all.Where(act => act.Kind == MeasureActKind.Reopened).Max(act => (DateOnly?)act.On);
        return all.Where(act => act.Kind.EndsMeasure() && !(act.On <= reopened)).Min(act => (DateOnly?)act.On);
    }
}
