using Homeward.Web.Components.Layout;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using static MudBlazor.Icons.Material;

namespace Homeward.Web.Features.Organisation;

/// <summary>Units in their two trees, staff, and who holds which role.</summary>
public static class OrganisationFeature
{
    public static IServiceCollection AddOrganisation(this IServiceCollection services) => services
        .AddScoped<SaveUnit>()
        .AddScoped<SaveStaff>()
        .AddScoped<SaveGrant>()
        .AddScoped<UnitChoices>()
        .AddSingleton(new MenuEntry("organisation.title", "/organisation", Outlined.AccountTree, "ui.menu-manage", 60) { Permission = nameof(Permission.ReadOrganisation) })
        .AddSingleton(new MenuEntry("organisation.staff-title", "/staff", Outlined.Badge, "ui.menu-manage", 70) { Permission = nameof(Permission.ReadOrganisation) })
        .AddSingleton(new MenuEntry("organisation.grants", "/grants", Outlined.AdminPanelSettings, "ui.menu-trust", 90) { Permission = nameof(Permission.WriteGrants) });

    public static void MapOrganisation(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/grants/{id:guid}/end", EndGrantAsync).Access(Permission.WriteGrants, "grant");

    static async Task<RedirectHttpResult> EndGrantAsync(Guid id, [FromForm] int version, SaveGrant save, BrowserSaid said, CancellationToken ct)
    {
        await save.EndAsync(id, version, ct);
        said.Say("organisation.grant-ended");
        return TypedResults.LocalRedirect("/grants");
    }
}
