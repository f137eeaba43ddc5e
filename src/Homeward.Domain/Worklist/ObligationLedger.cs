using Homeward.Domain.People;

namespace Homeward.Domain.Worklist;

/// <summary>
/// Keeps a client's obligations in step with the plan and the records. The same plan and records give the same ledger, however often it is drawn up;
/// what a person settled by hand stays as it was.
/// </summary>
public sealed class ObligationLedger
{
    public const string PlanChanged = "planChanged";
    public const string MeasureEnded = "measureEnded";
    public const string LaterFulfilled = "laterFulfilled";
    public const string InSuspension = "suspension";

    readonly List<Line> lines;

    ObligationLedger(List<Line> lines) => this.lines = lines;

    /// <summary>One obligation and how it is to be settled when the ledger is closed.</summary>
    sealed class Line(Obligation obligation, Settling? settling)
    {
        public Obligation Obligation { get; } = obligation;
        public Settling? Settling { get; set; } = settling;
        public bool ByHand { get; init; }
    }

    /// <summary>Draws the whole ledger of one measure, or of one release from a centre, anew from plan and records, and returns the obligations that are new.</summary>
    public static IReadOnlyList<Obligation> Follow(Client client, Guid? measureId, LedgerFacts facts, IEnumerable<Obligation> existing, IEnumerable<WorkRecord> records)
    {
        var known = existing.ToDictionary(obligation => obligation.NaturalKey);
        var planned = facts.Plan.Obligations.ToDictionary(plan => plan.NaturalKey);
        var added = planned.Values
            .Where(plan => !known.ContainsKey(plan.NaturalKey) && !facts.WasBeforeUs(plan))
            .Select(plan => new Obligation(client, measureId, plan)).ToList();
        // Records are laid on the days that hold now, not on those of the last drawing. Where one no longer fills the window that it had kept open, the window follows too.
        do
        {
            FollowPlan(known.Values, planned);
            new ObligationLedger([.. known.Values.Concat(added).Select(obligation =>
                new Line(obligation, facts.Start(obligation, planned.GetValueOrDefault(obligation.NaturalKey))) { ByHand = LedgerFacts.IsByHand(obligation) })]).Settle(records);
        }
        while (known.Values.Any(obligation => Moves(obligation, planned)));
        return added;
    }

    static void FollowPlan(IEnumerable<Obligation> known, Dictionary<string, PlannedObligation> planned)
    {
        foreach (var obligation in known.Where(obligation => Moves(obligation, planned)))
        {
            obligation.Follow(planned[obligation.NaturalKey]);
        }
    }

    static bool Moves(Obligation obligation, Dictionary<string, PlannedObligation> planned) =>
        planned.TryGetValue(obligation.NaturalKey, out var plan) && obligation.Differs(plan) && !obligation.KeepsWindow(plan);

    void Settle(IEnumerable<WorkRecord> records)
    {
        foreach (var record in records.OrderBy(record => record.On).ThenBy(record => record.Id))
        {
            Take(record);
        }
        Close();
    }

    /// <summary>Takes one new record into the open obligations of its kind and those whose window holds its day: the short way, equal to drawing the ledger anew.</summary>
    public static void TakeOne(WorkRecord record, IEnumerable<Obligation> obligations)
    {
        var ledger = new ObligationLedger([.. obligations.Where(obligation => obligation.Kind == record.Kind).Select(AsItStands)]);
        ledger.Take(record);
        ledger.Close();
    }

    static Line AsItStands(Obligation obligation) => new(obligation,
        obligation.Settlement is { } settlement ? new Settling(settlement, obligation.SettledOn!.Value, obligation.SettledById, obligation.Reason) : null)
    {
        ByHand = LedgerFacts.IsByHand(obligation),
    };

    void Take(WorkRecord record)
    {
        foreach (var line in lines.Where(line => line.Obligation.Kind == record.Kind && !line.ByHand))
        {
            if (Holds(line.Obligation, record) && IsBetter(record, line.Settling))
            {
                line.Settling = new Settling(record.Settlement, record.On, record.Id, null);
            }
            else if (record.Kind != ObligationKind.Screen && line.Obligation.Closes < record.On && LapsesBy(record, line.Settling))
            {
                line.Settling = new Settling(Settlement.Lapsed, record.On, record.Id, LaterFulfilled);
            }
        }
    }

    /// <summary>A scheduled screen fills the window of its day; where the rhythm follows risk instead, any screen that was held does.</summary>
    static bool Holds(Obligation obligation, WorkRecord record) =>
        obligation.Opens <= record.On && record.On <= obligation.Closes && (record.FillsScheduledWindow || obligation.Rule != "R2.15");

    /// <summary>Done goes over refused, refused over evaded, evaded over excused, and each over a suspension; among equals the earlier counts, whenever it was entered.</summary>
    static bool IsBetter(WorkRecord offered, Settling? held) => held is not { } now
        || Rank(offered.Settlement) < Rank(now.Settlement)
        || (Rank(offered.Settlement) == Rank(now.Settlement) && IsEarlier(offered, now));

    /// <summary>What is open lapses with the first of its kind that comes after it.</summary>
    static bool LapsesBy(WorkRecord later, Settling? held) => held is not { } now || (now is { Settlement: Settlement.Lapsed, Reason: LaterFulfilled } && IsEarlier(later, now));

    static bool IsEarlier(WorkRecord record, Settling settling) => settling.By is { } by && (record.On, record.Id).CompareTo((settling.On, by)) < 0;

    static int Rank(Settlement settlement) => settlement switch
    {
        Settlement.Fulfilled => 0,
        Settlement.Refused => 1,
        Settlement.Evaded => 2,
        Settlement.Excused => 3,
        _ => 4,
    };

    void Close()
    {
        foreach (var line in lines.Where(line => !line.Obligation.IsSettledAs(line.Settling)))
        {
            line.Obligation.SettleAs(line.Settling);
        }
    }
}
