using System.Security.Claims;
using System.Text.Encodings.Web;
using Homeward.Web.Components.Forms;
using Homeward.Web.Components.Layout;
using Homeward.Web.Foundation.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Homeward.Web.Foundation.Access;

/// <summary>Knows the caller by the session cookie, on the API by <c>Authorization: Bearer</c> alone; sets the request's <see cref="Actor"/>.</summary>
public sealed class Authentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, ActorSource source, CurrentActor current, SessionCookie cookie)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "homeward";
    const string Bearer = "Bearer ";
    const string OwnAccount = "/account";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var actor = await FindAsync();
        if (actor is null)
        {
            return AuthenticateResult.NoResult();
        }
        current.Set(actor);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, actor.AccountId.ToString()), new Claim(ClaimTypes.Name, actor.UserName), new Claim("name", actor.DisplayName)], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    /// <summary>The API takes a key alone: a browser sends its cookie along with whatever another page made it send.</summary>
    async Task<Actor?> FindAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (IsApi)
        {
            return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? await source.ByKeyAsync(header[Bearer.Length..].Trim()) : null;
        }
        return header.Length == 0 && cookie.Read(Context) is { } session ? await source.BySessionAsync(session.Id, session.Secret, Context.RequestAborted) : null;
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (IsApi)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers.WWWAuthenticate = "Bearer";
            return;
        }
        var target = HttpMethods.IsGet(Request.Method) ? Request.Path + Request.QueryString : await DraftEndpoints.KeepForNextSessionAsync(Context);
        Response.Redirect($"/sign-in?returnUrl={Uri.EscapeDataString(target)}");
    }

    /// <summary>The start page is the worklist; whoever has none starts at the first page of their own menu.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (HttpMethods.IsGet(Request.Method) && Request.Path == "/")
        {
            Response.Redirect(Context.RequestServices.GetRequiredService<Menu>().First()?.Href ?? OwnAccount);
            return Task.CompletedTask;
        }
        return base.HandleForbiddenAsync(properties);
    }

    /// <summary>However it is spelt: routes do not tell capitals apart.</summary>
    bool IsApi => Request.Path.StartsWithSegments(ApiSetup.Prefix, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The caller of this request; nobody until authentication has run.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; private set; } = Actor.Nobody;

    public void Set(Actor actor) => Actor = actor;
}
