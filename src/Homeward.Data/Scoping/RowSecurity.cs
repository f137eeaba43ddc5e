using System.Text;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Homeward.Data.Scoping;

/// <summary>
/// The wall inside PostgreSQL: every table of records that belong to a unit shows and takes only rows of the session's scope, and nothing
/// where no scope was told. It is made from the model after the migrations, so that a new table has it by itself.
/// </summary>
public static class RowSecurity
{
    public const string PassedWarning = "The database role passes row-level security: use an ordinary role that owns the database, not a superuser.";

    // Named anew when a policy's text changes: a table that has the name has the text.
    const string ScopePolicy = "scope_1";
    const string ReadPolicy = "read_1";
    const string DoorPolicy = "door_1";
    const long Turn = 0x686F6D65;

    /// <summary>Both subselects run once a statement. The second is hashed: a row costs the same under one unit and under three hundred.</summary>
    const string InScope = "(SELECT current_setting('homeward.scope', true) = '*') OR unit_id " + AmongUnits;

    /// <summary>What stands between two units is seen and written by either.</summary>
    const string EitherInScope = InScope + " OR from_unit_id " + AmongUnits;

    const string AmongUnits = "IN (SELECT unnest(string_to_array(nullif(current_setting('homeward.scope', true), '*'), ',')::uuid[]))";

    /// <summary>Staff are read throughout the organisation, as no query filter hides them, but by no session that was told nothing.</summary>
    const string HasScope = "(SELECT nullif(current_setting('homeward.scope', true), '') IS NOT NULL)";

    const string DoorIsOpen = "(SELECT current_setting('homeward.door', true) = 'clients')";

    /// <summary>Brings the database to this version as the product itself, and sets the wall up.</summary>
    public static async Task BringUpToDateAsync(this Db db, CancellationToken ct = default)
    {
        var scope = db.Scope;
        db.Scope = Scope.Everything;
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
#pragma warning disable RS0030 // The one file that may: what follows belongs to every migration.
            await db.Database.MigrateAsync(ct);
#pragma warning restore RS0030
        }
        if (db is PostgresDb)
        {
            await ApplyAsync(db, ct);
        }
        db.Scope = scope;
    }

    /// <summary>The tables that the wall stands on.</summary>
    public static IEnumerable<string> Tables(IModel model) => Entities(model).Select(entity => entity.GetTableName()!);

    /// <summary>Whether the role of this connection passes the wall: a superuser, or one that was given BYPASSRLS.</summary>
    public static async Task<bool> IsPassedAsync(Db db, CancellationToken ct) => db is PostgresDb
        && await db.Database.SqlQuery<bool>($"SELECT rolsuper OR rolbypassrls AS \"Value\" FROM pg_roles WHERE rolname = current_user").SingleAsync(ct);

    /// <summary>Tells the session the scope, for work on the connection itself, past EF's commands.</summary>
    public static Task TellScopeAsync(this Db db, CancellationToken ct = default) => db is PostgresDb ? ScopedSession.TellAsync(db, ct) : Task.CompletedTask;

    static async Task ApplyAsync(Db db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Turn})", ct);
        var walled = await db.Database.SqlQuery<string>($"""
            SELECT c.relname::text AS "Value" FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid
            WHERE c.relnamespace = current_schema()::text::regnamespace AND c.relrowsecurity AND c.relforcerowsecurity AND p.polname = {ScopePolicy}
            """).ToListAsync(ct);
        foreach (var entity in Entities(db.Model).Where(entity => !walled.Contains(entity.GetTableName()!)))
        {
            var text = WallOf(entity);
#pragma warning disable RS0030, EF1002 // Policies take no parameters; the table's name comes from the model.
            await db.Database.ExecuteSqlRawAsync(text, ct);
#pragma warning restore RS0030, EF1002
        }
        await transaction.CommitAsync(ct);
    }

    static IEnumerable<IEntityType> Entities(IModel model) => model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(IBelongsToUnit)) && entity.BaseType is null);

    /// <summary>Names come from our own model: nothing that anybody typed.</summary>
    static string WallOf(IEntityType entity)
    {
        var table = entity.GetTableName()!;
        var inScope = entity.ClrType.IsAssignableTo(typeof(IBetweenUnits)) ? EitherInScope : InScope;
        var text = new StringBuilder($"""
            ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY;
            ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY;
            DROP POLICY IF EXISTS {ScopePolicy} ON "{table}";
            CREATE POLICY {ScopePolicy} ON "{table}" USING ({inScope}) WITH CHECK ({inScope});
            """);
        if (entity.FindDeclaredQueryFilter(Unscoped.Filter) is null)
        {
            text.Append(Reading(ReadPolicy, table, HasScope));
        }
        if (entity.ClrType == typeof(Client))
        {
            text.Append(Reading(DoorPolicy, table, DoorIsOpen));
        }
        return text.ToString();
    }

    static string Reading(string policy, string table, string when) => $"""
        DROP POLICY IF EXISTS {policy} ON "{table}";
        CREATE POLICY {policy} ON "{table}" FOR SELECT USING ({when});
        """;
}
