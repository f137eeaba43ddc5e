using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Bulk;
using Homeward.Domain.Trust;

namespace Homeward.Web.Foundation;

/// <summary>Writes down who looked at a file, before the file is shown; the looks of one instant in one statement. What is not written is not shown.</summary>
public sealed class Looks
{
    readonly FewRows<AuditEntry> writer = new();
    readonly Gathered<AuditEntry, AuditEntry> rows;

    public Looks(IServiceScopeFactory scopes) => rows = new(async looks =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.ReadByKey();
        await writer.InsertAsync(db, looks);
        return looks;
    });

    /// <summary>Returns once the row of this look is durable. Not to be called inside a transaction: the row is written on a connection of its own.</summary>
    public Task TellAsync(Db db, string act, string resource, Guid clientId, Guid? recordId = null) => rows.AskAsync(db.Look(act, resource, clientId, recordId));
}
