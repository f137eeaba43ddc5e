using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Papers;
using Homeward.Web.Foundation.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.Scanning;

/// <summary>The file of a scan: opened for whoever may read the client, kept by no cache, logged, and never shown inside a page of ours.</summary>
static class ScanEndpoints
{
    public static void MapScans(this IEndpointRouteBuilder routes) => routes.MapGet("/scans/{id:guid}/file", FileAsync).Access(Permission.ReadClients, "scan");

    public static async Task<FileContentHttpResult> FileAsync(Guid id, Db db, Keyring keys, HttpContext context, CancellationToken ct)
    {
        var scan = await db.Scans.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, ct) ?? throw new NotFoundException();
        var bytes = keys.OpenBytes(scan.Content, SealedColumn.ScanContent, scan.Id);
        db.Audit("scan.open", nameof(Scan), id, scan.ClientId);
        await db.SaveChangesAsync(ct);
        context.Response.Headers.CacheControl = "no-store";
        var ending = scan.Format == ScanFormat.Pdf ? "pdf" : "jpg";
        return TypedResults.File(bytes, scan.Format == ScanFormat.Pdf ? PapersEndpoints.Pdf : "image/jpeg", $"{(int)scan.Slot:00}-{scan.On:yyyyMMdd}.{ending}");
    }
}
