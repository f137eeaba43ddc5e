using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

public sealed partial class Measure
{
    /// <summary>
    /// Whether a notice was served for a screen: one for the window of its day, or one that names no window and came since the screen before it.
    /// Only in the community are notices served; elsewhere nothing of the kind is asked (rules R2.18, R2.19).
    /// </summary>
    /// <param name="screen">The screen that was missed.</param>
    /// <param name="screens">The client's other screens.</param>
    /// <param name="windows">The windows of the regular screens.</param>
    public bool IsNotified(Screen screen, IEnumerable<Screen> screens, IReadOnlyList<ScreeningWindow> windows)
    {
        var before = screens.Where(other => other.Id != screen.Id && !other.IsAnnulled && other.Kind == screen.Kind && other.On < screen.On).Max(other => (DateOnly?)other.On);
        return !Kind.IsInTheCommunity() || Standing.Any(act => act.Kind == MeasureActKind.NoticeServed && act.On <= screen.On && (act.Index is null
            ? !(act.On < before)
            : windows.Any(window => window.Year == act.Year && window.Index == act.Index && window.Opens <= screen.On && screen.On <= window.Closes)));
    }
}
