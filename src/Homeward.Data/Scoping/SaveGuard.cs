using Homeward.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Homeward.Data.Scoping;

/// <summary>
/// Refuses a write to a row that the filters would not show, as not found. A forged unit on an attached row is caught
/// by the unit being part of the UPDATE's condition (a concurrency token), and by the foreign key (client, unit).
/// </summary>
static class SaveGuard
{
    public static void Check(ChangeTracker tracker, Scope scope)
    {
        if (scope.SpansAll)
        {
            return;
        }
        foreach (var entry in tracker.Entries<IBelongsToUnit>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !IsInside(entry, scope))
            {
                throw new NotFoundException();
            }
        }
    }

    static bool IsInside(EntityEntry<IBelongsToUnit> entry, Scope scope)
    {
        // What stands between two units is written by either, as it is and as it was.
        List<PropertyEntry> units = entry.Entity is IBetweenUnits
            ? [entry.Property(nameof(IBelongsToUnit.UnitId)), entry.Property(nameof(IBetweenUnits.FromUnitId))]
            : [entry.Property(nameof(IBelongsToUnit.UnitId))];
        return units.Any(unit => scope.Holds((Guid)unit.CurrentValue!)) && (entry.State == EntityState.Added || units.Any(unit => scope.Holds((Guid)unit.OriginalValue!)));
    }
}
