using System.ComponentModel.DataAnnotations;
using Homeward.Data;
using Homeward.Domain.Campaigns;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Supervision;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Campaigns;

/// <summary><c>/campaigns</c>: key dates, their persons, and the closing report.</summary>
static class CampaignsApi
{
    public static void MapCampaigns(this RouteGroupBuilder api)
    {
        api.MapGet("/campaigns", ListAsync).Access(Permission.ReadClients, "campaign").WithSummary("Campaigns in sight, newest first.");
        api.MapPost("/campaigns", OpenAsync).Access(Permission.ManageCampaigns, "campaign").WithSummary("Opens a campaign; its list is drawn from the caseload at once.");
        api.MapGet("/campaigns/{id:guid}", ReadAsync).Access(Permission.ReadClients, "campaign").WithSummary("A campaign and how far each unit in scope has come.");
        api.MapGet("/campaigns/{id:guid}/persons", PersonsAsync).Access(Permission.ReadClients, "campaign").WithSummary("Its persons in scope by number; item, done (true or false) and unit narrow.");
        api.MapGet("/campaigns/{id:guid}/report", ReportAsync).Access(Permission.ManageCampaigns, "campaign").WithSummary("The closing report as it was kept, or as it would be today.");
        api.MapPost("/campaigns/{id:guid}/refresh", RefreshAsync).Access(Permission.ManageCampaigns, "campaign").WithSummary("Brings the list up to date. If-Match is obeyed where given.");
        api.MapPost("/campaigns/{id:guid}/close", CloseAsync).Access(Permission.ManageCampaigns, "campaign").WithSummary("Closes a campaign with its report. If-Match is obeyed where given.");
        api.MapPost("/campaign-entries/{id:guid}/mark", MarkAsync).Access(Permission.RecordContacts, "campaignEntry").WithSummary("Writes down whereabouts or relief of one person.");
    }

