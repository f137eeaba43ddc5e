using System.Text;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Domain.Papers;
using Homeward.Web.Features.Papers.Making;

namespace Homeward.Web.Commands.Demo;

/// <summary>The first organisation has a template of its own since today: its name stands above the help plan.</summary>
static class DemoTemplates
{
    public static PaperTemplate Of(DemoOrder order, DemoUnits units, Guid officeId)
    {
        var owner = units.All.First(unit => unit.Level == UnitLevel.Organisation);
        var text = PaperTemplates.TextOf(PaperTemplates.Newest(PaperKind.HelpPlan)).Replace("{{unit}}", "{{organisation}} {{unit}}", StringComparison.Ordinal);
        var id = Dice.For(order.Seed, "templates").Id(order.AsOf);
        return new PaperTemplate(id, owner.Id, PaperKind.HelpPlan, 1, TemplateFormat.Html, Encoding.UTF8.GetBytes(text), new EntryNote(id, officeId, Instants.At(order.AsOf, 8 * 60), order.AsOf));
    }
}
