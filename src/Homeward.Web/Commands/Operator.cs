using Homeward.Data;
using Homeward.Web.Foundation;

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

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await provider.DisposeAsync();
    }
}
