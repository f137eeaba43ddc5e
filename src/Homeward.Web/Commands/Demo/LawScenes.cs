using Homeward.Domain.People;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Commands.Demo;

/// <summary>One fixed life for each status that a legal measure can have, and for the acts that lead there and back.</summary>
static class LawScenes
{
    public static readonly IReadOnlyList<Exemplar> All =
    [
        // Ordered, and still in time to report.
        new(MeasureKind.Cdt, 5) { Reports = false },
        // Overdue, and nobody has looked into it.
        new(MeasureKind.Cdt, 24) { Reports = false },
        // A cause was accepted: the limit has moved.
        new(MeasureKind.Cdt, 26) { Reports = false, Acts = told => told.Act(MeasureActKind.JustCause, 8, "hospital", to: -10) },
        // A no-show that the police do not know of yet, and one that they signed for.
        new(MeasureKind.Cdt, 28) { Reports = false, Acts = told => told.Act(MeasureActKind.OverdueConfirmed, 4) },
        new(MeasureKind.Cdt, 30)
        {
            Reports = false,
            Acts = told =>
            {
                told.Act(MeasureActKind.OverdueConfirmed, 10);
                told.Act(MeasureActKind.HandedOver, 9, paper: "H");
            },
        },
        // On a leave that was extended, with a screen made elsewhere.
        new(MeasureKind.Cdt, 210) { Acts = Extended, Screens = told => told.Screens.Elsewhere(told.Measure, told.Ago(6)) },
        // Four days late from a leave: counted, and warned; reports in writing.
        new(MeasureKind.Cdt, 250) { WritesEvery = 75, Acts = LateReturn, Closing = FileScenes.KeepScans },
        new(MeasureKind.Cdt, 300) { Acts = told => told.Act(MeasureActKind.Suspended, 20, "detained"), Closing = TeamScenes.WithoutFamily },
        // Three months in custody, and on again.
        new(MeasureKind.Cdt, 320) { Acts = Resumed, Risks = WaitingLowering, Screens = ScreenScenes.Confirmed },
        // Three leavings, the last of thirty-five days: a serious breach on two grounds that nobody has confirmed yet.
        new(MeasureKind.Cdt, 350) { QuietFor = 40, Acts = ThreeLeavings },
        // Three tests refused or evaded: confirmed, not handed over.
        new(MeasureKind.Cdt, 260) { Acts = Breach, Screens = ThreeTests },
        // New use: handed over to the police.
        new(MeasureKind.Cdt, 280)
        {
            Screens = told => told.Screens.Confirm(told.Screens.Preliminary(told.Measure, told.Ago(14)), told.Ago(9)),
            Acts = told =>
            {
                told.Act(MeasureActKind.BreachConfirmed, 8, BreachReasons.NewUse, "W");
                told.Act(MeasureActKind.HandedOver, 7, paper: "H");
            },
        },
        // The police declined, and the measure goes on; before that the person could not be found for a time.
        new(MeasureKind.Cdt, 330) { Acts = Declined, Risks = OvertakenLowering, Screens = ScreenScenes.Overturned },
        new(MeasureKind.Crh, 240) { QuietFor = 15, Acts = told => told.Act(MeasureActKind.OutOfControl, 15), Closing = TeamScenes.WithoutDoctor },
        new(MeasureKind.Crh, 270) { QuietFor = 25, Acts = told => told.Act(MeasureActKind.Abroad, 25) },
        // Nobody met for weeks who was then sent to prison: what was still to do is cancelled, and the key date that runs has lost them.
        new(MeasureKind.Cdt, 500) { QuietFor = 80, Acts = told => told.Act(MeasureActKind.Terminated, 4, "imprisoned", "T") },
        // The term is over, and no notice has come.
        new(MeasureKind.Cdt, 1_125),
        new(MeasureKind.Cdt, 1_150) { Acts = told => told.Measures.Release(told.Measure) },
        // Followed up, and the dossier archived.
        new(MeasureKind.Crh, 1_160)
        {
            Acts = told =>
            {
                told.Measures.Release(told.Measure);
                told.Act(MeasureActKind.FollowUp, 3);
                told.Act(MeasureActKind.Archived, 2, paper: "A");
            },
        },
        // A court's decision was revoked: the measure runs on.
        new(MeasureKind.Crh, 430) { Acts = Reopened },
    ];

