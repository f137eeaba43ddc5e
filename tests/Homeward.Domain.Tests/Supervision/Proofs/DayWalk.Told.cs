using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>What is due, and what is told on the evening of a day, as lines that can be laid beside the product's.</summary>
sealed partial class DayWalk
{
    const int Alert = 7;
    const int DropOut = 15;
    const int Notice = 30;

    readonly List<(int On, int Until)> agreements = [];
    readonly List<(int Opens, int? Done)> checks = [];

    /// <summary>Of two agreements the one that reaches further holds.</summary>
    void Agree(int until)
    {
        agreements.Add((today, until));
        reach = Math.Max(reach, until);
    }

    /// <summary>What the product tells of a history on a day, in the same lines.</summary>
    public static List<string> Told(MeasureHistory history, PolicyPack pack, DateOnly day)
    {
        var state = MeasureClock.StateOf(history, pack, day);
        var known = history.AsOf(day);
        var ended = known.Events.Where(happened => happened is TerminationEvent or ReleaseEvent).Min(happened => (DateOnly?)happened.Day);
        var due = ObligationPlan.For(new ObligationFacts(Guid.Empty, history), pack, day).Obligations;
        return
        [
            .. WallCalendar.Told(state),
            .. state.Isolation is { } limits
                ? [$"served {IsolationTerm.DaysServed(known, ended < day ? ended.Value : day)} lost {limits.Escapes.Sum(escape => escape.Days - Math.Max(0, Math.Min(escape.Days, history.OrderedOn!.Value.DayNumber - escape.First.DayNumber)))}", $"limits {limits.ExtendableUntil:O} {limits.EarlyReleaseFrom:O}"]
                : Array.Empty<string>(),
            $"drop out {state.DropOutFrom:O}",
            .. due.Where(one => one.Kind is ObligationKind.ClinicCheck or ObligationKind.ProlongAgreement).OrderBy(one => one.Opens).ThenBy(one => one.Closes)
                .Select(one => $"{one.Kind} {one.Opens:O} {one.Closes:O} {one.DoneOn:O}"),
        ];
    }

    List<string> Told()
    {
        var ends = LastDay();
        var met = screens.Where(screen => screen.On.DayNumber <= today).ToList();
        var begun = since == Never ? (DateOnly?)null : DateOnly.FromDayNumber(since);
        var used = met.Where(screen => screen.Finding == ScreenFinding.PositiveConfirmed && screen.On >= (screen.Specimen == Specimen.Hair ? begun?.AddMonths(6) : begun)).Max(screen => (DateOnly?)screen.On);
        return
        [
            $"status {Status(ends)}", "report by ", $"ends {Day(ends):O}", $"used {used:O}",
            $"counted {met.Count(screen => screen.Finding == ScreenFinding.Refused)} {met.Count(screen => screen.Finding == ScreenFinding.Evaded)} 0 0",
            "grounds ", "provisional ",
            .. endedOn == Never && ends > 0 ? [$"ReleasePreparation by {Day(ends - Notice):O} R1.42"] : Array.Empty<string>(),
            .. kind == MeasureKind.Cid ? [$"served {served} lost {lost}", $"limits {Day(MoreEnds()):O} {Day(YearsAfter(begins, 1)):O}"] : Array.Empty<string>(),
            $"drop out {(missingSince == Never ? null : Day(missingSince + DropOut - 1)):O}",
            .. Due(),
        ];
    }

    /// <summary>An agreement goes before a term; nobody who ever ran is released early.</summary>
    int LastDay()
    {
        if (reach > 0)
        {
            return reach;
        }
        var ends = hasTerm ? Ends() : 0;
        return everRan || earlyUntil > ends ? ends : earlyUntil;
    }

    /// <summary>How far all extensions can reach: a year behind the term as it stands without them, the days on the run left out.</summary>
    int MoreEnds() => usualLeft > 0 ? YearsAfter(Gone + usualLeft + 1, 1) - 1 : moreLeft > 0 ? Gone + moreLeft : moreLast;

    MeasureStatus Status(int ends) =>
        isTerminated ? MeasureStatus.Terminated
        : endedOn != Never ? (isFollowed ? MeasureStatus.FollowUp : MeasureStatus.Released)
        : ends > 0 && today > ends ? MeasureStatus.Expired
        : isRunning ? MeasureStatus.OutOfControl
        : since == Never ? MeasureStatus.Ordered : MeasureStatus.Active;

    IEnumerable<string> Due()
    {
        var ahead = missingSince == Never || endedOn != Never ? [] : new[] { Alert, DropOut }.Select(days => missingSince + days - 1).Where(opens => opens > today).Select(opens => (opens, (int?)null));
        foreach (var (opens, done) in checks.Concat(ahead))
        {
            yield return $"ClinicCheck {Day(opens):O} {Day(opens + Alert):O} {(done is { } on ? Day(on) : null):O}";
        }
        var papers = agreements.OrderBy(one => one.Until).ToList();
        var lines = papers.Select((one, place) => (Opens: Math.Max(one.On, one.Until - Notice), one.Until, Done: place + 1 < papers.Count ? Day(papers[place + 1].On) : null));
        foreach (var (opens, until, done) in lines.Where(one => one.Opens <= endedOn).OrderBy(one => one.Opens).ThenBy(one => one.Until))
        {
            yield return $"ProlongAgreement {Day(opens):O} {Day(until):O} {done:O}";
        }
    }

    static DateOnly? Day(int number) => number > 0 ? DateOnly.FromDayNumber(number) : null;
}
