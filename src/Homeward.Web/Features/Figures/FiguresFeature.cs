using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;

namespace Homeward.Web.Features.Figures;

/// <summary>Numbers out of the records; this issue brings the first ones.</summary>
public static class FiguresFeature
{
    public static IServiceCollection AddFigures(this IServiceCollection services) => services.AddScoped<FigureReader>();

    public static void MapFigures(this RouteGroupBuilder api) =>
        api.MapGet("/figures/{name}", async (string name, FigureReader figures, CancellationToken ct) =>
            TypedResults.Ok(await figures.ReadAsync(name, ct) ?? throw new ApiException(StatusCodes.Status404NotFound, "api.unknown-figure")))
            .Access(Permission.ReadFigures, "figure").WithSummary("A figure by name: overdue-by-district, overdue-by-unit, clients-by-measure. Cells below 5 are suppressed for those outside the organisation.");
}
