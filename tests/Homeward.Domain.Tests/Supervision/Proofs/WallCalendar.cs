using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>
/// The statutory clock a second time, as somebody keeps it with a wall calendar: what is known is noted on the square of its day, the days are struck off
/// one after another, and registers are kept by hand. Nothing is merged, sorted or looked up in ranges, and only the facts of a history are shared with the product.
/// </summary>
sealed partial class WallCalendar
{
    readonly MeasureHistory history;
    readonly Reading reading;
    readonly DateOnly asOf;
    readonly bool inTheCommunity;
    readonly DateOnly? start;
    readonly int? years;
    readonly SortedDictionary<DateOnly, SortedDictionary<int, List<Action>>> squares = [];

    DateOnly today;
    DateOnly? endsOn;
    int left;

    public WallCalendar(MeasureHistory history, Reading reading, DateOnly asOf)
    {
        (this.history, this.reading, this.asOf) = (history, reading, asOf);
        inTheCommunity = history.Kind is MeasureKind.Cdt or MeasureKind.Crh;
        years = history.TermYears ?? Reading.UsualYears(history.Kind);
        var reported = history.ReportedOn <= asOf ? history.ReportedOn : null;
        start = inTheCommunity ? reported : history.Kind == MeasureKind.Cid ? history.OrderedOn : reported ?? history.ServedOn ?? history.OrderedOn;
        Write();
        Live();
    }

    /// <summary>Strikes off day after day: first what is known, then, as if nothing more happened, until the term is over.</summary>
    void Live()
    {
        var first = squares.Count > 0 && squares.Keys.First() < asOf ? squares.Keys.First() : asOf;
        if (start < first)
        {
            first = start.Value;
        }
        Begin();
        for (today = first; today <= asOf || (left > 0 && start is not null); today = today.AddDays(1))
        {
            foreach (var note in squares.TryGetValue(today, out var square) ? square.Values.SelectMany(notes => notes) : [])
            {
                note();
            }
            CountAway();
            Tick();
        }
    }

    /// <summary>How many days the term holds, counted off on paper up to its anniversary.</summary>
    void Begin()
    {
        if (start is not { } begun || years is not { } term)
        {
            return;
        }
        var anniversary = MonthsAfter(begun, 12 * term);
        for (var day = begun; day < anniversary; day = day.AddDays(1))
        {
            left++;
        }
        left += (reading.DayBefore ? 0 : 1) - history.ServedIsolationDays;
        Turn(begun, term);
    }

    void Tick()
    {
        if (left == 0 || today < start)
        {
            return;
        }
        OpenWindow();
        var stands = detained.Count > 0 && inTheCommunity;
        left -= stands && reading.StopsClock ? 0 : 1;
        endsOn = left == 0 ? today : null;
        shadow = shadow.AddDays(stands && reading.MovesWindows ? 0 : 1);
    }

    /// <summary>Notes on the square of a day; of one day, the steps come in their order.</summary>
    void Note(DateOnly? day, int step, Action note)
    {
        if (day is not { } on)
        {
            return;
        }
        if (!squares.TryGetValue(on, out var square))
        {
            squares[on] = square = [];
        }
        if (!square.TryGetValue(step, out var notes))
        {
            square[step] = notes = [];
        }
        notes.Add(note);
    }

    /// <summary>So many days after a day, moved past days off where the pack says so.</summary>
    DateOnly Limit(DateOnly from, int days)
    {
        for (; days > 0; days--)
        {
            from = from.AddDays(1);
        }
        while (reading.Rolls && Reading.IsDayOff(from))
        {
            from = from.AddDays(1);
        }
        return from;
    }

    bool IsUncertain(DateOnly limit) => reading.Rolls && limit > reading.OfficialUntil;

    /// <summary>Turns the leaves month by month, then goes to the same day number or, in a shorter month, to its last day.</summary>
    static DateOnly MonthsAfter(DateOnly from, int months)
    {
        var day = new DateOnly(from.Year, from.Month, 1);
        for (; months > 0; months--)
        {
            var month = day.Month;
            while (day.Month == month)
            {
                day = day.AddDays(1);
            }
        }
        while (day.Day < from.Day && day.AddDays(1).Month == day.Month)
        {
            day = day.AddDays(1);
        }
        return day;
    }
}
