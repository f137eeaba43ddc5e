using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

[assembly: AssemblyFixture(typeof(Homeward.Web.Tests.Hosting.PostgresCluster))]

namespace Homeward.Web.Tests.Hosting;

/// <summary>
/// A private PostgreSQL cluster in a temporary folder, on a free port of 127.0.0.1; started on first use, removed afterwards. The product
/// signs in as an ordinary role that owns its database, as in Production: a superuser would pass row-level security.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    const string Administrator = "postgres";
    const string Role = "homeward";
    readonly Lazy<Task> started;
    readonly string folder = Directory.CreateTempSubdirectory("homeward-pg-").FullName;
    int port;
    static PostgresCluster? current;

    public PostgresCluster()
    {
        started = new Lazy<Task>(() => Task.Run(StartAsync));
        current = this;
    }

    /// <summary>A connection string to a new, empty database.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        var cluster = current ?? throw new InvalidOperationException("The cluster is an assembly fixture.");
        await cluster.started.Value;
        var name = "h" + Guid.CreateVersion7().ToString("N");
        await cluster.AdministerAsync($"create database {name} owner {Role} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'");
        return cluster.ConnectionTo(name, Role);
    }

    /// <summary>The same database as its administrator sees it: past every wall.</summary>
    public static string PastTheWalls(string connection) => new Npgsql.NpgsqlConnectionStringBuilder(connection) { Username = Administrator }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated)
        {
            await RunAsync("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        }
        Directory.Delete(folder, recursive: true);
    }

    string Data => Path.Combine(folder, "data");

    /// <summary>What a class of tests has left idle is given back at once: there are more classes than slots.</summary>
    string ConnectionTo(string database, string role) =>
        $"Host=127.0.0.1;Port={port};Database={database};Username={role};Maximum Pool Size=20;Connection Idle Lifetime=10;Connection Pruning Interval=5;Include Error Detail=true";

    async Task AdministerAsync(string text)
    {
        await using var connection = new Npgsql.NpgsqlConnection(ConnectionTo("postgres", Administrator));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }

    async Task StartAsync()
    {
        port = FreePort();
        if (IsRoot)
        {
            await ExecuteAsync("chown", "postgres", folder);
        }
        await RunAsync("initdb", "-D", Data, "-U", Administrator, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        var options = string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=128MB");
        await RunAsync("pg_ctl", "-D", Data, "-l", Path.Combine(folder, "log"), "-o", options, "-w", "start");
        await AdministerAsync($"create role {Role} login");
    }

    static bool IsRoot => Environment.UserName == "root";

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>PostgreSQL refuses to run as root; then the package's own user runs it.</summary>
    static Task RunAsync(string program, params string[] arguments)
    {
        var path = Directory.GetDirectories("/usr/lib/postgresql").Order().Select(version => Path.Combine(version, "bin", program)).LastOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"{program} is missing: run ./test, which installs PostgreSQL.");
        return IsRoot ? ExecuteAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : ExecuteAsync(path, arguments);
    }

    static async Task ExecuteAsync(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = "/tmp" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{file} does not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
