using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>From which day three years without relapse count (SHR art. 29, rules R1.56).</summary>
public enum CleanBasis
{
    /// <summary>Found to have used, not dependent: the day found.</summary>
    Caught,

    /// <summary>CDT or CRH: the day on which execution began.</summary>
    CommunityMeasure,

    /// <summary>Compulsory isolation: the day of release.</summary>
    IsolationRelease,
}

/// <summary>What keeps somebody from counting as three years clean.</summary>
public enum CleanObstacle
{
    TimeNotOver,

    /// <summary>Refused the measure or seriously breached it: not available to them (R1.56).</summary>
    RefusedOrBreached,

    /// <summary>An evasion that nobody has confirmed or excused (R7.1, PROPOSED).</summary>
    OpenEvasion,

    /// <summary>A positive of the spot that is neither confirmed nor overturned (R2.9, R7.1).</summary>
    OpenPositive,
    InIsolation,
}

/// <summary>What the calculator of three years without relapse needs to know.</summary>
public sealed record CleanHistory(CleanBasis Basis, DateOnly StartsOn)
{
    /// <summary>Days of confirmed use; each starts the count anew as a day found.</summary>
    public IReadOnlyList<DateOnly> ConfirmedUses { get; init; } = [];
    public bool RefusedOrBreached { get; init; }
    public bool HasOpenEvasion { get; init; }
    public bool HasOpenPositive { get; init; }
    public bool IsInIsolation { get; init; }
}

/// <summary>Since when somebody counts, on which day three years are full, and what stands in the way.</summary>
public sealed record CleanState(CleanBasis Basis, DateOnly CountsFrom, DateOnly FullOn, IReadOnlyList<CleanObstacle> Obstacles)
{
    public bool IsReached => Obstacles.Count == 0;
}

/// <summary>Three years without relapse: history in, days and reasons out (DRR art. 7, rules R1.56, R7.1).</summary>
public static class CleanClock
{
    public static CleanState StateOf(CleanHistory history, PolicyPack pack, DateOnly asOf)
    {
        var use = history.ConfirmedUses.Where(day => day >= history.StartsOn && day <= asOf).Max(day => (DateOnly?)day);
        var from = use ?? history.StartsOn;
        var full = from.AddYears(pack.Number(PolicyKeys.CleanYears));
        return new CleanState(use is null ? history.Basis : CleanBasis.Caught, from, full, Obstacles(history, full, asOf).ToList());
    }

    /// <summary>Until when the client applies for no licence and drives nothing (rules R1.57): years from the last use or the release from isolation.</summary>
    public static DateOnly? NoDrivingUntil(IEnumerable<DateOnly> uses, DateOnly? isolationReleasedOn, PolicyPack pack) =>
        uses.Select(day => (DateOnly?)day).Append(isolationReleasedOn).Max()?.AddYears(pack.Number(PolicyKeys.DrivingBanYears)).AddDays(-1);

    /// <summary>Days of confirmed use. A hair test soon after the start may show use before it and starts nothing (rules R2.22).</summary>
    public static IEnumerable<DateOnly> ConfirmedUses(IEnumerable<ScreenEvent> screens, DateOnly? start, PolicyPack pack) =>
        screens.Where(screen => ShowsUse(screen, start, pack)).Select(screen => screen.On);

    /// <summary>A confirmed positive that shows use since the start.</summary>
    public static bool ShowsUse(ScreenEvent screen, DateOnly? start, PolicyPack pack) =>
        screen.Finding == ScreenFinding.PositiveConfirmed && !ShowsEarlierUse(screen, start, pack);

    /// <summary>A positive hair test inside the months that hair looks back (rules R2.22).</summary>
    public static bool ShowsEarlierUse(ScreenEvent screen, DateOnly? start, PolicyPack pack) =>
        screen.Specimen == Specimen.Hair && start is { } from && pack.Find(PolicyKeys.HairLookBackMonths) is { } months && screen.On < from.AddMonths((int)months.Number);

    static IEnumerable<CleanObstacle> Obstacles(CleanHistory history, DateOnly full, DateOnly asOf)
    {
        if (history.IsInIsolation)
        {
            yield return CleanObstacle.InIsolation;
        }
        if (asOf < full)
        {
            yield return CleanObstacle.TimeNotOver;
        }
        if (history.RefusedOrBreached)
        {
            yield return CleanObstacle.RefusedOrBreached;
        }
        if (history.HasOpenEvasion)
        {
            yield return CleanObstacle.OpenEvasion;
        }
        if (history.HasOpenPositive)
        {
            yield return CleanObstacle.OpenPositive;
        }
    }
}
