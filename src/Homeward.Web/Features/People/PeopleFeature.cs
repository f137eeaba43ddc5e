namespace Homeward.Web.Features.People;

/// <summary>Clients: search, file, contact persons, assignment, risk.</summary>
public static class PeopleFeature
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<NameIndex>()
        .AddScoped<SaveClient>()
        .AddScoped<ClientSearch>()
        .AddScoped<ClientTimeline>()
        .AddScoped<AssignClients>()
        .AddScoped<RevealClient>()
        .AddScoped<AssessRisk>();
}
