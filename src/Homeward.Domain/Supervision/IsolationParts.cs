using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

/// <summary>Notes, while the last day of isolation is worked out, what moved it.</summary>
public sealed class IsolationParts(MeasureHistory history, DateOnly asOf)
{
    readonly List<FigurePart> parts = [];

    public IReadOnlyList<FigurePart> Parts => parts;

    internal void Stop(DateOnly day, DateOnly from, IEnumerable<DateRange> escapes) => parts.AddRange(
        MeasureTerm.Stopping(day, from, escapes).Select(still => new FigurePart(FigurePartKind.Escaped, still.First, still.Last, still.Days, RecordIds.Of(
            history.Events.OfType<EscapeEvent>().Where(escape => escape.From <= still.Last && !((escape.To ?? asOf) < still.First)).Select(escape => escape.RecordId)))));

    /// <summary>A new last day stands in the place of all that moved the old one.</summary>
    internal void Extend(ExtensionEvent extension)
    {
        parts.Clear();
        parts.Add(FigurePart.Of(FigurePartKind.Extended, extension.On, extension.Until, extension.RecordId));
    }

    internal void ReleaseEarly(EarlyReleaseEvent early)
    {
        var escapes = history.Events.OfType<EscapeEvent>().Select(escape => escape.RecordId).ToList();
        parts.Add(FigurePart.Of(escapes.Count > 0 ? FigurePartKind.EarlyReleaseLost : FigurePartKind.ReleasedEarly, early.On, early.Until, [early.RecordId, .. escapes]));
    }
}
