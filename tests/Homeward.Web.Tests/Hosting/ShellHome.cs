using System.Diagnostics;

namespace Homeward.Web.Tests.Hosting;

/// <summary>The executable on an empty database of its own, as an operator starts it.</summary>
public abstract class ShellHome : IAsyncLifetime
{
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
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Homeward.Web.dll"), .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Homeward"] = connection;
        start.Environment["Homeward__Keys"] = Path.Combine(Folder, "keys.json");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new ShellAnswer(process.ExitCode, await output, await error);
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
