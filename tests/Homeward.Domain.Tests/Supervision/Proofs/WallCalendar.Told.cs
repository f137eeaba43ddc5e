using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>What the calendar shows on the day asked about, as lines that can be laid beside the product's.</summary>
sealed partial class WallCalendar
{
    readonly Dictionary<DateOnly, (int Year, int Index)> turns = [];
    readonly List<(string Name, List<DateOnly> Days)> windows = [];
    DateOnly shadow;

    void Turn(DateOnly begun, int term)
    {
        shadow = begun;
        var index = (Year: 0, Last: 0);
        foreach (var (year, months, days) in inTheCommunity ? reading.Openings(history.Kind, term) : [])
        {
            index = (year, year == index.Year ? index.Last + 1 : 1);
            turns[MonthsAfter(begun, months).AddDays(days)] = index;
        }
    }

    /// <summary>A window opens when the running days have come to its turn, and holds every day until the next.</summary>
    void OpenWindow()
    {
        if (turns.Remove(shadow, out var turn))
        {
            windows.Add(($"{turn.Year}.{turn.Index}", []));
        }
        if (windows.Count > 0)
        {
            windows[^1].Days.Add(today);
        }
    }

    public static List<string> Told(MeasureState state) =>
    [
        $"status {state.Status}", $"report by {state.ReportBy:O}", $"ends {state.EndsOn:O}", $"used {state.UsedOn:O}",
        $"counted {state.Counters.Refused} {state.Counters.Evaded} {state.Counters.UnauthorisedLeavings} {state.Counters.UnauthorisedDays}",
        $"grounds {string.Join(' ', state.BreachGrounds)}{(state.IsUnfounded ? " unfounded" : "")}", $"provisional {string.Join(' ', state.Provisional)}",
        .. state.Deadlines.Select(deadline => $"{deadline.What} by {deadline.By:O} {deadline.Rule}"),
        .. state.Windows.Select(window => $"{window.Year}.{window.Index} {window.Opens:O} {window.Closes:O} {window.State} {window.ScreenOn:O}"),
    ];

    public List<string> Told() =>
    [
        $"status {Status()}", $"report by {ReportBy:O}", $"ends {endsOn:O}", $"used {usedOn:O}",
        $"counted {refused} {evaded} {Counted.Count} {Counted.Sum(leaving => leaving.Count)}",
        $"grounds {string.Join(' ', Grounds())}{(IsBorne ? "" : " unfounded")}", $"provisional {string.Join(' ', Limits().Where(limit => limit.By is { } by && IsUncertain(by)).Select(limit => limit.What).Concat(TellOfficeBy > reading.OfficialUntil ? [DeadlineKind.OfficeNotice] : []))}",
        .. terminated || released ? [] : Deadlines().Where(one => one.By is not null).OrderBy(one => one.By).ThenBy(one => one.What).Select(one => $"{one.What} by {one.By:O} {one.Rule}"),
        .. windows.Where(window => !(window.Days[0] > terminatedOn)).Select(window => $"{window.Name} {window.Days[0]:O} {window.Days[^1]:O} {StateOf(window.Days)}"),
    ];

    DateOnly? ReportBy => inTheCommunity && history.ServedOn is { } served ? Later(Limit(served, 15), causeUntil) : null;

    /// <summary>The leavings that count: three days or more.</summary>
    List<List<DateOnly>> Counted => [.. leavings.Select(leaving => leaving.Days).Where(days => days.Count >= 3)];

    IEnumerable<string> Grounds() => !inTheCommunity ? [] :
    [
        .. tests.Count >= 3 ? ["Tests"] : Array.Empty<string>(),
        .. Counted.Count >= 3 ? ["Leavings"] : Array.Empty<string>(),
        .. Counted.Sum(days => days.Count) > 30 ? ["Days"] : Array.Empty<string>(),
    ];

    /// <summary>What was confirmed still stands on the squares: three tests, the leavings, or a use.</summary>
    bool IsBorne => breach switch
    {
        null => true,
        { IsNewUse: true } => usedOn is not null,
        { IsNewUse: false } => Grounds().Any(),
        _ => usedOn is not null || Grounds().Any(),
    };

