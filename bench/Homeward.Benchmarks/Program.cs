using System.CommandLine;
using Homeward.Benchmarks;

var keep = new Option<string?>("--keep") { Description = "A folder whose cluster and worlds are kept for the next run" };
var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3, Description = "How often each side takes its turn" };
var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 6, Description = "How long each turn lasts" };
var size = new Option<string>("--size") { DefaultValueFactory = _ => "city", Description = "station, district or city: the figures that count are the city's" };
var warm = new Option<int>("--warm") { DefaultValueFactory = _ => 15, Description = "For how many seconds each work is warmed up" };
var only = new Option<string?>("--only") { Description = "Only work whose name contains this" };
var name = new Option<string?>("--result") { Description = "Name of the file under bench/results; without it nothing is written" };
var run = new Command("run", "Bare SQL, thin handler and product on the city world.") { keep, size, rounds, seconds, warm, only, name };
run.SetAction(async (parsed, _) =>
{
    await using var cluster = await Cluster.StartAsync(parsed.GetValue(keep));
    var report = await new Run(cluster, parsed.GetValue(size)!, parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(seconds)), TimeSpan.FromSeconds(parsed.GetValue(warm)), parsed.GetValue(only)).RunAsync();
    Console.WriteLine(string.Join('\n', report.Table));
    if (parsed.GetValue(name) is { } file)
    {
        Console.WriteLine(await Run.KeepAsync(report, file));
    }
    return 0;
});

var urls = new Option<string>("--urls") { Required = true };
var connection = new Option<string>("--connection") { Required = true };
var thin = new Command("thin", "Serves the thin handler; started by run.") { urls, connection };
thin.SetAction((parsed, _) => Thin.ServeAsync(parsed.GetValue(urls)!, parsed.GetValue(connection)!));

var rows = new Option<int>("--rows") { DefaultValueFactory = _ => 60_000 };
var import = new Command("import", "A large roster into SQLite.") { rows };
import.SetAction((parsed, _) => Alone.ImportAsync(parsed.GetValue(rows)));
var start = new Command("start", "The first start in an empty folder and later ones.");
start.SetAction((_, _) => Alone.StartAsync());

var histories = new Command("histories", "Every history of the world worked out anew.") { keep, size };
histories.SetAction(async (parsed, _) =>
{
    await using var cluster = await Cluster.StartAsync(parsed.GetValue(keep));
    await Histories.RunAsync(new World(cluster, parsed.GetValue(size)!));
});

return await new RootCommand("Measures Homeward.") { run, thin, import, start, histories }.Parse(args).InvokeAsync();
