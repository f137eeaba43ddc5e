using Homeward.Web.Components.Layout;
using Homeward.Web.Foundation.Access;
using static MudBlazor.Icons.Material;

namespace Homeward.Web.Features.Risk;

/// <summary>Risk classification: the template, assessments, and the second person.</summary>
public static class RiskFeature
{
    public static IServiceCollection AddRisk(this IServiceCollection services) => services
        .AddScoped<RiskTemplates>()
        .AddScoped<RiskEvidence>()
        .AddScoped<RiskReader>()
        .AddScoped<AssessRisk>()
        .AddScoped<AnswerRisk>()
        .AddSingleton(new MenuEntry("risk.menu-changes", "/risk-changes", Outlined.HowToReg, "ui.menu-work", 27) { Permission = nameof(Permission.ConfirmRisk) })
        .AddSingleton(new MenuEntry("risk.menu-template", "/risk-template", Outlined.Balance, "ui.menu-manage", 84) { Permission = nameof(Permission.WriteRiskTemplate) });
}
