namespace Homeward.Web.Tests.Hosting;

/// <summary>A policy that cannot be read stops the start: nobody's days are counted by half a policy.</summary>
public abstract class PolicyAtStartTests(ShellHome shell)
{
    [Theory]
    [InlineData("serve")]
    [InlineData(null)]
    public async Task A_server_with_a_bad_policy_says_file_line_and_reason_and_does_not_start(string? command)
    {
        var policies = Directory.CreateDirectory(Path.Combine(shell.Folder, "policies")).FullName;
        await File.WriteAllTextAsync(Path.Combine(policies, "bad.json"), """
            {
              "name": "bad", "version": "1", "level": "city", "parent": "national", "unit": "99", "effectiveFrom": "2026-01-01", "title": { "zh-CN": "x", "en": "x" },
              "values": {
                "signDays": { "value": 3, "rule": "R1.19", "evidence": "CONFIRMED" }
              }
            }
            """);

        var answer = await shell.RunAsync([.. new[] { command }.OfType<string>(), "--urls", "http://127.0.0.1:0", "--environment", "Production", "--Homeward:Policies", policies]);

        Assert.Equal(2, answer.Code);
        Assert.Contains("bad.json:4: unknown value signDays", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Now listening", answer.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(shell.Folder, "homeward.db")));
    }
}

public sealed class PolicyAtStartOnSqlite(SqliteShell shell) : PolicyAtStartTests(shell), IClassFixture<SqliteShell>;

public sealed class PolicyAtStartOnPostgres(PostgresShell shell) : PolicyAtStartTests(shell), IClassFixture<PostgresShell>;
