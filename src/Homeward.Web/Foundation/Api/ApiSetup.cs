using System.Text.Json;
using System.Text.Json.Serialization;

namespace Homeward.Web.Foundation.Api;

/// <summary>The JSON API under <c>/api/v1</c>: strict camelCase, problem details, keys, ETags, and a document that describes it.</summary>
public static class ApiSetup
{
    public const string Prefix = "/api/v1";

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.AllowDuplicateProperties = false;
            options.SerializerOptions.Converters.Add(new MeasureKindConverter());
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddSingleton<ApiFaults>();
        services.AddScoped<IdempotentAnswers>();
        services.AddOpenApi("v1");
        return services;
    }

    /// <summary>The group that every feature hangs its routes on.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes) =>
        routes.MapGroup(Prefix).AddEndpointFilter<BodyLimits>().AddEndpointFilter<IdempotencyFilter>().DisableAntiforgery();
}
