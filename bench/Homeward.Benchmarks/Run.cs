using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Homeward.Benchmarks;

/// <summary>The whole comparison: bare SQL, the thin handler and the product, in turns, on one city in one cluster.</summary>
sealed class Run(Cluster cluster, string size, int rounds, TimeSpan stretch, TimeSpan warm, string? only)
{
    const int Sample = 200;
    const int StretchesOfWarmth = 4;
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public async Task<Report> RunAsync()
    {
        var city = new World(cluster, size);
        var filled = await city.EnsureAsync();
        var mebibytes = await cluster.MebibytesAsync(size);
        var report = new Report
        {
            At = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            Commit = (await Child.RunAsync("git", ["-C", Product.Root(), "rev-parse", "--short", "HEAD"])).Said,
            Machine = $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}",
            Postgres = (await Child.RunAsync("pgbench", ["--version"])).Said,
            FillMinutes = filled?.Took.TotalMinutes,
            CityMebibytes = mebibytes,
        };
        report = await CompareAsync(city, report);
        return only is null && size == "city" ? await GrowAsync(city, report) : report;
    }

    public static async Task<string> KeepAsync(Report report, string name)
    {
        var file = Path.Combine(Product.Root(), "bench", "results", $"{name}.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(report, Json) + "\n");
        return file;
    }

    async Task<Report> CompareAsync(World city, Report report)
    {
        var picks = await city.PicksAsync(40_000);
        var works = Work.All(picks, await city.TermsAsync(), await city.SignInAsync("worker1"), await city.SignInAsync("office")).Where(work => only is null || work.Name.Contains(only, StringComparison.Ordinal)).ToList();
        var thinAddress = new Uri($"http://127.0.0.1:{Child.FreePort()}");
        await using var thin = Child.Start("dotnet", [typeof(Run).Assembly.Location, "thin", "--urls", thinAddress.ToString(), "--connection", city.PastTheWalls], [("ASPNETCORE_ENVIRONMENT", "Production")]);
        await thin.AnswersAsync(new Uri(thinAddress, "/health"), TimeSpan.FromMinutes(1));
        var (product, address) = await Product.ServeAsync(city.Connection, city.Keys);
        await using var stop = product;
        using var thinLoad = new Load(thinAddress);
        using var productLoad = new Load(address);
        var sides = (new Server(thin, thinLoad), new Server(product, productLoad));
        await WarmAsync(city, works, sides);
        var lines = new List<Line>();
        foreach (var work in works)
        {
            lines.Add(await CompareAsync(city, work, sides, picks.Count));
            Console.Error.WriteLine(lines[^1].Row);
        }
        return report with { Lines = lines, PeakMebibytes = product.PeakMebibytes() };
    }

    /// <summary>All works once around, so long that the code is compiled for speed: what is measured afterwards is the work and not the compiler.</summary>
    async Task WarmAsync(World city, List<Work> works, (Server Thin, Server Product) sides)
    {
        foreach (var work in works)
        {
            await WarmAsync(city, work, sides.Product.Load, work.Product, warm);
            if (work.Thin is { } request)
            {
                await WarmAsync(city, work, sides.Thin.Load, request, warm / 3);
            }
        }
    }

    /// <summary>At least so long, and on until two stretches one after the other bring no more than a twentieth above the best before them.</summary>
    static async Task WarmAsync(World city, Work work, Load load, Func<int, HttpRequestMessage> request, TimeSpan least)
    {
        const int MostStretches = 20;
        var (best, steady, drawn) = (0d, 0, 0);
        for (var stretch = 1; stretch <= MostStretches && (stretch <= StretchesOfWarmth || steady < 2); stretch++)
        {
            var now = await load.PerSecondAsync(_ => request(Interlocked.Increment(ref drawn)), 16, least / StretchesOfWarmth);
            steady = now > best * 1.05 ? 0 : steady + 1;
            best = Math.Max(best, now);
        }
        await TidyAsync(city, work);
    }

    async Task<Line> CompareAsync(World city, Work work, (Server Thin, Server Product) sides, int picks)
    {
        var bare = new List<Side>();
        var thins = new List<Side>();
        var products = new List<Side>();
        for (var round = 0; round < rounds; round++)
        {
            if (work.Script is { } script)
            {
                bare.Add(new Side(null, await Bare.PerSecondAsync(cluster, city, script, 1, picks, stretch / 2), await Bare.PerSecondAsync(cluster, city, script, 16, picks, stretch), 0));
                await TidyAsync(city, work);
            }
            if (work.Thin is { } request)
            {
                thins.Add(await MeasureAsync(sides.Thin, request));
                await TidyAsync(city, work);
            }
            products.Add(await MeasureAsync(sides.Product, work.Product));
            await TidyAsync(city, work);
        }
        return new Line(work.Name, Middle(bare), Middle(thins), Middle(products)!)
        {
            OfThin = Ratio(products, thins, (our, their) => our.PerSecond / their.PerSecond),
            OfThinByCpu = Ratio(products, thins, (our, their) => their.CpuMilliseconds / our.CpuMilliseconds),
            ThinOfBare = bare.Count == 0 ? null : Ratio(thins, bare, (our, their) => our.PerSecond / their.PerSecond),
        };
    }

    static Task TidyAsync(World city, Work work) => work.Writes ? city.TakeBackAsync() : Task.CompletedTask;

    /// <summary>A little warmer still; then alone; then 16 at once.</summary>
    async Task<Side> MeasureAsync(Server server, Func<int, HttpRequestMessage> request)
    {
        var drawn = 0;
        HttpRequestMessage Next(int _) => request(Interlocked.Increment(ref drawn));
        await server.Load.PerSecondAsync(Next, 16, stretch / 3);
        var median = await server.Load.MedianAsync(Next, Sample);
        var (before, first) = (Cpu(server), drawn);
        var many = await server.Load.PerSecondAsync(Next, 16, stretch);
        return new Side(median, 1000 / median, many, (Cpu(server) - before) / (drawn - first));
    }

    double Cpu(Server server) => server.Process.CpuMilliseconds() + cluster.CpuMilliseconds();

    /// <summary>The same question in a world of 400 and in one of 60,000 clients, in turns.</summary>
    async Task<Report> GrowAsync(World city, Report report)
    {
        var station = new World(cluster, "station");
        await station.EnsureAsync();
        var times = new List<(double Station, double City)>();
        var (small, smallAddress) = await Product.ServeAsync(station.Connection, station.Keys);
        await using var stopSmall = small;
        var (large, largeAddress) = await Product.ServeAsync(city.Connection, city.Keys);
        await using var stopLarge = large;
        using var smallLoad = new Load(smallAddress);
        using var largeLoad = new Load(largeAddress);
        var (smallWork, largeWork) = (await WorklistAsync(station), await WorklistAsync(city));
        for (var round = 0; round <= rounds; round++)
        {
            var pair = (await smallLoad.MedianAsync(smallWork, Sample * 3), await largeLoad.MedianAsync(largeWork, Sample * 3));
            if (round > 0)
            {
                times.Add(pair);
            }
        }
        return report with
        {
            StationWorklistMilliseconds = Median(times.Select(pair => pair.Station)),
            CityWorklistMilliseconds = Median(times.Select(pair => pair.City)),
            CityOfStation = Median(times.Select(pair => pair.City / pair.Station)),
        };
    }

    static async Task<Func<int, HttpRequestMessage>> WorklistAsync(World world)
    {
        var picks = await world.PicksAsync(2000);
        return Work.All(picks, [""], "", "").First(work => work.Name == "worklist").Product;
    }

    static Side? Middle(List<Side> sides) => sides.Count == 0 ? null
        : new Side(sides[0].Milliseconds is null ? null : Median(sides.Select(side => side.Milliseconds!.Value)), Median(sides.Select(side => side.PerSecondAlone)), Median(sides.Select(side => side.PerSecond)), Median(sides.Select(side => side.CpuMilliseconds)));

    static double? Ratio(List<Side> ours, List<Side> theirs, Func<Side, Side, double> ratio) => theirs.Count == 0 ? null : Median(ours.Zip(theirs, ratio));

    static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}

/// <summary>A server under load: its process and who asks it.</summary>
sealed record Server(Child Process, Load Load);
