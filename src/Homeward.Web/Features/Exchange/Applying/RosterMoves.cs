using Homeward.Data;
using Homeward.Domain.People;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Exchange.Applying;

/// <summary>
/// Hands clients to the unit and worker that a roster names. Three saves, since the unit of every record follows its client
/// by the foreign key: the old stretch ends, the client moves, the new stretch begins.
/// </summary>
public sealed class RosterMoves(Db db, ShanghaiClock clock)
{
    const string AsTheRosterSays = "roster";

    public async Task RunAsync(IReadOnlyList<(Client Client, Guid UnitId, Guid? WorkerId)> moves, CancellationToken ct)
    {
        if (moves.Count == 0)
        {
            return;
        }
        var ids = moves.Select(move => move.Client.Id).ToList();
        foreach (var stretch in await db.ClientAssignments.Where(stretch => ids.Contains(stretch.ClientId) && stretch.To == null).ToListAsync(ct))
        {
            stretch.End(clock.Today.AddDays(-1));
        }
        await db.SaveChangesAsync(ct);
        foreach (var stretch in db.ChangeTracker.Entries<ClientAssignment>())
        {
            stretch.State = EntityState.Detached;
        }
        foreach (var (client, unitId, workerId) in moves)
        {
            client.AssignTo(unitId, workerId, clock.Now);
        }
        await db.SaveChangesAsync(ct);
        db.ClientAssignments.AddRange(moves.Select(move => new ClientAssignment(move.Client, clock.Today, AsTheRosterSays)));
        await db.SaveChangesAsync(ct);
    }
}
