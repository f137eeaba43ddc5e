using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Homeward.Benchmarks;

/// <summary>A process that the bench starts, watches and ends by its own id.</summary>
sealed class Child : IAsyncDisposable
{
    readonly Process process;
    readonly List<string> said = [];

    Child(Process process) => this.process = process;

    public static Child Start(string file, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment, string folder = "/tmp")
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        var process = new Process { StartInfo = start };
        var child = new Child(process);
        process.OutputDataReceived += (_, line) => child.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => child.Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Runs to the end, and fails with what the process said when it fails. Returns how long it took and its peak resident size.</summary>
    public static async Task<Effort> RunAsync(string file, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var clock = Stopwatch.StartNew();
        await using var child = Start(file, arguments, environment);
        long peak = 0;
        var cpu = TimeSpan.Zero;
        var ended = child.process.WaitForExitAsync();
        while (!ended.IsCompleted)
        {
            peak = Math.Max(peak, child.PeakMebibytes());
            cpu = child.Used(cpu);
            await Task.WhenAny(ended, Task.Delay(50));
        }
        return child.process.ExitCode == 0
            ? new Effort(clock.Elapsed, cpu, peak, child.Said)
            : throw new InvalidOperationException($"{file} ended with {child.process.ExitCode}.\n{child.Said}");
    }

    public string Said
    {
        get
        {
            lock (said)
            {
                return string.Join('\n', said);
            }
        }
    }

    /// <summary>The highest resident size of the process so far (VmHWM), in MiB.</summary>
    public long PeakMebibytes()
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Processor time that the process has used so far, in milliseconds: it does not depend on who else works on the machine.</summary>
    public double CpuMilliseconds() => Used(TimeSpan.Zero).TotalMilliseconds;

    TimeSpan Used(TimeSpan before)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? before : process.TotalProcessorTime;
        }
        catch (Exception ended) when (ended is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return before;
        }
    }

    /// <summary>Waits until the address answers, whatever it answers; returns how long that took.</summary>
    public async Task<TimeSpan> AnswersAsync(Uri address, TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        using var http = new HttpClient();
        while (clock.Elapsed < patience && !process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(address);
                answer.EnsureSuccessStatusCode();
                return clock.Elapsed;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }
        throw new InvalidOperationException($"{address} does not answer.\n{Said}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    void Hear(string? line)
    {
        if (line is not null)
        {
            lock (said)
            {
                said.Add(line);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }
}

/// <summary>What a command cost.</summary>
sealed record Effort(TimeSpan Took, TimeSpan Cpu, long PeakMebibytes, string Said);
