using Homeward.Web.Components.Layout;
using Homeward.Web.Foundation.Access;
using static MudBlazor.Icons.Material;

namespace Homeward.Web.Features.Worklist;

/// <summary>What is due, overdue and coming.</summary>
public static class WorklistFeature
{
    public static IServiceCollection AddWorklist(this IServiceCollection services) => services
        .AddScoped<PlanObligations>()
        .AddSingleton<Lateness>()
        .AddSingleton<NoticeCalls>()
        .AddScoped<RedrawLedgers>()
        .AddScoped<FollowPolicy>()
        .AddHostedService<PolicyWork>()
        .AddScoped<ExcuseObligation>()
        .AddScoped<WorklistReader>()
        .AddScoped<WorklistAsked>()
        .AddScoped<WorklistCountsOfRequest>()
        .AddScoped<PlanGaps>()
        .AddScoped<ReopenObligation>()
        .AddScoped<KeptViews>()
        .AddSingleton(new MenuEntry("worklist.menu", "/", Outlined.Today, "ui.menu-work", 10) { Permission = nameof(Permission.ReadWorklist), OnPhone = true, Count = OverdueAsync });

    static Task<int> OverdueAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<WorklistCountsOfRequest>().OverdueAsync(new WorklistFilter { ResponsibleId = services.GetRequiredService<WorklistAsked>().Leads ? null : services.GetRequiredService<Actor>().StaffId }, ct);
}
