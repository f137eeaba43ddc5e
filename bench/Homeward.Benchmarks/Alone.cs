using System.Diagnostics;

namespace Homeward.Benchmarks;

/// <summary>What is measured without PostgreSQL: a large import into SQLite, and how long a start takes.</summary>
static class Alone
{
    /// <summary>Imports a roster of so many rows into a new SQLite database, as an operator does.</summary>
    public static async Task ImportAsync(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("homeward-bench-").FullName;
        try
        {
            var (connection, keys, roster) = ($"Data Source={Path.Combine(folder, "homeward.db")}", Path.Combine(folder, "keys.json"), Path.Combine(folder, "roster.csv"));
            await RosterFile.WriteAsync(roster, rows);
            await Product.CommandAsync(connection, keys, "migrate");
            await Product.CommandAsync(connection, keys, "import", "units", RosterFile.Divisions);
            var effort = await Product.CommandAsync(connection, keys, "import", "roster", roster);
            Console.WriteLine(effort.Said);
            Console.WriteLine(FormattableString.Invariant($"{rows} rows: {effort.Took.TotalSeconds:0} s, {effort.Cpu.TotalSeconds:0} s of processor time, peak {effort.PeakMebibytes} MiB, database {new FileInfo(Path.Combine(folder, "homeward.db")).Length / 1048576} MiB"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The first start in an empty folder, which builds the demo world, and a later one: until the sign-in page has come.</summary>
    public static async Task StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("homeward-bench-").FullName;
        try
        {
            foreach (var which in new[] { "first start", "second start", "third start" })
            {
                var address = new Uri($"http://127.0.0.1:{Child.FreePort()}");
                var clock = Stopwatch.StartNew();
                await using var process = Child.Start("dotnet", [Product.Assembly, "--urls", address.ToString()],
                    [("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_CONTENTROOT", Path.Combine(Product.Root(), "src", "Homeward.Web"))], folder);
                await process.AnswersAsync(new Uri(address, "/sign-in"), TimeSpan.FromMinutes(3));
                Console.WriteLine(FormattableString.Invariant($"{which}: first page after {clock.Elapsed.TotalSeconds:0.0} s, {process.CpuMilliseconds() / 1000:0.0} s of processor time"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
