using Homeward.Domain.Foundation;
using Homeward.Domain.People;

namespace Homeward.Domain.Supervision;

/// <summary>How far a release from an isolation centre has come.</summary>
public enum ReleaseState
{
    Announced,

    /// <summary>The receiving unit says why it is not theirs; the centre names another place or withdraws.</summary>
    Declined,
    Withdrawn,
    Accepted,

    /// <summary>The person was handed over at the gate.</summary>
    Received,

    /// <summary>The papers are in and the first interview was held.</summary>
    Completed,
}

/// <summary>What the centre says when it announces a release; what names the person is sealed.</summary>
public sealed record ReleaseNotice
{
    public required Guid CentreId { get; init; }

    /// <summary>The street that the person goes to.</summary>
    public required Guid PlaceId { get; init; }
    public required Guid UnitId { get; init; }
    public required Sealed Name { get; init; }
    public Sealed? IdentityNumber { get; init; }

    /// <summary>Keyed index of the number, by which a second announcement is known.</summary>
    public byte[]? IdentityNumberIndex { get; init; }
    public required DateOnly ExpectedOn { get; init; }

    /// <summary>The day on which the unit was told.</summary>
    public required DateOnly AnnouncedOn { get; init; }
    public string? DocumentNumber { get; init; }
    public Sealed? Brief { get; init; }

    /// <summary>Codes of the list <c>releaseNeed</c>.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];
}

/// <summary>
/// A person's way from an isolation centre to the office of a street (rules R1.47, R3.8, R3.9): announced by the centre, accepted, visited, collected at the
/// gate, papers, first interview. One record for both sides; what is talked about on visits stays with the receiving unit.
/// </summary>
public sealed partial class CentreRelease : IBetweenUnits, IVersioned, IAudited
{
    CentreRelease()
    {
    }

    /// <param name="notice">What the centre says.</param>
    /// <param name="pack">The policy in force at the place the person goes to.</param>
    /// <param name="entry">Who enters it; its record id is what the sealed values are bound to.</param>
    public CentreRelease(ReleaseNotice notice, PolicyPack pack, EntryNote entry)
    {
        RulesBrokenException.ThrowIfAny(WhyNotAnnounce(notice.ExpectedOn, notice.AnnouncedOn, entry.Today, entry.IsHistory).Concat(WhyNotExpect(notice.ExpectedOn, notice.AnnouncedOn, pack)));
        Id = entry.RecordId;
        FromUnitId = notice.CentreId;
        Name = notice.Name;
        IdentityNumber = notice.IdentityNumber;
        IdentityNumberIndex = notice.IdentityNumberIndex;
        DocumentNumber = notice.DocumentNumber;
        Brief = notice.Brief;
        Needs = notice.Needs;
        Address(notice.PlaceId, notice.UnitId);
        Expect(notice.ExpectedOn, notice.AnnouncedOn, pack);
    }

    public Guid Id { get; private set; }

    /// <summary>The centre.</summary>
    public Guid FromUnitId { get; private set; }

    /// <summary>The receiving unit.</summary>
    public Guid UnitId { get; private set; }
    public Guid PlaceId { get; private set; }

    /// <summary>The person's file; null until the receiving unit has found or opened it.</summary>
    public Guid? ClientId { get; private set; }
    public Sealed Name { get; private set; } = null!;
    public Sealed? IdentityNumber { get; private set; }
    public byte[]? IdentityNumberIndex { get; private set; }
    public string? DocumentNumber { get; private set; }
    public Sealed? Brief { get; private set; }
    public ReleaseState State { get; private set; }
    public DateOnly ExpectedOn { get; private set; }
    public DateOnly AnnouncedOn { get; private set; }

    /// <summary>The last day on which the announcement would have been in time.</summary>
    public DateOnly AnnounceBy { get; private set; }
    public string PolicyVersion { get; private set; } = "";
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Why it was declined or withdrawn.</summary>
    public Sealed? Reason { get; private set; }
    public IReadOnlyList<string> Needs { get; private set; } = [];

    /// <summary>How the person is fetched: code of the list <c>collectMode</c>.</summary>
    public string? CollectMode { get; private set; }
    public Sealed? Collector { get; private set; }

    /// <summary>The first visit, and how many there were; what was talked about stands in <see cref="ReleaseVisit"/>.</summary>
    public DateOnly? VisitedOn { get; private set; }
    public int Visits { get; private set; }
    public DateOnly? ReceivedOn { get; private set; }
    public TimeOnly? ReceivedAt { get; private set; }

    /// <summary>Where, by whom and to whom the person was handed over.</summary>
    public Sealed? Receipt { get; private set; }

    /// <summary>Papers that have come, codes of the list <c>releasePaper</c>.</summary>
    public IReadOnlyList<string> Papers { get; private set; } = [];

    /// <summary>The day on which the last of the papers that the law names came.</summary>
    public DateOnly? PapersReceivedOn { get; private set; }
    public Guid? InterviewId { get; private set; }
    public DateOnly? InterviewedOn { get; private set; }

    /// <summary>The day on which the person reported under the measure that follows.</summary>
    public DateOnly? ReportedOn { get; private set; }
    public int Version { get; private set; }

    /// <summary>Announced after the last day for it (rules R1.47); whether that day is certain, the policy says (rules R1.49).</summary>
    public bool IsAfterLimit => AnnouncedOn > AnnounceBy;

    /// <summary>The person has not come out yet: until then nobody else announces the release, and nothing else receives it.</summary>
    public bool IsWaiting => State is ReleaseState.Announced or ReleaseState.Declined or ReleaseState.Accepted;

    public bool IsOver => State is ReleaseState.Withdrawn or ReleaseState.Completed;

    /// <summary>What the law names and has not come yet.</summary>
    public IEnumerable<string> MissingPapers => ReleaseRules.LegalPapers.Except(Papers);

    void Address(Guid placeId, Guid unitId)
    {
        PlaceId = placeId;
        UnitId = unitId;
        State = ReleaseState.Announced;
        AnsweredOn = null;
    }

    void Expect(DateOnly on, DateOnly announcedOn, PolicyPack pack)
    {
        ExpectedOn = on;
        AnnouncedOn = announcedOn;
        AnnounceBy = pack.LatestBefore(on, PolicyKeys.CentreReleaseNotice);
        PolicyVersion = pack.Version;
    }
}

/// <summary>One visit in the centre before the release, with what was talked about: the receiving unit's own, never shown to the centre.</summary>
public sealed class ReleaseVisit : IAboutClient, IAudited
{
    ReleaseVisit()
    {
    }

    internal ReleaseVisit(CentreRelease release, DateOnly on, Guid? staffId, Sealed? notes, EntryNote entry)
    {
        Id = entry.RecordId;
        ReleaseId = release.Id;
        ClientId = release.ClientId!.Value;
        UnitId = release.UnitId;
        On = on;
        StaffId = staffId;
        Notes = notes;
        EnteredAt = entry.At;
        EnteredById = entry.EnteredById;
    }

    public Guid Id { get; private set; }
    public Guid ReleaseId { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid UnitId { get; private set; }
    public DateOnly On { get; private set; }
    public Guid? StaffId { get; private set; }
    public Sealed? Notes { get; private set; }
    public DateTime EnteredAt { get; private set; }
    public Guid? EnteredById { get; private set; }

    /// <summary>The release was tied to the wrong file: the visit was to the person whom the right one is about.</summary>
    public void MoveTo(Client client) => ClientId = client.Id;
}
