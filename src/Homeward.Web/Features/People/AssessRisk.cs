using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary>Records an assessment of risk and lets the plan follow it.</summary>
public sealed class AssessRisk(Db db, Actor actor, ShanghaiClock clock, PlanObligations plan)
{
    public static readonly Broken InFuture = new("people.risk-in-future", "On");
    public static readonly Broken ReasonMissing = new("people.risk-reason-missing", "Reason");

    public async Task RunAsync(Guid clientId, RiskLevel level, DateOnly on, string? reason, CancellationToken ct)
    {
        var client = await db.Clients.RequireAsync(clientId, ct);
        RulesBrokenException.ThrowIfAny([.. on > clock.Today ? [InFuture.With(on)] : Array.Empty<Broken>(), .. string.IsNullOrWhiteSpace(reason) ? [ReasonMissing] : Array.Empty<Broken>()]);
        db.RiskRecords.Add(new RiskRecord(client, level, on, reason!, actor.IsSignedIn ? actor.AccountId : null));
        foreach (var measure in await db.Measures.Include(found => found.Acts).Where(found => found.ClientId == clientId && found.EndedOn == null).ToListAsync(ct))
        {
            await plan.RunAsync(client, measure, ct);
        }
        db.Trail = db.Trail with { Act = "client.assess-risk" };
        await db.SaveChangesAsync(ct);
    }
}
