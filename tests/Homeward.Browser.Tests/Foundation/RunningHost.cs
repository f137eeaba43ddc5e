using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Homeward.Browser.Tests.Foundation;

/// <summary>The real executable on a free port of 127.0.0.1, with data of its own that goes when it stops.</summary>
public sealed partial class RunningHost : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly string folder = Directory.CreateTempSubdirectory("homeward-browser-").FullName;
    readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly List<string> output = [];
    Process? process;

    public Uri Address { get; private set; } = default!;

    public string DataFolder => folder;

    /// <summary>What the host has printed, for a failing test to show.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return string.Join('\n', output);
            }
        }
    }

    public static async Task<RunningHost> StartAsync()
    {
        var host = new RunningHost();
        host.Start();
        try
        {
            host.Address = await host.listening.Task.WaitAsync(Patience);
        }
        catch (Exception fault)
        {
            await host.DisposeAsync();
            throw new InvalidOperationException($"The host did not start.\n{host.Output}", fault);
        }
        return host;
    }

    void Start()
    {
        var start = new ProcessStartInfo("dotnet", [Assembly()]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_CONTENTROOT"] = Path.Combine(Repository(), "src", "Homeward.Web");
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        start.Environment["ConnectionStrings__Homeward"] = $"Data Source={Path.Combine(folder, "homeward.db")}";
        start.Environment["Homeward__Keys"] = Path.Combine(folder, "homeward.keys");
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The process ended."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }
        lock (output)
        {
            output.Add(line);
        }
        if (Listening().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new Uri(match.Value));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    // artifacts/bin/Homeward.Browser.Tests/<configuration>/ → artifacts/bin/Homeward.Web/<configuration>/
    static string Assembly()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(here.Parent!.Parent!.FullName, "Homeward.Web", here.Name, "Homeward.Web.dll");
    }

    /// <summary>Where the pages are written.</summary>
    public static string SourceOfWeb() => Path.Combine(Repository(), "src", "Homeward.Web");

    static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Homeward.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
