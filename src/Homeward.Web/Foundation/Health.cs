using Homeward.Data;
using Homeward.Web.Foundation.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Homeward.Web.Foundation;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the database answers too.</summary>
static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").Access(Permission.Anyone, "health");
        health.MapGet("/live", () => TypedResults.Text("live"));
        health.MapGet("/ready", ReadyAsync);
    }

    static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> ReadyAsync(Db db, CancellationToken ct) =>
        await db.Database.CanConnectAsync(ct) ? TypedResults.Text("ready") : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
}
