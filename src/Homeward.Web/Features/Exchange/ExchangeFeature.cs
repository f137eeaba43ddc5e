using Homeward.Web.Components.Layout;
using Homeward.Web.Features.Exchange.Applying;
using Homeward.Web.Features.Exchange.Exporting;
using Homeward.Web.Features.Exchange.Runs;
using Homeward.Web.Foundation.Access;
using static MudBlazor.Icons.Material;

namespace Homeward.Web.Features.Exchange;

/// <summary>Tables in and out: rosters, screens, contacts, staff, units.</summary>
public static class ExchangeFeature
{
    // Transient where an import remembers what it looked up: the next one looks again.
    public static IServiceCollection AddExchange(this IServiceCollection services) => services
        .AddScoped<ImportSheet>()
        .AddScoped<RosterClients>()
        .AddScoped<RosterMeasures>()
        .AddScoped<RosterMoves>()
        .AddScoped<RosterRisks>()
        .AddTransient<KnownUnits>()
        .AddTransient<KnownClients>()
        .AddTransient<KnownWorkers>()
        .AddTransient<RosterImport>()
        .AddTransient<ScreenImport>()
        .AddTransient<ContactImport>()
        .AddTransient<StaffImport>()
        .AddTransient<UnitImport>()
        .AddTransient<RosterExport>()
        .AddTransient<RecordExport>()
        .AddTransient<OrganisationExport>()
        .AddTransient<ExportSheet>()
        .AddScoped<ImportRuns>()
        .AddSingleton<ImportQueue>()
        .AddHostedService<ImportWork>()
        .AddSingleton(new MenuEntry("exchange.import", "/imports", Outlined.UploadFile, "ui.menu-manage", 80) { Permission = nameof(Permission.Import) });
}
