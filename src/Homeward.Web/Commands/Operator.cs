using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Commands;

/// <summary>The shell's way in: the same services as the pages, as the local operator.</summary>
sealed class Operator : IAsyncDisposable
{
    readonly ServiceProvider provider;
    readonly AsyncServiceScope scope;

    Operator(ServiceProvider provider)
    {
        this.provider = provider;
        scope = provider.CreateAsyncScope();
        Db = Startup.AsOperator(scope.ServiceProvider);
    }

    public Db Db { get; }

    public IServiceProvider Services => scope.ServiceProvider;

    public static Operator Open(params (string Key, string? Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = typeof(Operator).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(settings.Where(setting => setting.Value is not null).Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<IConfiguration>(builder.Configuration);
        builder.Services.AddSingleton<IHostEnvironment>(builder.Environment);
        builder.Services.AddSingleton(builder.Environment);
        Product.AddProduct(builder.Services, builder.Configuration);
        return new Operator(builder.Services.BuildServiceProvider());
    }

    /// <summary>Makes the database where there is none yet; an older one is left to <c>migrate</c>.</summary>
    public async Task ReadyAsync(CancellationToken ct)
    {
        if (!(await Db.Database.GetAppliedMigrationsAsync(ct)).Any())
        {
            await Db.BringUpToDateAsync(ct);
        }
    }

    /// <summary>Goes on as a user, within that user's units. Returns why not.</summary>
    public async Task<string?> ActAsAsync(string user, Permission permission, CancellationToken ct)
    {
        if (await Services.GetRequiredService<ActorSource>().ByNameAsync(user, ct) is not { } actor)
        {
            return $"There is no account {user}.";
        }
        if (!actor.May(permission))
        {
            return $"The account {user} may not do this ({permission}).";
        }
        Services.GetRequiredService<CurrentActor>().Set(actor);
        Db.Scope = actor.ScopeFor(permission, Services.GetRequiredService<UnitTree>());
        Db.Trail = actor.Trail(permission, null);
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await provider.DisposeAsync();
    }
}
