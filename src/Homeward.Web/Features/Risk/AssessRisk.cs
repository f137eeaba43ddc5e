using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Risk;

/// <summary>Records an assessment of risk, asks a second person where the policy wants one, and lets the plan follow the level in force.</summary>
public sealed class AssessRisk(Db db, Keyring keys, Actor actor, ShanghaiClock clock, PlanObligations plan, RiskTemplates templates, RiskEvidence evidence)
{
    public async Task<RiskRecord> RunAsync(Guid recordId, Guid clientId, RiskFinding finding, string? note, CancellationToken ct)
    {
        var client = await db.Clients.RequireAsync(clientId, ct);
        if (await db.RiskRecords.SingleOrDefaultAsync(record => record.Id == recordId, ct) is { } same)
        {
            return same.ClientId == clientId ? same : throw new NotFoundException();
        }
        await evidence.RequireAsync(clientId, finding.Evidence, ct);
        var basis = await templates.BasisAsync(client.UnitId, finding.On, ct);
        var found = finding with { Note = keys.SealOrNull(note, SealedColumn.RiskNote, recordId), DecidedById = actor.StaffId };
        var assessed = new RiskRecord(client, found, basis, RiskPolicies.Of(plan.PackFor(client.UnitId)), new EntryNote(recordId, actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today));
        foreach (var waiting in await db.RiskRecords.Where(record => record.ClientId == clientId && record.State == RiskState.Waiting).ToListAsync(ct))
        {
            waiting.Overtake();
        }
        db.RiskRecords.Add(assessed);
        await plan.RunAsync(client, ct);
        db.Trail = db.Trail with { Act = "client.assess-risk" };
        await db.SaveChangesAsync(ct);
        return assessed;
    }
}
