using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

/// <summary>Tells what made each day of the statutory clock: the papers and the events without which it would be another one.</summary>
public static class FigureRules
{
    /// <param name="history">The measure.</param>
    /// <param name="pack">The policy in force.</param>
    /// <param name="state">What the clock told of the history on that day.</param>
    /// <param name="asOf">The day.</param>
    public static IReadOnlyList<MeasureFigure> Of(MeasureHistory history, PolicyPack pack, MeasureState state, DateOnly asOf)
    {
        var known = history.AsOf(asOf);
        var figures = new List<MeasureFigure>();
        if (state.ReportBy is { } reportBy)
        {
            figures.Add(new MeasureFigure(FigureKind.ReportBy, reportBy, [FigurePart.Paper(FigurePartKind.Served, known.ServedOn), .. Cause(MeasureTerm.ReportCause(known, pack))], "R1.13"));
        }
        var ends = EndsOn(known, pack, known.RanUntil(asOf));
        if (state.EndsOn is { } endsOn)
        {
            figures.Add(new MeasureFigure(FigureKind.EndsOn, endsOn, ends, "1.2"));
        }
        figures.AddRange(state.Deadlines
            .Where(deadline => deadline.What != DeadlineKind.Report)
            .Select(deadline => new MeasureFigure(Enum.Parse<FigureKind>(deadline.What.ToString()), deadline.By, MadeBy(deadline, known, pack, ends, asOf), deadline.Rule)));
        return figures;
    }

    static IReadOnlyList<FigurePart> MadeBy(MeasureDeadline deadline, MeasureHistory known, PolicyPack pack, IReadOnlyList<FigurePart> ends, DateOnly asOf) => deadline.What switch
    {
        DeadlineKind.Service => [FigurePart.Paper(FigurePartKind.Ordered, known.OrderedOn)],
        DeadlineKind.OfficeNotice => [FigurePart.Paper(FigurePartKind.Served, known.ServedOn)],
        DeadlineKind.SignAgreement => [FigurePart.Paper(FigurePartKind.Reported, known.ReportedOn)],
        DeadlineKind.Screen => Window(deadline.By, known, pack, ends, asOf),
        DeadlineKind.Return => Leave(StatusRules.OpenLeaves(known).Where(leave => leave.Until is not null).MinBy(leave => leave.Until)!),
        DeadlineKind.ReleasePreparation => ends,
        DeadlineKind.ReReport => Transfer(StatusRules.OpenTransfer(known)!, known, pack),
        DeadlineKind.HandOver => [.. DeadlineRules.NotHandedOver(known) is { } confirmed ? [FigurePart.Of(FigurePartKind.Confirmed, confirmed.On, confirmed.On, confirmed.RecordId)] : Array.Empty<FigurePart>()],
        _ => [],
    };

    static IReadOnlyList<FigurePart> EndsOn(MeasureHistory known, PolicyPack pack, DateOnly asOf)
    {
        if (MeasureTerm.Agreed(known) is { } agreement)
        {
            return [FigurePart.Of(FigurePartKind.Agreed, agreement.On, agreement.Until, agreement.RecordId)];
        }
        if (MeasureTerm.Usual(known, pack) is not { } usual || MeasureTerm.Start(known) is not { } start)
        {
            return [];
        }
        var parts = new List<FigurePart> { FigurePart.Paper(Beginning(known), start), new(FigurePartKind.Term, null, null, MeasureTerm.Years(known, pack), []) };
        if (known.ServedIsolationDays > 0)
        {
            parts.Add(new FigurePart(FigurePartKind.ServedIsolation, null, null, known.ServedIsolationDays, []));
        }
        return [.. parts, .. known.Kind == MeasureKind.Cid ? Isolation(known, usual, start, asOf) : MeasureTerm.IsStopped(known, pack) ? Suspensions(known, usual, start, asOf) : []];
    }

    /// <summary>The paper from whose day the term counts.</summary>
    static FigurePartKind Beginning(MeasureHistory known) => known switch
    {
        { Kind: MeasureKind.Cid } => FigurePartKind.Ordered,
        { ReportedOn: not null } => FigurePartKind.Reported,
        { ServedOn: not null } => FigurePartKind.Served,
        _ => FigurePartKind.Ordered,
    };

    static IReadOnlyList<FigurePart> Isolation(MeasureHistory known, DateOnly usual, DateOnly start, DateOnly asOf)
    {
        var told = new IsolationParts(known, asOf);
        IsolationTerm.EndsOn(known, usual, start, asOf, told);
        return told.Parts;
    }

    static IReadOnlyList<FigurePart> Suspensions(MeasureHistory known, DateOnly until, DateOnly start, DateOnly asOf) =>
        [.. MeasureTerm.Stopping(until, start, MeasureTerm.Suspensions(known, asOf)).Select(still => Suspension(still, known, asOf))];

    static FigurePart Suspension(DateRange still, MeasureHistory known, DateOnly asOf) => new(FigurePartKind.Suspended, still.First, still.Last, still.Days, RecordIds.Of(
        known.Events.OfType<SuspensionEvent>().Where(suspension => suspension.From <= still.Last && !((suspension.To ?? asOf) < still.First)).Select(suspension => suspension.RecordId)));

    /// <summary>A window counts from the reporting day; the last one closes with the term, and where the policy says so a suspension has moved it.</summary>
    static IReadOnlyList<FigurePart> Window(DateOnly closes, MeasureHistory known, PolicyPack pack, IReadOnlyList<FigurePart> ends, DateOnly asOf)
    {
        IReadOnlyList<FigurePart> parts = MeasureTerm.Usual(known, pack) <= closes ? ends : [FigurePart.Paper(FigurePartKind.Reported, known.ReportedOn)];
        if (pack.Find(PolicyKeys.SuspensionMovesWindows) is not { Flag: true } || known.ReportedOn is not { } reported)
        {
            return parts;
        }
        var moving = MeasureTerm.Suspensions(known, known.RanUntil(asOf))
            .Where(suspension => suspension.First <= closes && suspension.Last >= reported)
            .Select(suspension => Suspension(new DateRange(suspension.First < reported ? reported : suspension.First, suspension.Last), known, asOf));
        return [.. parts, .. moving.Where(part => !parts.Any(other => other.What == part.What && other.First == part.First))];
    }

    static IReadOnlyList<FigurePart> Leave(LeaveEvent leave)
    {
        var until = leave.Until!.Value;
        var part = FigurePart.Of(FigurePartKind.Leave, leave.From, leave.To ?? until, leave.RecordId);
        return until == leave.To ? [part] : [part, .. leave.Extensions.Where(more => more.To == until).Take(1).Select(more => FigurePart.Of(FigurePartKind.LeaveExtended, more.On, more.To, more.RecordId))];
    }

    static IReadOnlyList<FigurePart> Transfer(TransferEvent transfer, MeasureHistory known, PolicyPack pack) =>
        [FigurePart.Of(FigurePartKind.Transferred, transfer.On, transfer.On, transfer.RecordId), .. Cause(MeasureTerm.ReReportCause(known, transfer, pack))];

    static IEnumerable<FigurePart> Cause(JustCauseEvent? cause) => cause is null ? [] : [FigurePart.Of(FigurePartKind.JustCause, cause.On, cause.ReportBy, cause.RecordId)];
}
