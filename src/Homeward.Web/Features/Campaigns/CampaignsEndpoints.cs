using Homeward.Data;
using Homeward.Data.Auditing;
using Homeward.Domain.Campaigns;
using Homeward.Web.Features.Exchange.Writing;
using Homeward.Web.Features.People;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Homeward.Web.Features.Campaigns;

/// <summary>Beside the pages: the list as a workbook, and the list brought up to date.</summary>
static class CampaignsEndpoints
{
    const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const int ExportMost = 5000;

    public static void MapCampaignPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/campaigns/{id:guid}/export", ExportAsync).Access(Permission.Export, "campaign");
        routes.MapPost("/campaigns/{id:guid}/refresh", RefreshAsync).Access(Permission.ManageCampaigns, "campaign");
    }

    /// <summary>Masked values of the list as it is filtered, with the filter and a notice of secrecy; audited before a byte leaves.</summary>
    static async Task<FileContentHttpResult> ExportAsync(
        Guid id, Db db, Actor actor, Words words, UnitTree units, BrowserQuery query, CampaignReader reader, ShanghaiClock clock, HttpContext context, CancellationToken ct)
    {
        var campaign = await reader.RequireAsync(id, ct);
        var persons = await reader.PersonsAsync(campaign, CampaignAsked.Filter(query, actor), ExportMost + 1, ct);
        db.Audit("campaign.export", $"{Math.Min(persons.Count, ExportMost)}", id, null);
        await db.SaveChangesAsync(ct);
        var filter = string.Join(' ', context.Request.Query.Select(pair => $"{pair.Key}={pair.Value}"));
        var notice = words["worklist.secrecy", filter.Length > 0 ? filter : words["worklist.all"], actor.DisplayName, clock.Local(clock.Now)];
        string[] notices = persons.Count > ExportMost ? [CampaignWords.Line(campaign, words, units), notice, words["worklist.export-cut", ExportMost]] : [CampaignWords.Line(campaign, words, units), notice];
        var asked = campaign.Asked.ToList();
        using var stream = new MemoryStream();
        using (var workbook = new WorkbookWriter(stream, Layout(campaign, asked, words, notices)))
        {
            foreach (var person in persons.Take(ExportMost))
            {
                workbook.Write(Cells(person, asked, words, units));
            }
        }
        return TypedResults.File(stream.ToArray(), Workbook, $"campaign-{clock.Today:yyyyMMdd}.xlsx");
    }

    static TableLayout Layout(Campaign campaign, IReadOnlyList<CampaignItem> asked, Words words, IReadOnlyList<string> notices) => new(
        words.Code("campaignKind", campaign.Kind),
        [words["campaigns.number"], words["people.name"], words["worklist.number"], words["people.unit"], words["people.responsible"], .. asked.Select(item => words.Code("campaignItem", item.ToString())), words["campaigns.joined-on"], words["campaigns.left"]])
    {
        Widths = [8, 12, 22, 20, 12, .. asked.Select(_ => 14), 12, 12],
        Notices = notices,
    };

    static object?[] Cells(CampaignPerson person, IReadOnlyList<CampaignItem> asked, Words words, UnitTree units) =>
    [
        person.Row.Number, Masks.Name(person.Brief.Name), person.Brief.Number, units.NameOf(person.Row.UnitId), person.Worker ?? words["people.nobody"],
        .. asked.Select(item => Cell(person.Row, item, words)), person.Row.JoinedOn, person.Row.LeftOn,
    ];

    static object? Cell(CampaignRow row, CampaignItem item, Words words) => item is CampaignItem.Whereabouts or CampaignItem.Relief ? CampaignWords.Found(row, item, words) : row.On(item);

    static async Task<RedirectHttpResult> RefreshAsync(Guid id, [FromForm] int version, OpenCampaign campaigns, BrowserSaid said, CancellationToken ct)
    {
        await campaigns.RefreshAsync(id, version, ct);
        said.Say("campaigns.refreshed");
        return TypedResults.LocalRedirect($"/campaigns/{id}");
    }
}
