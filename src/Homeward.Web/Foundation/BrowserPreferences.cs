using Homeward.Web.Foundation.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Homeward.Web.Foundation;

/// <summary>Language and theme: two cookies, each set by a form of the top bar.</summary>
public static class BrowserPreferences
{
    public const string ThemeCookie = "homeward-theme";
    public const string Dark = "dark";
    public const string Light = "light";

    public static string ThemeOf(HttpContext? context) => context?.Request.Cookies[ThemeCookie] is Dark ? Dark : Light;

    public static void MapBrowserPreferences(this IEndpointRouteBuilder routes)
    {
        var preferences = routes.MapGroup("/preferences").Access(Permission.Anyone, "preference");
        preferences.MapPost("/culture", SetCulture);
        preferences.MapPost("/theme", SetTheme);
    }

    static RedirectHttpResult SetCulture([FromForm] string culture, [FromForm] string returnUrl, HttpContext context)
    {
        if (culture is Words.Chinese or Words.English)
        {
            Keep(context, Localisation.CultureCookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)));
        }
        return BackTo(returnUrl);
    }

    static RedirectHttpResult SetTheme([FromForm] string theme, [FromForm] string returnUrl, HttpContext context)
    {
        Keep(context, ThemeCookie, theme is Dark ? Dark : Light);
        return BackTo(returnUrl);
    }

    static RedirectHttpResult BackTo(string url) => TypedResults.LocalRedirect(LocalAddress.Of(url));

    static void Keep(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365),
        IsEssential = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    });
}
