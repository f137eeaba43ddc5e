using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

/// <summary>The rules that the acts on a measure can break.</summary>
public static class MeasureRules
{
    public static readonly Broken AlreadyOpen = new("supervision.already-open", "Kind");
    public static readonly Broken OrderMissing = new("supervision.order-day-missing", "OrderedOn");
    public static readonly Broken OrderedBeforeBirth = new("supervision.ordered-before-birth", "OrderedOn");
    public static readonly Broken ServedBeforeOrdered = new("supervision.served-before-ordered", "ServedOn");
    public static readonly Broken ReportedBeforeServed = new("supervision.reported-before-served", "ReportedOn");
    public static readonly Broken AgreementBeforeReported = new("supervision.agreement-before-reported", "AgreementSignedOn");
    public static readonly Broken InFuture = new("supervision.in-future");
    public static readonly Broken TermImpossible = new("supervision.term-impossible", "TermYears");
    public static readonly Broken HasEnded = new("supervision.has-ended");
    public static readonly Broken NotReported = new("supervision.not-reported");
    public static readonly Broken AlreadySuspended = new("supervision.already-suspended");
    public static readonly Broken NotSuspended = new("supervision.not-suspended");
    public static readonly Broken BeforeStart = new("supervision.before-start", "On");
    public static readonly Broken EndBeforeStart = new("supervision.end-before-start", "To");
    public static readonly Broken CallUpsCommitted = new("supervision.call-ups-committed");
}

public sealed partial class Measure
{
    /// <summary>CDT and CRH cannot run at the same time for one person (rules R1.53), nor one of them twice.</summary>
    public static IEnumerable<Broken> WhyNotOpen(MeasureKind kind, IReadOnlyCollection<Measure> others)
    {
        var inTheCommunity = kind is MeasureKind.Cdt or MeasureKind.Crh;
        var clash = others.FirstOrDefault(other => other.IsOpen
            && (other.Kind == kind || (inTheCommunity && other.Kind is MeasureKind.Cdt or MeasureKind.Crh)));
        if (clash is not null)
        {
            yield return MeasureRules.AlreadyOpen.With(clash.Kind);
        }
    }

    public static IEnumerable<Broken> WhyNotCorrect(MeasureFacts facts, DateOnly? birthDate, DateOnly today)
    {
        if (facts.OrderedOn <= birthDate)
        {
            yield return MeasureRules.OrderedBeforeBirth.With(facts.OrderedOn!, birthDate!);
        }
        if (facts.ServedOn < facts.OrderedOn)
        {
            yield return MeasureRules.ServedBeforeOrdered.With(facts.ServedOn!, facts.OrderedOn!);
        }
        if (facts.ReportedOn < (facts.ServedOn ?? facts.OrderedOn))
        {
            yield return MeasureRules.ReportedBeforeServed.With(facts.ReportedOn!, (facts.ServedOn ?? facts.OrderedOn)!);
        }
        if (facts.AgreementSignedOn < facts.ReportedOn)
        {
            yield return MeasureRules.AgreementBeforeReported.With(facts.AgreementSignedOn!, facts.ReportedOn!);
        }
        foreach (var (day, field) in new[] { (facts.OrderedOn, "OrderedOn"), (facts.ServedOn, "ServedOn"), (facts.ReportedOn, "ReportedOn"), (facts.AgreementSignedOn, "AgreementSignedOn") })
        {
            if (day > today)
            {
                yield return (MeasureRules.InFuture with { Field = field }).With(day);
            }
        }
        if (facts.TermYears is < 1 or > 10 || facts.ServedIsolationDays is < 0 or > 1100)
        {
            yield return MeasureRules.TermImpossible.With(facts.TermYears ?? 0);
        }
    }

    IEnumerable<Broken> WhyNotAct(DateOnly on, DateOnly today)
    {
        if (!IsOpen)
        {
            yield return MeasureRules.HasEnded.With(EndedOn!);
        }
        if (on > today)
        {
            yield return (MeasureRules.InFuture with { Field = "On" }).With(on);
        }
        if (on < OrderedOn)
        {
            yield return MeasureRules.BeforeStart.With(on, OrderedOn);
        }
    }
}
