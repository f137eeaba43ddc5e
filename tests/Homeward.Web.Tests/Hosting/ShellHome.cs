using System.Diagnostics;

namespace Homeward.Web.Tests.Hosting;

/// <summary>The executable on an empty database of its own, as an operator starts it.</summary>
public abstract class ShellHome : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    string connection = "";

    public string Folder { get; } = Directory.CreateTempSubdirectory("homeward-shell-").FullName;

    protected abstract Task<string> NewDatabaseAsync();

    public async ValueTask InitializeAsync() => connection = await NewDatabaseAsync();

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    public async Task<ShellAnswer> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(StartOf(arguments))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"homeward {string.Join(' ', arguments)} does not end.");
        }
        return new ShellAnswer(process.ExitCode, await output, await error);
    }

    /// <summary>Serves on a free port of 127.0.0.1.</summary>
    public ShellServer Serve(string environment)
    {
        var start = StartOf("serve", "--urls", "http://127.0.0.1:0");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        return new ShellServer(Process.Start(start)!);
    }

    ProcessStartInfo StartOf(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Homeward.Web.dll"), .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Homeward"] = connection;
        start.Environment["Homeward__Keys"] = Path.Combine(Folder, "keys.json");
        return start;
    }
}

/// <summary>A host that runs until the test is done with it.</summary>
public sealed class ShellServer(Process process) : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The first printed line that fits.</summary>
    public async Task<string> LineAsync(Func<string, bool> fits)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (fits(line))
            {
                return line;
            }
        }
        throw new InvalidOperationException($"The host ended: {await process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}

/// <summary>What a command ended with and printed.</summary>
public sealed record ShellAnswer(int Code, string Output, string Error);

public sealed class SqliteShell : ShellHome
{
    protected override Task<string> NewDatabaseAsync() => Task.FromResult($"Data Source={Path.Combine(Folder, "homeward.db")}");
}

public sealed class PostgresShell : ShellHome
{
    protected override Task<string> NewDatabaseAsync() => PostgresCluster.NewDatabaseAsync();
}
