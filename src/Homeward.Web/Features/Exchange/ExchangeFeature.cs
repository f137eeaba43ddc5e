using Homeward.Web.Features.Exchange.Applying;
using Homeward.Web.Features.Exchange.Exporting;

namespace Homeward.Web.Features.Exchange;

/// <summary>Tables in and out: rosters, screens, contacts, staff, units.</summary>
public static class ExchangeFeature
{
    // Transient where an import remembers what it looked up: the next one looks again.
    public static IServiceCollection AddExchange(this IServiceCollection services) => services
        .AddScoped<ImportSheet>()
        .AddScoped<RedrawLedgers>()
        .AddScoped<RosterClients>()
        .AddScoped<RosterMeasures>()
        .AddScoped<RosterMoves>()
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
        .AddTransient<ExportSheet>();
}
