using Homeward.Domain.People;
using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>Turns the records of a measure into the history that the statutory clock reads.</summary>
public static class MeasureHistories
{
    public static MeasureHistory History(this Measure measure, Sex? sex, IEnumerable<Screen> screens) => new()
    {
        Kind = measure.Kind,
        TermYears = measure.TermYears,
        OrderedOn = measure.OrderedOn,
        ServedOn = measure.ServedOn,
        ReportedOn = measure.ReportedOn,
        AgreementSignedOn = measure.AgreementSignedOn,
        ServedIsolationDays = measure.ServedIsolationDays,
        Sex = sex,
        Events = [.. measure.Acts.Select(EventOf).OfType<MeasureEvent>(), .. screens.Where(screen => !screen.IsAnnulled).Select(EventOf).OfType<MeasureEvent>()],
    };

    static MeasureEvent? EventOf(MeasureAct act) => act.Kind switch
    {
        MeasureActKind.Leave when act.From is { } from => new LeaveEvent(from, act.To, act.ReturnedOn, act.ReportedInWriting),
        MeasureActKind.Absence when act.From is { } from => new AbsenceEvent(from, act.To),
        MeasureActKind.Suspended when act.From is { } from => new SuspensionEvent(from, act.To),
        MeasureActKind.Transferred when act.On is { } on => new TransferEvent(on, act.ReturnedOn),
        MeasureActKind.Terminated when act.On is { } on => new TerminationEvent(on, Enum.TryParse<TerminationReason>(act.Reason, ignoreCase: true, out var reason) ? reason : null),
        MeasureActKind.NoticeServed when act.On is { } on => new NoticeEvent(on, act.Year, act.Index),
        MeasureActKind.Released when act.On is { } on => new ReleaseEvent(on),
        _ => null,
    };

    static ScreenEvent? EventOf(Screen screen) =>
        FindingOf(screen) is { } finding ? new ScreenEvent(screen.On, finding, screen.Kind == ScreenKind.Scheduled, screen.Specimen) : null;

    static ScreenFinding? FindingOf(Screen screen) => screen.Outcome switch
    {
        ScreenOutcome.Refused => ScreenFinding.Refused,
        ScreenOutcome.EvadedConfirmed => ScreenFinding.Evaded,
        ScreenOutcome.Excused => ScreenFinding.Excused,
        ScreenOutcome.Done => screen.Result switch
        {
            ScreenResult.Negative => ScreenFinding.Negative,
            ScreenResult.PositivePreliminary => ScreenFinding.PositivePreliminary,
            ScreenResult.PositiveConfirmed => ScreenFinding.PositiveConfirmed,
            _ => ScreenFinding.Invalid,
        },
        _ => null,
    };
}
