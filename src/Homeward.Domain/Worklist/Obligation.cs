using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Worklist;

/// <summary>Something that a rule makes due for a client inside a window of days; records settle it.</summary>
public sealed class Obligation : IVersioned, IAboutClient
{
    public static readonly Broken AlreadySettled = new("worklist.already-settled");
    public static readonly Broken NotByHand = new("worklist.not-by-hand");
    public static readonly Broken ReasonMissing = new("worklist.reason-missing", "Reason");

    Obligation()
    {
    }

    public Obligation(Client client, Guid? measureId, PlannedObligation planned)
    {
        Id = Ids.New();
        ClientId = client.Id;
        UnitId = client.UnitId;
        ResponsibleId = client.ResponsibleId;
        MeasureId = measureId;
        Kind = planned.Kind;
        NaturalKey = planned.NaturalKey;
        Opens = planned.Opens;
        Closes = planned.Closes;
        Rule = planned.Rule;
        PolicyVersion = planned.PolicyVersion;
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }
    public Guid? ResponsibleId { get; private set; }
    public Guid? MeasureId { get; private set; }
    public ObligationKind Kind { get; private set; }

    /// <summary>Rule, subject, period: planning twice finds the same obligation.</summary>
    public string NaturalKey { get; private set; } = "";
    public DateOnly Opens { get; private set; }
    public DateOnly Closes { get; private set; }
    public string Rule { get; private set; } = "";
    public string PolicyVersion { get; private set; } = "";
    public Settlement? Settlement { get; private set; }
    public DateOnly? SettledOn { get; private set; }

    /// <summary>The screen or contact that settled it.</summary>
    public Guid? SettledById { get; private set; }

    /// <summary>Code of the list <c>settlementReason</c>.</summary>
    public string? Reason { get; private set; }
    public int Version { get; private set; }

    /// <param name="day">The day.</param>
    /// <param name="isProvisional">Its last day can still be moved by holidays that are not announced: it is never overdue (rules R1.49).</param>
    public ObligationState StateOn(DateOnly day, bool isProvisional = false)
    {
        if (Settlement is { } settlement && SettledOn <= day)
        {
            return settlement switch
            {
                Worklist.Settlement.Fulfilled => ObligationState.Fulfilled,
                Worklist.Settlement.Excused => ObligationState.Excused,
                Worklist.Settlement.Suspended => ObligationState.Suspended,
                Worklist.Settlement.Cancelled => ObligationState.Cancelled,
                Worklist.Settlement.Lapsed => ObligationState.Missed,
                Worklist.Settlement.Refused => ObligationState.Refused,
                _ => ObligationState.Evaded,
            };
        }
        return day < Opens ? ObligationState.Future : day <= Closes || isProvisional ? ObligationState.Due : ObligationState.Overdue;
    }

    public IEnumerable<Broken> WhyNotSettle() => Settlement is null ? [] : [AlreadySettled.With(SettledOn!)];

    public void Settle(Settlement settlement, DateOnly on, Guid? by, string? reason = null)
    {
        RulesBrokenException.ThrowIfAny(WhyNotSettle());
        Settlement = settlement;
        SettledOn = on;
        SettledById = by;
        Reason = reason;
    }

    /// <summary>Settled by a person instead of by a record or the plan; such a one stays as it is when the ledger is drawn anew.</summary>
    public bool IsByHand => LedgerFacts.IsByHand(this);

    /// <summary>Excuses by hand, with the reason that stays on it.</summary>
    public void Excuse(string reason, DateOnly on) => SettleByHand(Worklist.Settlement.Excused, reason, on);

    /// <summary>Cancels by hand what ought not to be there at all, with the reason that stays on it.</summary>
    public void Cancel(string reason, DateOnly on) => SettleByHand(Worklist.Settlement.Cancelled, reason, on);

    public IEnumerable<Broken> WhyNotTakeBack() => IsByHand ? [] : [NotByHand];

    /// <summary>Takes an excuse or a cancellation back: the obligation is to do again.</summary>
    public void TakeBack()
    {
        RulesBrokenException.ThrowIfAny(WhyNotTakeBack());
        Reopen();
    }

    void SettleByHand(Settlement settlement, string reason, DateOnly on)
    {
        RulesBrokenException.ThrowIfAny(string.IsNullOrWhiteSpace(reason) ? [ReasonMissing] : []);
        Settle(settlement, on, null, reason);
    }

    /// <summary>Opens it again, because the record that settled it was annulled or a suspension was taken back.</summary>
    public void Reopen()
    {
        Settlement = null;
        SettledOn = null;
        SettledById = null;
        Reason = null;
    }

    /// <summary>Follows a changed schedule, settled or not.</summary>
    public void Follow(PlannedObligation planned)
    {
        Opens = planned.Opens;
        Closes = planned.Closes;
        PolicyVersion = planned.PolicyVersion;
    }

    /// <summary>
    /// What was done, refused, excused or missed under an earlier policy keeps the window of its day where another policy would give it other days (PROPOSED):
    /// a new schedule is for what is still to do.
    /// </summary>
    internal bool KeepsWindow(PlannedObligation planned) =>
        PolicyVersion != planned.PolicyVersion && (Opens, Closes) != (planned.Opens, planned.Closes) && (IsByHand || IsPast);

    bool IsPast => Settlement is Worklist.Settlement.Fulfilled or Worklist.Settlement.Refused or Worklist.Settlement.Evaded or Worklist.Settlement.Excused
        || this is { Settlement: Worklist.Settlement.Lapsed, Reason: ObligationLedger.LaterFulfilled };

    internal bool Differs(PlannedObligation planned) => Opens != planned.Opens || Closes != planned.Closes || PolicyVersion != planned.PolicyVersion;

    internal bool IsSettledAs(Settling? settling) => Settlement == settling?.Settlement && SettledOn == settling?.On && SettledById == settling?.By;

    internal void SettleAs(Settling? settling)
    {
        Reopen();
        if (settling is { } now)
        {
            Settle(now.Settlement, now.On, now.By, now.Reason);
        }
    }

    public void HandTo(Guid? responsibleId) => ResponsibleId = responsibleId;
}

/// <summary>How an obligation came to its end.</summary>
public enum Settlement
{
    Fulfilled,
    Excused,
    Suspended,
    Cancelled,

    /// <summary>Its time passed and a later one of its kind was fulfilled: counted as missed, no longer to do.</summary>
    Lapsed,
    Refused,
    Evaded,
}

/// <summary>What an obligation is on a day; calculated, never stored.</summary>
public enum ObligationState
{
    Future,
    Due,
    Overdue,
    Fulfilled,
    Excused,
    Suspended,
    Cancelled,
    Missed,
    Refused,
    Evaded,
}

/// <summary>How and when an obligation is settled, by which record and why.</summary>
readonly record struct Settling(Settlement Settlement, DateOnly On, Guid? By, string? Reason);
