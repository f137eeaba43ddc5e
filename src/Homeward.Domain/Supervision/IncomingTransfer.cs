using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

/// <summary>How the new office answered.</summary>
public enum TransferState
{
    Asked,
    Accepted,
    Rejected,
    Revoked,

    /// <summary>The client has reported at the new place, and the case is theirs.</summary>
    Moved,
}

/// <summary>A change of place as the receiving office sees it (rules R1.35–R1.37): a name and a brief, not yet the file. The case moves only when the client reports there.</summary>
public sealed class IncomingTransfer : IBelongsToUnit, IVersioned, IAudited
{
    public static readonly Broken NotWaiting = new("supervision.transfer-not-waiting");
    public static readonly Broken NotAccepted = new("supervision.transfer-not-accepted");

    IncomingTransfer()
    {
    }

    /// <param name="measure">The measure that moves.</param>
    /// <param name="act">The act that asks for it.</param>
    /// <param name="toUnitId">The receiving unit; it sees this record.</param>
    /// <param name="name">The client's name, sealed for this record.</param>
    /// <param name="brief">What the sending office says, sealed.</param>
    /// <param name="id">Id for which both are sealed.</param>
    /// <param name="fromUnitId">The sending unit of a move that is over, whose case is no longer there; null takes the measure's.</param>
    public IncomingTransfer(Measure measure, MeasureAct act, Guid toUnitId, Sealed name, Sealed? brief, Guid id, Guid? fromUnitId = null)
    {
        Id = id;
        MeasureId = measure.Id;
        ClientId = measure.ClientId;
        Kind = measure.Kind;
        UnitId = toUnitId;
        FromUnitId = fromUnitId ?? measure.UnitId;
        PlaceId = act.PlaceId!.Value;
        RequestedOn = act.On;
        DocumentNumber = act.DocumentNumber;
        Reason = act.Reason;
        Name = name;
        Brief = brief;
    }

    public Guid Id { get; private set; }
    public Guid MeasureId { get; private set; }
    public Guid ClientId { get; private set; }
    public MeasureKind Kind { get; private set; }

    /// <summary>The receiving unit.</summary>
    public Guid UnitId { get; private set; }
    public Guid FromUnitId { get; private set; }

    /// <summary>The street that is to execute the measure.</summary>
    public Guid PlaceId { get; private set; }
    public DateOnly RequestedOn { get; private set; }

    /// <summary>Number of the letter of the asking office.</summary>
    public string? DocumentNumber { get; private set; }

    /// <summary>Why it is asked for: code of the list <c>actReason</c>.</summary>
    public string? Reason { get; private set; }
    public Sealed Name { get; private set; } = null!;
    public Sealed? Brief { get; private set; }

    /// <summary>Nobody has rejected it or taken it back, and the client has not come yet: only then there is a day to report by.</summary>
    public bool IsWaiting => State is TransferState.Asked or TransferState.Accepted;

    public TransferState State { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public Sealed? Answer { get; private set; }
    public DateOnly? MovedOn { get; private set; }
    public int Version { get; private set; }

    public IEnumerable<Broken> WhyNotAnswer() => State == TransferState.Asked ? [] : [NotWaiting.With(State)];

    public IEnumerable<Broken> WhyNotReceive() => State == TransferState.Accepted ? [] : [NotAccepted.With(State)];

    public void Accept(DateOnly on) => AnswerWith(TransferState.Accepted, on, null);

    public void Reject(DateOnly on, Sealed reason) => AnswerWith(TransferState.Rejected, on, reason);

    /// <summary>The sending office takes it back before the client has reported.</summary>
    public void Revoke(DateOnly on)
    {
        RulesBrokenException.ThrowIfAny(State is TransferState.Asked or TransferState.Accepted ? [] : [NotWaiting.With(State)]);
        (State, AnsweredOn) = (TransferState.Revoked, on);
    }

    /// <summary>What took it back was a mistake: it waits for an answer again.</summary>
    public void Renew()
    {
        RulesBrokenException.ThrowIfAny(State == TransferState.Revoked ? [] : [NotWaiting.With(State)]);
        (State, AnsweredOn) = (TransferState.Asked, null);
    }

    public void Receive(DateOnly on)
    {
        RulesBrokenException.ThrowIfAny(WhyNotReceive());
        (State, MovedOn) = (TransferState.Moved, on);
    }

    void AnswerWith(TransferState state, DateOnly on, Sealed? answer)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAnswer());
        (State, AnsweredOn, Answer) = (state, on, answer);
    }
}

/// <summary>What the old office may still read after a change of place: the file as it was handed over, until a day, and nothing that comes after.</summary>
public sealed class FormerFile : IBelongsToUnit, IAudited
{
    FormerFile()
    {
    }

    public FormerFile(Guid id, Measure measure, Guid formerUnitId, DateOnly movedOn, DateOnly readableUntil, Sealed name, Sealed content)
    {
        Id = id;
        ClientId = measure.ClientId;
        MeasureId = measure.Id;
        UnitId = formerUnitId;
        MovedOn = movedOn;
        ReadableUntil = readableUntil;
        Name = name;
        Content = content;
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid MeasureId { get; private set; }

    /// <summary>The old unit.</summary>
    public Guid UnitId { get; private set; }
    public DateOnly MovedOn { get; private set; }
    public DateOnly ReadableUntil { get; private set; }
    public Sealed Name { get; private set; } = null!;

    /// <summary>JSON of what was handed over.</summary>
    public Sealed Content { get; private set; } = null!;

    /// <summary>The last day on which the old office may read the file; null where the policy lets it read nothing any more.</summary>
    public static DateOnly? LastReadableDay(DateOnly movedOn, PolicyPack pack) =>
        pack.Find(PolicyKeys.TransferReadDays) is { Number: > 0 } days ? movedOn.AddDays((int)days.Number) : null;

    public bool IsReadableOn(DateOnly day) => day <= ReadableUntil;
}
