namespace Homeward.Web.Features.Casework;

/// <summary>Interviews, visits, calls and reports.</summary>
public static class CaseworkFeature
{
    public static IServiceCollection AddCasework(this IServiceCollection services) => services
        .AddScoped<RecordContact>();
}
