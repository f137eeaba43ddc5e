using CsCheck;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>One case: how it is read, what happened, and the day asked about.</summary>
sealed record Life(Reading Reading, MeasureHistory History, DateOnly AsOf)
{
    public MeasureState State() => MeasureClock.StateOf(History, Reading.Pack, AsOf);

    public Life With(params IEnumerable<MeasureEvent> more) => this with { History = History with { Events = [.. History.Events, .. more] } };
}

/// <summary>Random cases, aimed at the days on which something turns: month ends, leap days, edges of windows, limits and the end of the term.</summary>
static class Lives
{
    static readonly DateOnly[] turningDays =
    [
        new(2024, 2, 29), new(2024, 2, 28), new(2023, 2, 28), new(2024, 1, 31), new(2023, 1, 30), new(2023, 1, 29), new(2023, 3, 31),
        new(2024, 4, 30), new(2023, 8, 31), new(2023, 8, 30), new(2023, 8, 29), new(2023, 12, 31), new(2024, 1, 1), new(2020, 2, 29),
    ];

    static readonly Gen<DateOnly> beginnings = Gen.OneOf(
        Gen.Int[0, turningDays.Length - 1].Select(place => turningDays[place]),
        Gen.Int[0, 400].Select(offset => new DateOnly(2023, 6, 1).AddDays(offset)));

    static readonly Gen<(int Handed, int Declined)> answers = Gen.Select(Gen.Int[-8, 8], Gen.Int[-8, 8]);

    public static readonly Gen<Reading> Readings = Gen.Select(
        Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Select(Gen.Bool, Gen.Bool), Gen.Int[0, 5].Select(until => until switch { 0 => new DateOnly(2023, 12, 31), 1 => new DateOnly(2024, 6, 30), _ => (DateOnly?)null }),
        (stops, moves, rolls, before, more, until) => new Reading(stops, moves, rolls, before, more.Item1, until, more.Item2));

    public static readonly Gen<Reading> UsualReadings = Gen.Bool.Select(half => new Reading(HalfMonthly: half));

