using System.Globalization;
using System.Text.RegularExpressions;

namespace Homeward.Benchmarks;

/// <summary>Bare SQL: pgbench with prepared statements.</summary>
static partial class Bare
{
    public static async Task<double> PerSecondAsync(Cluster cluster, World world, string script, int clients, int picks, TimeSpan duration)
    {
        var file = Path.Combine(Path.GetTempPath(), $"homeward-{Guid.CreateVersion7():N}.sql");
        await File.WriteAllTextAsync(file, $"\\set n random(1, {picks})\n\\set t random(1, 500)\n\\set d random(0, 27)\n{script}\n");
        try
        {
            var effort = await Child.RunAsync("pgbench", [
                "-h", "127.0.0.1", "-p", cluster.Port, "-U", "postgres", "-n", "-M", "prepared", "-c", $"{clients}", "-j", clients == 1 ? "1" : "2",
                "-T", $"{(int)duration.TotalSeconds}", "-f", file, new Npgsql.NpgsqlConnectionStringBuilder(world.Connection).Database!]);
            return double.Parse(Rate().Match(effort.Said).Groups[1].Value, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>One statement on one line each, as pgbench reads them.</summary>
    public static string Script(params string[] statements) => string.Join('\n', statements.Select(statement => Sql.Drawn(statement).Replace('\n', ' ') + ";"));

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Rate();
}
