using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Screening;

namespace Homeward.Web.Commands.Demo;

/// <summary>Fixed lives that show what a screen can be: each outcome, result and specimen, kept and destroyed samples, and disputes on their way.</summary>
static class ScreenScenes
{
    public static readonly IReadOnlyList<Exemplar> All =
    [
        new(MeasureKind.Cdt, 450) { Screens = OfAllSorts },
        // Asked for; at the laboratory; told, with time to ask for a recheck; at the second laboratory.
        new(MeasureKind.Cdt, 150) { Screens = told => Dispute(told, [2, 1]) },
        new(MeasureKind.Crh, 160) { Screens = told => Dispute(told, [7, 5, 4, 2]) },
        new(MeasureKind.Cdt, 170) { Screens = told => Dispute(told, [9, 8, 7, 6, 2, 1]) },
        new(MeasureKind.Cdt, 180) { Screens = told => Dispute(told, [17, 15, 14, 13, 10, 9, 8, 6, 4]) },
        // Not granted by the police; taken back by the client.
        new(MeasureKind.Crh, 185) { Screens = told => Dispute(told, [12, 11, 9], end: DisputeStep.Refused) },
        new(MeasureKind.Cdt, 190) { Screens = told => Dispute(told, [15, 13, 12, 11], end: DisputeStep.Withdrawn) },
    ];

    /// <summary>The laboratory found the same, and nobody asked for a recheck.</summary>
    public static void Confirmed(Told told) => Close(told, Dispute(told, [44, 42, 41, 40, 36, 35]), 28);

    /// <summary>The second laboratory found otherwise.</summary>
    public static void Overturned(Told told) => Close(told, Dispute(told, [96, 94, 93, 92, 88, 87, 86, 84, 83, 80, 79], recheckIsPositive: false), 79);

    static void OfAllSorts(Told told)
    {
        var (screens, measure) = (told.Screens, told.Measure);
        Samples(told, 400)?.DisposeSamples(told.Ago(190), told.Scene.Worker.Staff.Name, told.Scene.Worker.Team.First(other => other.Name != told.Scene.Worker.Staff.Name).Name, inDispute: false, told.Today);
        Samples(told, 215);
        screens.Compelled(measure, told.Ago(240));
        screens.Other(measure, told.Ago(190), ScreenKind.Hair, Specimen.Hair);
        screens.Other(measure, told.Ago(150), ScreenKind.Spot, Specimen.Saliva);
        screens.Other(measure, told.Ago(149), ScreenKind.Spot, Specimen.Blood, ScreenResult.Invalid);
        screens.NotHeld(measure, told.Ago(100));
        screens.Other(measure, told.Ago(99), ScreenKind.Scheduled, Specimen.Urine);
        screens.Excused(measure, told.Ago(70));
        screens.Other(measure, told.Ago(41), ScreenKind.LeaveReturn, Specimen.Urine);
        screens.Other(measure, told.Ago(20), ScreenKind.Discharge, Specimen.Urine);
        screens.Absent(measure, told.Ago(3));
        screens.Tampered(measure, told.Ago(2));
    }

    /// <summary>A confirmed positive, long enough ago for its samples to be destroyed.</summary>
    static Screen? Samples(Told told, int ago)
    {
        var screen = told.Screens.Preliminary(told.Measure, told.Ago(ago));
        told.Screens.Confirm(screen, told.Ago(ago - 6));
        return screen;
    }

    /// <summary>A positive on the spot and the steps of its dispute, each so many days ago: the first figure is the day of the screen.</summary>
    static ScreenDispute Dispute(Told told, int[] daysAgo, bool recheckIsPositive = true, DisputeStep? end = null)
    {
        var (scene, limit) = (told.Scene, DisputeLimits.Of(told.Scene.Pack));
        var screen = told.Screens.Preliminary(told.Measure, told.Ago(daysAgo[0]))!;
        ScreenDispute? dispute = null;
        Obligation? owed = null;
        for (var place = 1; place < daysAgo.Length; place++)
        {
            var step = Step(told, end is { } last && place == daysAgo.Length - 1 ? last : (DisputeStep)(place - 1), told.Ago(daysAgo[place]), recheckIsPositive);
            dispute ??= new ScreenDispute(screen, step, limit, told.Entry(told.NewId(step.On), step.On));
            if (place > 1)
            {
                dispute.Take(step, limit, told.Today);
            }
            owed?.Settle(Settlement.Fulfilled, step.On, dispute.Id);
            owed = DisputeScreen.Owed(dispute, told.File.Client, scene.Pack).FirstOrDefault();
            told.File.Obligations.AddRange(owed is null ? [] : [owed]);
        }
        told.File.Disputes.Add(dispute!);
        return dispute!;
    }

    static DisputeEntry Step(Told told, DisputeStep step, DateOnly on, bool recheckIsPositive)
    {
        var (rule, laboratories) = (DisputeRules.Of(step), told.Scene.Stock.Organisation.Laboratories);
        return new DisputeEntry(
            step, on, rule.NeedsLaboratory ? laboratories[step == DisputeStep.Sent ? 0 : 1] : null, rule.NeedsResult || rule.NeedsDecision ? told.Paper("L") : null,
            rule.NeedsResult ? step == DisputeStep.Reported || recheckIsPositive : null)
        {
            ToldTo = rule.Tells ? [ToldParty.Person, ToldParty.StreetOffice] : [],
            ToldAt = rule.IsTold ? new TimeOnly(15, 30) : null,
        };
    }

    static void Close(Told told, ScreenDispute dispute, int ago) =>
        dispute.Close(told.File.Screens.Single(screen => screen.Id == dispute.ScreenId), DisputeLimits.Of(told.Scene.Pack), told.Scene.Confirms(told.Ago(ago)));
}
