using Homeward.Domain.Supervision;

namespace Homeward.Web.Commands.Demo;

/// <summary>Fixed lives under isolation, maintenance treatment and the measures by agreement.</summary>
static class CycleScenes
{
    public static readonly IReadOnlyList<Exemplar> All =
    [
        // Escaped and brought back, extended since, and treated in a hospital now.
        new(MeasureKind.Cid, 400) { Reports = false, Acts = Extended },
        // On the run.
        new(MeasureKind.Cid, 300) { Reports = false, Acts = told => told.Act(MeasureActKind.Escaped, 12) },
        // Was in a hospital for a time; the early release is decided for the weeks to come.
        new(MeasureKind.Cid, 430) { Reports = false, Acts = ReleasedEarly },
        // Changed into community detox for health, which deducts the days served.
        new(MeasureKind.Cid, 200) { Reports = false, Acts = Changed },
        // Not seen at the clinic for nine days, and for twenty; given up; moved to another clinic.
        new(MeasureKind.Mmt, 310) { Acts = MissedAgain, Screens = told => Array.ForEach([220, 160, 100, 45], ago => told.Screens.AtClinic(told.Measure, told.Ago(ago))) },
        new(MeasureKind.Mmt, 265) { Acts = told => told.Act(MeasureActKind.ClinicMissed, 20) },
        new(MeasureKind.Mmt, 340) { Reports = false, QuietFor = 60, Acts = GivenUp },
        new(MeasureKind.Mmt, 420) { Reports = false, QuietFor = 35, Acts = told => told.Act(MeasureActKind.TreatmentEnded, 30, "movedClinic") },
        // Prolonged; over since some days; completed.
        new(MeasureKind.Vol, 90) { Acts = Prolonged },
        new(MeasureKind.Vol, 105) { Acts = told => told.Act(MeasureActKind.Agreed, 104, paper: "V", to: 5) },
        new(MeasureKind.Drc, 210) { Reports = false, QuietFor = 15, Acts = Completed },
    ];

    static void Extended(Told told)
    {
        told.Act(MeasureActKind.Escaped, 200);
        told.Act(MeasureActKind.Recaptured, 190);
        told.Act(MeasureActKind.TermExtended, 70, paper: "Y", to: -520);
        told.Act(MeasureActKind.TreatedOutside, 15, paper: "J");
    }

    static void ReleasedEarly(Told told)
    {
        told.Act(MeasureActKind.TreatedOutside, 150, paper: "J");
        told.Act(MeasureActKind.BackInCentre, 90);
        told.Act(MeasureActKind.EarlyReleaseDecided, 6, paper: "T", to: -25);
    }

    static void Changed(Told told)
    {
        told.Act(MeasureActKind.ChangedToCommunity, 40, paper: "B");
        var detox = told.Measures.Open(MeasureKind.Cdt, told.Ago(40));
        told.Measures.Serve(detox);
        told.Measures.Report(detox);
    }

    static void MissedAgain(Told told)
    {
        told.Act(MeasureActKind.ClinicMissed, 150);
        told.Act(MeasureActKind.ClinicResumed, 140);
        told.Act(MeasureActKind.ClinicMissed, 9);
    }

    static void GivenUp(Told told)
    {
        told.Act(MeasureActKind.ClinicMissed, 60);
        told.Act(MeasureActKind.DroppedOut, 42);
    }

    static void Prolonged(Told told)
    {
        told.Act(MeasureActKind.Agreed, 88, paper: "V", to: 20);
        told.Act(MeasureActKind.Prolonged, 24, paper: "V", to: -60);
    }

    static void Completed(Told told)
    {
        told.Act(MeasureActKind.Agreed, 205, paper: "V", to: 12);
        told.Act(MeasureActKind.TreatmentEnded, 12, TreatmentReasons.Completed, "W");
    }
}
