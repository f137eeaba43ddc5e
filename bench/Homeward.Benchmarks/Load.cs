using System.Diagnostics;

namespace Homeward.Benchmarks;

/// <summary>Asks a server on this machine, a bounded time long, and measures from the first byte sent to the last byte received.</summary>
sealed class Load(Uri address) : IDisposable
{
    readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 16, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };

    /// <summary>Median of so many requests, one after the other, in milliseconds.</summary>
    public async Task<double> MedianAsync(Func<int, HttpRequestMessage> request, int count)
    {
        var times = new double[count];
        for (var number = 0; number < count; number++)
        {
            var start = Stopwatch.GetTimestamp();
            await AskAsync(request(number));
            times[number] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(times);
        return times[count / 2];
    }

    /// <summary>Answers in a second with so many callers at once.</summary>
    public async Task<double> PerSecondAsync(Func<int, HttpRequestMessage> request, int callers, TimeSpan duration)
    {
        var next = 0;
        var clock = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var answers = 0;
            for (; clock.Elapsed < duration; answers++)
            {
                await AskAsync(request(Interlocked.Increment(ref next)));
            }
            return answers;
        })));
        return done.Sum() / clock.Elapsed.TotalSeconds;
    }

    async Task AskAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await http.SendAsync(request);
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{request.Method} {request.RequestUri} was answered with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            }
        }
    }

    public void Dispose() => http.Dispose();
}
