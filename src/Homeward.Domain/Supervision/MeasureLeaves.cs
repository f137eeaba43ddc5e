using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

public sealed partial class Measure
{
    /// <summary>The last day of a leave, as it was reported last.</summary>
    public DateOnly? LeaveUntil(MeasureAct leave) => (EventOf(leave) as LeaveEvent)?.Until;

    /// <summary>The leave that the person was on, or had not come back from, on a day; null where there is none.</summary>
    public MeasureAct? LeaveOn(DateOnly day) => Standing
        .Where(act => act.Kind == MeasureActKind.Leave && act.On <= day && !(LastDayOf(act) < day))
        .OrderBy(act => act.On).LastOrDefault();

    /// <summary>The leave of the day on which one of the measure's screens was made here; null where there was none.</summary>
    public MeasureAct? LeaveOf(Screen screen) => screen.WasMadeHere && screen.MeasureId == Id ? LeaveOn(screen.On) : null;

    /// <summary>The custody in which the person was all of a day, neither its first nor its last; null where there is none (rules R1.39).</summary>
    public MeasureAct? DetainedOn(DateOnly day) => Standing.FirstOrDefault(act => act.Kind == MeasureActKind.Suspended && act.On < day && !(LastDayOf(act) <= day));

    /// <summary>What was written down as refused or evaded on a day of the custody stands against it: it would count against somebody who could not come (rules R1.39, R2.19).</summary>
    static IEnumerable<Broken> WhyNotDetain(ActFacts facts, MeasureState state) => state.Counted
        .Where(one => one.Counter is BreachCounter.Refused or BreachCounter.Evaded && facts.On < one.First && !(facts.To <= one.First))
        .Take(1).Select(one => MeasureRules.MissedThen.With(one.First));

    /// <summary>A leave is extended by a new written report, no later than on its last day; afterwards the absence counts (rules R1.28).</summary>
    IEnumerable<Broken> WhyNotExtendLeave(ActFacts facts)
    {
        if (OpenOn(facts.On, MeasureActKind.Leave) is not { } leave)
        {
            yield break;
        }
        var until = LeaveUntil(leave);
        if (!leave.ReportedInWriting)
        {
            yield return MeasureRules.LeaveNotInWriting.With(leave.On);
        }
        else if (facts.On > until)
        {
            yield return MeasureRules.ExtendedTooLate.With(facts.On, until);
        }
        else if (facts.To <= until)
        {
            yield return MeasureRules.ExtendsNothing.With(until);
        }
    }

    MeasureEvent? EventOf(MeasureAct act) => ActEvents.Of(act, Standing.Where(other => other.AboutId == act.Id).ToLookup(other => other.AboutId!.Value), [], []);
}
