using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>Counts what makes a serious breach; the software counts and warns, it decides nothing (rules R1.28–R1.29).</summary>
public static class BreachRules
{
    public static BreachCounters Count(MeasureHistory history, PolicyPack pack, DateOnly asOf)
    {
        var screens = history.Events.OfType<ScreenEvent>().Where(screen => screen.On <= asOf).ToList();
        var shortest = pack.Number(PolicyKeys.LeaveReportDays);
        var leavings = Leavings(history, asOf).Where(leaving => leaving.Days >= shortest).ToList();
        return new BreachCounters(
            screens.Count(screen => screen.Finding == ScreenFinding.Refused),
            screens.Count(screen => screen.Finding == ScreenFinding.Evaded),
            leavings.Count,
            leavings.Sum(leaving => leaving.Days));
    }

    /// <summary>The unauthorised leavings as known on a day, short ones included, joined where they overlap.</summary>
    public static IReadOnlyList<DateRange> Leavings(MeasureHistory history, DateOnly asOf) =>
        DateRanges.Merge(history.Events.Select(happened => Leaving(happened, asOf)).OfType<DateRange>());

    public static IReadOnlyList<BreachGround> Grounds(BreachCounters counters, PolicyPack pack)
    {
        var grounds = new List<BreachGround>();
        if (counters.RefusedOrEvaded >= pack.Number(PolicyKeys.BreachTests))
        {
            grounds.Add(BreachGround.Tests);
        }
        if (counters.UnauthorisedLeavings >= pack.Number(PolicyKeys.BreachLeavings))
        {
            grounds.Add(BreachGround.Leavings);
        }
        if (counters.UnauthorisedDays > pack.Number(PolicyKeys.BreachMoreThanDays))
        {
            grounds.Add(BreachGround.Days);
        }
        return grounds;
    }

    static DateRange? Leaving(MeasureEvent happened, DateOnly asOf) => happened switch
    {
        AbsenceEvent absence => Until(absence.From, absence.To, asOf),
        LeaveEvent { ReportedInWriting: false } leave => Until(leave.From, leave.ReturnedOn ?? Later(leave.To, asOf), asOf),
        LeaveEvent { To: { } to } leave => Until(to.AddDays(1), leave.ReturnedOn, asOf),
        _ => null,
    };

    /// <summary>Days that have not come yet do not count, and who has not come back is away until today.</summary>
    static DateRange? Until(DateOnly first, DateOnly? last, DateOnly asOf)
    {
        var known = last is { } day && day < asOf ? day : asOf;
        return known < first ? null : new DateRange(first, known);
    }

    static DateOnly? Later(DateOnly? to, DateOnly asOf) => to < asOf ? asOf : to;
}
