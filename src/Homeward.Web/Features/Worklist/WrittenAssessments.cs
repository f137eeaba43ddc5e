using Homeward.Data;
using Homeward.Domain.Papers;
using Homeward.Domain.Worklist;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Worklist;

/// <summary>The written assessments of cases: papers that were made here, and scans of those written elsewhere (rules R2.12).</summary>
static class WrittenAssessments
{
    /// <summary>One assessment that stands.</summary>
    public sealed record Written
    {
        public required Guid Id { get; init; }
        public required Guid ClientId { get; init; }
        public required Guid? MeasureId { get; init; }
        public required DateOnly On { get; init; }

        public WorkRecord ToRecord() => WorkRecord.OfAssessment(Id, On, MeasureId);
    }

    /// <summary>Those of some clients, in one statement.</summary>
    public static IQueryable<Written> Assessments(this Db db, IReadOnlyCollection<Guid> clients) => db.Papers
        .Where(paper => clients.Contains(paper.ClientId) && paper.Kind == PaperKind.Assessment && paper.VoidedOn == null)
        .Select(paper => new Written { Id = paper.Id, ClientId = paper.ClientId, MeasureId = paper.MeasureId, On = paper.MadeOn })
        .Concat(db.Scans
            .Where(scan => clients.Contains(scan.ClientId) && scan.Slot == DossierSlot.Assessments && scan.AnnulledOn == null)
            .Select(scan => new Written { Id = scan.Id, ClientId = scan.ClientId, MeasureId = scan.MeasureId, On = scan.On }));

    /// <summary>Those of one client, with what is made or taken out of the file at this moment and not saved yet.</summary>
    public static async Task<IReadOnlyList<WorkRecord>> AssessmentsAsync(this Db db, Guid client, CancellationToken ct)
    {
        var stored = await db.Assessments([client]).ToListAsync(ct);
        var papers = db.Papers.Local.Where(paper => paper.ClientId == client && paper.Kind == PaperKind.Assessment).ToList();
        var scans = db.Scans.Local.Where(scan => scan.ClientId == client && scan.Slot == DossierSlot.Assessments).ToList();
        var held = papers.Select(paper => paper.Id).Concat(scans.Select(scan => scan.Id)).ToHashSet();
        return
        [
            .. stored.Where(written => !held.Contains(written.Id)).Select(written => written.ToRecord()),
            .. papers.Where(paper => !paper.IsVoid).Select(paper => WorkRecord.OfAssessment(paper.Id, paper.MadeOn, paper.MeasureId)),
            .. scans.Where(scan => scan.AnnulledOn is null).Select(scan => WorkRecord.OfAssessment(scan.Id, scan.On, scan.MeasureId)),
        ];
    }
}
