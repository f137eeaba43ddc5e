using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

public sealed partial class Measure
{
    /// <summary>
    /// Whether a notice was served for a screen: one for its day, one for the window of its day, or one that names neither and has served no other.
    /// Only in the community are notices served; elsewhere nothing of the kind is asked (rules R2.18, R2.19).
    /// </summary>
    /// <param name="screen">The screen that was missed.</param>
    /// <param name="screens">The client's other screens.</param>
    /// <param name="windows">The windows of the regular screens.</param>
    public bool IsNotified(Screen screen, IEnumerable<Screen> screens, IReadOnlyList<ScreeningWindow> windows) =>
        !Kind.IsInTheCommunity() || IsNotifiedBy(Standing, screen, screens, windows);

    /// <summary>The first evasion that was confirmed on this notice and would stand without one (rules R2.19).</summary>
    Screen? RestsOnNotice(MeasureAct notice, NoticedScreens told) => told.Screens
        .Where(screen => screen is { IsAnnulled: false, IsTampered: false, Outcome: ScreenOutcome.EvadedConfirmed } && screen.MeasureId == Id)
        .Where(screen => IsNotifiedBy([notice], screen, told.Screens, told.Windows) && !IsNotifiedBy(Standing.Where(act => act.Id != notice.Id), screen, told.Screens, told.Windows))
        .MinBy(screen => screen.On);

    static bool IsNotifiedBy(IEnumerable<MeasureAct> acts, Screen screen, IEnumerable<Screen> screens, IReadOnlyList<ScreeningWindow> windows)
    {
        var before = screens.Where(other => other.Id != screen.Id && !other.IsAnnulled && other.Kind == screen.Kind && other.On < screen.On).MaxBy(other => other.On);
        return acts.Any(act => act.Kind == MeasureActKind.NoticeServed && act.On <= screen.On && act switch
        {
            { To: { } day } => day == screen.On,
            { Index: not null } => windows.Any(window => window.Year == act.Year && window.Index == act.Index && window.Opens <= screen.On && screen.On <= window.Closes),
            _ => IsAfter(act, before),
        });
    }

    /// <summary>A notice proves one absence: what was served for a screen that was missed says nothing of the next; where the one before was held, the next may have been told on its day.</summary>
    static bool IsAfter(MeasureAct notice, Screen? before) =>
        before is null || notice.On > before.On || (notice.On == before.On && before.Outcome == ScreenOutcome.Done);
}

/// <summary>The client's screens and the windows of the measure: what may rest on its notices.</summary>
public sealed record NoticedScreens(IReadOnlyCollection<Screen> Screens, IReadOnlyList<ScreeningWindow> Windows);
