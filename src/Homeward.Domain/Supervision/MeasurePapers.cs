using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

public sealed partial class Measure
{
    const int DaysOfYear = 365;

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
        if (facts.FamilyServedOn < facts.OrderedOn)
        {
            yield return MeasureRules.FamilyServedBeforeOrdered.With(facts.FamilyServedOn!, facts.OrderedOn!);
        }
        if (facts.OfficeToldOn < facts.OrderedOn)
        {
            yield return MeasureRules.OfficeToldBeforeOrdered.With(facts.OfficeToldOn!, facts.OrderedOn!);
        }
        if (facts.ReportedOn < (facts.ServedOn ?? facts.OrderedOn))
        {
            yield return MeasureRules.ReportedBeforeServed.With(facts.ReportedOn!, (facts.ServedOn ?? facts.OrderedOn)!);
        }
        if (facts.AgreementSignedOn < facts.ReportedOn)
        {
            yield return MeasureRules.AgreementBeforeReported.With(facts.AgreementSignedOn!, facts.ReportedOn!);
        }
        else if (facts.ReportedOn is null && facts.AgreementSignedOn < (facts.ServedOn ?? facts.OrderedOn))
        {
            yield return MeasureRules.AgreementBeforeServed.With(facts.AgreementSignedOn!, (facts.ServedOn ?? facts.OrderedOn)!);
        }
        foreach (var (day, field) in new[]
        {
            (facts.OrderedOn, "OrderedOn"), (facts.ServedOn, "ServedOn"), (facts.FamilyServedOn, "FamilyServedOn"), (facts.OfficeToldOn, "OfficeToldOn"), (facts.ReportedOn, "ReportedOn"), (facts.AgreementSignedOn, "AgreementSignedOn"),
        })
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
        else if (facts.ServedIsolationDays >= facts.TermYears * DaysOfYear)
        {
            yield return MeasureRules.IsolationFillsTerm.With(facts.ServedIsolationDays);
        }
    }

    /// <summary>A term in the community without a schedule would ask for no test at all: only those that the policy in force knows are taken (rules R2.10).</summary>
    public IEnumerable<Broken> WhyNotTerm(PolicyPack pack) => Kind.IsInTheCommunity() && TermYears is { } years && pack.Schedule(Kind, years) is null
        ? [MeasureRules.TermNotScheduled.With(years, string.Join(" / ", pack.Schedules.Where(schedule => schedule.Kind == Kind).Select(schedule => schedule.TermYears).Order()))]
        : [];

    /// <summary>Corrected papers do not move past what has been recorded since: an act before its order, one that rests on a report that was never made, or the end.</summary>
    public IEnumerable<Broken> WhyNotMove(MeasureFacts facts)
    {
        foreach (var (day, stood, field) in new[]
        {
            (facts.OrderedOn, OrderedOn, "OrderedOn"), (facts.ServedOn, ServedOn, "ServedOn"), (facts.ReportedOn, ReportedOn, "ReportedOn"), (facts.AgreementSignedOn, AgreementSignedOn, "AgreementSignedOn"),
        })
        {
            if (day > EndedOn && day != stood)
            {
                yield return (MeasureRules.AfterTheEnd with { Field = field }).With(day, EndedOn);
            }
        }
        if (facts.OrderedOn != OrderedOn && Standing.Where(act => act.On < facts.OrderedOn).MinBy(act => act.On) is { } first)
        {
            yield return (MeasureRules.ActsStand with { Field = "OrderedOn" }).With(first.On);
        }
        if (facts.ReportedOn != ReportedOn && Standing.Where(act => ActRules.Of(act.Kind).AfterReport && !(act.On >= facts.ReportedOn)).MinBy(act => act.On) is { } resting)
        {
            yield return (MeasureRules.ActsStand with { Field = "ReportedOn" }).With(resting.On);
        }
    }
}
