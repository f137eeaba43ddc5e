using Homeward.Web.Components.Layout;
using Homeward.Web.Foundation.Access;
using static MudBlazor.Icons.Material;

namespace Homeward.Web.Features.Casework;

/// <summary>Interviews, visits, calls and reports.</summary>
public static class CaseworkFeature
{
    public static IServiceCollection AddCasework(this IServiceCollection services) => services
        .AddScoped<RecordContact>()
        .AddSingleton<SettleByContact>()
        .AddScoped<ContactReader>()
        .AddSingleton(new MenuEntry("casework.menu", "/contacts", Outlined.Forum, "ui.menu-work", 40) { Permission = nameof(Permission.ReadClients), OnPhone = true });
}
