using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Papers;

/// <summary>
/// A paper that was made: numbered, with the sealed values it was filled with and their hash. It is never changed: printed again it is the same;
/// a wrong one is declared void and keeps its number.
/// </summary>
public sealed partial class Paper : IVersioned, IAudited, IAboutClient
{
    Paper()
    {
    }

    /// <param name="client">Whom it is about.</param>
    /// <param name="kind">Which paper.</param>
    /// <param name="origin">What it tells of.</param>
    /// <param name="number">The number drawn for it.</param>
    /// <param name="template">What it is printed from.</param>
    /// <param name="content">The values of its placeholders, sealed for <paramref name="entry"/>'s record.</param>
    /// <param name="hash">SHA-256 of the values, in hexadecimal.</param>
    /// <param name="entry">Who makes it and when.</param>
    public Paper(Client client, PaperKind kind, PaperOrigin origin, PaperNumber number, TemplateMark template, Sealed content, string hash, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNotMake(kind, origin));
        Id = entry.RecordId;
        ClientId = client.Id;
        UnitId = client.UnitId;
        Kind = kind;
        MeasureId = origin.Measure?.Id ?? origin.Screen?.MeasureId;
        ActId = origin.Act?.Id;
        ScreenId = origin.Screen?.Id;
        ForDay = origin.ForDay;
        ObligationId = origin.ObligationId;
        BatchId = origin.BatchId;
        MadeInUnitId = number.UnitId;
        (Year, Serial, Number) = (number.Year, number.Serial, number.ToString());
        (TemplateId, TemplateVersion) = (template.Id, template.Version);
        Content = content;
        Hash = hash;
        MadeOn = entry.Today;
        MadeById = entry.EnteredById;
        MadeAt = entry.At;
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }

    /// <summary>The client's unit now: the paper follows its client.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The unit that made it, whose number it bears.</summary>
    public Guid MadeInUnitId { get; private set; }
    public int Year { get; private set; }
    public int Serial { get; private set; }
    public string Number { get; private set; } = "";
    public PaperKind Kind { get; private set; }
    public Guid? MeasureId { get; private set; }
    public Guid? ActId { get; private set; }
    public Guid? ScreenId { get; private set; }

    /// <summary>The day that it calls for, such as that of the screen of a notice.</summary>
    public DateOnly? ForDay { get; private set; }
    public Guid? ObligationId { get; private set; }
    public Guid? BatchId { get; private set; }
    public Guid? TemplateId { get; private set; }
    public string TemplateVersion { get; private set; } = "";

    /// <summary>The values of the placeholders, as they were on the day.</summary>
    public Sealed Content { get; private set; } = null!;
    public string Hash { get; private set; } = "";
    public DateOnly MadeOn { get; private set; }
    public Guid? MadeById { get; private set; }
    public DateTime MadeAt { get; private set; }

    /// <summary>Day on which it was handed to the client or somebody who took it for the client (R1.32).</summary>
    public DateOnly? ServedOn { get; private set; }

    /// <summary>To whom, where and before whom.</summary>
    public Sealed? Service { get; private set; }
    public DateOnly? VoidedOn { get; private set; }
    public Sealed? VoidReason { get; private set; }
    public int Version { get; private set; }

    public bool IsVoid => VoidedOn is not null;

    public void Serve(DateOnly on, Sealed service, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotServe(on, today));
        (ServedOn, Service) = (on, service);
    }

    /// <summary>Takes a wrong paper out of the file; its number is not given again.</summary>
    public void Void(Sealed reason, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(WhyNotVoid());
        (VoidedOn, VoidReason) = (today, reason);
    }
}
