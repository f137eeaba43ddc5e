using Homeward.Web.Features.Trust;
using Homeward.Web.Foundation;

namespace Homeward.Web.Commands;

/// <summary>Starts the web application: brings the database up to date, fills an empty one with the demo world in Development, and listens.</summary>
static class Serve
{
    public static async Task<int> RunAsync(string[] args)
    {
        var app = Product.Build(args);
        await Startup.PrepareAsync(app.Services, app.Configuration, app.Environment, app.Lifetime.ApplicationStopping);
        await app.StartAsync();
        await InviteAsync(app);
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Printed, never logged: whoever holds the link makes the first administrator.</summary>
    static async Task InviteAsync(WebApplication app)
    {
        if (!app.Environment.IsProduction())
        {
            return;
        }
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().InviteAsync(app.Lifetime.ApplicationStopping) is { } secret)
        {
            Console.WriteLine("There is no account yet. This link makes the first security administrator, once and within 24 hours;");
            Console.WriteLine("put the site's own address in front where a proxy stands before it:");
            Console.WriteLine($"{app.Urls.FirstOrDefault()}/set-up?key={secret}");
        }
    }
}
