using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Casework;

/// <summary>How a contact was made.</summary>
public enum ContactMode
{
    Interview,
    HomeVisit,
    Phone,
    Video,
    WrittenReport,
}

/// <summary>One meeting, visit, call or report: entered once, whatever number of purposes it serves.</summary>
public sealed class Contact : IVersioned, IAudited, IAboutClient
{
    public static readonly Broken InFuture = new("casework.contact-in-future", "On");
    public static readonly Broken BeforeBirth = new("casework.contact-before-birth", "On");
    public static readonly Broken DurationImpossible = new("casework.contact-duration", "DurationMinutes");
    public static readonly Broken NextStepInPast = new("casework.next-step-in-past", "NextStepOn");
    public static readonly Broken WithoutContent = new("casework.contact-without-content", "Content");
    public static readonly Broken BeforeMeasures = new("casework.contact-before-measures", "On");
    public static readonly Broken AfterDeath = new("casework.contact-after-death", "On") { Rule = "R7.2" };
    public static readonly Broken AlreadyAnnulled = new("casework.contact-annulled");

    Contact()
    {
    }

    /// <param name="client">Whom it was with.</param>
    /// <param name="record">What is written down about it.</param>
    /// <param name="entry">Who enters it and when.</param>
    /// <param name="knownSince">The day since which the client is known under a measure; null where none is known.</param>
    /// <param name="diedOn">The day on which a measure ended by the client's death; null where none did.</param>
    public Contact(Client client, ContactRecord record, EntryNote entry, DateOnly? knownSince = null, DateOnly? diedOn = null)
    {
        RulesBrokenException.ThrowIfAny(WhyNotRecord(client, record, entry.Today, knownSince, entry.IsHistory, diedOn));
        Id = entry.RecordId;
        ClientId = client.Id;
        UnitId = client.UnitId;
        StaffId = record.StaffId;
        On = record.On;
        StartedAt = record.StartedAt;
        DurationMinutes = record.DurationMinutes;
        Mode = record.Mode;
        Purposes = record.Purposes;
        Services = [.. record.Services.Distinct()];
        LifeEvents = [.. record.LifeEvents.Distinct()];
        Content = record.Content;
        Observations = record.Observations;
        NextStep = record.NextStep;
        NextStepOn = record.NextStepOn;
        EnteredById = entry.EnteredById;
        EnteredAt = entry.At;
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }

    /// <summary>Who made the contact; may differ from who entered it.</summary>
    public Guid? StaffId { get; private set; }
    public DateOnly On { get; private set; }
    public TimeOnly? StartedAt { get; private set; }
    public int? DurationMinutes { get; private set; }
    public ContactMode Mode { get; private set; }

    /// <summary>Codes of the list <c>contactPurpose</c>.</summary>
    public IReadOnlyList<string> Purposes { get; private set; } = [];

    /// <summary>The measures of the team that were given in it, codes of the list <c>service</c>; none where it was only a talk (rules R1.24, DRR 18 and 39).</summary>
    public IReadOnlyList<string> Services { get; private set; } = [];

    /// <summary>What was learnt of in it that asks for a new look at the risk, codes of the list <c>lifeEvent</c> (rules R2.38).</summary>
    public IReadOnlyList<string> LifeEvents { get; private set; } = [];
    public Sealed? Content { get; private set; }
    public Sealed? Observations { get; private set; }
    public Sealed? NextStep { get; private set; }
    public DateOnly? NextStepOn { get; private set; }
    public Guid? EnteredById { get; private set; }
    public DateTime EnteredAt { get; private set; }
    public DateOnly? AnnulledOn { get; private set; }
    public Sealed? AnnulReason { get; private set; }
    public int Version { get; private set; }

    /// <summary>Whether it was written down with these facts; its texts lie sealed, and are compared by whoever can open them.</summary>
    public bool IsAsIn(ContactRecord record) =>
        (On, StartedAt, DurationMinutes, Mode, StaffId, NextStepOn) == (record.On, record.StartedAt, record.DurationMinutes, record.Mode, record.StaffId, record.NextStepOn)
        && Purposes.ToHashSet().SetEquals(record.Purposes) && Services.ToHashSet().SetEquals(record.Services) && LifeEvents.ToHashSet().SetEquals(record.LifeEvents);

    public static IEnumerable<Broken> WhyNotRecord(Client client, ContactRecord record, DateOnly today, DateOnly? knownSince = null, bool isHistory = false, DateOnly? diedOn = null)
    {
        if (record.On > today)
        {
            yield return InFuture.With(record.On);
        }
        if (record.On <= client.BirthDate)
        {
            yield return BeforeBirth.With(record.On, client.BirthDate);
        }
        if (record.On < knownSince)
        {
            yield return BeforeMeasures.With(record.On, knownSince);
        }
        // A report is itself what was written; of a talk or a visit somebody says what it was about. History is taken as it was kept.
        if (!isHistory && record is { Content: null, Observations: null, Mode: not ContactMode.WrittenReport })
        {
            yield return WithoutContent;
        }
        // With the family somebody may still have spoken; with the person nobody has.
        if (record.On > diedOn && (record.Mode is ContactMode.Interview or ContactMode.Video))
        {
            yield return AfterDeath.With(record.On, diedOn);
        }
        if (record.DurationMinutes is < 1 or > 1440)
        {
            yield return DurationImpossible.With(record.DurationMinutes);
        }
        if (record.NextStepOn < record.On)
        {
            yield return NextStepInPast.With(record.NextStepOn!);
        }
    }

    public void Annul(Sealed reason, DateOnly today)
    {
        RulesBrokenException.ThrowIfAny(AnnulledOn is null ? [] : [AlreadyAnnulled.With(AnnulledOn)]);
        AnnulledOn = today;
        AnnulReason = reason;
    }
}

/// <summary>What is written down about one contact.</summary>
public sealed record ContactRecord
{
    public required DateOnly On { get; init; }
    public required ContactMode Mode { get; init; }
    public Guid? StaffId { get; init; }
    public TimeOnly? StartedAt { get; init; }
    public int? DurationMinutes { get; init; }
    public IReadOnlyList<string> Purposes { get; init; } = [];
    public IReadOnlyList<string> Services { get; init; } = [];
    public IReadOnlyList<string> LifeEvents { get; init; } = [];
    public Sealed? Content { get; init; }
    public Sealed? Observations { get; init; }
    public Sealed? NextStep { get; init; }
    public DateOnly? NextStepOn { get; init; }
}
