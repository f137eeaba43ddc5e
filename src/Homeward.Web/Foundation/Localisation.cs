using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;

namespace Homeward.Web.Foundation;

/// <summary>Chinese first, English by choice: the cookie decides, never the browser's Accept-Language.</summary>
public static class Localisation
{
    public const string CultureCookie = "homeward-culture";

    public static IReadOnlyList<CultureInfo> Cultures { get; } = [WithIsoDays(Words.Chinese), WithIsoDays(Words.English)];

    public static IServiceCollection AddLocalisation(this IServiceCollection services)
    {
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Cultures[0]);
            options.SupportedCultures = [.. Cultures];
            options.SupportedUICultures = [.. Cultures];
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = CultureCookie }];
        });
        // Without this every Chinese character leaves as a six-byte escape.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(provider => Words.Load(missingThrows: !provider.GetRequiredService<IHostEnvironment>().IsProduction()));
        return services;
    }

    static CultureInfo WithIsoDays(string name)
    {
        var culture = new CultureInfo(name, useUserOverride: false);
        culture.DateTimeFormat.ShortDatePattern = "yyyy-MM-dd";
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        culture.DateTimeFormat.LongTimePattern = "HH:mm:ss";
        return culture;
    }
}
