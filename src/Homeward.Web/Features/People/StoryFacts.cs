using Homeward.Domain.Papers;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Components;
using Homeward.Web.Features.Casework;
using Homeward.Web.Features.Supervision.Teams;

namespace Homeward.Web.Features.People;

/// <summary>All that a client's timeline is told from: the file, and the page of contacts and papers that lies behind a place.</summary>
public sealed record StoryFacts(ClientFile File)
{
    public IReadOnlyList<ContactLine> Contacts { get; init; } = [];

    /// <summary>Only those that the reader has a right to.</summary>
    public IReadOnlyList<Paper> Papers { get; init; } = [];
    public IReadOnlyList<TeamLine> Team { get; init; } = [];
}

/// <summary>One line of the timeline: where it stands, what it tells of, and how the page shows it.</summary>
public sealed record StoryLine(DateOnly On, Guid Id, string Kind, string Code, Timeline.Entry Entry)
{
    /// <summary>The record that the line opens; the line's own id where it is one.</summary>
    public Guid? RecordId { get; init; }
    public DateTime? EnteredAt { get; init; }
    public Guid? StaffId { get; init; }
    public bool Annulled { get; init; }

    public TimelineItem ToItem() => new(Kind, Id, On, Code, RecordId ?? Id, EnteredAt, StaffId, Annulled);
}

/// <summary>The steps of a record that has a day for each: the place of a step in the timeline is its own, so that a page may end between two of one day.</summary>
static class StorySteps
{
    public static IEnumerable<(DateOnly On, string Code, string Word, Guid Id)> Of(Guid record, params IEnumerable<(DateOnly? On, string Code, string Word)> steps) =>
        steps.Where(step => step.On is not null).Select((step, place) => (step.On!.Value, step.Code, step.Word, Nth(record, place)));

    public static (DateOnly?, string, string)[] Of(CleanCertification certification) =>
    [
        (certification.AppliedOn, nameof(CertificationStep.Applied), "supervision.certification-applied"),
        (certification.SeriesCheckedOn, nameof(CertificationStep.SeriesChecked), "people.line-series-checked"),
        (certification.PoliceConfirmedOn, nameof(CertificationStep.PoliceConfirmed), "supervision.certification-confirmed"),
        (certification.CertifiedOn, nameof(CertificationStep.Certified), "supervision.certification-certified"),
        (certification.RefusedOn, nameof(CertificationStep.Refused), "supervision.certification-refused"),
    ];

    public static (DateOnly?, string, string)[] Of(Measure measure) =>
    [
        (measure.OrderedOn, "Ordered", "people.line-ordered"), (measure.ServedOn, "Served", "people.line-served"), (measure.ReportedOn, "Reported", "people.line-reported"), (measure.AgreementSignedOn, "Signed", "people.line-signed"),
        (measure.FamilyServedOn, "FamilyServed", "people.line-family-served"), (measure.OfficeToldOn, "OfficeTold", "people.line-office-told"),
    ];

    /// <summary>From the announcement to the papers; the interview is a contact and tells itself.</summary>
    public static (DateOnly?, string, string)[] Of(ClientRelease release) =>
    [
        (release.AnnouncedOn, "Announced", "release.step-announced"),
        (release.AnsweredOn, release.State == ReleaseState.Withdrawn ? "Withdrawn" : "Accepted", release.State == ReleaseState.Withdrawn ? "release.do-withdraw" : "release.step-accepted"),
        (release.VisitedOn, "Visited", "release.step-visited"), (release.ReceivedOn, "Received", "release.step-received"), (release.PapersReceivedOn, "Papers", "release.step-papers"), (release.ArrivedOn, "Arrived", "release.step-arrived"),
    ];

    public static (DateOnly?, string, string)[] Of(TeamMember member) =>
    [
        (member.From, "Joined", member.NoFamilyReason is null ? "team.line-joined" : "team.line-no-family"), (member.To, "Left", member.NoFamilyReason is null ? "team.line-left" : "team.line-no-family-over"),
    ];

    /// <summary>The step that closes a dispute says how it ended.</summary>
    public static string ClosingWord(ScreenDispute dispute) => dispute.IsPositive switch
    {
        true => "screening.dispute-final-positive",
        false => "screening.dispute-final-negative",
        null => "screening.dispute-ended",
    };

    public static Guid Nth(Guid id, int place)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        bytes[15] += (byte)place;
        return new Guid(bytes);
    }
}