    public static Gen<Life> InTheCommunity(Gen<Reading> readings) =>
        from reading in readings
        from began in beginnings
        from kind in Gen.OneOf(Gen.Const(MeasureKind.Cdt), Gen.Const(MeasureKind.Crh))
        from years in Gen.Int[0, 3]
        from isolated in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[0, 300]))
        from waited in Waiting(began)
        from happened in Events(began).Array[0, 10]
        from moved in Moves(began)
        from detained in Detentions(began)
        from ended in Ends(began)
        from asOf in Gen.OneOf(Aimed(began), Gen.Int[-20, 60].Select(days => waited.Served?.AddDays(days) ?? began))
        select new Life(
            reading,
            new MeasureHistory
            {
                Kind = kind,
                TermYears = years is 2 or 3 ? years : null,
                OrderedOn = waited.Ordered,
                ServedOn = waited.Served,
                OfficeToldOn = waited.Told,
                ReportedOn = waited.Reported,
                AgreementSignedOn = waited.Signed,
                ServedIsolationDays = isolated,
                Events = [.. waited.Events, .. happened, .. waited.Reported is null ? [] : moved, .. detained, .. ended],
            },
            asOf);

    public static readonly Gen<Life> Elsewhere =
        from reading in Readings
        from began in beginnings
        from kind in Gen.Enum<MeasureKind>().Where(kind => kind is not (MeasureKind.Cdt or MeasureKind.Crh))
        from years in Gen.OneOf(Gen.Const((int?)null), Gen.Int[1, 3].Select(count => (int?)count))
        from papers in Gen.Int[0, 7]
        from happened in Gen.OneOf(Screens(began), Aimed(began).Select(day => (MeasureEvent)new AnnouncedEvent(day))).Array[0, 6]
        from ended in Ends(began)
        from asOf in Aimed(began)
        select new Life(
            reading,
            new MeasureHistory
            {
                Kind = kind,
                TermYears = years,
                OrderedOn = (papers & 1) == 0 ? began : null,
                ServedOn = (papers & 2) == 0 ? began.AddDays(3) : null,
                ReportedOn = (papers & 4) == 0 ? began.AddDays(9) : null,
                Events = [.. happened, .. ended],
            },
            asOf);

    /// <summary>Ordered and not served yet, served, the office told or not, excused or confirmed as overdue, reported late or never, signed later or not.</summary>
    static Gen<(DateOnly? Ordered, DateOnly? Served, DateOnly? Told, DateOnly? Reported, DateOnly? Signed, MeasureEvent[] Events)> Waiting(DateOnly began) =>
        from before in Gen.Int[0, 40]
        from how in Gen.Int[0, 10]
        from told in Gen.Int[-4, 9]
        from cause in Gen.Int[-5, 25]
        from moved in Gen.Int[0, 30]
        from confirmed in Gen.Int[1, 10]
        from handed in answers
        from sign in Gen.Int[-3, 8]
        let served = began.AddDays(-before)
        let limit = served.AddDays(15)
        let caused = how is 1 or 2 ? [new JustCauseEvent(limit.AddDays(cause), limit.AddDays(cause + moved))] : Array.Empty<MeasureEvent>()
        let late = limit.AddDays(how is 2 ? cause + moved + 4 + confirmed : 4 + confirmed)
        let confirms = how == 3 || (how == 2 && late < began) ? [Confirmed(Suspicion.Overdue, late, handed)] : Array.Empty<MeasureEvent>()
        let absent = how is 3 or 4 or 10
        select (
            how == 0 ? null : (DateOnly?)served, how is 0 or 10 ? null : (DateOnly?)served, told < 0 ? null : (DateOnly?)served.AddDays(told),
            absent ? null : (DateOnly?)began, sign < 0 || absent ? null : (DateOnly?)began.AddDays(sign), (MeasureEvent[])[.. caused, .. confirms]);

    /// <summary>Changes of place one after another; the last may still wait, with a cause that moves the limit or a confirmed no-show.</summary>
    static Gen<MeasureEvent[]> Moves(DateOnly began) =>
        from first in Aimed(began)
        from steps in Gen.Select(Gen.Int[0, 500], Gen.Int[0, 45], Gen.Int[0, 7], Gen.Int[1, 12], answers).Array[0, 3]
        select Move(first > began ? first : began.AddDays(1), steps).ToArray();

    static IEnumerable<MeasureEvent> Move(DateOnly on, (int Later, int Wait, int How, int More, (int, int) Given)[] steps)
    {
        foreach (var (place, (later, wait, how, more, given)) in steps.Index())
        {
            var open = how == 7 && place == steps.Length - 1;
            yield return new TransferEvent(on, open || how == 6 ? null : on.AddDays(wait), open || how != 6 ? null : on.AddDays(wait));
            if (how is 4 or 5)
            {
                yield return new JustCauseEvent(on.AddDays(more), on.AddDays(more + 10));
            }
            if ((how is 3 or 7) && (open || wait > 25))
            {
                yield return Confirmed(Suspicion.Overdue, on.AddDays(19 + (more / 2)), given);
            }
            on = on.AddDays(wait + 1 + later);
        }
    }

    /// <summary>Detentions that stand alone, overlap, touch, or are as long as a window.</summary>
    static Gen<MeasureEvent[]> Detentions(DateOnly began) =>
        from first in Aimed(began)
        from how in Gen.Int[0, 7]
        from length in Gen.Int[0, 100]
        from shift in Gen.Int[-20, 20]
        let last = first.AddDays(length)
        select how switch
        {
            0 => [new SuspensionEvent(first, last), new SuspensionEvent(first.AddDays(length / 2), last.AddDays(shift + 20))],
            1 => [new SuspensionEvent(first, last), new SuspensionEvent(last.AddDays(1), last.AddDays(1 + length))],
            2 => [new SuspensionEvent(first, null)],
            3 => [new SuspensionEvent(first, first.AddMonths(1).AddDays(Math.Sign(shift)))],
            4 => [new SuspensionEvent(began.AddDays(-3), began.AddDays(length))],
            5 => [new SuspensionEvent(first, last)],
            _ => Array.Empty<MeasureEvent>(),
        };

    static Gen<MeasureEvent[]> Ends(DateOnly began) =>
        from day in Aimed(began)
        from how in Gen.Int[0, 9]
        from later in Gen.Int[0, 90]
        let end = how % 2 == 0 ? (MeasureEvent)new TerminationEvent(day, TerminationReason.Isolation) : new ReleaseEvent(day)
        select how switch
        {
            0 or 1 => [end],
            2 or 3 => [end, new ReopenedEvent(day.AddDays(later))],
            4 or 5 => [end, new ReopenedEvent(day.AddDays(later)), new ReleaseEvent(day.AddDays(2 * later)), new FollowUpEvent(day.AddDays(3 * later))],
            6 => [new ReleaseEvent(day), new FollowUpEvent(day.AddDays(later))],
            _ => Array.Empty<MeasureEvent>(),
        };

    public static Gen<MeasureEvent> Events(DateOnly began) => Gen.OneOf(
        Screens(began),
        Screens(began),
        Gen.Select(Aimed(began), Gen.Int[0, 12], Gen.Int[-1, 20], Gen.Bool, (from, length, back, inWriting) =>
            (MeasureEvent)new LeaveEvent(from, length == 12 ? null : from.AddDays(length), back < 0 ? null : from.AddDays(back), inWriting)),
        // Extended once or twice: before the leave, in time, on the last day, too late, or to no later day.
        Gen.Select(Aimed(began), Gen.Int[0, 8], Gen.Int[-1, 30], Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false))), Gen.Select(Gen.Int[-3, 18], Gen.Int[-2, 14]).Array[1, 2], (from, length, back, inWriting, more) =>
            (MeasureEvent)new LeaveEvent(from, from.AddDays(length), back < 0 ? null : from.AddDays(back), inWriting)
            {
                Extensions = [.. more.Select(one => new LeaveExtension(from.AddDays(one.Item1), from.AddDays(length + one.Item2)))],
            }),
        Gen.Select(Aimed(began), Gen.Int[-1, 34], (from, length) => (MeasureEvent)new AbsenceEvent(from, length < 0 ? null : from.AddDays(length))),
        Gen.Select(Aimed(began), Gen.Int[0, 4], (from, length) => (MeasureEvent)new AbsenceEvent(from, from.AddDays(length))),
        Gen.Select(Aimed(began), answers, (on, given) => (MeasureEvent)Confirmed(Suspicion.Breach, on, given)),
        Gen.Select(Aimed(began), Gen.Int[-2, 60], Gen.Bool, (from, length, abroad) => (MeasureEvent)new OutOfReachEvent(from, length == -2 ? null : from.AddDays(length), abroad)),
        Aimed(began).Select(on => (MeasureEvent)new WarningEvent(on)),
        Aimed(began).Select(on => (MeasureEvent)new NoticeEvent(on, 1, 1)));

    static Gen<MeasureEvent> Screens(DateOnly began) => Gen.Select(
        Aimed(began), Gen.Enum<ScreenFinding>(), Gen.Frequency((3, Gen.Const(ScreenKind.Scheduled)), (1, Gen.Enum<ScreenKind>())), Gen.Enum<Specimen>(),
        (on, finding, kind, specimen) => (MeasureEvent)new ScreenEvent(on, finding, kind, specimen));

    static ConfirmedEvent Confirmed(Suspicion what, DateOnly on, (int Handed, int Declined) given) => new(
        on, what, given.Handed < 0 ? null : on.AddDays(given.Handed), given.Handed < 0 || given.Declined < 0 ? null : on.AddDays(given.Handed + given.Declined))
    {
        IsNewUse = what == Suspicion.Overdue ? null : (on.Day % 3) switch { 0 => null, 1 => false, _ => true },
    };

    /// <summary>Any day of the term, or within a day of a month's turn.</summary>
    public static Gen<DateOnly> Aimed(DateOnly began) => Gen.OneOf(
        Gen.Int[-30, 1200].Select(began.AddDays),
        Gen.Select(Gen.Int[0, 37], Gen.Int[-1, 1], Gen.Bool, (months, off, half) => began.AddMonths(months).AddDays(off + (half ? 15 : 0))));
}
