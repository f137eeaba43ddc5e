using System.Data;
using System.Globalization;
using Homeward.Data;
using Homeward.Data.Scoping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Homeward.Web.Tests.Hosting;

/// <summary>A database of an earlier version that holds rows is taken back to that version and brought up to date again.</summary>
public abstract class UpgradeTests(Home home)
{
    [Fact]
    public async Task Names_in_clear_do_not_outlive_the_upgrade_and_an_import_stays_to_be_found()
    {
        var account = home.World.Accounts["worker"].Id;
        var run = Guid.CreateVersion7();

        await home.WithDbAsync(async (db, _) =>
        {
            await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().Single(name => name.EndsWith("_Law", StringComparison.Ordinal)));
            await InsertAsync(db, "import_runs", ("id", run), ("account_id", account), ("sheet", "roster"), ("state", "failed"), ("file", new byte[] { 1 }), ("file_name", "仇小名.csv"), ("done", 0), ("total", 0), ("created_at", home.Clock.GetUtcNow().UtcDateTime));
            await InsertAsync(db, "saved_views", ("id", Guid.CreateVersion7()), ("account_id", account), ("page", "/"), ("name", "仇小名"), ("query", "?state=Overdue"));
            await db.BringUpToDateAsync();
            return 0;
        });

        var list = await (await home.SignedInAsync("worker")).GetStringAsync("/imports");
        Assert.Contains($"href=\"/imports/{run}\">花名册", list, StringComparison.Ordinal);
        Assert.Empty(await home.WithDbAsync(db => db.SavedViews.ToListAsync()));
    }

    [Fact]
    public async Task A_paper_that_tells_of_an_act_keeps_it_when_the_table_of_acts_is_made_anew()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        await home.Api("worker").PostAsync($"/measures/{measure}/leave", new { on = "2026-11-20", to = "2026-11-25", reportedInWriting = true });
        var made = await (await home.Api("worker").PostAsync("/papers", new { personId = client, measureId = measure, kind = "leaveReport" })).JsonAsync();
        var before = await ActOfAsync(made.GetProperty("id").GetGuid());

        await home.WithDbAsync(async (db, _) =>
        {
            await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().Single(name => name.EndsWith("_QuickerLists", StringComparison.Ordinal)));
            await db.BringUpToDateAsync();
            return 0;
        });

        Assert.NotNull(before);
        Assert.Equal(before, await ActOfAsync(made.GetProperty("id").GetGuid()));
        Assert.True(await home.WithDbAsync(db => db.MeasureActs.AnyAsync(act => act.Id == before && act.ClientId == client)));
    }

    Task<Guid?> ActOfAsync(Guid paper) => home.WithDbAsync(db => db.Papers.Where(found => found.Id == paper).Select(found => found.ActId).SingleAsync());

    static async Task InsertAsync(Db db, string table, params (string Column, object Value)[] cells)
    {
        var connection = db.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
        {
            await connection.OpenAsync();
        }
        await using var command = connection.CreateCommand();
        for (var place = 0; place < cells.Length; place++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (string.Create(CultureInfo.InvariantCulture, $"@p{place}"), cells[place].Value);
            command.Parameters.Add(parameter);
        }
        command.CommandText = $"insert into {table} ({string.Join(", ", cells.Select(cell => cell.Column))}) values ({string.Join(", ", cells.Select((_, place) => string.Create(CultureInfo.InvariantCulture, $"@p{place}")))})";
        await command.ExecuteNonQueryAsync();
    }
}

public sealed class UpgradeOnSqlite(SqliteHome home) : UpgradeTests(home), IClassFixture<SqliteHome>;
public sealed class UpgradeOnPostgres(PostgresHome home) : UpgradeTests(home), IClassFixture<PostgresHome>;
