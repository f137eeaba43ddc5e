using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>
/// Isolation, maintenance treatment and the measures by agreement a second time, lived through day by day: a counter of the days that are left, who is on the run, since when
/// nobody came to the clinic, how far the agreement reaches. Each day first does what its lines say, then lets one day go by. No range is merged and no day is looked up ahead.
/// </summary>
sealed partial class DayWalk
{
    const int Never = int.MaxValue;

    readonly MeasureKind kind;
    readonly Reading reading;
    readonly LogPapers papers;
    readonly Dictionary<int, List<LogLine>> squares = [];
    readonly IReadOnlyCollection<LogScreen> screens;
    readonly int begins;
    readonly int first;
    readonly List<int> reopenings;

    int today, since, served, lost, endedOn;
    int left, lastDay, usualLeft, moreLeft, moreLast;
    int earlyUntil, reach, missingSince;
    bool isRunning, everRan, hasTerm, isTerminated, isFollowed;

    public DayWalk(MeasureKind kind, Reading reading, LogPapers papers, IReadOnlyCollection<LogLine> lines, IReadOnlyCollection<LogScreen> screens)
    {
        (this.kind, this.reading, this.papers, this.screens) = (kind, reading, papers, screens);
        foreach (var line in lines)
        {
            squares.TryAdd(line.On.DayNumber, []);
            squares[line.On.DayNumber].Add(line);
        }
        begins = (kind == MeasureKind.Cid ? papers.Ordered : papers.Served ?? papers.Ordered)?.DayNumber ?? Never;
        // Where the day of the order is not known, something may have happened before the papers were served.
        first = new[] { papers.Ordered, papers.Served, papers.Enrolled }.Concat(lines.Select(line => (DateOnly?)line.On)).Min()!.Value.DayNumber;
        reopenings = [.. lines.Where(line => line.What == MeasureActKind.Reopened).Select(line => line.On.DayNumber)];
    }

    public DateOnly First => DateOnly.FromDayNumber(first);

    /// <summary>Lives through the days and tells the evenings that are asked for, which come in their order.</summary>
    public IEnumerable<(DateOnly Day, List<string> Told)> On(IEnumerable<DateOnly> asked)
    {
        var taken = -1;
        foreach (var day in asked)
        {
            // An end that is taken back has never been: with the day of a reopening everything is lived through anew.
            var last = reopenings.Where(reopened => reopened <= day.DayNumber).Append(0).Max();
            if (last != taken)
            {
                taken = last;
                Awake();
            }
            while (today < day.DayNumber)
            {
                today++;
                Live(taken);
            }
            yield return (day, Told());
        }
    }

    void Awake()
    {
        (today, since, served, lost, endedOn) = (first - 1, Never, 0, 0, Never);
        (left, lastDay, usualLeft, moreLeft, moreLast) = (0, 0, 0, 0, 0);
        (earlyUntil, reach, missingSince) = (Never, 0, Never);
        (isRunning, everRan, hasTerm, isTerminated, isFollowed) = (false, false, false, false, false);
        agreements.Clear();
        checks.Clear();
        if (begins != Never)
        {
            Begin(begins);
        }
    }

    void Live(int taken)
    {
        if (kind != MeasureKind.Cid && today == papers.Enrolled?.DayNumber)
        {
            Begin(today);
        }
        var lines = squares.TryGetValue(today, out var square) ? square : [];
        GoAndComeBack(lines);
        foreach (var line in lines)
        {
            Do(line, taken);
        }
        GoBy();
        Extend(lines);
    }

    /// <summary>Counts the days of the term off on the leaves of a calendar; nothing where it is open.</summary>
    void Begin(int day)
    {
        since = day;
        if ((papers.Years ?? Reading.UsualYears(kind)) is not { } years)
        {
            return;
        }
        hasTerm = true;
        left = YearsAfter(day, years) - day + (reading.DayBefore ? 0 : 1);
        usualLeft = left;
    }

    void Do(LogLine line, int taken)
    {
        switch (line.What)
        {
            case MeasureActKind.EarlyReleaseDecided: earlyUntil = Math.Min(earlyUntil, line.To!.Value.DayNumber); break;
            case MeasureActKind.Agreed or MeasureActKind.Prolonged: Agree(line.To!.Value.DayNumber); break;
            case MeasureActKind.FollowUp: isFollowed |= today > taken; break;
            case MeasureActKind.Released when today > taken: End(); break;
            case MeasureActKind.TreatmentEnded when today > taken && line.Reason == "completed": End(); break;
            case MeasureActKind.Terminated or MeasureActKind.ChangedToCommunity or MeasureActKind.TreatmentEnded or MeasureActKind.DroppedOut when today > taken: End(); isTerminated = true; break;
            default: break;
        }
    }

    void End() => endedOn = Math.Min(endedOn, today);

    /// <summary>One day goes by: served, or lost on the run; with the end of the measure nothing goes by any more.</summary>
    void GoBy()
    {
        if (today > endedOn)
        {
            return;
        }
        MissClinic();
        if (today < since)
        {
            return;
        }
        (served, lost) = (served + (isRunning ? 0 : 1), lost + (isRunning ? 1 : 0));
        if (!hasTerm || isRunning)
        {
            return;
        }
        if (left > 0 && --left == 0)
        {
            lastDay = today;
        }
        if (moreLeft > 0 && --moreLeft == 0)
        {
            moreLast = today;
        }
        if (usualLeft > 0 && --usualLeft == 0)
        {
            moreLeft = YearsAfter(today + 1, 1) - today - 1;
        }
    }

    /// <summary>A decision to extend writes a new last day in the evening of its day, where it is later than the one that stands.</summary>
    void Extend(List<LogLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.What == MeasureActKind.TermExtended && line.To!.Value.DayNumber is var until && until > Ends())
            {
                (left, lastDay) = until == today || today > endedOn ? (0, until) : (until - today, 0);
            }
        }
    }

    /// <summary>The last day if nothing more happens.</summary>
    int Ends() => left > 0 ? Gone + left : lastDay;

    /// <summary>The last day that went by under the measure.</summary>
    int Gone => Math.Max(Math.Min(today, endedOn), since - 1);

    /// <summary>Turns leaf after leaf to the same day of the same month, or to the last of a shorter one.</summary>
    static int YearsAfter(int day, int years)
    {
        var from = DateOnly.FromDayNumber(day);
        var month = new DateOnly(from.Year + years, from.Month, 1).DayNumber;
        var wanted = month + from.Day - 1;
        return DateOnly.FromDayNumber(wanted).Month == from.Month ? wanted : wanted - 1;
    }
}
