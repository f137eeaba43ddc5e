using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Screening;
using Homeward.Web.Foundation.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Screening;

/// <summary>The photo of a kit: opened for whoever may read the client, kept by no cache, and logged.</summary>
static class ScreeningEndpoints
{
    public static void MapScreeningPages(this IEndpointRouteBuilder routes) => routes.MapGet("/screening/{id:guid}/photo", PhotoAsync).Access(Permission.ReadClients, "screenPhoto");

    static async Task<FileContentHttpResult> PhotoAsync(Guid id, Db db, Keyring keys, HttpContext context, CancellationToken ct)
    {
        var photo = await db.ScreenPhotos.AsNoTracking().SingleOrDefaultAsync(found => found.ScreenId == id, ct) ?? throw new NotFoundException();
        db.Audit("screen.photo", nameof(ScreenPhoto), photo.Id, photo.ClientId);
        await db.SaveChangesAsync(ct);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(keys.OpenBytes(photo.Content, SealedColumn.ScreenPhoto, photo.Id), "image/jpeg");
    }
}
