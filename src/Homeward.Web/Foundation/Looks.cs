using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Domain.Trust;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Foundation;

/// <summary>Writes down who looked at a file, before the file is shown; the looks of one instant in one statement. What is not written is not shown.</summary>
public sealed class Looks
{
    readonly Gathered<AuditEntry, AuditEntry> rows;

    public Looks(IServiceScopeFactory scopes) => rows = new(async looks =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        // PostgreSQL takes the rows as one batch, which is a transaction by itself.
        db.Database.AutoTransactionBehavior = db.Database.IsNpgsql() ? AutoTransactionBehavior.Never : AutoTransactionBehavior.WhenNeeded;
        db.AuditEntries.AddRange(looks);
        await db.SaveChangesAsync();
        return looks;
    });

    /// <summary>Returns once the row of this look is durable. Not to be called inside a transaction: the row is written on a connection of its own.</summary>
    public Task TellAsync(Db db, string act, string resource, Guid clientId) => rows.AskAsync(db.Look(act, resource, clientId));
}
