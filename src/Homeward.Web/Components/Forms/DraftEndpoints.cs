using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Homeward.Web.Components.Forms;

/// <summary>Where the browser sends what is being typed, and where it is thrown away.</summary>
public static class DraftEndpoints
{
    /// <summary>Where a form goes back to after its draft was thrown away.</summary>
    public const string PageName = "_page";

    public static void MapDrafts(this IEndpointRouteBuilder routes)
    {
        var drafts = routes.MapGroup("/drafts").Access(Permission.OwnAccount, "draft");
        drafts.MapPost("", KeepAsync);
        drafts.MapPost("/discard", DiscardAsync);
    }

    /// <summary>
    /// A form that was sent after its session had run out: the secret in the cookie still tells whose it is, so what was typed is kept for that account.
    /// Nothing is shown for it. Answers where to go on after signing in again.
    /// </summary>
    public static async Task<string> KeepForNextSessionAsync(HttpContext context)
    {
        var request = context.Request;
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !IsFromHere(request))
        {
            return "/";
        }
        var services = context.RequestServices;
        if (await ReadAsync(request) is { } form && form.ContainsKey(FormDrafts.KeyName) && services.GetRequiredService<SessionCookie>().Read(context) is { } session
            && await services.GetRequiredService<ActorSource>().OwnerOfAsync(session.Id, session.Secret, context.RequestAborted) is { } account)
        {
            await services.GetRequiredService<FormDrafts>().KeepAsync(account, form);
        }
        return isPage ? request.Path + request.QueryString : "/";
    }

    /// <summary>A form whose token is void, sent by somebody who is signed in all the same. Answers whether it was kept.</summary>
    public static async Task<bool> KeepOfExpiredAsync(HttpContext context)
    {
        // The form may be read once its token is known to be void: it is only kept, nothing is done with it.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        var request = context.Request;
        if (!request.HasFormContentType || !IsFromHere(request) || !context.RequestServices.GetRequiredService<CurrentActor>().Actor.IsSignedIn)
        {
            return false;
        }
        if (await ReadAsync(request) is not { } form)
        {
            return false;
        }
        await context.RequestServices.GetRequiredService<FormDrafts>().KeepAsync(form);
        return form.ContainsKey(FormDrafts.KeyName);
    }

    /// <summary>Null where what came is no form: cut off, too large, or with characters that no form has.</summary>
    static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }

    /// <summary>The token of a form is void without its session; a browser that says where it comes from must say: from here.</summary>
    static bool IsFromHere(HttpRequest request) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);

    static async Task<NoContent> KeepAsync([FromForm] IFormCollection form, FormDrafts drafts)
    {
        await drafts.KeepAsync(form);
        return TypedResults.NoContent();
    }

    static async Task<RedirectHttpResult> DiscardAsync([FromForm] IFormCollection form, FormDrafts drafts, BrowserSaid said)
    {
        await drafts.RemoveAsync(form[FormDrafts.KeyName].ToString());
        said.Say("ui.draft-discarded");
        return TypedResults.LocalRedirect(LocalAddress.Of(form[PageName].ToString()));
    }
}
