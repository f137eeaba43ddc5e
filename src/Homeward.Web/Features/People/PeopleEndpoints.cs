using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Homeward.Web.Features.People;

/// <summary>The posts of the client pages that are no pages themselves.</summary>
static class PeopleEndpoints
{
    public static void MapPeoplePages(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/people/{id:guid}/persons/{person:guid}/end", EndPersonAsync).Access(Permission.WriteClients, "contactPerson");

    static async Task<RedirectHttpResult> EndPersonAsync(Guid id, Guid person, [FromForm] IFormCollection form, SavePerson operation, BrowserSaid said, CancellationToken ct)
    {
        await operation.EndAsync(id, person, ct);
        said.Say("people.person-ended-said");
        return TypedResults.LocalRedirect($"/people/{id}/persons");
    }
}
