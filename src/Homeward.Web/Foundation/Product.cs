using Homeward.Data.Policies;
using Homeward.Web.Features.Casework;
using Homeward.Web.Features.Exchange;
using Homeward.Web.Features.People;
using Homeward.Web.Features.Screening;
using Homeward.Web.Features.Supervision;
using Homeward.Web.Features.Trust;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;

namespace Homeward.Web.Foundation;

/// <summary>Puts the product together: it only opens the doors of the features.</summary>
static class Product
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(Product).Assembly.GetName().Name });
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
        app.MapTrust();
        app.MapWorklist();
        app.MapExchange();
        app.MapHealth();
        return app;
    }

    /// <summary>The services behind the pages and behind the shell alike.</summary>
    public static IServiceCollection AddProduct(IServiceCollection services, IConfiguration configuration) => services
        .AddStorage(configuration)
        .AddSingleton(_ => PolicyPacks.Load(configuration["Homeward:Policies"] is { Length: > 0 } folder ? folder : null))
        .AddAccess()
        .AddScreens()
        .AddTrust()
        .AddPeople()
        .AddSupervision()
        .AddScreening()
        .AddCasework()
        .AddWorklist()
        .AddExchange();
}
