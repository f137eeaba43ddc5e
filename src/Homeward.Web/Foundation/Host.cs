using Homeward.Web.Features.Trust;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;

namespace Homeward.Web.Foundation;

/// <summary>Puts the product together: it only opens the doors of the features.</summary>
static class Host
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(Host).Assembly.GetName().Name });
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = 64L << 20;
        });
        AddProduct(builder.Services, builder.Configuration);
        var app = builder.Build();
        app.UseScreens();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapScreens();
        return app;
    }

    /// <summary>The services behind the pages and behind the shell alike.</summary>
    public static IServiceCollection AddProduct(IServiceCollection services, IConfiguration configuration) => services
        .AddStorage(configuration)
        .AddAccess()
        .AddScreens()
        .AddTrust();
}
