using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

public sealed partial class Measure
{
    /// <param name="actId">The act to take out of every count.</param>
    /// <param name="others">The client's other measures, where the act has ended this one.</param>
    /// <param name="told">The client's screens, where the act is a notice that was served for one.</param>
    public IEnumerable<Broken> WhyNotAnnul(Guid actId, IReadOnlyCollection<Measure>? others = null, NoticedScreens? told = null)
    {
        var act = acts.FirstOrDefault(found => found.Id == actId);
        if (act is null || act.IsAnnulled)
        {
            yield return MeasureRules.ActGone;
        }
        else if (Standing.FirstOrDefault(other => other.AboutId == actId) is { } answer)
        {
            yield return MeasureRules.ActAnswered.With(answer.Kind, answer.On);
        }
        else if (act.Kind == MeasureActKind.ReportedAnew)
        {
            yield return MeasureRules.MovedAlready.With(act.On);
        }
        else if (act.Kind is MeasureActKind.TransferAccepted or MeasureActKind.TransferRejected)
        {
            yield return MeasureRules.AnsweredThere.With(act.On);
        }
        else if (BegunSince(act) is { } again)
        {
            yield return MeasureRules.BegunSince.With(act.Kind, again.Kind, again.On);
        }
        else if (act.Kind == MeasureActKind.Reopened && RestsOnReopening(act) is { } later)
        {
            yield return MeasureRules.RestsOnReopening.With(later.On);
        }
        else if (act.Kind == MeasureActKind.NoticeServed && told is not null && RestsOnNotice(act, told) is { } evasion)
        {
            yield return MeasureRules.RestsOnNotice.With(evasion.On);
        }
        else if (!IsOpen && act.Kind.EndsMeasure() && EndBy(Standing.Where(other => other.Id != actId)) is null)
        {
            foreach (var broken in WhyNotRunAgain(others ?? []))
            {
                yield return broken;
            }
        }
    }

    /// <summary>What began again after an answer: without the answer it would run beside what was answered.</summary>
    MeasureAct? BegunSince(MeasureAct answer) => ActRules.Of(answer.Kind).Ends is [var first, ..] ends && first.RunsOnce()
        ? Standing.Where(act => act.Id != answer.AboutId && ends.Contains(act.Kind) && act.On >= answer.On).MinBy(act => act.On)
        : null;

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
