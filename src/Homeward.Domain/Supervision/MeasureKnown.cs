namespace Homeward.Domain.Supervision;

public sealed partial class Measure
{
    /// <summary>The end that held by what the office knew on a day: the first one after the last reopening. What was annulled later stood then, and what lay ahead had not ended it yet.</summary>
    public DateOnly? EndedAsKnownOn(DateOnly day)
    {
        var known = acts.Where(act => act.WasKnownOn(day) && act.On <= day).ToList();
        var reopened = known.Where(act => act.Kind == MeasureActKind.Reopened).Max(act => (DateOnly?)act.On);
        return known
            .Where(act => act.Kind.EndsMeasure() && !(act.On <= reopened))
            .Min(act => (DateOnly?)act.On);
    }
}
