using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

public sealed partial class Measure
{
    /// <summary>
    /// With its end taken back, by a reopening or because it was recorded by mistake, it would run beside a measure that has taken its place: the same kind, the other one in the community
    /// (rules R1.53), or the community detox into which isolation was changed (rules R1.45).
    /// </summary>
    /// <param name="others">The client's other measures.</param>
    public IEnumerable<Broken> WhyNotRunAgain(IEnumerable<Measure> others) =>
        others.FirstOrDefault(ExcludesAgain) is { } running ? [MeasureRules.FollowedBy.With(running.Kind, $"{running.OrderedOn ?? running.ReportedOn:yyyy-MM-dd}")] : [];

    bool ExcludesAgain(Measure other) => other.IsOpen && other.Id != Id
        && (other.Kind == Kind || (Kind.IsInTheCommunity() && other.Kind.IsInTheCommunity()) || (Kind == MeasureKind.Cid && other.Kind == MeasureKind.Cdt && !(other.OrderedOn < EndedOn)));

    /// <summary>The first act that could not have happened had the measure not been taken up again: without the reopening it would lie after the end.</summary>
    MeasureAct? RestsOnReopening(MeasureAct reopening)
    {
        var end = EndBy(Standing.Where(act => act.Id != reopening.Id));
        return Standing.Where(act => act.Id != reopening.Id && !ActRules.Of(act.Kind).AfterEnd && act.On > end).MinBy(act => act.On);
    }
}
