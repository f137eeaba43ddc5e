using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Domain.People;
using Homeward.Domain.Trust;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Homeward.Data.Auditing;

/// <summary>Adds the audit rows of a save to the save itself, and counts versions up: no audit row, no change.</summary>
static class AuditRows
{
    public static void Add(Db db, Trail trail)
    {
        var now = db.Now();
        var rows = new List<AuditEntry>();
        HoldWhatTheyStandUnder(db);
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
            {
                continue;
            }
            if (entry.Entity is IVersioned versioned && entry.State == EntityState.Modified)
            {
                entry.Property(nameof(IVersioned.Version)).CurrentValue = versioned.Version + 1;
            }
            if (entry.Entity is IAudited audited && !IsOnlyHeld(entry))
            {
                rows.Add(Row(entry, audited, trail, now));
            }
        }
        RequireActor(rows.Count, trail);
        db.AuditEntries.AddRange(rows);
    }

    static void HoldWhatTheyStandUnder(Db db)
    {
        var held = db.ChangeTracker.Entries<IStandsUnder>().Where(entry => entry.State is EntityState.Added or EntityState.Modified).Select(entry => entry.Entity.StandsUnderId).ToHashSet();
        if (held.Count == 0)
        {
            return;
        }
        foreach (var entry in db.ChangeTracker.Entries<IVersioned>().Where(entry => entry.State == EntityState.Unchanged && held.Contains(entry.Entity.Id)).ToList())
        {
            db.Hold(entry.Entity);
        }
    }

    /// <summary>Nothing of it changed but its version: the row of what stands under it tells what happened.</summary>
    static bool IsOnlyHeld(EntityEntry entry) => entry.State == EntityState.Modified && entry.Entity is IVersioned && Fields(entry).Length == 0;

    public static void RequireActor(int rows, Trail trail)
    {
        if (rows > 0 && trail.Actor.Length == 0)
        {
            throw new InvalidOperationException("A change needs somebody who makes it: set Db.Trail.");
        }
    }

    /// <summary>The row of a record that is new.</summary>
    public static AuditEntry Added(IAudited audited, Trail trail, DateTime now) => Row(audited.GetType().Name, "add", audited, trail, now, null);

    /// <summary>One row for an act that changes nothing but must be known: a look at a file, a reveal, an export.</summary>
    public static AuditEntry Of(Trail trail, DateTime now, string act, string? resource, Guid? recordId, Guid? clientId, string result = "ok") => new()
    {
        At = now,
        AccountId = trail.AccountId,
        Actor = trail.Actor,
        Role = trail.Role,
        UnitId = trail.UnitId,
        Act = act,
        Resource = resource,
        RecordId = recordId,
        ClientId = clientId,
        Purpose = trail.Purpose,
        Reason = trail.Reason,
        Result = result,
        RequestId = trail.RequestId,
    };

    static AuditEntry Row(EntityEntry entry, IAudited audited, Trail trail, DateTime now) => Row(
        entry.Metadata.ClrType.Name,
        entry.State switch { EntityState.Added => "add", EntityState.Deleted => "remove", _ => "change" },
        audited, trail, now, entry.State == EntityState.Modified ? Fields(entry) : null);

    static AuditEntry Row(string noun, string how, IAudited audited, Trail trail, DateTime now, string? fields) => new()
    {
        At = now,
        AccountId = trail.AccountId,
        Actor = trail.Actor,
        Role = trail.Role,
        UnitId = (audited as IBelongsToUnit)?.UnitId ?? (audited as Grant)?.UnitId ?? trail.UnitId,
        Act = trail.Act ?? $"{char.ToLowerInvariant(noun[0])}{noun[1..]}.{how}",
        Resource = noun,
        RecordId = audited.Id,
        ClientId = (audited as IAboutClient)?.ClientId ?? (audited as Client)?.Id,
        Purpose = trail.Purpose,
        Reason = trail.Reason,
        Result = "ok",
        RequestId = trail.RequestId,
        Fields = fields,
    };

    static string Fields(EntityEntry entry) =>
        string.Join(' ', entry.Properties.Where(property => property.IsModified && property.Metadata.Name != nameof(IVersioned.Version)).Select(property => property.Metadata.Name));
}
