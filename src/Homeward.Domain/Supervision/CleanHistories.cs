using Homeward.Domain.People;
using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>Turns a client's measures and screens into what the calculator of three years without relapse reads.</summary>
public static class CleanHistories
{
    /// <summary>Null where no measure gives a day to count from. Of several starting days the latest counts (PROPOSED).</summary>
    public static CleanHistory? Of(IReadOnlyCollection<Measure> measures, IReadOnlyCollection<Screen> screens, PolicyPack pack)
    {
        var starts = measures.Select(measure => Start(measure, measures)).OfType<(CleanBasis Basis, DateOnly On)>().OrderBy(start => start.On).ToList();
        var isolated = measures.Any(measure => measure is { Kind: MeasureKind.Cid, IsOpen: true });
        if (starts.Count == 0)
        {
            return null;
        }
        var (basis, on) = starts.Any(start => start.Basis != CleanBasis.Caught) ? starts.Last(start => start.Basis != CleanBasis.Caught) : starts[^1];
        var standing = screens.Where(screen => !screen.IsAnnulled).ToList();
        return new CleanHistory(basis, on)
        {
            ConfirmedUses = [.. CleanClock.ConfirmedUses(standing.Select(ScreenEvents.Of).OfType<ScreenEvent>(), on, pack)],
            RefusedOrBreached = measures.Any(measure => measure.Kind.IsInTheCommunity() && RefusedOrBreached(measure)),
            HasOpenEvasion = standing.Any(screen => screen.Outcome == ScreenOutcome.EvadedUnconfirmed && screen.On >= on),
            HasOpenPositive = standing.Any(screen => screen is { Outcome: ScreenOutcome.Done, Result: ScreenResult.PositivePreliminary } && screen.On >= on && ScreenEvents.Of(screen) is { } shown && !CleanClock.ShowsEarlierUse(shown, on, pack)),
            IsInIsolation = isolated,
        };
    }

    /// <summary>A use that is confirmed, and lies in the clean years or after them, takes them away again (rules R1.56, R7.1).</summary>
    public static void Follow(Client client, Screen screen, PolicyPack pack)
    {
        var from = client.ThreeYearsCleanOn?.AddYears(-pack.Number(PolicyKeys.CleanYears));
        if (client.IsThreeYearsClean && !screen.IsAnnulled && !(screen.On < from) && ScreenEvents.Of(screen) is { } shown && CleanClock.ShowsUse(shown, from, pack))
        {
            client.ClearThreeYearsClean();
        }
    }

    /// <summary>The last release from isolation.</summary>
    public static DateOnly? IsolationReleasedOn(IEnumerable<Measure> measures) =>
        measures.Where(measure => measure.Kind == MeasureKind.Cid).Max(measure => measure.EndedOn);

    /// <summary>Where isolation was changed into community detox, the end of isolation stays the starting day (R1.56).</summary>
    static (CleanBasis, DateOnly)? Start(Measure measure, IReadOnlyCollection<Measure> measures) => measure.Kind switch
    {
        MeasureKind.Cdt when measure.ServedIsolationDays > 0 && measures.Any(other => other.ChangedToCommunityOn <= measure.OrderedOn) => null,
        MeasureKind.Cdt or MeasureKind.Crh when measure.ReportedOn is { } reported => (CleanBasis.CommunityMeasure, reported),
        MeasureKind.Cid when measure.EndedOn is { } released => (CleanBasis.IsolationRelease, released),
        MeasureKind.AtLarge when measure.OrderedOn is { } found => (CleanBasis.Caught, found),
        _ => null,
    };

    /// <summary>Confirmed, and not declined by the police.</summary>
    static bool RefusedOrBreached(Measure measure) =>
        measure.History(null, []).Events.OfType<ConfirmedEvent>().Any(confirmed => confirmed.DeclinedOn is null);
}
