using Homeward.Domain.Campaigns;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;

namespace Homeward.Web.Features.Campaigns;

/// <summary>Reads from the address which persons of a campaign are asked for; page and export alike.</summary>
static class CampaignAsked
{
    public static CampaignFilter Filter(BrowserQuery query, Actor actor) => new()
    {
        Item = query.Choice<CampaignItem>("item"),
        Done = query.OneOf("done", ["yes", "no"], "") switch { "yes" => true, "no" => false, _ => null },
        UnitId = query.Id("unit"),
        WorkerId = query.OneOf("whose", ["mine"], "") == "mine" ? actor.StaffId : null,
        Left = query.OneOf("left", ["yes"], "") == "yes",
        After = query.Number("after", 0, 0),
    };
}
