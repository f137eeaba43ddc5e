using System.Data;
using Homeward.Data.Scoping;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Data;

/// <summary>PostgreSQL 15 or later, for a city.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : Db(options)
{
    const int FewUnits = 20;

    /// <summary>So many rows go in one message for certain: the provider divides at a thousand statements, and at 65,535 parameters.</summary>
    const int OneMessage = 50;

    enum Plans
    {
        Kept,
        Anew,
        ByKey,
    }

    /// <summary>How this context connects unless something else is asked for.</summary>
    string? usual;
    string? anew;
    string? byKey;
    Plans plans;

    /// <summary>
    /// A worker's statements are planned once and kept. Under a scope of many units each is planned for those units:
    /// a plan that fits every scope would compare every row with every unit.
    /// </summary>
    protected override void Narrowed(Scope scope) => Use(scope.Units.Length > FewUnits ? Plans.Anew : Plans.Kept);

    public override void ReadByKey() => Use(Plans.ByKey);

    /// <summary>Whether each statement brings the scope along by itself.</summary>
    internal bool ReadsByKey => plans == Plans.ByKey;

    /// <summary>
    /// The statements of one message are one transaction of PostgreSQL's own. New rows alone can only fail as a whole; a change may find that somebody was faster, which EF learns
    /// after the message and takes back by a transaction. Most writes are a record and its audit row: they are spared two statements and a round trip.
    /// </summary>
    protected override bool SavesAsOne()
    {
        var rows = 0;
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Modified or EntityState.Deleted || (entry.State == EntityState.Added && ++rows > OneMessage))
            {
                return false;
            }
        }
        return true;
    }

    void Use(Plans wanted)
    {
        if (wanted == plans || Database.GetDbConnection().State != ConnectionState.Closed)
        {
            return;
        }
        usual ??= Database.GetConnectionString()!;
        Database.SetConnectionString(wanted switch { Plans.Anew => anew ??= Databases.PlannedAnew(usual), Plans.ByKey => byKey ??= Databases.ReadingByKey(usual), _ => usual });
        plans = wanted;
    }
}