    static void ThreeLeavings(Told told)
    {
        told.Act(MeasureActKind.Absence, 130, to: 127);
        told.Act(MeasureActKind.Absence, 85, to: 81);
        told.Act(MeasureActKind.Absence, 40, to: 6);
    }

    static void Extended(Told told)
    {
        told.Measures.Note(told.Measure, MeasureActKind.Leave, new ActFacts(told.Ago(12)) { To = told.Ago(3), ReportedInWriting = true, RemoteScreen = true });
        told.Act(MeasureActKind.LeaveExtended, 4, to: -6);
    }

    /// <summary>The screen that was arranged never came in.</summary>
    static void LateReturn(Told told)
    {
        told.Measures.Note(told.Measure, MeasureActKind.Leave, new ActFacts(told.Ago(60)) { To = told.Ago(52), ReportedInWriting = true, RemoteScreen = true });
        told.Act(MeasureActKind.Returned, 48);
        told.Act(MeasureActKind.Warning, 47, paper: "J");
    }

    static void Resumed(Told told)
    {
        told.Act(MeasureActKind.Suspended, 190, "arrested");
        told.Act(MeasureActKind.Resumed, 100);
    }

    static void ThreeTests(Told told)
    {
        told.Screens.Refused(told.Measure, told.Ago(110));
        told.Screens.Evaded(told.Measure, told.Ago(70));
        told.Screens.Refused(told.Measure, told.Ago(25));
    }

    static void Breach(Told told)
    {
        told.Act(MeasureActKind.Warning, 109, paper: "J");
        told.Act(MeasureActKind.Warning, 67, paper: "J");
        told.Act(MeasureActKind.Warning, 24, paper: "J");
        told.Measures.Notify(told.Measure, told.Ago(25));
        told.Act(MeasureActKind.BreachConfirmed, 22, BreachReasons.SeriousBreach, "W");
    }

    static void Declined(Told told)
    {
        told.Act(MeasureActKind.OutOfControl, 120);
        told.Act(MeasureActKind.BackInControl, 105);
        told.Act(MeasureActKind.Absence, 75, to: 40);
        told.Act(MeasureActKind.BreachConfirmed, 38, BreachReasons.SeriousBreach, "W");
        told.Act(MeasureActKind.HandedOver, 37, paper: "H");
        told.Act(MeasureActKind.PoliceDeclined, 33, paper: "D");
    }

    static void Reopened(Told told)
    {
        told.Measures.Note(told.Measure, MeasureActKind.Terminated, new ActFacts(told.Ago(75)) { Reason = "imprisoned", Issuer = IssuingBody.Court, DocumentNumber = told.Paper("T") });
        told.Measures.Note(told.Measure, MeasureActKind.Reopened, new ActFacts(told.Ago(50)) { Reason = "decisionRevoked", Issuer = IssuingBody.Court, DocumentNumber = told.Paper("R") });
    }

    /// <summary>Lowered, and the station's head has not answered.</summary>
    static void WaitingLowering(Told told)
    {
        told.Risk.Record(RiskLevel.Medium, told.KnownFrom.AddDays(5));
        told.Risk.Record(RiskLevel.Medium, told.Ago(170));
        told.Risk.Record(RiskLevel.Low, told.Ago(4));
    }

    /// <summary>Assessed anew before anybody had answered.</summary>
    static void OvertakenLowering(Told told)
    {
        told.Risk.Record(RiskLevel.Medium, told.KnownFrom.AddDays(5));
        var waiting = told.Risk.Record(RiskLevel.Low, told.Ago(160));
        waiting.Overtake();
        told.Risk.Record(RiskLevel.Medium, told.Ago(140));
    }

    /// <summary>Lowered, and the station's head refused.</summary>
    public static void RefusedLowering(Told told)
    {
        told.Risk.Record(RiskLevel.Medium, told.KnownFrom.AddDays(5));
        told.Risk.Refuse(told.Risk.Record(RiskLevel.Low, told.Ago(120)), told.Ago(112));
    }
}
