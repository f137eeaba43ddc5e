using Homeward.Domain.Foundation;

namespace Homeward.Domain.Supervision;

/// <summary>Something that happened to a measure: its day of effect, the day it became known, its paper and issuing body, and who answers for the entry. It is never changed, only annulled.</summary>
public sealed class MeasureAct : IAboutClient, IAudited, IStandsUnder
{
    MeasureAct()
    {
    }

    internal MeasureAct(Measure measure, MeasureActKind kind, ActFacts facts, EntryNote entry)
    {
        Id = entry.RecordId;
        MeasureId = measure.Id;
        ClientId = measure.ClientId;
        UnitId = measure.UnitId;
        Kind = kind;
        On = facts.On;
        To = facts.To;
        KnownOn = facts.KnownOn ?? entry.Today;
        AboutId = facts.AboutId;
        Reason = facts.Reason;
        DocumentNumber = facts.DocumentNumber;
        Issuer = facts.Issuer;
        IssuedBy = facts.IssuedBy;
        PlaceId = facts.PlaceId;
        ReportedInWriting = facts.ReportedInWriting;
        RemoteScreen = facts.RemoteScreen;
        Year = facts.Year;
        Index = facts.Index;
        Details = facts.Details;
        RecordedById = entry.EnteredById;
        RecordedAt = entry.At;
    }

    public Guid Id { get; private set; }
    public Guid MeasureId { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }
    public MeasureActKind Kind { get; private set; }

    /// <summary>Day of effect; of what lasts, the first day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Last day of what lasts: planned for a leave, known for an absence or a suspension of the past; the new limit after a just cause; of a served notice, the day of the screen.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Day on which the office knew of it.</summary>
    public DateOnly KnownOn { get; private set; }

    /// <summary>The act that this one ends or answers: the leave of a return, the suspension of a resumption.</summary>
    public Guid? AboutId { get; private set; }

    /// <summary>Code of the list <c>actReason</c>.</summary>
    public string? Reason { get; private set; }
    public string? DocumentNumber { get; private set; }
    public IssuingBody? Issuer { get; private set; }

    /// <summary>The body's name, such as a county's police.</summary>
    public string? IssuedBy { get; private set; }

    /// <summary>The new place of execution of a change of place.</summary>
    public Guid? PlaceId { get; private set; }
    public bool ReportedInWriting { get; private set; }

    /// <summary>A screen by the police elsewhere is arranged for the leave (R1.27).</summary>
    public bool RemoteScreen { get; private set; }

    /// <summary>Year and index of the window that a served notice is about.</summary>
    public int? Year { get; private set; }
    public int? Index { get; private set; }

    /// <summary>Free text: destination, contact and companion of a leave, what was said and found.</summary>
    public Sealed? Details { get; private set; }

    /// <summary>The account that confirmed it by recording it; null at the shell.</summary>
    public Guid? RecordedById { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public DateOnly? AnnulledOn { get; private set; }
    public Sealed? AnnulReason { get; private set; }

    Guid IStandsUnder.StandsUnderId => MeasureId;

    public bool IsAnnulled => AnnulledOn is not null;

    /// <summary>Whether it was known, and not yet annulled, on a day.</summary>
    public bool WasKnownOn(DateOnly day) => KnownOn <= day && !(AnnulledOn <= day);

    internal void Annul(Sealed reason, DateOnly today)
    {
        AnnulledOn = today;
        AnnulReason = reason;
    }
}
