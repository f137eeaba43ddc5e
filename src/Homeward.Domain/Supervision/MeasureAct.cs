using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

/// <summary>What can happen to a measure while it runs.</summary>
public enum MeasureActKind
{
    Leave,
    Absence,
    Suspended,
    Transferred,
    Terminated,
    NoticeServed,
    Released,
}

/// <summary>Something that happened to a measure on a day or over days: a leave, a suspension, its release.</summary>
public sealed class MeasureAct : IAboutClient, IAudited
{
    MeasureAct()
    {
    }

    internal MeasureAct(Measure measure, MeasureActKind kind)
    {
        Id = Ids.New();
        MeasureId = measure.Id;
        ClientId = measure.ClientId;
        UnitId = measure.UnitId;
        Kind = kind;
    }

    public Guid Id { get; private set; }
    public Guid MeasureId { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }
    public MeasureActKind Kind { get; private set; }
    public DateOnly? On { get; internal init; }
    public DateOnly? From { get; internal init; }
    public DateOnly? To { get; internal set; }
    public DateOnly? ReturnedOn { get; private set; }
    public bool ReportedInWriting { get; internal init; }

    /// <summary>Code of the list <c>actReason</c>.</summary>
    public string? Reason { get; internal init; }

    /// <summary>Year and index of the window that a served notice is about.</summary>
    public int? Year { get; internal init; }
    public int? Index { get; internal init; }

    internal void EndOn(DateOnly last) => To = last;

    internal void ReturnOn(DateOnly on) => ReturnedOn = on;
}
