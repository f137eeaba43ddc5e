using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Supervision.Teams;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision;

/// <summary><c>/measures</c>: legal measures and what happens to them.</summary>
static class SupervisionApi
{
    public static void MapMeasures(this RouteGroupBuilder api)
    {
        api.MapGet("/measures", ListAsync).Access(Permission.ReadClients, "measure").WithSummary("The measures of one client, with state, windows, counters and deadlines today.");
        api.MapPost("/measures", OpenAsync).Access(Permission.WriteMeasures, "measure").WithSummary("Opens a measure; its obligations are planned at once.");
        api.MapGet("/measures/{id:guid}", ReadAsync).Access(Permission.WriteMeasures, "measure").WithSummary("One measure with its state and what made each of its days; its version is the ETag. known=yyyy-MM-dd: as it was known on that day.");
        api.MapPatch("/measures/{id:guid}", CorrectAsync).Access(Permission.WriteMeasures, "measure")
            .WithSummary("Corrects what its papers say: the fields that are given, and clear names those that are emptied. Needs If-Match; obligations follow.");
        api.MapPost("/measures/{id:guid}/{verb}", ByWordAsync).Access(Permission.WriteMeasures, "measure")
            .WithSummary($"Records an act: {string.Join(", ", Enum.GetValues<MeasureVerb>().Where(verb => !verb.Confirms()).Select(MeasureVerbs.Word))}, annul. If-Match is obeyed where given.");
        api.MapTeams();
        foreach (var confirming in Enum.GetValues<MeasureVerb>().Where(MeasureVerbs.Confirms))
        {
            api.MapPost($"/measures/{{id:guid}}/{confirming.Word()}", (Guid id, ApiMeasureAct body, Db db, SaveMeasure save, HttpContext http, CancellationToken ct) => ActAsync(id, confirming, body, db, save, http, ct))
                .Access(Permission.ConfirmMeasures, "measure").WithSummary($"Confirms a legal step: {confirming.Word()}.");
        }
    }

    static async Task<Ok<ApiList<ApiMeasure>>> ListAsync(Guid personId, Db db, PlanObligations plan, ShanghaiClock clock, CancellationToken ct)
    {
        var client = await db.Clients.AsNoTracking().RequireAsync(personId, ct);
        var measures = await db.Measures.AsNoTracking().Include(measure => measure.Acts).Where(measure => measure.ClientId == personId).OrderByDescending(measure => measure.OrderedOn).Take(ApiRequests.MostLimit).ToListAsync(ct);
        var screens = await db.Screens.AsNoTracking().Where(screen => screen.ClientId == personId).ToListAsync(ct);
        return TypedResults.Ok(new ApiList<ApiMeasure>(
            [.. measures.Select(measure => ApiMeasure.Of(measure, MeasureClock.StateOf(measure.History(client.Sex, measure.Own(screens)), plan.PackOf(client, measure), clock.Today)))], null));
    }

    static async Task<ApiAnswer> OpenAsync(ApiNewMeasure body, SaveMeasure save, CancellationToken ct)
    {
        var measure = await save.OpenAsync(body.PersonId, body.Kind, body.ToFacts(), ct);
        return new ApiAnswer(StatusCodes.Status201Created, ApiMeasure.Of(measure, null), $"{ApiSetup.Prefix}/measures?personId={measure.ClientId}", measure.Version);
    }

    static async Task<ApiAnswer> ReadAsync(Guid id, DateOnly? known, MeasureReader reader, Db db, Looks looks, CancellationToken ct)
    {
        var look = await reader.ReadAsync(id, known, ct) ?? throw new NotFoundException();
        await looks.TellAsync(db, "measure.read", nameof(Measure), look.Measure.ClientId, id);
        var measure = ApiMeasure.Of(look.Measure, look.State, look.Figures, look.Recorders);
        return known is { } day ? new ApiAnswer(StatusCodes.Status200OK, measure.AsKnownOn(day, look)) : new ApiAnswer(StatusCodes.Status200OK, measure, version: look.Measure.Version);
    }

    static async Task<ApiAnswer> CorrectAsync(Guid id, ApiMeasurePapers body, Db db, SaveMeasure save, HttpContext http, CancellationToken ct)
    {
        var measure = await db.Measures.AsNoTracking().RequireAsync(id, ct);
        var corrected = await save.CorrectAsync(id, http.RequireIfMatch(), body.Over(measure.Facts()), ct);
        return new ApiAnswer(StatusCodes.Status200OK, ApiMeasure.Of(corrected, null), version: corrected.Version);
    }

    static Task<ApiAnswer> ByWordAsync(Guid id, string verb, ApiMeasureAct body, Db db, SaveMeasure save, HttpContext http, CancellationToken ct)
    {
        if (verb == "annul" && body.ActId is not null)
        {
            return AnnulAsync(id, body, db, save, http, ct);
        }
        return Enum.TryParse<MeasureVerb>(verb, ignoreCase: true, out var known) && verb.All(char.IsAsciiLetter) && !known.Confirms()
            ? ActAsync(id, known, body, db, save, http, ct)
            : throw new ApiException(StatusCodes.Status404NotFound, "api.unknown-verb");
    }

    static async Task<ApiAnswer> ActAsync(Guid id, MeasureVerb verb, ApiMeasureAct body, Db db, SaveMeasure save, HttpContext http, CancellationToken ct)
    {
        var measure = await save.ActAsync(id, await http.VersionAsync(db.Measures, id, ct), verb, body.ToVerb(verb), Ids.New(), ct);
        return new ApiAnswer(StatusCodes.Status200OK, ApiMeasure.Of(measure, null), version: measure.Version);
    }

    static async Task<ApiAnswer> AnnulAsync(Guid id, ApiMeasureAct body, Db db, SaveMeasure save, HttpContext http, CancellationToken ct)
    {
        var measure = await save.AnnulAsync(id, await http.VersionAsync(db.Measures, id, ct), body.ActId!.Value, body.Note, ct);
        return new ApiAnswer(StatusCodes.Status200OK, ApiMeasure.Of(measure, null), version: measure.Version);
    }
}
