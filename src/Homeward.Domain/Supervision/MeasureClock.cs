using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>The statutory clock: history, policy and a day in, the state of the measure on that day out.</summary>
public static class MeasureClock
{
    public static MeasureState StateOf(MeasureHistory history, PolicyPack pack, DateOnly asOf)
    {
        var known = history.AsOf(asOf);
        var endsOn = MeasureTerm.EndsOn(known, pack, asOf);
        var counted = BreachRules.Counted(known, pack, asOf);
        var counters = BreachRules.Count(counted);
        // Serious breach is of the community agreement alone (rules R1.29); elsewhere refusals are counted and nothing follows.
        var grounds = known.Kind.IsInTheCommunity() ? BreachRules.Grounds(counters, pack) : [];
        var declinedOn = StatusRules.DeclinedOn(known);
        var groundOn = grounds.Count == 0 ? null : BreachRules.GroundDay(known, pack, asOf, declinedOn);
        var breach = StatusRules.BreachOf(known, groundOn is not null);
        var uses = BreachRules.Uses(known, pack).ToList();
        var windows = Windows(known, pack, asOf, endsOn);
        var status = StatusRules.StatusOf(known, pack, asOf, endsOn, breach);
        return new MeasureState
        {
            Status = status,
            NoShow = status is MeasureStatus.Terminated or MeasureStatus.Released or MeasureStatus.FollowUp or MeasureStatus.Expired or MeasureStatus.Suspended ? null : StatusRules.NoShowOf(known, pack, asOf),
            Breach = breach,
            GroundOn = groundOn,
            IsUnfounded = StatusRules.IsUnfounded(known, grounds.Count > 0, uses.Count > 0),
            UseOn = uses.Where(use => !(use.KnownOn <= declinedOn)).Min(use => (DateOnly?)use.On),
            DeclinedOn = declinedOn,
            OverdueSince = StatusRules.OverdueSince(known, pack, asOf),
            LastSignOn = BreachRules.LastSignOn(known),
            ReportBy = MeasureTerm.ReportBy(known, pack),
            EndsOn = endsOn,
            PolicyVersion = pack.Version,
            Windows = windows,
            WindowsMissed = Missed(windows, pack),
            Counters = counters,
            BreachGrounds = grounds,
            Deadlines = DeadlineRules.Unmet(known, pack, endsOn, windows),
            Counted = counted,
            UsedOn = uses.Max(use => (DateOnly?)use.On),
            Isolation = IsolationTerm.Limits(known, pack, asOf),
            DropOutFrom = ClinicRules.DropOutFrom(known, pack),
            Provisional = DeadlineRules.Provisional(known, pack),
        };
    }

    /// <summary>The windows of the regular screens with their states; none without a reporting day or a schedule.</summary>
    public static IReadOnlyList<ScreeningWindow> Windows(MeasureHistory history, PolicyPack pack, DateOnly asOf)
    {
        var known = history.AsOf(asOf);
        return Windows(known, pack, asOf, MeasureTerm.EndsOn(known, pack, asOf));
    }

    /// <summary>How many of the windows count as missed by the policy in force (rules R2.16).</summary>
    public static int Missed(IEnumerable<ScreeningWindow> windows, PolicyPack pack) => ScreeningCalendar.Missed(windows, pack.Find(PolicyKeys.MissedOnlyWhenClosed) is not { Flag: false });

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
        var suspensions = MeasureTerm.Suspensions(known, asOf);
        var stopped = MeasureTerm.Suspensions(known, known.RanUntil(asOf));
        var moves = pack.Find(PolicyKeys.SuspensionMovesWindows) is { Flag: true };
        var windows = ScreeningCalendar
            .Windows(schedule, reported, last, moves ? day => MeasureTerm.Stopped(day, reported, stopped) : null)
            .Where(window => !(window.Opens > terminatedOn));
        // A custody that goes on takes along what opened since, as the worklist does; once its end is known a window that outlasts it is open again (rules R2.17).
        var goingOn = known.Events.OfType<SuspensionEvent>().Where(suspension => suspension.GoesOn).Min(suspension => (DateOnly?)suspension.From);
        return [.. ScreeningCalendar.On(asOf, windows, Screens(known, pack), suspensions)
            .Select(window => window.State == ScreeningWindowState.Open && goingOn <= window.Opens ? window with { State = ScreeningWindowState.Suspended } : window)];
    }

    static List<ScreenFact> Screens(MeasureHistory known, PolicyPack pack) =>
        known.Events.OfType<ScreenEvent>().Select(screen => new ScreenFact(screen.On, screen.Finding, WindowFilling.IsDoneBy(screen.Kind, pack)) { RecordId = screen.RecordId }).ToList();
}
