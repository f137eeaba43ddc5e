using Homeward.Web.Components.Layout;
using Homeward.Web.Features.Supervision.Releases;
using Homeward.Web.Features.Supervision.Teams;
using Homeward.Web.Foundation.Access;
using static MudBlazor.Icons.Material;

namespace Homeward.Web.Features.Supervision;

/// <summary>Legal measures and what happens to them.</summary>
public static class SupervisionFeature
{
    public static IServiceCollection AddSupervision(this IServiceCollection services) => services
        .AddScoped<SaveMeasure>()
        .AddScoped<AskForTransfer>()
        .AddScoped<AnswerTransfer>()
        .AddScoped<FormerFiles>()
        .AddScoped<MeasureReader>()
        .AddScoped<MeasureRegister>()
        .AddScoped<CertifyClean>()
        .AddScoped<JoinTeam>()
        .AddScoped<TeamReader>()
        .AddScoped<AnnounceRelease>()
        .AddScoped<ReceiveRelease>()
        .AddScoped<LinkRelease>()
        .AddScoped<FollowRelease>()
        .AddScoped<ReleaseObligations>()
        .AddScoped<ReleaseReader>()
        .AddSingleton(new MenuEntry("supervision.menu", "/measures", Outlined.Gavel, "ui.menu-work", 25) { Permission = nameof(Permission.WriteMeasures) })
        .AddSingleton(new MenuEntry("supervision.menu-transfers", "/transfers", Outlined.MoveToInbox, "ui.menu-work", 26) { Permission = nameof(Permission.WriteMeasures) })
        .AddSingleton(new MenuEntry("release.menu", "/releases/calendar", Outlined.DoorFront, "ui.menu-work", 27) { Permission = nameof(Permission.ReadReleases) });
}
