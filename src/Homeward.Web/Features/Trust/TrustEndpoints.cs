using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Homeward.Web.Features.Trust;

/// <summary>The posts of sign-in and sign-out that are no pages.</summary>
static class TrustEndpoints
{
    public static void MapTrust(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-out", SignOutAsync).Access(Permission.OwnAccount, "session");
        routes.MapPost("/account/sessions/{id:guid}/end", EndSessionAsync).Access(Permission.OwnAccount, "session");
        if (routes.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            routes.MapPost("/sign-in/demo", SignInDemoAsync).Access(Permission.Anyone, "session");
        }
    }

    static async Task<RedirectHttpResult> SignOutAsync(HttpContext context, [FromForm] IFormCollection form, Actor actor, EndSession end, SessionCookie cookie, BrowserSaid said)
    {
        if (actor.SessionId is { } session)
        {
            await end.RunAsync(session);
        }
        cookie.Remove(context);
        said.Say("trust.signed-out");
        return TypedResults.LocalRedirect("/sign-in");
    }

    static async Task<RedirectHttpResult> EndSessionAsync(Guid id, [FromForm] IFormCollection form, EndSession end, BrowserSaid said)
    {
        await end.RunAsync(id);
        said.Say("trust.session-ended");
        return TypedResults.LocalRedirect("/account");
    }

    static async Task<RedirectHttpResult> SignInDemoAsync(HttpContext context, [FromForm] string userName, [FromForm] string? returnUrl, SignIn signIn)
    {
        var broken = await signIn.RunAsync(context, userName, DemoAccounts.Password, null);
        return TypedResults.LocalRedirect(broken.Count == 0 ? LocalAddress.Of(returnUrl) : "/sign-in");
    }
}
