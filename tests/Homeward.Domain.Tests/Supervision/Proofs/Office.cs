using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;

namespace Homeward.Domain.Tests.Supervision.Proofs;

/// <summary>What an office does with one measure, day after day, as far as the rules let it: acts and their answers, screens and their second step, corrected papers, annulments.</summary>
sealed class Office
{
    static readonly ScreenOutcome[] outcomes = Enum.GetValues<ScreenOutcome>();
    static readonly DateOnly first = new(2024, 1, 2);

    readonly Client client = Cases.Somebody();
    readonly MeasureActKind[] kinds;
    readonly PolicyPack pack;
    readonly DisputeLimit limit;
    readonly List<Screen> screens = [];

    public Office(MeasureKind kind, PolicyPack pack)
    {
        this.pack = pack;
        limit = DisputeLimits.Of(pack);
        kinds = [.. ActRules.All.Where(rule => rule.Kinds.Contains(kind)).Select(rule => rule.Kind)];
        Today = first.AddDays(5);
        Measure = new Measure(client, kind, new MeasureFacts { OrderedOn = first, ServedOn = first.AddDays(1) }, [], Today);
    }

    public Measure Measure { get; }
    public DateOnly Today { get; private set; }
    public HashSet<MeasureActKind> Recorded { get; } = [];

    public MeasureHistory Live => Measure.History(null, screens);

    public MeasureHistory? AsKnownOn(DateOnly day) => Measure.HistoryAsKnownOn(null, screens, day, at => DateOnly.FromDateTime(at));

    /// <summary>All that the product can tell of a history on a day: the state, what is counted, and what is due.</summary>
    public List<string> Told(MeasureHistory history, DateOnly day)
    {
        var state = MeasureClock.StateOf(history, pack, day);
        return
        [
            .. WallCalendar.Told(state),
            .. state.Counted.Select(one => $"{one.Counter} {one.First:O} {one.Last:O} {string.Join(' ', one.RecordIds)}"),
            .. ObligationPlan.For(new ObligationFacts(Measure.Id, history), pack, day).Obligations.Select(one => $"{one.NaturalKey} {one.Opens:O} {one.Closes:O} {one.DoneOn:O} {one.Suspended}"),
        ];
    }

    public void Do((int What, int Back, int Length, int Pick) turn)
    {
        var (what, back, length, pick) = turn;
        Today = Today.AddDays(1 + (length % 9));
        switch (what)
        {
            case 0: Paper(facts => facts with { ReportedOn = first.AddDays(1 + (pick % 40)), AgreementSignedOn = null }); break;
            case 1: Paper(facts => facts with { AgreementSignedOn = Today.AddDays(-back) }); break;
            case 2: Paper(facts => facts with { OrderedOn = first.AddDays(-(pick % 9)), ServedOn = first.AddDays(pick % 5), ServedIsolationDays = pick % 4 == 0 ? pick : 0, TermYears = pick % 3 == 0 ? 2 : null }); break;
            case 3: Annul(pick); break;
            case 4 or 5 or 6: Appoint(outcomes[pick % outcomes.Length], back, length); break;
            case 7: SecondStep(pick); break;
            case 8 or 9 or 10: Answer(pick, back, length); break;
            default: Act(kinds[pick % kinds.Length], back, length); break;
        }
    }

    void Paper(Func<MeasureFacts, MeasureFacts> change)
    {
        var facts = change(Measure.Facts());
        if (!Measure.WhyNotCorrect(facts, null, Today).Concat(Measure.WhyNotMove(facts)).Any())
        {
            Measure.Correct(facts, null, Today);
        }
    }

    /// <summary>Whatever is open gets its answer: a return, a resumption, a receipt, a report at the new place.</summary>
    void Answer(int pick, int back, int length)
    {
        var open = kinds.Where(kind => ActRules.Of(kind).Ends is { Count: > 0 } ends && Measure.OpenAct(ends) is not null).ToList();
        if (open.Count > 0)
        {
            Act(open[pick % open.Count], back % 3, length);
        }
    }

    void Act(MeasureActKind kind, int back, int length)
    {
        // Nobody has been away until a day that is to come.
        var until = kind == MeasureActKind.Absence && length > back ? Today : Today.AddDays(length - back);
        var facts = new ActFacts(Today.AddDays(-back))
        {
            To = ActRules.Of(kind).NeedsTo || (kind is MeasureActKind.Absence or MeasureActKind.Suspended && length % 2 == 0) ? until : null,
            Reason = kind == MeasureActKind.Released ? null : ActReasons.Of(kind, Measure.Kind) is [var first, ..] ? first : null,
            DocumentNumber = "2024-7",
            PlaceId = ActRules.Of(kind).NeedsPlace ? Guid.CreateVersion7() : null,
            ReportedInWriting = length % 3 > 0,
        };
        var state = length % 4 == 0 ? null : MeasureClock.StateOf(Live, pack, Today);
        if (!Measure.WhyNotRecord(kind, facts, state, Entry()).Any())
        {
            Measure.Record(kind, facts, state, Entry());
            Recorded.Add(kind);
        }
    }

    void Annul(int pick)
    {
        if (pick % 2 == 0 && screens.Count > 0 && !screens[pick % screens.Count].WhyNotAnnul().Any())
        {
            screens[pick % screens.Count].Annul(new Sealed([1]), Today);
        }
        else if (Measure.Acts.Count > 0 && Measure.Acts[pick % Measure.Acts.Count].Id is var id && !Measure.WhyNotAnnul(id).Any())
        {
            Measure.Annul(id, new Sealed([1]), Today);
        }
    }

    void Appoint(ScreenOutcome outcome, int back, int length)
    {
        ScreenResult? result = outcome == ScreenOutcome.Done ? (length % 3 == 0 ? ScreenResult.PositivePreliminary : ScreenResult.Negative) : null;
        var record = new ScreenRecord
        {
            On = Today.AddDays(-back),
            Kind = length % 4 == 0 ? ScreenKind.Spot : ScreenKind.Scheduled,
            Specimen = Specimen.Urine,
            Outcome = outcome,
            Result = result,
        };
        if (!Screen.WhyNotRecord(client, record, Entry()).Any())
        {
            screens.Add(new Screen(client, Measure.Id, record, Entry()));
        }
    }

    void SecondStep(int pick)
    {
        if (screens.Count == 0)
        {
            return;
        }
        var screen = screens[pick % screens.Count];
        if (pick % 3 == 0 && !screen.WhyNotSettle().Any())
        {
            screen.Overturn(Cases.Step(Today));
        }
        else if (!screen.WhyNotConfirm(null, limit, Today).Any())
        {
            screen.Confirm(null, limit, Cases.Step(Today));
        }
        if (!screen.WhyNotConfirmEvasion(isNotified: true).Any())
        {
            screen.ConfirmEvasion(isNotified: true, Cases.Step(Today));
        }
    }

    /// <summary>Entered as history: who and how many stood by is asked of forms only.</summary>
    EntryNote Entry() => new(Guid.CreateVersion7(), null, Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), Today, IsHistory: true);
}
