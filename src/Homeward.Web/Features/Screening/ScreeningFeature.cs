namespace Homeward.Web.Features.Screening;

/// <summary>Drug tests: recording, confirming, annulling.</summary>
public static class ScreeningFeature
{
    public static IServiceCollection AddScreening(this IServiceCollection services) => services
        .AddScoped<RecordScreen>()
        .AddScoped<ChangeScreen>();
}
