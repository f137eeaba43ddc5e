using System.ComponentModel.DataAnnotations;
using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Web.Components.Forms;
using Homeward.Web.Features.People;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Risk;

/// <summary><c>/people/{id}/risk</c>, <c>/risk-changes</c>, <c>/risk-template</c>: assessments, the second person, the factors.</summary>
static class RiskApi
{
    public static void MapRisk(this RouteGroupBuilder api)
    {
        api.MapGet("/people/{id:guid}/risk", HistoryAsync).Access(Permission.ReadClients, "client").WithSummary("The assessments of a client's risk, newest first, each with how its suggestion came about.");
        api.MapPost("/people/{id:guid}/risk", AssessAsync).Access(Permission.WriteClients, "client").WithSummary("Records an assessment; a change that the policy wants confirmed waits for a second person.");
        api.MapGet("/risk-changes", WaitingAsync).Access(Permission.ConfirmRisk, "riskChange").WithSummary("Changes of risk in scope that wait for a second person, the longest first.");
        api.MapPost("/risk-changes/{id:guid}/confirm", ConfirmAsync).Access(Permission.ConfirmRisk, "riskChange").WithSummary("Confirms a change; not by whoever decided it. If-Match is obeyed where given.");
        api.MapPost("/risk-changes/{id:guid}/refuse", RefuseAsync).Access(Permission.ConfirmRisk, "riskChange").WithSummary("Refuses a change with a reason; the level before stays.");
        api.MapGet("/risk-template", TemplateAsync).Access(Permission.ReadClients, "client").WithSummary("The factors by which a client is judged today; personId needed.");
        api.MapPost("/risk-templates", PublishAsync).Access(Permission.WriteRiskTemplate, "riskTemplate").WithSummary("Publishes a version of a city's or an organisation's template.");
    }

    static async Task<Ok<ApiList<ApiRisk>>> HistoryAsync(Guid id, Db db, RiskReader reader, Words words, string? after, int? limit, CancellationToken ct)
    {
        await db.Clients.AsNoTracking().RequireAsync(id, ct);
        var most = ApiRequests.Limit(limit);
        var place = after is null ? (TimelinePlace?)null : TimelinePlace.Read(after) ?? throw new ApiException(StatusCodes.Status400BadRequest, "api.after");
        var lines = await reader.HistoryAsync(id, place, most + 1, ct);
        return TypedResults.Ok(new ApiList<ApiRisk>([.. lines.Take(most).Select(line => ApiRisk.Of(line.Record, line.Basis, words))], lines.Count > most ? new TimelinePlace(lines[most - 1].Record.On, lines[most - 1].Record.Id).ToString() : null));
    }

    static async Task<ApiAnswer> AssessAsync(Guid id, ApiRiskFinding body, AssessRisk assess, RiskReader reader, Words words, CancellationToken ct)
    {
        var record = await assess.RunAsync(Ids.New(), id, body.ToFinding(), body.Note, ct);
        return new ApiAnswer(StatusCodes.Status201Created, await ShownAsync(record, reader, words, ct), $"{ApiSetup.Prefix}/people/{id}/risk", record.Version);
    }

    static async Task<Ok<ApiList<ApiRisk>>> WaitingAsync(RiskReader reader, Words words, string? after, int? limit, CancellationToken ct)
    {
        var most = ApiRequests.Limit(limit);
        var place = after is null ? (InstantPlace?)null : InstantPlace.Read(after) ?? throw new ApiException(StatusCodes.Status400BadRequest, "api.after");
        var rows = await reader.WaitingAsync(place, most + 1, ct);
        return TypedResults.Ok(new ApiList<ApiRisk>([.. rows.Take(most).Select(row => ApiRisk.Of(row.Record, null, words))], rows.Count > most ? rows[most - 1].Place.ToString() : null));
    }

    static async Task<ApiAnswer> ConfirmAsync(Guid id, Db db, AnswerRisk answer, RiskReader reader, Words words, HttpContext http, CancellationToken ct)
    {
        var record = await answer.ConfirmAsync(id, await http.VersionAsync(db.RiskRecords, id, ct), ct);
        return new ApiAnswer(StatusCodes.Status200OK, await ShownAsync(record, reader, words, ct), version: record.Version);
    }

