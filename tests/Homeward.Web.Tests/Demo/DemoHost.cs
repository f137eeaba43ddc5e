using System.Globalization;
using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Policies;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Web.Commands.Demo;
using Homeward.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Homeward.Web.Tests.Demo;

/// <summary>The real host on a database of its own, without a world.</summary>
public sealed class DemoHost : IAsyncDisposable
{
    readonly WebApplicationFactory<Program> factory;

    public DemoHost(string connection, string folder)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-23T02:00:00Z", CultureInfo.InvariantCulture));
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Testing");
            builder.UseSetting("ConnectionStrings:Homeward", connection);
            builder.UseSetting("Homeward:Keys", Path.Combine(folder, Guid.CreateVersion7() + ".json"));
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(clock));
        });
    }

    public async Task<T> WithDbAsync<T>(Func<Db, IServiceProvider, Task<T>> work)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Scope = Scope.Everything;
        db.Trail = Trail.Operator;
        return await work(db, scope.ServiceProvider);
    }

    public Task<T> WithDbAsync<T>(Func<Db, Task<T>> work) => WithDbAsync((db, _) => work(db));

    public Task<DemoSummary> FillAsync(DemoSize size = DemoSize.Station, ulong seed = DemoOrder.UsualSeed) => WithDbAsync(async (db, services) =>
    {
        var world = new DemoWorld(db, services.GetRequiredService<Keyring>(), services.GetRequiredService<PolicyPacks>());
        Assert.Null(await world.WhyNotAsync(CancellationToken.None));
        return await world.FillAsync(DemoOrder.On(Home.Today, size, seed), (_, _) => { }, CancellationToken.None);
    });

    public ValueTask DisposeAsync() => factory.DisposeAsync();
}

/// <summary>A station world, made once for a class of tests, and room for more databases.</summary>
public abstract class DemoHome : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("homeward-demo-").FullName;
    readonly List<DemoHost> hosts = [];

    public DemoHost Station { get; private set; } = null!;

    public DemoSummary Summary { get; private set; } = null!;

    protected string Folder => folder;

    public async ValueTask InitializeAsync()
    {
        Station = await NewAsync();
        Summary = await Station.FillAsync();
    }

    public async Task<DemoHost> NewAsync()
    {
        var host = new DemoHost(await NewDatabaseAsync(), folder);
        hosts.Add(host);
        return host;
    }

    protected abstract Task<string> NewDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

public sealed class SqliteDemoHome : DemoHome
{
    protected override Task<string> NewDatabaseAsync() => Task.FromResult($"Data Source={Path.Combine(Folder, Guid.CreateVersion7() + ".db")}");
}

public sealed class PostgresDemoHome : DemoHome
{
    protected override Task<string> NewDatabaseAsync() => PostgresCluster.NewDatabaseAsync();
}
