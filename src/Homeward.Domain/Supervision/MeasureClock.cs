using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>The statutory clock: history, policy and a day in, the state of the measure on that day out.</summary>
public static class MeasureClock
{
    public static MeasureState StateOf(MeasureHistory history, PolicyPack pack, DateOnly asOf)
    {
        var known = history.AsOf(asOf);
        var endsOn = MeasureTerm.EndsOn(known, pack, asOf);
        var counters = BreachRules.Count(known, pack, asOf);
        var grounds = BreachRules.Grounds(counters, pack);
        var windows = Windows(known, pack, asOf, endsOn);
        return new MeasureState
        {
            Status = StatusRules.StatusOf(known, pack, asOf, endsOn, grounds.Count > 0),
            ReportBy = MeasureTerm.ReportBy(known, pack),
            EndsOn = endsOn,
            PolicyVersion = pack.Version,
            Windows = windows,
            Counters = counters,
            BreachGrounds = grounds,
            Deadlines = DeadlineRules.Unmet(known, pack, endsOn, windows),
        };
    }

    /// <summary>The windows of the regular screens with their states; none without a reporting day or a schedule.</summary>
    public static IReadOnlyList<ScreeningWindow> Windows(MeasureHistory history, PolicyPack pack, DateOnly asOf)
    {
        var known = history.AsOf(asOf);
        return Windows(known, pack, asOf, MeasureTerm.EndsOn(known, pack, asOf));
    }

    /// <summary>The schedule of regular screens for the measure; null where the pack has none for its kind and term.</summary>
    public static ScreeningSchedule? ScheduleOf(MeasureHistory history, PolicyPack pack) =>
        MeasureTerm.Years(history, pack) is { } years ? pack.Schedule(history.Kind, years) : null;

    static IReadOnlyList<ScreeningWindow> Windows(MeasureHistory known, PolicyPack pack, DateOnly asOf, DateOnly? endsOn)
    {
        if (!known.Kind.IsInTheCommunity() || known.ReportedOn is not { } reported || endsOn is not { } last || ScheduleOf(known, pack) is not { } schedule)
        {
            return [];
        }
        var terminatedOn = known.Events.OfType<TerminationEvent>().Min(termination => (DateOnly?)termination.On);
        var windows = ScreeningCalendar.Windows(schedule, reported, last).Where(window => !(window.Opens > terminatedOn));
        return ScreeningCalendar.On(asOf, windows, Screens(known), MeasureTerm.Suspensions(known, asOf));
    }

    static List<ScreenFact> Screens(MeasureHistory known) =>
        known.Events.OfType<ScreenEvent>().Select(screen => new ScreenFact(screen.On, screen.Finding, screen.Scheduled)).ToList();
}