    static async Task<ApiAnswer> RefuseAsync(Guid id, ApiRefusal body, Db db, AnswerRisk answer, RiskReader reader, Words words, HttpContext http, CancellationToken ct)
    {
        var record = await answer.RefuseAsync(id, await http.VersionAsync(db.RiskRecords, id, ct), body.Reason, ct);
        return new ApiAnswer(StatusCodes.Status200OK, await ShownAsync(record, reader, words, ct), version: record.Version);
    }

    static async Task<Ok<ApiRiskTemplate>> TemplateAsync(Guid personId, Db db, RiskTemplates templates, ShanghaiClock clock, CancellationToken ct)
    {
        var client = await db.Clients.AsNoTracking().RequireAsync(personId, ct);
        var basis = await templates.BasisAsync(client.UnitId, clock.Today, ct);
        return TypedResults.Ok(new ApiRiskTemplate(basis.TemplateId, basis.Name, basis.Scale.Factors, basis.Scale.MediumFrom, basis.Scale.HighFrom));
    }

    static async Task<ApiAnswer> PublishAsync(ApiNewRiskTemplate body, RiskTemplates templates, CancellationToken ct)
    {
        var text = new RiskTemplateInput { Annex = body.Annex, EffectiveFrom = body.EffectiveFrom, MediumFrom = body.MediumFrom, HighFrom = body.HighFrom, Factors = body.Factors }.ToText();
        var version = await templates.PublishAsync(body.UnitId, Ids.New(), text, ct);
        return new ApiAnswer(StatusCodes.Status201Created, new ApiRiskTemplate(version.Id, RiskTemplates.BasisOf(version).Name, version.Scale.Factors, version.Scale.MediumFrom, version.Scale.HighFrom));
    }

    static async Task<ApiRisk> ShownAsync(RiskRecord record, RiskReader reader, Words words, CancellationToken ct)
    {
        var line = await reader.RequireAsync(record.Id, ct);
        return ApiRisk.Of(line.Record, line.Basis, words);
    }
}

/// <summary>An assessment as the API shows one; the reasons in words are read in the file.</summary>
public sealed record ApiRisk(
    Guid Id, Guid PersonId, DateOnly On, RiskLevel? Before, RiskLevel Level, RiskState State, string? Template, IReadOnlyList<string> Factors, int Points, RiskLevel? Suggested, string? Explanation,
    string Reason, IReadOnlyList<string> Evidence, Guid? DecidedById, DateTime? EnteredAt, DateOnly? NextReviewOn, DateOnly? AnsweredOn, int Version)
{
    public static ApiRisk Of(RiskRecord record, RiskBasis? basis, Words words) => new(
        record.Id, record.ClientId, record.On, record.Before, record.Level, record.State, record.Template, record.Factors, record.Points, record.Suggested,
        basis is null ? null : RiskWords.Explain(basis, record.Factors, words), record.Reason, record.Evidence, record.DecidedById, record.EnteredAt, record.NextReviewOn, record.AnsweredOn, record.Version);
}

/// <summary>What is written down about an assessment.</summary>
public sealed record ApiRiskFinding : IApiBody
{
    public required RiskLevel Level { get; init; }
    public required DateOnly On { get; init; }
    [CodeOf("riskReason")]
    public required string Reason { get; init; }
    public List<string> Factors { get; init; } = [];
    [StringLength(1000)]
    public string? Note { get; init; }
    public List<string> Evidence { get; init; } = [];

    public RiskFinding ToFinding() => new(Level, On, Reason == "roster" ? "" : Reason) { Factors = Factors, Evidence = Evidence };
}

/// <summary>Why a change is refused.</summary>
public sealed record ApiRefusal : IApiBody
{
    [StringLength(500)]
    public string? Reason { get; init; }
}

/// <summary>The template that is in force, or was published.</summary>
public sealed record ApiRiskTemplate(Guid? Id, string Name, IReadOnlyList<RiskFactor> Factors, int? MediumFrom, int? HighFrom);

/// <summary>A version to publish.</summary>
public sealed record ApiNewRiskTemplate : IApiBody
{
    public required Guid UnitId { get; init; }
    [StringLength(100)]
    public required string Annex { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public int? MediumFrom { get; init; }
    public int? HighFrom { get; init; }
    public List<RiskFactorInput> Factors { get; init; } = [];
}
