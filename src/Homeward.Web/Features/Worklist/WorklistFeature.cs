namespace Homeward.Web.Features.Worklist;

/// <summary>What is due, overdue and coming.</summary>
public static class WorklistFeature
{
    public static IServiceCollection AddWorklist(this IServiceCollection services) => services
        .AddScoped<PlanObligations>()
        .AddScoped<SettleByRecord>()
        .AddScoped<ExcuseObligation>();
}
