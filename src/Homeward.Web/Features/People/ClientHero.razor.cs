using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Homeward.Web.Features.People;

/// <summary>The head of a client's page: who, where the law stands, and the buttons to record.</summary>
public sealed partial class ClientHero
{
    [Parameter, EditorRequired] public ClientFile File { get; set; } = default!;
    [Parameter] public RevealedField? Revealed { get; set; }
    [Parameter] public string? Value { get; set; }

    Client Client => File.Client;
    ClientMeasure? Current => File.Current;
    int? DaysLeft => Current?.State.EndsOn is { } ends ? ends.DayNumber - Clock.Today.DayNumber : null;
    int Overdue => File.Obligations.Count(obligation => Lateness.StateOn(obligation, Clock.Today) == ObligationState.Overdue);

    IEnumerable<string> About => new[] { Words.Code("sex", Client.Sex?.ToString()), File.Brief.Age is { } age ? Words["people.age", age] : "" }.Where(text => text.Length > 0);

    IEnumerable<(string Label, string Value, string? Tone)> Facts
    {
        get
        {
            yield return (Words["people.responsible"], File.Responsible ?? Words["people.nobody"], File.Responsible is null ? "text-warn" : null);
            if (Current is { } current)
            {
                var counters = current.State.Counters;
                yield return (Words["people.term"], current is { Measure.ReportedOn: { } reported, State.EndsOn: { } ends } ? Words["people.from-to", reported, ends] : Words["people.not-known"], null);
                yield return (Words["people.refused-evaded"], Words["people.refused-evaded-of", counters.RefusedOrEvaded, counters.Refused, counters.Evaded], counters.RefusedOrEvaded > 0 ? "text-bad" : null);
                yield return (Words["people.leavings"], Words["people.leavings-of", counters.UnauthorisedLeavings, counters.UnauthorisedDays], counters.UnauthorisedLeavings > 0 ? "text-bad" : null);
                if (NextWindow(current) is { } window)
                {
                    yield return (Words[window.State == ScreeningWindowState.Open ? "people.this-window" : "people.next-window"], Words["people.from-to", window.Opens, window.Closes], null);
                }
            }
            yield return (Words["people.risk-assessed"], Client.RiskAssessedOn is { } assessed ? $"{assessed}" : Words["people.never"], Client.RiskAssessedOn is null ? "text-warn" : null);
        }
    }

    static ScreeningWindow? NextWindow(ClientMeasure current) => current.State.Windows.FirstOrDefault(window => window.State is ScreeningWindowState.Open)
        ?? current.State.Windows.FirstOrDefault(window => window.State is ScreeningWindowState.Future);

    public static Tone StatusTone(MeasureStatus status) => status switch
    {
        MeasureStatus.Active or MeasureStatus.Released => Tone.Good,
        MeasureStatus.BreachSuspected or MeasureStatus.OverdueUnconfirmed or MeasureStatus.NoShowNotHandedOver or MeasureStatus.NoShowHandedOver => Tone.Bad,
        MeasureStatus.BreachNotHandedOver or MeasureStatus.BreachHandedOver or MeasureStatus.OutOfControl => Tone.Bad,
        MeasureStatus.Suspended or MeasureStatus.OnLeave or MeasureStatus.Transferring or MeasureStatus.Expired => Tone.Warn,
        _ => Tone.Info,
    };
}
