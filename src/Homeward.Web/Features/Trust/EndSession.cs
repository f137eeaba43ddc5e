using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Trust;

/// <summary>Ends one of the caller's own sessions, or the one in use.</summary>
public sealed class EndSession(Db db, Actor actor, ShanghaiClock clock)
{
    public async Task RunAsync(Guid sessionId)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(found => found.Id == sessionId && found.AccountId == actor.AccountId);
        if (session is null or { EndedAt: not null })
        {
            return;
        }
        session.EndedAt = clock.Now;
        db.Audit("account.session-end", "session", session.Id, null);
        await db.SaveChangesAsync();
    }
}
