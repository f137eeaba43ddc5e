using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Papers;

public sealed partial class Paper
{
    public static readonly Broken MeasureMissing = new("papers.measure-missing");
    public static readonly Broken NotInTheCommunity = new("papers.not-in-the-community");
    public static readonly Broken NotReported = new("papers.not-reported");
    public static readonly Broken ActMissing = new("papers.act-missing");
    public static readonly Broken ActAnnulled = new("papers.act-annulled");
    public static readonly Broken ActOfOtherKind = new("papers.act-of-other-kind");
    public static readonly Broken ScreenMissing = new("papers.screen-missing");
    public static readonly Broken ScreenAnnulled = new("papers.screen-annulled");
    public static readonly Broken AlreadyServed = new("papers.already-served");
    public static readonly Broken ServedBeforeMade = new("papers.served-before-made", "On");
    public static readonly Broken ServedInFuture = new("papers.served-in-future", "On");
    public static readonly Broken AlreadyVoid = new("papers.already-void");

    /// <summary>Whether a paper of this kind can be made of what is there.</summary>
    public static IEnumerable<Broken> WhyNotMake(PaperKind kind, PaperOrigin origin)
    {
        var rule = PaperRules.Of(kind);
        return WhyNotOfMeasure(rule, origin).Concat(WhyNotOfAct(rule, origin)).Concat(WhyNotOfScreen(rule, origin));
    }

    public IEnumerable<Broken> WhyNotServe(DateOnly on, DateOnly today)
    {
        if (IsVoid)
        {
            yield return AlreadyVoid.With(VoidedOn!);
        }
        if (ServedOn is { } served)
        {
            yield return AlreadyServed.With(served);
        }
        if (on < MadeOn)
        {
            yield return ServedBeforeMade.With(on, MadeOn);
        }
        if (on > today)
        {
            yield return ServedInFuture.With(on);
        }
    }

    public IEnumerable<Broken> WhyNotVoid() => IsVoid ? [AlreadyVoid.With(VoidedOn!)] : [];

    static IEnumerable<Broken> WhyNotOfMeasure(PaperRule rule, PaperOrigin origin)
    {
        if (!rule.NeedsMeasure)
        {
            yield break;
        }
        if (origin.Measure is not { } measure)
        {
            yield return MeasureMissing;
            yield break;
        }
        if (rule.CommunityOnly && !measure.Kind.IsInTheCommunity())
        {
            yield return NotInTheCommunity.With(measure.Kind);
        }
        if (rule.AfterReport && measure.ReportedOn is null && !(origin.Act is { } act ? rule.BeforeReport.Contains(act.Kind) : rule.BeforeReport.Count > 0 && origin.IsSuspected))
        {
            yield return NotReported;
        }
    }

    static IEnumerable<Broken> WhyNotOfAct(PaperRule rule, PaperOrigin origin)
    {
        if (origin.Act is not { } act)
        {
            if (rule.About.Count > 0 && rule.NeedsAct && origin.Measure is not null && !(rule.OnSuspicion && origin.IsSuspected))
            {
                yield return ActMissing.With(rule.About[0]);
            }
            yield break;
        }
        if (!rule.About.Contains(act.Kind) || act.MeasureId != origin.Measure?.Id)
        {
            yield return ActOfOtherKind;
        }
        if (act.IsAnnulled)
        {
            yield return ActAnnulled.With(act.AnnulledOn!);
        }
    }

    static IEnumerable<Broken> WhyNotOfScreen(PaperRule rule, PaperOrigin origin)
    {
        if (rule.AboutScreen && origin.Screen is null)
        {
            yield return ScreenMissing;
        }
        if (origin.Screen is { IsAnnulled: true } screen)
        {
            yield return ScreenAnnulled.With(screen.AnnulledOn!);
        }
    }
}
