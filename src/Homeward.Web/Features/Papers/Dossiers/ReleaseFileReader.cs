using Homeward.Data;
using Homeward.Domain.Casework;
using Homeward.Domain.Papers;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.Dossiers;

/// <summary>Goes through the release file of one measure (rules R1.43).</summary>
public sealed class ReleaseFileReader(Db db, DossierReader dossiers, PlanObligations plan, ShanghaiClock clock)
{
    static readonly ContactMode[] interviews = [.. Enum.GetValues<ContactMode>().Where(mode => DossierRules.SlotsOf(mode).Contains(DossierSlot.Interviews))];

    /// <summary>The file; null for a measure that has none.</summary>
    public async Task<ReleaseFile?> ReadAsync(Client client, Measure measure, MeasureState state, CancellationToken ct)
    {
        if (!measure.Kind.IsInTheCommunity())
        {
            return null;
        }
        var today = clock.Today;
        var begun = measure.OrderedOn ?? measure.KnownOn;
        var pack = plan.PackOf(client, measure);
        var work = await db.Clients.AsNoTracking().Where(found => found.Id == client.Id).Select(found => new
        {
            Interviews = db.Obligations.Count(due => due.ClientId == found.Id && due.MeasureId == measure.Id && due.Kind == ObligationKind.Interview && due.SettledOn == null && due.Closes < today),
            Assessments = db.Obligations.Count(due => due.ClientId == found.Id && due.MeasureId == measure.Id && DossierReader.Reviews.Contains(due.Kind) && due.SettledOn == null && due.Closes < today),
            MetOn = db.Contacts.Where(contact => contact.ClientId == found.Id && contact.AnnulledOn == null && contact.On >= begun && interviews.Contains(contact.Mode)).Max(contact => (DateOnly?)contact.On),
            AssessedOn = db.RiskRecords.Where(risk => risk.ClientId == found.Id && risk.On >= begun).Max(risk => (DateOnly?)risk.On),
        }).SingleAsync(ct);
        var made = await dossiers.MadeAsync([client.Id], ct);
        return ReleaseFiles.Of(new DossierFacts(measure, state)
        {
            Today = today,
            Days = pack.Number(PolicyKeys.DossierDays),
            OverdueInterviews = work.Interviews,
            OverdueAssessments = work.Assessments,
            Fillings =
            [
                .. DossierReader.Filling(measure, made),
                .. work.MetOn is { } met ? [new DossierFilling(DossierSlot.Interviews, FillingSource.Contact, client.Id, met)] : Array.Empty<DossierFilling>(),
                .. work.AssessedOn is { } assessed ? [new DossierFilling(DossierSlot.Assessments, FillingSource.Assessment, client.Id, assessed)] : Array.Empty<DossierFilling>(),
                .. measure.Acts.Where(act => act is { Kind: MeasureActKind.NoticeServed, IsAnnulled: false }).Select(act => new DossierFilling(DossierSlot.TestNotices, FillingSource.Act, act.Id, act.On)),
            ],
        }, pack.Number(PolicyKeys.ReleasePreparationDays));
    }
}