    static async Task<Ok<ApiList<ApiCampaign>>> ListAsync(CampaignReader reader, string? after, int? limit, CancellationToken ct)
    {
        var most = ApiRequests.Limit(limit);
        var campaigns = reader.Visible().AsNoTracking();
        if (after is not null)
        {
            var place = InstantPlace.Read(after) ?? throw new ApiException(StatusCodes.Status400BadRequest, "api.after");
            campaigns = campaigns.Where(campaign => campaign.EnteredAt < place.At || (campaign.EnteredAt == place.At && campaign.Id.CompareTo(place.Id) < 0));
        }
        var rows = await campaigns.OrderByDescending(campaign => campaign.EnteredAt).ThenByDescending(campaign => campaign.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(new ApiList<ApiCampaign>([.. rows.Take(most).Select(campaign => ApiCampaign.Of(campaign, null))], rows.Count > most ? new InstantPlace(rows[most - 1].EnteredAt, rows[most - 1].Id).ToString() : null));
    }

    static async Task<ApiAnswer> OpenAsync(ApiNewCampaign body, OpenCampaign campaigns, CancellationToken ct)
    {
        var campaign = await campaigns.RunAsync(Ids.New(), body.UnitId, body.ToOrder(), ct);
        return new ApiAnswer(StatusCodes.Status201Created, ApiCampaign.Of(campaign, null), $"{ApiSetup.Prefix}/campaigns/{campaign.Id}", campaign.Version);
    }

    static async Task<ApiAnswer> ReadAsync(Guid id, CampaignReader reader, CancellationToken ct)
    {
        var campaign = await reader.RequireAsync(id, ct);
        return new ApiAnswer(StatusCodes.Status200OK, ApiCampaign.Of(campaign, await reader.SharesAsync(campaign, ct)), version: campaign.Version);
    }

    static async Task<Ok<ApiList<CampaignRow>>> PersonsAsync(Guid id, CampaignReader reader, CampaignItem? item, bool? done, Guid? unit, int? after, int? limit, CancellationToken ct)
    {
        var most = ApiRequests.Limit(limit);
        var campaign = await reader.RequireAsync(id, ct);
        var rows = await reader.Matching(campaign, new CampaignFilter { Item = item, Done = done, UnitId = unit, After = after ?? 0 }).OrderBy(row => row.Number).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(new ApiList<CampaignRow>([.. rows.Take(most)], rows.Count > most ? $"{rows[most - 1].Number}" : null));
    }

    static async Task<Ok<ApiCampaignReport>> ReportAsync(Guid id, Db db, CampaignReader reader, CloseCampaign close, CancellationToken ct)
    {
        var campaign = await reader.RequireAsync(id, ct);
        return db.Scope.Holds(campaign.UnitId) ? TypedResults.Ok(new ApiCampaignReport(await close.ReportAsync(campaign, ct), campaign.ReportHash)) : throw new Data.Scoping.NotFoundException();
    }

    static async Task<ApiAnswer> RefreshAsync(Guid id, Db db, OpenCampaign campaigns, HttpContext http, CancellationToken ct)
    {
        var campaign = await campaigns.RefreshAsync(id, await http.VersionAsync(db.Campaigns, id, ct), ct);
        return new ApiAnswer(StatusCodes.Status200OK, ApiCampaign.Of(campaign, null), version: campaign.Version);
    }

    static async Task<ApiAnswer> CloseAsync(Guid id, ApiClosing body, Db db, CloseCampaign close, HttpContext http, CancellationToken ct)
    {
        var campaign = await close.RunAsync(id, await http.VersionAsync(db.Campaigns, id, ct), body.Note, ct);
        return new ApiAnswer(StatusCodes.Status200OK, ApiCampaign.Of(campaign, null), version: campaign.Version);
    }

    static async Task<ApiAnswer> MarkAsync(Guid id, ApiMark body, Db db, MarkEntry mark, HttpContext http, CancellationToken ct)
    {
        var version = http.IfMatch() ?? await db.CampaignEntries.Where(found => found.Id == id).Select(found => found.Version).SingleOrDefaultAsync(ct);
        var entry = await mark.RunAsync(id, version, new CampaignMark(body.On) { Whereabouts = body.Whereabouts, Relief = body.Relief }, body.Note, ct);
        return new ApiAnswer(StatusCodes.Status200OK, new ApiCampaignEntry(entry.Id, entry.CampaignId, entry.ClientId, entry.Whereabouts, entry.WhereaboutsOn, entry.Relief, entry.ReliefOn, entry.Version), version: entry.Version);
    }
}

/// <summary>A campaign as the API shows one; shares only where one campaign is read.</summary>
public sealed record ApiCampaign(
    Guid Id, string Name, string Kind, Guid UnitId, DateOnly From, DateOnly To, IReadOnlyList<string> Risks, IReadOnlyList<string> Measures, IReadOnlyList<string> Items,
    DateOnly OpenedOn, DateOnly? RefreshedOn, DateOnly? ClosedOn, string? ReportHash, IReadOnlyList<CampaignShare>? Shares, int Version)
{
    public static ApiCampaign Of(Campaign campaign, IReadOnlyList<CampaignShare>? shares) => new(
        campaign.Id, campaign.Name, campaign.Kind, campaign.UnitId, campaign.From, campaign.To, campaign.Risks, campaign.Measures, campaign.Items,
        campaign.OpenedOn, campaign.RefreshedOn, campaign.ClosedOn, campaign.ReportHash, shares, campaign.Version);
}

/// <summary>The report and the hash of its kept text; null while it is open.</summary>
public sealed record ApiCampaignReport(CampaignReport Report, string? Hash);

/// <summary>A campaign to open.</summary>
public sealed record ApiNewCampaign : IApiBody
{
    [StringLength(60)]
    public required string Name { get; init; }
    [CodeOf("campaignKind")]
    public required string Kind { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public List<RiskLevel> Risks { get; init; } = [];
    public List<MeasureKind> Measures { get; init; } = [];
    public List<CampaignItem> Items { get; init; } = [];

    public CampaignOrder ToOrder() => new(Name, Kind, From, To) { Risks = Risks, Measures = Measures, Items = Items };
}

/// <summary>Why something stayed open.</summary>
public sealed record ApiClosing : IApiBody
{
    [StringLength(1000)]
    public string? Note { get; init; }
}

/// <summary>What was found by hand.</summary>
public sealed record ApiMark : IApiBody
{
    public required DateOnly On { get; init; }
    [CodeOf("whereabouts")]
    public string? Whereabouts { get; init; }
    [CodeOf("relief")]
    public string? Relief { get; init; }
    [StringLength(500)]
    public string? Note { get; init; }
}

/// <summary>What was found of one person by hand.</summary>
public sealed record ApiCampaignEntry(Guid Id, Guid CampaignId, Guid PersonId, string? Whereabouts, DateOnly? WhereaboutsOn, string? Relief, DateOnly? ReliefOn, int Version);
