using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

public sealed partial class Measure
{
    /// <summary>As the list <c>actReason</c> writes <see cref="TerminationReason.Isolation"/>.</summary>
    const string Isolation = "isolation";

    /// <summary>Whether a decision of isolation closes it (rules R1.53); one that came before it, as the isolation before a rehabilitation, is history and closes nothing.</summary>
    public bool GivesWayTo(MeasureKind decided, DateOnly? on) => decided == MeasureKind.Cid && IsOpen && Kind.IsInTheCommunity() && !(on <= OrderedOn);

    /// <summary>The decision of isolation has a day, and the measure can have ended on it.</summary>
    public IEnumerable<Broken> WhyNotGiveWay(MeasureFacts isolation, MeasureState state, EntryNote entry) => isolation.OrderedOn is { } on
        ? WhyNotRecord(MeasureActKind.Terminated, EndBy(isolation, on), state, entry).Select(broken => broken with { Field = MeasureRules.OrderMissing.Field })
        : [MeasureRules.OrderMissing];

    /// <summary>Ends with the day of the decision of isolation, on that decision's paper (rules R1.40, R1.53).</summary>
    public MeasureAct GiveWay(MeasureFacts isolation, MeasureState state, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNotGiveWay(isolation, state, entry));
        return Record(MeasureActKind.Terminated, EndBy(isolation, isolation.OrderedOn!.Value), state, entry);
    }

    static ActFacts EndBy(MeasureFacts isolation, DateOnly on) =>
        new(on) { Reason = Isolation, Issuer = IssuingBody.Police, DocumentNumber = isolation.OrderNumber, IssuedBy = isolation.IssuedBy };
}
