using Homeward.Domain.Screening;
using Homeward.Domain.Worklist;
using Homeward.Web.Components;

namespace Homeward.Web.Features.People;

/// <summary>The windows of a measure as the strip draws them: with the screen that filled each, and what was excused by hand.</summary>
public static class ClientWindows
{
    public static IReadOnlyList<Window> Of(ClientFile file, ClientMeasure measure)
    {
        var byHand = file.Obligations.Where(obligation => obligation.MeasureId == measure.Measure.Id && obligation.Kind == ObligationKind.Screen && obligation is { Settlement: Settlement.Excused, SettledById: null })
            .Select(obligation => obligation.Opens).ToHashSet();
        return [.. measure.State.Windows.Select(window => Draw(file, window, byHand))];
    }

    static Window Draw(ClientFile file, ScreeningWindow window, HashSet<DateOnly> byHand)
    {
        var screen = window.ScreenId is { } id ? file.Screens.Select(found => found.Screen).FirstOrDefault(found => found.Id == id) : null;
        var state = window.State switch
        {
            ScreeningWindowState.Done when screen?.Result is ScreenResult.PositiveConfirmed => "positive",
            ScreeningWindowState.Done when screen?.Result is ScreenResult.PositivePreliminary => "preliminary",
            ScreeningWindowState.Open or ScreeningWindowState.MissedUnconfirmed when byHand.Contains(window.Opens) => "excused",
            ScreeningWindowState.MissedUnconfirmed => "missedUnconfirmed",
            var other => other.ToString().ToLowerInvariant(),
        };
        return new Window(window.Year, window.Index, window.Opens, window.Closes, state, window.ScreenOn, screen is null ? null : $"/screening/{screen.Id}");
    }
}
