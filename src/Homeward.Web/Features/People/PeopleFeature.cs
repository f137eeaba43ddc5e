using Homeward.Web.Components.Layout;
using Homeward.Web.Foundation.Access;
using static MudBlazor.Icons.Material;

namespace Homeward.Web.Features.People;

/// <summary>Clients: search, file, contact persons, assignment.</summary>
public static class PeopleFeature
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<NameIndex>()
        .AddSingleton<ClientById>()
        .AddScoped<SaveClient>()
        .AddScoped<ClientSearch>()
        .AddScoped<ClientTimeline>()
        .AddScoped<AssignClients>()
        .AddScoped<Workers>()
        .AddScoped<RevealClient>()
        .AddScoped<ClientBriefs>()
        .AddScoped<ClientFileReader>()
        .AddScoped<ClientStory>()
        .AddScoped<ClientList>()
        .AddScoped<ClientMatches>()
        .AddScoped<SavePerson>()
        .AddSingleton(new MenuEntry("people.menu", "/people", Outlined.People, "ui.menu-work", 20) { Permission = nameof(Permission.ReadClients), OnPhone = true });
}
