using System.Text.Json;
using Homeward.Web.Tests.Hosting;

namespace Homeward.Web.Tests.Exchange;

/// <summary>The sample from the shell on an empty database: units, roster, screens, each of them twice, and out again.</summary>
public abstract class ImportCommandTests(ShellHome shell)
{
    const string AsOf = "2026-11-23";
    static readonly JsonElement Expected = Samples.Read<JsonElement>("roster-hongkou.expected.json");

    [Fact]
    public async Task The_sample_imports_as_expected_and_again_unchanged()
    {
        Assert.Equal(0, (await shell.RunAsync("import", "units", Samples.PathOf("shanghai-divisions.csv"))).Code);

        var first = await ImportAsync("roster", "roster-hongkou.xlsx", 1);
        AssertCounts(first, 241, Expected.GetProperty("persons").GetInt32(), Expected.GetProperty("duplicateRowUpdates").GetInt32(), 0, 26);
        Assert.Equal(Expected.GetProperty("rejected").EnumerateArray().Select(pair => (pair[0].GetInt32(), pair[1].GetString())),
            first.GetProperty("rejected").EnumerateArray().Select(row => (row.GetProperty("row").GetInt32(), row.GetProperty("reasons")[0].GetProperty("code").GetString())));

        AssertCounts(await ImportAsync("roster", "roster-hongkou.xlsx", 1), 241, 0, 0, 215, 26);
        AssertCounts(await ImportAsync("roster", "roster-hongkou-gb18030.csv", 1), 241, 0, 0, 215, 26);
        AssertCounts(await ImportAsync("screens", "roster-hongkou.xlsx", 0), 1810, 1810, 0, 0, 0);
        AssertCounts(await ImportAsync("screens", "roster-hongkou.xlsx", 0), 1810, 0, 0, 1810, 0);
        foreach (var sheet in new[] { "units", "roster", "screens", "contacts", "staff" })
        {
            await AssertReturnsAsync(sheet);
        }
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_a_day_that_is_none_end_with_2_and_a_plain_sentence()
    {
        var missing = await shell.RunAsync("import", "roster", "nothing.xlsx", "--format", "json");
        var day = await shell.RunAsync("import", "roster", Samples.PathOf("roster-hongkou.xlsx"), "--as-of", "2026-13-01");
        var empty = await new SqliteShell().RunAsync("export", "roster", "--to", "x.csv");

        Assert.Equal((2, ""), (missing.Code, missing.Output));
        Assert.Contains("nothing.xlsx", missing.Error, StringComparison.Ordinal);
        Assert.Equal(2, day.Code);
        Assert.Equal(2, empty.Code);
        Assert.DoesNotContain("   at ", missing.Error + day.Error + empty.Error, StringComparison.Ordinal);
    }

    async Task AssertReturnsAsync(string sheet)
    {
        var path = Path.Combine(shell.Folder, $"{sheet}.xlsx");
        Assert.Equal(0, (await shell.RunAsync("export", sheet, "--to", path)).Code);
        var again = await ImportAsync(sheet, path, 0);
        Assert.Equal(again.GetProperty("read").GetInt32(), again.GetProperty("unchanged").GetInt32());
    }

    async Task<JsonElement> ImportAsync(string sheet, string file, int code)
    {
        var answer = await shell.RunAsync("import", sheet, Path.IsPathRooted(file) ? file : Samples.PathOf(file), "--as-of", AsOf, "--format", "json");
        Assert.Equal((code, ""), (answer.Code, answer.Error));
        return JsonElement.Parse(answer.Output);
    }

    static void AssertCounts(JsonElement summary, int read, int created, int updated, int unchanged, int rejected) => Assert.Equal(
        (read, created, updated, unchanged, rejected),
        (summary.GetProperty("read").GetInt32(), summary.GetProperty("created").GetInt32(), summary.GetProperty("updated").GetInt32(),
            summary.GetProperty("unchanged").GetInt32(), summary.GetProperty("rejected").GetArrayLength()));
}

public sealed class ImportCommandOnSqlite(SqliteShell shell) : ImportCommandTests(shell), IClassFixture<SqliteShell>;

public sealed class ImportCommandOnPostgres(PostgresShell shell) : ImportCommandTests(shell), IClassFixture<PostgresShell>;
