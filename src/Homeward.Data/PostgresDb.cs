using System.Data;
using Homeward.Data.Scoping;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Data;

/// <summary>PostgreSQL 15 or later, for a city.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : Db(options)
{
    const int FewUnits = 20;

    /// <summary>How this context connects until a wide scope is set.</summary>
    string? usual;
    bool isWide;

    /// <summary>
    /// A worker's statements are planned once and kept. Under a scope of many units each is planned for those units:
    /// a plan that fits every scope would compare every row with every unit.
    /// </summary>
    protected override void Narrowed(Scope scope)
    {
        var wide = scope.Units.Length > FewUnits;
        if (wide != isWide && Database.GetDbConnection().State == ConnectionState.Closed)
        {
            usual ??= Database.GetConnectionString()!;
            Database.SetConnectionString(wide ? Databases.PlannedAnew(usual) : usual);
            isWide = wide;
        }
    }
}
