using Homeward.Web.Foundation;

namespace Homeward.Web.Commands;

/// <summary>Starts the web application: brings the database up to date, fills an empty one with the demo world in Development, and listens.</summary>
static class Serve
{
    public static async Task<int> RunAsync(string[] args)
    {
        var app = Product.Build(args);
        await Startup.PrepareAsync(app.Services, app.Configuration, app.Environment, app.Lifetime.ApplicationStopping);
        await app.RunAsync();
        return 0;
    }
}
