using Homeward.Data.Sealing;
using Homeward.Domain.Supervision;

namespace Homeward.Web.Commands.Demo;

/// <summary>The rarer turns of a measure, each as often as PROPOSED here: no-show, breach, losing touch, living elsewhere, change of place, follow-up.</summary>
sealed class LawLife(Scene scene, Dice dice, ClientFile file, MeasureLife measures)
{
    DateOnly Today => scene.AsOf;

    /// <summary>Somebody who has not reported: a cause is accepted, or the no-show is confirmed and goes to the police.</summary>
    public void Await(Measure measure)
    {
        if (measure.ServedOn is not { } served || served.AddDays(18) > Today)
        {
            return;
        }
        var step = dice.Share();
        if (step < 0.2)
        {
            measures.Note(measure, MeasureActKind.JustCause, new ActFacts(Today.AddDays(-1)) { To = Today.AddDays(12), Reason = "hospital" });
        }
        else if (step < 0.6)
        {
            measures.Note(measure, MeasureActKind.OverdueConfirmed, new ActFacts(Today.AddDays(-1)));
            if (step > 0.4)
            {
                measures.Note(measure, MeasureActKind.HandedOver, new ActFacts(Today) { DocumentNumber = Paper("H") });
            }
        }
    }

    public void Run(Measure measure)
    {
        var running = Today.DayNumber - measure.ReportedOn!.Value.DayNumber;
        if (running < 120 || measure.OpenAct(MeasureActKind.Suspended, MeasureActKind.Leave) is not null || WasAway(measure))
        {
            return;
        }
        var turn = dice.Share();
        switch (turn)
        {
            case < 0.015: Breach(measure, turn); break;
            case < 0.022: measures.Note(measure, turn < 0.019 ? MeasureActKind.OutOfControl : MeasureActKind.Abroad, new ActFacts(Today.AddDays(-dice.Between(2, 30)))); break;
            case < 0.032: BackAgain(measure); break;
            case < 0.055: measures.Note(measure, MeasureActKind.DualControl, new ActFacts(Today.AddDays(-dice.Between(10, 100))) { Reason = "livesElsewhere", DocumentNumber = Paper("S") }); break;
            case < 0.065: MoveAway(measure); break;
            case < 0.08: MovedIn(measure, running); break;
            default: break;
        }
    }

    /// <summary>Somebody who was away or in custody at all: a turn would fall into that stretch.</summary>
    static bool WasAway(Measure measure) => measure.Acts.Any(act => act.Kind is MeasureActKind.Leave or MeasureActKind.Suspended);

    /// <summary>After the release now and then somebody goes on looking in.</summary>
    public void After(Measure measure)
    {
        if (measure.EndedOn is { } ended && ended < Today && dice.Chance(0.05))
        {
            measures.Note(measure, MeasureActKind.FollowUp, new ActFacts(ended.AddDays(1)));
        }
    }

    void Breach(Measure measure, double turn)
    {
        var last = Today.AddDays(-dice.Between(6, 60));
        measures.Note(measure, MeasureActKind.Absence, new ActFacts(last.AddDays(-dice.Between(32, 45))) { To = last, KnownOn = last });
        if (turn < 0.003)
        {
            return;
        }
        measures.Note(measure, MeasureActKind.BreachConfirmed, new ActFacts(last.AddDays(1)) { Reason = BreachReasons.SeriousBreach, DocumentNumber = Paper("W") });
        if (turn < 0.006)
        {
            return;
        }
        measures.Note(measure, MeasureActKind.HandedOver, new ActFacts(last.AddDays(2)) { DocumentNumber = Paper("H") });
        if (turn > 0.01)
        {
            measures.Note(measure, MeasureActKind.PoliceDeclined, new ActFacts(last.AddDays(5)) { DocumentNumber = Paper("D") });
        }
    }

    void BackAgain(Measure measure)
    {
        var lost = Today.AddDays(-dice.Between(40, 100));
        measures.Note(measure, MeasureActKind.OutOfControl, new ActFacts(lost));
        measures.Note(measure, MeasureActKind.BackInControl, new ActFacts(lost.AddDays(dice.Between(5, 35))));
    }

    /// <summary>A change of place that the new office has not answered yet.</summary>
    void MoveAway(Measure measure)
    {
        var to = scene.Posts[dice.Between(0, scene.Posts.Count - 1)];
        if (to.Point.Id == file.Client.UnitId)
        {
            return;
        }
        AskFor(measure, to, Today.AddDays(-dice.Between(1, 9)));
    }

    /// <summary>The office asks for a change of place, and the file follows a day later.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="to">Where it is to be executed.</param>
    /// <param name="on">The day.</param>
    /// <param name="fromUnitId">The sending unit, where the case is no longer there.</param>
    public IncomingTransfer AskFor(Measure measure, Post to, DateOnly on, Guid? fromUnitId = null)
    {
        measures.Note(measure, MeasureActKind.Transferred, new ActFacts(on) { PlaceId = to.Street.Id, Reason = "movedHome", DocumentNumber = MeasureLife.NumberOf("Z", on) });
        measures.Note(measure, MeasureActKind.Forwarded, new ActFacts(on.AddDays(1)) { DocumentNumber = Paper("Z") });
        var id = dice.Id(on);
        var name = scene.Keys.Seal(scene.Keys.Open(file.Client.Name, SealedColumn.ClientName, file.Client.Id), SealedColumn.TransferName, id);
        var transfer = new IncomingTransfer(measure, measure.Acts.Last(act => act.Kind == MeasureActKind.Transferred), to.Point.Id, name, null, id, fromUnitId);
        file.Transfers.Add(transfer);
        return transfer;
    }

    /// <summary>A case that came from another street, months ago.</summary>
    void MovedIn(Measure measure, int running)
    {
        var here = measure.PlaceOfExecutionId!.Value;
        var from = scene.Posts.FirstOrDefault(post => post.Street.Id != here);
        if (from is null)
        {
            return;
        }
        measure.Correct(measure.Facts() with { PlaceOfExecutionId = from.Street.Id }, file.Client.BirthDate, Today);
        var on = Today.AddDays(-dice.Between(40, running - 40));
        measures.Note(measure, MeasureActKind.Transferred, new ActFacts(on) { PlaceId = here, Reason = "movedHome", DocumentNumber = MeasureLife.NumberOf("Z", on) });
        measures.Note(measure, MeasureActKind.TransferAccepted, new ActFacts(on.AddDays(2)));
        measures.Note(measure, MeasureActKind.ReportedAnew, new ActFacts(on.AddDays(6)));
        measures.Note(measure, MeasureActKind.SignedAnew, new ActFacts(on.AddDays(7)));
    }

    string Paper(string letter) => $"{letter}{Today.Year}-{dice.Between(1_000, 9_999)}";
}
