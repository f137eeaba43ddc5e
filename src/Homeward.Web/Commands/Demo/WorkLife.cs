using Homeward.Domain.Casework;
using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;

namespace Homeward.Web.Commands.Demo;

/// <summary>What worker and client did for each obligation: mostly early in its window, sometimes not at all.</summary>
sealed class WorkLife
{
    const double Neglected = 0.13;
    const double Troubled = 0.03;
    const double Relapsed = 0.07;

    readonly Scene scene;
    readonly Dice dice;
    readonly ClientFile file;
    readonly ScreenNotes screens;
    readonly ContactNotes contacts;
    readonly bool isTroubled;

    /// <summary>What a fixed life tells of by itself: no other screen is kept in the same window.</summary>
    readonly List<DateOnly> told;

    /// <summary>From this day on nobody has come round to the client.</summary>
    readonly DateOnly quietFrom;
    DateOnly? relapse;

    public WorkLife(Scene scene, Dice dice, ClientFile file, MeasureLife measures, DateOnly knownFrom)
    {
        this.scene = scene;
        this.dice = dice;
        this.file = file;
        screens = new ScreenNotes(scene, dice, file, measures, knownFrom);
        told = [.. file.Screens.Where(screen => screen.Kind == ScreenKind.Scheduled).Select(screen => screen.On)];
        contacts = new ContactNotes(scene, dice, file);
        if (scene.Exemplar is { } exemplar)
        {
            quietFrom = exemplar.QuietFor is { } days ? scene.AsOf.AddDays(-days) : DateOnly.MaxValue;
            return;
        }
        isTroubled = dice.Chance(Troubled);
        quietFrom = dice.Chance(Neglected) ? scene.AsOf.AddDays(-dice.Between(16, 48)) : DateOnly.MaxValue;
        relapse = dice.Chance(Relapsed) && scene.AsOf.DayNumber - knownFrom.DayNumber > 60 ? scene.AsOf.AddDays(-dice.Between(2, scene.AsOf.DayNumber - knownFrom.DayNumber - 40)) : null;
    }

    public void Do(Measure measure, ObligationPlan plan)
    {
        var away = MeasureTerm.Suspensions(measure.History(null, []), scene.AsOf);
        var owed = plan.Obligations
            .Where(planned => planned.Opens <= scene.AsOf && !planned.Suspended)
            .Select(planned => planned with { Closes = measure.EndedOn < planned.Closes ? measure.EndedOn.Value : planned.Closes })
            .Where(planned => planned.Opens <= planned.Closes)
            .ToLookup(planned => planned.Kind);
        foreach (var planned in owed[ObligationKind.Screen])
        {
            Screen(measure, planned, away);
        }
        foreach (var planned in owed[ObligationKind.HomeVisit])
        {
            Meet(planned, away, ContactMode.HomeVisit);
        }
        foreach (var planned in owed[ObligationKind.Interview].Where(planned => !contacts.HasInterviewIn(planned.Opens, planned.Closes)))
        {
            Meet(planned, away, dice.Chance(0.88) ? ContactMode.Interview : ContactMode.Video);
        }
    }

    /// <summary>Calls between meetings, and screens by surprise.</summary>
    public void Besides()
    {
        var from = contacts.KnownFrom;
        for (var on = from.AddDays(dice.Between(5, 60)); on <= scene.AsOf && on < quietFrom; on = on.AddDays(dice.Between(30, 150)))
        {
            contacts.Call(on);
        }
        var current = file.Measures[^1];
        for (var on = current.ReportedOn; scene.Exemplar?.WritesEvery is { } every && on?.AddDays(every) <= scene.AsOf;)
        {
            on = on.Value.AddDays(every);
            contacts.Report(on.Value);
        }
        if (current.Kind is MeasureKind.Cid or MeasureKind.Drc || current.ReportedOn is null)
        {
            return;
        }
        var away = MeasureTerm.Suspensions(current.History(null, []), scene.AsOf);
        for (var on = current.ReportedOn.Value.AddDays(dice.Between(60, 400)); on < scene.AsOf; on = on.AddDays(dice.Between(200, 600)))
        {
            if (on >= from && !away.Any(range => range.Contains(on)))
            {
                screens.Surprise(current, on);
            }
        }
    }

    void Screen(Measure measure, PlannedObligation planned, IReadOnlyList<DateRange> away)
    {
        if (told.Any(on => planned.Opens <= on && on <= planned.Closes))
        {
            return;
        }
        if (relapse is { } used && planned.Opens <= used && used <= planned.Closes && !away.Any(range => range.Contains(used)))
        {
            relapse = null;
            screens.Positive(measure, used);
            return;
        }
        var on = DayIn(planned, away);
        if (on is null && planned.Closes <= scene.AsOf)
        {
            screens.Excused(measure, planned.Opens);
        }
        if (on is not { } day || day > scene.AsOf || day >= quietFrom)
        {
            return;
        }
        if (planned.Closes > scene.AsOf.AddDays(-40) && scene.Exemplar is null && dice.Chance(0.03))
        {
            screens.Absent(measure, day);
            return;
        }
        screens.Held(measure, day, isTroubled);
    }

    void Meet(PlannedObligation planned, IReadOnlyList<DateRange> away, ContactMode mode)
    {
        var on = DayIn(planned, away);
        if (on is { } day && day <= scene.AsOf && day >= contacts.KnownFrom && day < quietFrom && !dice.Chance(0.02))
        {
            contacts.Meet(mode, day);
        }
    }

    /// <summary>A day in the window, rather early, on which the client is not held; null where there is none.</summary>
    DateOnly? DayIn(PlannedObligation planned, IReadOnlyList<DateRange> away)
    {
        var share = dice.Share();
        var day = planned.Opens.AddDays((int)((planned.Closes.DayNumber - planned.Opens.DayNumber) * share * share * 0.5));
        foreach (var range in away.Where(range => range.Contains(day)))
        {
            day = range.Last.AddDays(1);
        }
        return day <= planned.Closes ? day : null;
    }
}
