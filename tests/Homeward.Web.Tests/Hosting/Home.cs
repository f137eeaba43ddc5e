using System.Globalization;
using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Scoping;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Homeward.Web.Tests.Hosting;

/// <summary>The real host on a private database, with a clock of its own and the small world of <see cref="TestWorld"/>.</summary>
public abstract class Home : IAsyncLifetime
{
    /// <summary>Today in every test: 23 November 2026, ten in the morning in Shanghai.</summary>
    public static readonly DateOnly Today = new(2026, 11, 23);

    readonly string folder = Directory.CreateTempSubdirectory("homeward-test-").FullName;
    WebApplicationFactory<Program>? factory;

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-11-23T02:00:00Z", CultureInfo.InvariantCulture));

    public TestWorld World { get; private set; } = null!;

    public IServiceProvider Services => factory!.Services;

    public string ConnectionString { get; private set; } = "";

    public string KeyFile => Path.Combine(folder, "keys.json");

    public string Folder => folder;

    protected abstract Task<string> NewDatabaseAsync(string folder);

    protected virtual Task<TestWorld> NewWorldAsync() => TestWorld.BuildAsync(this);

    protected virtual void Configure(IWebHostBuilder builder)
    {
    }

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await NewDatabaseAsync(folder);
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Testing");
            builder.UseSetting("ConnectionStrings:Homeward", ConnectionString);
            builder.UseSetting("Homeward:Keys", KeyFile);
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
            Configure(builder);
        });
        _ = factory.Server;
        await using (var scope = factory.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Db>().BringUpToDateAsync();
        }
        World = await NewWorldAsync();
    }

    /// <summary>A browser-like client: keeps cookies, follows no redirects.</summary>
    public HttpClient Browser() => factory!.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });

    /// <summary>A client of the API with the key of a user.</summary>
    public HttpClient Api(string user)
    {
        var client = Browser();
        client.DefaultRequestHeaders.Authorization = new("Bearer", World.Keys[user]);
        return client;
    }

    /// <summary>Works on the database as the local operator, past the front door: to arrange and to look.</summary>
    public async Task<T> WithDbAsync<T>(Func<Db, IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Scope = Scope.Everything;
        db.Trail = Trail.Operator;
        return await work(db, scope.ServiceProvider);
    }

    public Task<T> WithDbAsync<T>(Func<Db, Task<T>> work) => WithDbAsync((db, _) => work(db));

    public async ValueTask DisposeAsync()
    {
        if (factory is not null)
        {
            await factory.DisposeAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

public class SqliteHome : Home
{
    protected override Task<string> NewDatabaseAsync(string folder) => Task.FromResult($"Data Source={Path.Combine(folder, "homeward.db")}");
}

public class PostgresHome : Home
{
    protected override Task<string> NewDatabaseAsync(string folder) => PostgresCluster.NewDatabaseAsync();
}

/// <summary>A new installation: no unit, no account.</summary>
public sealed class EmptySqliteHome : SqliteHome
{
    protected override Task<TestWorld> NewWorldAsync() => Task.FromResult(new TestWorld());
}

/// <inheritdoc cref="EmptySqliteHome"/>
public sealed class EmptyPostgresHome : PostgresHome
{
    protected override Task<TestWorld> NewWorldAsync() => Task.FromResult(new TestWorld());
}
