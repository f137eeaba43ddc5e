using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Exchange.Rows;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>The levels of risk that a roster gives. One that is lower than that on file waits for a second person as if it were typed (rules R2.38).</summary>
public sealed class RosterRisks(Db db, Actor actor, ShanghaiClock clock, PlanObligations plan)
{
    const string AsTheRosterSays = "roster";

    Dictionary<Guid, RiskRecord> waiting = [];

    /// <summary>Reads the changes that wait already: the same roster again adds none.</summary>
    public async Task LoadAsync(IReadOnlyCollection<Guid> clientIds, CancellationToken ct) =>
        waiting = (await db.RiskRecords.Where(record => clientIds.Contains(record.ClientId) && record.State == RiskState.Waiting).ToListAsync(ct)).GroupBy(record => record.ClientId).ToDictionary(group => group.Key, group => group.First());

    /// <summary>A record where the level is another one than that on file, or that on its way there.</summary>
    public IEnumerable<RiskRecord> Of(Client client, RosterRow row)
    {
        var asked = waiting.GetValueOrDefault(client.Id);
        if (row.Risk is not { } level || level == client.Risk || level == asked?.Level)
        {
            return [];
        }
        asked?.Overtake();
        var entry = new EntryNote(Ids.New(), actor.IsSignedIn ? actor.AccountId : null, clock.Now, clock.Today);
        return [new RiskRecord(client, new RiskFinding(level, clock.Today, AsTheRosterSays), null, RiskPolicies.Of(plan.PackFor(client.UnitId)), entry)];
    }
}
