using System.IO.Compression;
using Homeward.Web.Components;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Components.Layout;
using Microsoft.AspNetCore.Diagnostics;
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
        services.AddScoped<SoughtText>();
        services.AddScoped<BrowserQuery>();
        services.AddScoped<BrowserSaid>();
        services.AddScoped<Menu>();
        services.AddScoped<FormDrafts>();
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
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            StatusCodeSelector = fault => fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UsePlainForms();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            if (IsForPrograms(context.Request.Path) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }
            return next(context);
        });
        app.UseResponseCompression();
        return app;
    }

    public static WebApplication MapScreens(this WebApplication app)
    {
        app.UseAntiforgery();
        app.UseExpiredFormPage();
        app.UseGoneFormAnswer();
        app.MapStaticAssets().Access(Permission.Anyone, "asset");
        app.MapBrowserPreferences();
        SoughtText.Map(app);
        app.MapRazorComponents<App>();
        return app;
    }

    // Programs are answered with a bare status or problem details, never with a page.
    static bool IsForPrograms(PathString path) => path.StartsWithSegments("/api/v1") || path.StartsWithSegments("/health") || path.StartsWithSegments("/openapi");
}
