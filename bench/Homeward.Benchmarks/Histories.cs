using System.Diagnostics;
using Homeward.Data;
using Homeward.Data.Policies;
using Homeward.Data.Scoping;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Worklist;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Benchmarks;

/// <summary>Works out every history of a world anew: state, windows, counters, deadlines and the plan of obligations. Reading the records is told apart.</summary>
static class Histories
{
    const int AtOnce = 2000;

    public static async Task RunAsync(World world)
    {
        await world.EnsureAsync();
        await using var db = new PostgresDb(Databases.Postgres(world.PastTheWalls)) { Scope = Scope.Everything };
        var pack = PolicyPacks.Embedded.For(null, day);
        var whole = Stopwatch.StartNew();
        var took = new List<double>();
        var (windows, obligations, after) = (0, 0, Guid.Empty);
        while (true)
        {
            var clients = await db.Clients.AsNoTracking().Where(client => client.Id > after).OrderBy(client => client.Id).Take(AtOnce).ToListAsync();
            if (clients is not [.., { Id: var last }])
            {
                break;
            }
            var from = after;
            var measures = (await db.Measures.AsNoTracking().Include(measure => measure.Acts).Where(measure => measure.ClientId > from && measure.ClientId <= last).ToListAsync()).ToLookup(measure => measure.ClientId);
            var screens = (await db.Screens.AsNoTracking().Where(screen => screen.ClientId > from && screen.ClientId <= last).ToListAsync()).ToLookup(screen => screen.ClientId);
            var risks = (await db.RiskRecords.AsNoTracking().Where(risk => risk.ClientId > from && risk.ClientId <= last).ToListAsync()).ToLookup(risk => risk.ClientId);
            foreach (var client in clients)
            {
                foreach (var measure in measures[client.Id])
                {
                    var started = Stopwatch.GetTimestamp();
                    windows += MeasureClock.StateOf(measure.History(client.Sex, measure.Own(screens[client.Id])), pack, day).Windows.Count;
                    obligations += PlanObligations.Planned(client, measure, risks[client.Id], [.. screens[client.Id].SelectMany(WorkRecord.Of)], pack, day).Obligations.Count;
                    took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
            }
            after = last;
        }
        took.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"{took.Count} histories ({windows} windows, {obligations} obligations): {took.Sum() / 1000:0.0} s worked out, {whole.Elapsed.TotalSeconds:0.0} s with reading; one takes {took[took.Count / 2]:0.000} ms at the median, {took[took.Count * 99 / 100]:0.000} ms at the 99th percentile"));
    }

    static readonly DateOnly day = DateOnly.Parse(Product.Day, System.Globalization.CultureInfo.InvariantCulture);
}
