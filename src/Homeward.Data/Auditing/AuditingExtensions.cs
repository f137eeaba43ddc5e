using Homeward.Domain.Trust;

namespace Homeward.Data.Auditing;

/// <summary>The clock of a database context, and the audit row of an act that changes no record.</summary>
public static class AuditingExtensions
{
    public static DateTime Now(this Db db) => db.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Adds the row to the unit of work; it is written with the next save.</summary>
    public static AuditEntry Audit(this Db db, string act, string? resource, Guid? recordId, Guid? clientId, string result = "ok")
    {
        var row = AuditRows.Of(db.Trail, db.Now(), act, resource, recordId, clientId, result);
        db.AuditEntries.Add(row);
        return row;
    }

    /// <summary>The row of a look at a client's file, or at one record in it, not yet written.</summary>
    public static AuditEntry Look(this Db db, string act, string resource, Guid clientId, Guid? recordId = null)
    {
        AuditRows.RequireActor(1, db.Trail);
        return AuditRows.Of(db.Trail, db.Now(), act, resource, recordId ?? clientId, clientId);
    }
}
