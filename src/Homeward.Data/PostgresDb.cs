using System.Data;
using Homeward.Data.Scoping;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Data;

/// <summary>PostgreSQL 15 or later, for a city.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : Db(options)
{
    const int FewUnits = 20;

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