    MeasureStatus Status()
    {
        var gone = history.Events.OfType<OutOfReachEvent>().FirstOrDefault(one => outOfReach.Contains(one) && !(one.To < asOf));
        var isNew = declinedOn is null || tests.Concat(Counted.SelectMany(days => days)).Any(day => day > declinedOn);
        var passed = Limits().Where(limit => limit.What != DeadlineKind.SignAgreement && asOf > limit.By && !IsUncertain(limit.By!.Value)).Select(limit => limit.By).FirstOrDefault();
        // Only what was confirmed after the limit had passed says anything of it.
        var absent = noShow?.On > passed ? noShow : null;
        return terminated ? MeasureStatus.Terminated
            : released ? (followedUp ? MeasureStatus.FollowUp : MeasureStatus.Released)
            : asOf > endsOn ? MeasureStatus.Expired
            : IsDetainedOn(asOf) ? MeasureStatus.Suspended
            : breach is not null ? (Known(breach.HandedOverOn) is null ? MeasureStatus.BreachNotHandedOver : MeasureStatus.BreachHandedOver)
            : Grounds().Any() && isNew ? MeasureStatus.BreachSuspected
            : passed is not null ? (absent is null ? MeasureStatus.OverdueUnconfirmed : Known(absent.HandedOverOn) is null ? MeasureStatus.NoShowNotHandedOver : MeasureStatus.NoShowHandedOver)
            : gone is not null ? (gone.Abroad ? MeasureStatus.Abroad : MeasureStatus.OutOfControl)
            : move is not null ? MeasureStatus.Transferring
            : onLeave.Count > 0 ? MeasureStatus.OnLeave
            : start is null ? MeasureStatus.Ordered : MeasureStatus.Active;
    }

    /// <summary>A place may want the order served within a day, and the office told within three working days of it; where the person has come, neither is waited for.</summary>
    DateOnly? ServeBy => reading.Local && inTheCommunity && !reported && history.ServedOn is null ? history.OrderedOn?.AddDays(1) : null;

    DateOnly? TellOfficeBy => reading.Local && inTheCommunity && !reported && Known(history.OfficeToldOn) is null && history.ServedOn is { } served ? WorkingDaysAfter(served, 3) : null;

    static DateOnly WorkingDaysAfter(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= Reading.IsDayOff(day) ? 0 : 1;
        }
        return day;
    }

    IEnumerable<(DeadlineKind What, DateOnly? By)> Limits() =>
    [
        (DeadlineKind.Report, reported ? null : ReportBy),
        (DeadlineKind.SignAgreement, inTheCommunity && reported && !signed ? Limit(history.ReportedOn!.Value, 3) : null),
        (DeadlineKind.ReReport, move is null ? null : moveUntil),
    ];

    IEnumerable<(DeadlineKind What, DateOnly? By, string Rule)> Deadlines() => Limits()
        .Select(limit => (limit.What, limit.By, limit.What switch { DeadlineKind.Report => "R1.13", DeadlineKind.ReReport => "R1.14", _ => "R1.18" }))
        .Append((DeadlineKind.Screen, windows.Where(window => StateOf(window.Days) == "Open " && !(window.Days[0] > terminatedOn)).Select(window => (DateOnly?)window.Days[^1]).FirstOrDefault(), "R2.15"))
        .Append((DeadlineKind.Return, onLeave.Min(leave => LastDay((LeaveEvent)leave)), "R1.27"))
        .Append((DeadlineKind.ReleasePreparation, endsOn?.AddDays(-30), "R1.42"))
        .Append((DeadlineKind.HandOver, notHandedOver.Min(one => (DateOnly?)one.On)?.AddDays(1), "R1.30"))
        .Append((DeadlineKind.Service, ServeBy, "R1.11"))
        .Append((DeadlineKind.OfficeNotice, TellOfficeBy, "R1.11"));

    string StateOf(List<DateOnly> days)
    {
        foreach (var (state, findings) in ranks)
        {
            foreach (var day in days.Where(day => regular.TryGetValue(day, out var found) && found.Any(findings.Contains)))
            {
                return $"{state} {day:O}";
            }
        }
        return days.All(IsDetainedOn) ? "Suspended " : asOf < days[0] ? "Future " : asOf > days[^1] ? "MissedUnconfirmed " : IsHeldSince(days[0]) ? "Suspended " : "Open ";
    }

    /// <summary>The office wrote down a custody and no end of it, and the square on which the window opened lies in it: nobody can be tested, and nobody knows yet until when.</summary>
    bool IsHeldSince(DateOnly opened) => history.Events.Any(one => one is SuspensionEvent { GoesOn: true } custody && custody.From <= opened && opened <= asOf);

    static readonly (string State, ScreenFinding[] Findings)[] ranks =
    [
        ("Done", [ScreenFinding.Negative, ScreenFinding.PositivePreliminary, ScreenFinding.PositiveConfirmed]),
        ("Refused", [ScreenFinding.Refused]), ("Evaded", [ScreenFinding.Evaded]), ("Excused", [ScreenFinding.Excused]),
    ];

    bool IsDetainedOn(DateOnly day) => history.Events.OfType<SuspensionEvent>().Any(one => one.From <= asOf && one.From <= day && day <= (one.To ?? asOf));

    static DateOnly Later(DateOnly one, DateOnly? other) => other > one ? other.Value : one;
}
