using System.IO.Compression;
using Homeward.Web.Components;
using Homeward.Web.Components.Layout;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Homeward.Web.Foundation;

/// <summary>Everything that a page needs around it. Sign-in stands between the two halves: UseScreens, authentication, MapScreens.</summary>
public static class ScreenFoundation
{
    public static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddLocalisation();
        services.AddBrowserForms();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<MaySee>((_, _) => true);
        services.AddScoped<BrowserQuery>();
        services.AddScoped<BrowserSaid>();
        services.AddScoped<Menu>();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        return services;
    }

    /// <summary>Language first, so that even an error page speaks the reader's.</summary>
    public static WebApplication UseScreens(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseBrowserHeaders();
        app.UseWhen(IsForPeople, pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                CreateScopeForErrors = true,
                StatusCodeSelector = fault => fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            });
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        });
        app.UseResponseCompression();
        return app;
    }

    public static WebApplication MapScreens(this WebApplication app)
    {
        app.UseAntiforgery();
        app.UseExpiredFormPage();
        app.MapStaticAssets().AllowAnonymous();
        app.MapBrowserPreferences();
        app.MapRazorComponents<App>();
        return app;
    }

    static bool IsForPeople(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api/v1") && !context.Request.Path.StartsWithSegments("/health") && !context.Request.Path.StartsWithSegments("/openapi");
}
