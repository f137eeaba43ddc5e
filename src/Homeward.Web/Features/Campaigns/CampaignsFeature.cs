using Homeward.Web.Components.Layout;
using Homeward.Web.Foundation.Access;
using static MudBlazor.Icons.Material;

namespace Homeward.Web.Features.Campaigns;

/// <summary>Key dates: a slice of the caseload with a checklist, progress and a closing report.</summary>
public static class CampaignsFeature
{
    public static IServiceCollection AddCampaigns(this IServiceCollection services) => services
        .AddScoped<CampaignReader>()
        .AddScoped<OpenCampaign>()
        .AddScoped<CloseCampaign>()
        .AddScoped<MarkEntry>()
        .AddSingleton(new MenuEntry("campaigns.menu", "/campaigns", Outlined.EventAvailable, "ui.menu-work", 35) { Permission = nameof(Permission.ReadClients) });
}
