using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Policies;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Web.Commands.Demo;
using Homeward.Web.Foundation.Storage;

namespace Homeward.Web.Foundation;

/// <summary>What happens before the first request: the policies are read, then migrations, and the demo world of Development.</summary>
static class Startup
{
    /// <exception cref="PolicyFaultException">A policy pack is not right: nothing has been touched, and nothing is counted by half a policy.</exception>
    public static async Task PrepareAsync(IServiceProvider services, IConfiguration configuration, IHostEnvironment environment, CancellationToken ct)
    {
        services.GetRequiredService<PolicyPacks>();
        await using var scope = services.CreateAsyncScope();
        var db = AsOperator(scope.ServiceProvider);
        await db.BringUpToDateAsync(ct);
        if (environment.IsProduction() && await RowSecurity.IsPassedAsync(db, ct))
        {
            services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Startup)).LogWarning(RowSecurity.PassedWarning);
        }
        if (environment.IsDevelopment() && configuration["Homeward:Demo"] != "none")
        {
            await FillAsync(scope.ServiceProvider, db, ct);
        }
    }

    /// <summary>An empty database gets the small world as of today, so that a newcomer finds Today alive; setting <c>Homeward:Demo</c> to <c>none</c> leaves it empty.</summary>
    static async Task FillAsync(IServiceProvider services, Db db, CancellationToken ct)
    {
        var world = new DemoWorld(db, services.GetRequiredService<Keyring>(), services.GetRequiredService<PolicyPacks>());
        if (!await world.IsEmptyAsync(ct))
        {
            return;
        }
        var clock = services.GetRequiredService<ShanghaiClock>();
        var order = DemoOrder.On(clock.Today, DemoSize.Station);
        order = order with { Latest = clock.Now < order.Latest ? clock.Now : order.Latest };
        var summary = await world.FillAsync(order, (_, _) => { }, ct);
        services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Startup)).LogInformation("Made a demo world: {Summary}", summary);
    }

    /// <summary>The database as the local operator sees it: everything, audited under that name.</summary>
    public static Db AsOperator(IServiceProvider services) => As(Trail.Operator, services);

    /// <summary>The database as a job of the product sees it: everything, audited as nobody's doing but the product's own.</summary>
    public static Db AsProduct(IServiceProvider services) => As(Trail.Product, services);

    static Db As(Trail trail, IServiceProvider services)
    {
        var db = services.GetRequiredService<Db>();
        db.Scope = Scope.Everything;
        db.Trail = trail;
        return db;
    }
}
