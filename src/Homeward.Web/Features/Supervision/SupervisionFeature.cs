namespace Homeward.Web.Features.Supervision;

/// <summary>Legal measures and what happens to them.</summary>
public static class SupervisionFeature
{
    public static IServiceCollection AddSupervision(this IServiceCollection services) => services
        .AddScoped<SaveMeasure>();
}
