using Homeward.Domain.Foundation;
using Homeward.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Fences;

/// <summary>What a file of migrations says may be undone by a later one: the database that they make is asked itself.</summary>
public sealed class RecordsFollowTests(SqliteHome home) : IClassFixture<SqliteHome>
{
    [Fact]
    public async Task Every_record_about_a_client_in_the_database_follows_its_client_to_another_unit()
    {
        var tables = await home.WithDbAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IAboutClient))).Select(type => type.GetTableName()!).Distinct().ToList()));
        await using var connection = new SqliteConnection(home.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var stays = new List<string>();
        foreach (var table in tables)
        {
            await using var ask = connection.CreateCommand();
            ask.CommandText = """SELECT COUNT(*) FROM pragma_foreign_key_list($table) WHERE "from" = 'unit_id' AND "table" = 'clients' AND on_update = 'CASCADE'""";
            ask.Parameters.AddWithValue("$table", table);
            if ((long)(await ask.ExecuteScalarAsync(TestContext.Current.CancellationToken))! == 0)
            {
                stays.Add(table);
            }
        }

        Assert.Empty(stays);
    }
}
