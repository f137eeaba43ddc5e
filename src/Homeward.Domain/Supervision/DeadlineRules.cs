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
        yield return (DeadlineKind.Service, ServeBy(known, pack), "R1.11");
        yield return (DeadlineKind.OfficeNotice, TellOfficeBy(known, pack), "R1.11");
        yield return (DeadlineKind.Report, known.ReportedOn is null ? MeasureTerm.ReportBy(known, pack) : null, "R1.13");
        yield return (DeadlineKind.SignAgreement, SignBy(known, pack), "R1.18");
        yield return (DeadlineKind.Screen, windows.FirstOrDefault(window => window.State == ScreeningWindowState.Open)?.Closes, "R2.15");
        yield return (DeadlineKind.Return, StatusRules.OpenLeaves(known).Min(leave => leave.Until), "R1.27");
        yield return (DeadlineKind.ReleasePreparation, endsOn?.AddDays(-pack.Number(PolicyKeys.ReleasePreparationDays)), "R1.42");
        yield return (DeadlineKind.ReReport, transfer is null ? null : MeasureTerm.ReReportBy(known, transfer, pack), "R1.14");
        yield return (DeadlineKind.HandOver, HandOverBy(known, pack), "R1.30");
    }

    /// <summary>The last day to tell the police of a confirmed suspicion (rules R1.30); null where they know.</summary>
    public static DateOnly? HandOverBy(MeasureHistory known, PolicyPack pack) =>
        NotHandedOver(known) is { } confirmed
            ? confirmed.On.AddDays((pack.Find(PolicyKeys.PoliceReportHours) is { } hours ? (int)hours.Number : 24) / 24)
            : null;

    /// <summary>The first confirmed suspicion of which the police have not been told.</summary>
    public static ConfirmedEvent? NotHandedOver(MeasureHistory known) => known.Events.OfType<ConfirmedEvent>()
        .Where(confirmed => confirmed.HandedOverOn is null && !StatusRules.IsOvertaken(known, confirmed))
        .MinBy(confirmed => confirmed.On);

    /// <summary>The limits whose day lies beyond the announced holidays although holidays move them.</summary>
    public static IReadOnlyList<DeadlineKind> Provisional(MeasureHistory known, PolicyPack pack)
    {
        (DeadlineKind What, DateOnly? By, PolicyKey Key)[] moving =
        [
            (DeadlineKind.Report, known.ReportedOn is null ? MeasureTerm.ReportBy(known, pack) : null, PolicyKeys.ReportDays),
            (DeadlineKind.SignAgreement, SignBy(known, pack), PolicyKeys.SignAgreementDays),
            (DeadlineKind.ReReport, StatusRules.OpenTransfer(known) is { } transfer ? MeasureTerm.ReReportBy(known, transfer, pack) : null, PolicyKeys.ReReportDays),
            (DeadlineKind.OfficeNotice, TellOfficeBy(known, pack), PolicyKeys.OfficeNotice),
        ];
        return [.. moving.Where(limit => limit.By is { } by && pack.IsProvisional(by, limit.Key)).Select(limit => limit.What)];
    }

    /// <summary>The last day on which the police serve the order, where a place sets hours for it (rules R1.11); who has reported has it.</summary>
    static DateOnly? ServeBy(MeasureHistory known, PolicyPack pack) =>
        known.Kind.IsInTheCommunity() && known is { OrderedOn: { } ordered, ServedOn: null, ReportedOn: null } && pack.Find(PolicyKeys.OrderServiceHours) is { } hours
            ? ordered.AddDays((int)Math.Ceiling(hours.Number / 24))
            : null;

    /// <summary>The last day on which the police tell the office, where a place sets days for it (rules R1.11); where the person has reported, the office knows.</summary>
    static DateOnly? TellOfficeBy(MeasureHistory known, PolicyPack pack) =>
        known.Kind.IsInTheCommunity() && known is { ServedOn: { } served, OfficeToldOn: null, ReportedOn: null } && pack.Find(PolicyKeys.OfficeNotice) is not null
            ? pack.Limit(served, PolicyKeys.OfficeNotice)
            : null;

    static DateOnly? SignBy(MeasureHistory known, PolicyPack pack) =>
        known.Kind.IsInTheCommunity() && known is { ReportedOn: { } reported, AgreementSignedOn: null }
            ? pack.Limit(reported, PolicyKeys.SignAgreementDays)
            : null;
}
