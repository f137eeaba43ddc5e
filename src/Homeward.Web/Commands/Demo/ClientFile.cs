using Homeward.Domain.Casework;
using Homeward.Domain.Papers;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;

namespace Homeward.Web.Commands.Demo;

/// <summary>All records of one client.</summary>
sealed class ClientFile
{
    public required Client Client { get; init; }
    public List<ContactPerson> Persons { get; } = [];
    public List<ClientAssignment> Assignments { get; } = [];
    public List<RiskRecord> Risks { get; } = [];
    public List<Measure> Measures { get; } = [];
    public List<TeamMember> Team { get; } = [];
    public List<IncomingTransfer> Transfers { get; } = [];
    public List<CentreRelease> Releases { get; } = [];
    public List<ReleaseVisit> Visits { get; } = [];
    public List<Screen> Screens { get; } = [];
    public List<Contact> Contacts { get; } = [];
    public List<Obligation> Obligations { get; } = [];
    public List<MadePaper> Papers { get; } = [];
    public List<Scan> Scans { get; } = [];
    public List<ScreenDispute> Disputes { get; } = [];
    public List<FormerFile> Former { get; } = [];
    public List<CleanCertification> Certifications { get; } = [];

    public IEnumerable<WorkRecord> Records => Screens.SelectMany(WorkRecord.Of).Concat(Contacts.SelectMany(WorkRecord.Of))
        .Concat(Papers.Where(paper => paper is { Kind: PaperKind.Assessment, VoidReason: null }).Select(paper => WorkRecord.OfAssessment(paper.Id, paper.On, paper.Measure.Id)));
}
