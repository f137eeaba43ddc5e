using Homeward.Domain.Foundation;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>What an office does next: how long after, what, how far back it lies, how long it lasts, how late it was told, and at which turn it is aimed.</summary>
readonly record struct CycleTurn(int Wait, int What, int Back, int Length, int Late, int Aim);

/// <summary>An office with one isolation, maintenance treatment or measure by agreement: it records as far as the rules let it, late and out of order too, and keeps a book beside the product.</summary>
sealed class CycleOffice
{
    readonly MeasureKind kind;
    readonly Reading reading;
    readonly MeasureActKind[] verbs;
    readonly Dictionary<Guid, LogLine> written = [];

    public CycleOffice(MeasureKind kind, Reading reading, DateOnly begins, int papers)
    {
        (this.kind, this.reading) = (kind, reading);
        verbs = [.. VerbsOf(kind)];
        var isShort = papers % 5 == 0;
        var facts = new MeasureFacts
        {
            OrderedOn = kind == MeasureKind.Cid || papers % 3 > 0 ? begins : null,
            ServedOn = papers % 3 is 0 or 2 ? begins.AddDays(papers % 4) : null,
            TermYears = isShort ? 1 + (papers % 2) : null,
        };
        Today = begins.AddDays(3 + (papers % 9));
        Measure = new Measure(Cases.Somebody(), kind, facts, [], Today);
        Book = new Logbook(kind, reading);
        Note(facts);
    }

    public Measure Measure { get; }
    public Logbook Book { get; }
    public DateOnly Today { get; private set; }
    public bool HasStruck { get; private set; }

    public MeasureHistory Live => Measured(Measure.History(null, []));

    public MeasureHistory AsKnownOn(DateOnly day) => Measured(Measure.HistoryAsKnownOn(null, [], day, DateOnly.FromDateTime)!);

    public void Do(CycleTurn turn)
    {
        Today = Today.AddDays(turn.Wait);
        switch (turn.What)
        {
            case 0: Strike(turn); break;
            case 1: Correct(Measure.Facts() with { TermYears = turn.Length % 3 == 0 ? null : 1 + (turn.Length % 3) }); break;
            case 2: Correct(kind == MeasureKind.Cid ? Measure.Facts() with { OrderedOn = Measure.OrderedOn!.Value.AddDays((turn.Length % 7) - 3) } : Measure.Facts() with { ReportedOn = Aimed(turn, null) }); break;
            case 3: Book.Screens.Add(new LogScreen(Aimed(turn, null), (ScreenFinding)(turn.Length % Enum.GetValues<ScreenFinding>().Length), (Specimen)(turn.Late % 4))); break;
            default: Act(verbs[(turn.What - 4) % verbs.Length], turn); break;
        }
    }

    static IEnumerable<MeasureActKind> VerbsOf(MeasureKind kind) => kind switch
    {
        MeasureKind.Cid =>
        [
            MeasureActKind.Escaped, MeasureActKind.Recaptured, MeasureActKind.Escaped, MeasureActKind.Recaptured, MeasureActKind.TreatedOutside, MeasureActKind.BackInCentre, MeasureActKind.TermExtended,
            MeasureActKind.TermExtended, MeasureActKind.EarlyReleaseDecided, MeasureActKind.ReleaseAnnounced, MeasureActKind.Released, MeasureActKind.ChangedToCommunity, MeasureActKind.Terminated, MeasureActKind.FollowUp, MeasureActKind.Reopened,
        ],
        MeasureKind.Mmt =>
        [
            MeasureActKind.ClinicMissed, MeasureActKind.ClinicResumed, MeasureActKind.ClinicMissed, MeasureActKind.ClinicResumed, MeasureActKind.DroppedOut, MeasureActKind.TreatmentEnded, MeasureActKind.FollowUp, MeasureActKind.Reopened,
        ],
        _ => [MeasureActKind.Agreed, MeasureActKind.Prolonged, MeasureActKind.Agreed, MeasureActKind.Prolonged, MeasureActKind.TreatmentEnded, MeasureActKind.Terminated, MeasureActKind.FollowUp, MeasureActKind.Reopened],
    };

