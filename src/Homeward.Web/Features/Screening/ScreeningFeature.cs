using Homeward.Web.Components.Layout;
using Homeward.Web.Foundation.Access;
using static MudBlazor.Icons.Material;

namespace Homeward.Web.Features.Screening;

/// <summary>Drug tests: recording, confirming, annulling.</summary>
public static class ScreeningFeature
{
    public static IServiceCollection AddScreening(this IServiceCollection services) => services
        .AddSingleton<ScreenGrounds>()
        .AddScoped<RecordScreen>()
        .AddScoped<ChangeScreen>()
        .AddScoped<DisputeScreen>()
        .AddScoped<NoteScreen>()
        .AddScoped<ScreenDefaults>()
        .AddScoped<ScreenReader>()
        .AddScoped<ScreenFacts>()
        .AddSingleton(new MenuEntry("screening.menu", "/screening", Outlined.Science, "ui.menu-work", 30) { Permission = nameof(Permission.ReadClients), OnPhone = true });
}
