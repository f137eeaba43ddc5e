using Homeward.Web.Components.Layout;
using Homeward.Web.Features.Papers.Batches;
using Homeward.Web.Features.Papers.Dossiers;
using Homeward.Web.Features.Papers.Making;
using Homeward.Web.Features.Papers.OwnTemplates;
using Homeward.Web.Features.Papers.Rendering;
using Homeward.Web.Features.Papers.Scanning;
using Homeward.Web.Foundation.Access;
using static MudBlazor.Icons.Material;

namespace Homeward.Web.Features.Papers;

/// <summary>The papers that the work needs: made from templates, numbered, printed, served.</summary>
public static class PapersFeature
{
    public static IServiceCollection AddPapers(this IServiceCollection services) => services
        .AddSingleton<PaperFonts>()
        .AddSingleton<PaperPdf>()
        .AddScoped<TakeNumber>()
        .AddScoped<PaperGathering>()
        .AddScoped<MakePaper>()
        .AddScoped<ServePaper>()
        .AddScoped<VoidPaper>()
        .AddScoped<PaperReader>()
        .AddScoped<PaperList>()
        .AddScoped<DossierReader>()
        .AddScoped<ReleaseFileReader>()
        .AddScoped<EvidencePackReader>()
        .AddScoped<NoticesOfWeek>()
        .AddScoped<MakeBatch>()
        .AddScoped<AttachScan>()
        .AddScoped<TemplateChoice>()
        .AddScoped<TakeTemplate>()
        .AddSingleton(new MenuEntry("papers.templates", "/papers/templates", Outlined.Article, "ui.menu-manage", 85) { Permission = nameof(Permission.WriteTemplates) })
        .AddSingleton(new MenuEntry("papers.menu", "/papers", Outlined.Description, "ui.menu-work", 45) { Permission = nameof(Permission.ReadPapers) });
}
