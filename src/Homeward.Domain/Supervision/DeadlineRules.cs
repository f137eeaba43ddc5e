using Homeward.Domain.Screening;

namespace Homeward.Domain.Supervision;

/// <summary>The limits that are still to be met, at most one of each kind, the nearest first.</summary>
public static class DeadlineRules
{
    public static IReadOnlyList<MeasureDeadline> Unmet(
        MeasureHistory known, PolicyPack pack, DateOnly? endsOn, IReadOnlyList<ScreeningWindow> windows)
    {
        // A measure that has ended asks for nothing more (rules R1.40, R1.41).
        if (known.Events.Any(happened => happened is TerminationEvent or ReleaseEvent))
        {
            return [];
        }
        return All(known, pack, endsOn, windows)
            .Where(deadline => deadline.By is not null)
            .Select(deadline => new MeasureDeadline(deadline.What, deadline.By!.Value, deadline.Rule))
            .OrderBy(deadline => deadline.By).ThenBy(deadline => deadline.What)
            .ToList();
    }

    static IEnumerable<(DeadlineKind What, DateOnly? By, string Rule)> All(
        MeasureHistory known, PolicyPack pack, DateOnly? endsOn, IReadOnlyList<ScreeningWindow> windows)
    {
        var transfer = StatusRules.OpenTransfer(known);
        yield return (DeadlineKind.Report, known.ReportedOn is null ? MeasureTerm.ReportBy(known, pack) : null, "R1.13");
        yield return (DeadlineKind.SignAgreement, SignBy(known, pack), "R1.18");
        yield return (DeadlineKind.Screen, windows.FirstOrDefault(window => window.State == ScreeningWindowState.Open)?.Closes, "R2.15");
        yield return (DeadlineKind.Return, StatusRules.OpenLeaves(known).Min(leave => leave.To), "R1.27");
        yield return (DeadlineKind.ReleasePreparation, endsOn?.AddDays(-pack.Number(PolicyKeys.ReleasePreparationDays)), "R1.42");
        yield return (DeadlineKind.ReReport, transfer is null ? null : MeasureTerm.ReReportBy(transfer, pack), "R1.14");
    }

    static DateOnly? SignBy(MeasureHistory known, PolicyPack pack) =>
        known.Kind.IsInTheCommunity() && known is { ReportedOn: { } reported, AgreementSignedOn: null }
            ? pack.Limit(reported, PolicyKeys.SignAgreementDays)
            : null;
}
