using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.People;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision;

/// <summary><c>/former-files</c>: what the old office may still read of a case that has moved (rules R1.37).</summary>
static class FormerFilesApi
{
    public static void MapFormerFiles(this RouteGroupBuilder api)
    {
        api.MapGet("/former-files", ListAsync).Access(Permission.WriteMeasures, "formerFile").WithSummary("Files that have moved away and may still be read, the newest first.");
        api.MapGet("/former-files/{id:guid}", ReadAsync).Access(Permission.WriteMeasures, "formerFile").WithSummary("The legal part of a file as it stood on the day of the hand-over; read only, and the look is logged.");
    }

    static async Task<Ok<ApiList<ApiFormerFile>>> ListAsync(Db db, Keyring keys, ShanghaiClock clock, string? after, int? limit, CancellationToken ct)
    {
        var most = ApiRequests.Limit(limit);
        var today = clock.Today;
        var files = db.FormerFiles.AsNoTracking().Where(file => file.ReadableUntil >= today);
        if (after is not null)
        {
            var place = TimelinePlace.Read(after) ?? throw new ApiException(StatusCodes.Status400BadRequest, "api.after");
            files = files.Where(file => file.MovedOn < place.On || (file.MovedOn == place.On && file.Id.CompareTo(place.Id) < 0));
        }
        var rows = await files.OrderByDescending(file => file.MovedOn).ThenByDescending(file => file.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(new ApiList<ApiFormerFile>([.. rows.Take(most).Select(file => ApiFormerFile.Of(file, keys.Open(file.Name, SealedColumn.FormerFileName, file.Id), null))], rows.Count > most ? new TimelinePlace(rows[most - 1].MovedOn, rows[most - 1].Id).ToString() : null));
    }

    static async Task<Ok<ApiFormerFile>> ReadAsync(Guid id, FormerFiles files, CancellationToken ct)
    {
        var (file, name, content) = await files.OpenAsync(id, ct);
        return TypedResults.Ok(ApiFormerFile.Of(file, name, content));
    }
}

/// <summary>A file that has moved away; its content only where one is asked for.</summary>
public sealed record ApiFormerFile(Guid Id, Guid MeasureId, string Name, Guid UnitId, DateOnly MovedOn, DateOnly ReadableUntil, FormerContent? Content)
{
    public static ApiFormerFile Of(FormerFile file, string name, FormerContent? content) => new(file.Id, file.MeasureId, name, file.UnitId, file.MovedOn, file.ReadableUntil, content);
}
