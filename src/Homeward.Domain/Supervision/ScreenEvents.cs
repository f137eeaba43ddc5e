using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>The event that a screen means to the statutory clock.</summary>
static class ScreenEvents
{
    public static ScreenEvent? Of(Screen screen) => Of(screen, screen.Outcome, screen.Result);

    /// <summary>As it was known at the end of a day: before its confirmation an evasion counted nowhere and a positive was preliminary.</summary>
    public static ScreenEvent? AsKnownOn(Screen screen, DateOnly day, Func<DateTime, DateOnly> dayOf)
    {
        if (dayOf(screen.EnteredAt) > day || screen.AnnulledOn <= day)
        {
            return null;
        }
        var outcome = screen.Outcome == ScreenOutcome.EvadedConfirmed && screen.ConfirmedOn > day ? ScreenOutcome.EvadedUnconfirmed : screen.Outcome;
        return Of(screen, outcome, screen.ResultKnownOn(day)) is { } known ? known with { ConfirmedOn = screen.ConfirmedOnKnownOn(day) } : null;
    }

    static ScreenEvent? Of(Screen screen, ScreenOutcome outcome, ScreenResult? result) =>
        FindingOf(outcome, result) is { } finding ? new ScreenEvent(screen.On, finding, screen.Kind, screen.Specimen) { RecordId = screen.Id, ConfirmedOn = screen.ConfirmedOn } : null;

    static ScreenFinding? FindingOf(ScreenOutcome outcome, ScreenResult? result) => outcome switch
    {
        ScreenOutcome.Refused => ScreenFinding.Refused,
        ScreenOutcome.EvadedConfirmed => ScreenFinding.Evaded,
        ScreenOutcome.Excused => ScreenFinding.Excused,
        ScreenOutcome.Done => result switch
        {
            ScreenResult.Negative => ScreenFinding.Negative,
            ScreenResult.PositivePreliminary => ScreenFinding.PositivePreliminary,
            ScreenResult.PositiveConfirmed => ScreenFinding.PositiveConfirmed,
            _ => ScreenFinding.Invalid,
        },
        _ => null,
    };
}