    void Act(MeasureActKind verb, CycleTurn turn)
    {
        var state = MeasureClock.StateOf(Live, reading.Pack, Today);
        var on = Aimed(turn, state.EndsOn);
        // Whatever is told later than it happened was known on a day between, but not before what it stands in the place of was struck out;
        // a return and a drop-out on the day of their entry, and nobody is told to go again before all that stands before it is known.
        var isGone = verb is MeasureActKind.Escaped or MeasureActKind.ClinicMissed;
        var back = Book.Lines.Select(line => line.StruckOn ?? (isGone ? line.KnownOn : on)).Append(on).Max();
        var knownOn = IsReturn(verb) ? Today : Earlier(back.AddDays(turn.Late), Today);
        var reasons = ActReasons.Of(verb, kind);
        var facts = new ActFacts(on)
        {
            To = LastOf(verb, on, turn, state),
            KnownOn = knownOn,
            Reason = verb == MeasureActKind.Released || reasons.Count == 0 ? null : reasons[turn.Length % reasons.Count],
            DocumentNumber = "2024-7",
        };
        var entry = new EntryNote(Guid.CreateVersion7(), null, Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), Today);
        if (Measure.WhyNotRecord(verb, facts, state, entry).Any())
        {
            return;
        }
        var act = Measure.Record(verb, facts, state, entry);
        var line = new LogLine(verb, on, facts.To, facts.Reason, knownOn);
        written[act.Id] = line;
        Book.Lines.Add(line);
    }

    static bool IsReturn(MeasureActKind verb) => verb is MeasureActKind.Recaptured or MeasureActKind.ClinicResumed or MeasureActKind.DroppedOut;

    static DateOnly? LastOf(MeasureActKind verb, DateOnly on, CycleTurn turn, MeasureState state) => verb switch
    {
        MeasureActKind.TermExtended => turn.Aim switch
        {
            0 or 1 => state.Isolation?.ExtendableUntil?.AddDays((turn.Length % 3) - 1),
            2 => state.EndsOn?.AddDays(turn.Length % 3),
            _ => (state.EndsOn ?? on).AddDays(turn.Length * 3),
        },
        MeasureActKind.EarlyReleaseDecided => turn.Aim == 0 ? state.EndsOn?.AddDays(-(turn.Length % 3)) : on.AddDays(turn.Length),
        MeasureActKind.Agreed or MeasureActKind.Prolonged => turn.Aim switch
        {
            0 => new DateOnly(on.Year, on.Month, DateTime.DaysInMonth(on.Year, on.Month)),
            1 => (state.EndsOn ?? on).AddDays((turn.Length % 4) - 1),
            _ => on.AddDays(turn.Length * 4),
        },
        _ => null,
    };

    /// <summary>Today or some days back, or at a turn: the end of a month, the last day of the term and the days beside it, a year after the beginning.</summary>
    DateOnly Aimed(CycleTurn turn, DateOnly? end)
    {
        var day = Today.AddDays(-turn.Back);
        var wanted = turn.Aim switch
        {
            3 => new DateOnly(day.Year, day.Month, 1).AddDays(-1),
            4 => end?.AddDays((turn.Length % 3) - 1),
            5 => Measure.OrderedOn?.AddYears(1).AddDays((turn.Length % 3) - 1),
            6 when Measure.Acts.Count > 0 => Measure.Acts[^1].On.AddDays(turn.Length % 3),
            _ => null,
        };
        return wanted <= Today ? wanted.Value : day;
    }

    void Strike(CycleTurn turn)
    {
        if (Measure.Acts.Count > 0 && Measure.Acts[Measure.Acts.Count - 1 - (turn.Length % Measure.Acts.Count)].Id is var id && !Measure.WhyNotAnnul(id).Any())
        {
            Measure.Annul(id, new Sealed([1]), Today);
            written[id].StruckOn = Today;
            HasStruck = true;
        }
    }

    void Correct(MeasureFacts facts)
    {
        if (!Measure.WhyNotCorrect(facts, null, Today).Concat(Measure.WhyNotMove(facts)).Any())
        {
            Measure.Correct(facts, null, Today);
            Note(facts);
        }
    }

    void Note(MeasureFacts facts) => Book.Papers.Add(new LogPapers(Today, facts.OrderedOn, facts.ServedOn, facts.ReportedOn, facts.TermYears));

    MeasureHistory Measured(MeasureHistory history) =>
        history with { Events = [.. history.Events, .. Book.Screens.Select(screen => new ScreenEvent(screen.On, screen.Finding, ScreenKind.Clinic, screen.Specimen))] };

    static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
