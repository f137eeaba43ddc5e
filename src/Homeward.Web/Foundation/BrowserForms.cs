using Homeward.Web.Components.Forms;
using Homeward.Web.Components.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Homeward.Web.Foundation;

/// <summary>Forms carry a token; one that has expired is answered with a page that says what to do.</summary>
public static class BrowserForms
{
    const string UrlEncoded = "application/x-www-form-urlencoded";

    public static IServiceCollection AddBrowserForms(this IServiceCollection services)
    {
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<IHostEnvironment>((options, environment) =>
        {
            var plain = environment.IsDevelopment();
            options.Cookie.Name = plain ? "homeward-form" : "__Host-homeward-form";
            options.Cookie.SecurePolicy = plain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }

    /// <summary>
    /// A NUL that came along with a pasted text is left out, like everything else in a text that nobody can see. Left alone, the framework can read no field of such a
    /// form, not even its token, and would answer a form that had expired. Whatever is sent in parts (multipart) is read as it is.
    /// </summary>
    public static IApplicationBuilder UsePlainForms(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.ContentType?.StartsWith(UrlEncoded, StringComparison.OrdinalIgnoreCase) == true)
        {
            context.Request.Body = new FormBody(context.Request.Body);
        }
        return next(context);
    });

    /// <summary>Stands after the antiforgery middleware. Left alone, the bare 400 would be sent as a POST into the not-found page, which throws again.</summary>
    public static IApplicationBuilder UseExpiredFormPage(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } ? AnswerExpired(context) : next(context));

    /// <summary>
    /// A form that its page no longer shows, since the record ended or changed meanwhile: what was typed is kept, and the page is shown anew and says so.
    /// Left alone, the framework answers a bare 400 in English.
    /// </summary>
    public static IApplicationBuilder UseGoneFormAnswer(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
            && context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            context.Response.OnStarting(() => context.Response.StatusCode == StatusCodes.Status400BadRequest && context.Features.Get<IExceptionHandlerFeature>() is null ? ShowAnewAsync(context) : Task.CompletedTask);
        }
        return next(context);
    });

    static async Task ShowAnewAsync(HttpContext context)
    {
        await DraftEndpoints.KeepOfExpiredAsync(context);
        context.RequestServices.GetRequiredService<BrowserSaid>().Refuse("ui.form-gone");
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = LocalAddress.Of(context.Request.Path + context.Request.QueryString);
    }

    static async Task AnswerExpired(HttpContext context)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }
        var isKept = await DraftEndpoints.KeepOfExpiredAsync(context);
        await new RazorComponentResult<FormExpired>(new { IsKept = isKept }) { StatusCode = StatusCodes.Status400BadRequest }.ExecuteAsync(context);
    }
}
