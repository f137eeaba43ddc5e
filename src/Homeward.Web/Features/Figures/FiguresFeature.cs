using Homeward.Web.Components.Layout;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;
using static MudBlazor.Icons.Material;

namespace Homeward.Web.Features.Figures;

/// <summary>Numbers out of the records.</summary>
public static class FiguresFeature
{
    public static IServiceCollection AddFigures(this IServiceCollection services) => services
        .AddScoped<FigureReader>()
        .AddSingleton(new MenuEntry("figures.title", "/figures", Outlined.BarChart, "ui.menu-manage", 55) { Permission = nameof(Permission.ReadFigures) });

    public static void MapFigures(this RouteGroupBuilder api) =>
        api.MapGet("/figures/{name}", async (string name, FigureReader figures, CancellationToken ct) =>
            TypedResults.Ok(await figures.ReadAsync(name, ct) ?? throw new ApiException(StatusCodes.Status404NotFound, "api.unknown-figure")))
            .Access(Permission.ReadFigures, "figure").WithSummary("A figure by name: overdue-by-district, overdue-by-unit, clients-by-measure. Cells below 5 are suppressed for those outside the organisation.");
}
