using System.Globalization;
using Npgsql;

namespace Homeward.Benchmarks;

/// <summary>
/// A private PostgreSQL cluster on a free port of 127.0.0.1, with PostgreSQL's own defaults for durability: every commit reaches the disk.
/// It lies in a folder that is kept for the next run, or in a temporary one that goes.
/// </summary>
sealed class Cluster : IAsyncDisposable
{
    const double MillisecondsOfTick = 10;
    const string Administrator = "postgres";
    const string Role = "homeward";
    readonly string folder;
    readonly bool kept;
    readonly int port = Child.FreePort();

    Cluster(string folder, bool kept) => (this.folder, this.kept) = (folder, kept);

    public string Folder => folder;

    public string Port => port.ToString(CultureInfo.InvariantCulture);

    string Data => Path.Combine(folder, "postgres");

    static bool IsRoot => Environment.UserName == "root";

    public static async Task<Cluster> StartAsync(string? keep)
    {
        var cluster = keep is null ? new Cluster(Directory.CreateTempSubdirectory("homeward-bench-").FullName, false) : new Cluster(Directory.CreateDirectory(keep).FullName, true);
        var isNew = !Directory.Exists(cluster.Data);
        if (isNew)
        {
            Directory.CreateDirectory(cluster.Data);
            if (IsRoot)
            {
                await Child.RunAsync("chown", ["postgres", cluster.Data]);
                await Child.RunAsync("chmod", ["o+x", cluster.folder]);
            }
            await PostgresAsync("initdb", "-D", cluster.Data, "-U", Administrator, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        }
        var options = $"-p {cluster.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c shared_buffers=256MB -c max_wal_size=4GB -c max_connections=100";
        await PostgresAsync("pg_ctl", "-D", cluster.Data, "-l", Path.Combine(cluster.Data, "log"), "-o", options, "-w", "start");
        if (isNew)
        {
            await cluster.AdministerAsync($"create role {Role} login");
        }
        return cluster;
    }

    /// <summary>As the product signs in: an ordinary role, bound by row-level security.</summary>
    public string ConnectionTo(string database) => ConnectionTo(database, Role);

    /// <summary>As bare SQL and the thin handler sign in: past every wall.</summary>
    public string PastTheWalls(string database) => ConnectionTo(database, Administrator);

    string ConnectionTo(string database, string role) => $"Host=127.0.0.1;Port={port};Database={database};Username={role}";

    /// <summary>Makes the database where there is none; tells whether it did.</summary>
    public async Task<bool> EnsureAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(PastTheWalls("postgres"));
        await using var find = source.CreateCommand("select count(*) from pg_database where datname = $1");
        find.Parameters.AddWithValue(database);
        if ((long)(await find.ExecuteScalarAsync())! > 0)
        {
            return false;
        }
        await AdministerAsync($"create database {database} owner {Role} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'");
        return true;
    }

    async Task AdministerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(PastTheWalls("postgres"));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<double> MebibytesAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionTo(database));
        await using var size = source.CreateCommand("select pg_database_size(current_database())");
        return Math.Round((long)(await size.ExecuteScalarAsync())! / 1048576.0);
    }

    /// <summary>Processor time that the cluster's processes have used so far, those that ended included.</summary>
    public double CpuMilliseconds()
    {
        var server = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();
        var fields = Directory.GetDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])).Select(StatOf).OfType<string[]>();
        // Of stat(5), with the name taken out: 2 is the parent, 12 and 13 the ticks of the process, 14 and 15 those of its ended children.
        return fields.Where(stat => stat[0] == server || stat[2] == server)
            .Sum(stat => stat[12..14].Concat(stat[0] == server ? stat[14..16] : []).Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture))) * MillisecondsOfTick;
    }

    static string[]? StatOf(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            return [Path.GetFileName(folder), .. text[(text.LastIndexOf(')') + 2)..].Split(' ')];
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>PostgreSQL refuses to run as root; then the package's own user runs it.</summary>
    static Task<Effort> PostgresAsync(string program, params string[] arguments)
    {
        var path = Directory.GetDirectories("/usr/lib/postgresql").Order().Select(version => Path.Combine(version, "bin", program)).LastOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"{program} is missing: install PostgreSQL.");
        return IsRoot ? Child.RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : Child.RunAsync(path, arguments);
    }

    public async ValueTask DisposeAsync()
    {
        await PostgresAsync("pg_ctl", "-D", Data, "-m", "fast", "-w", "stop");
        if (!kept)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
