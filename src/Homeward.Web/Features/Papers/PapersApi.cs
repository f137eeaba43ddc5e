using System.ComponentModel.DataAnnotations;
using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Web.Components.Forms;
using Homeward.Web.Features.Papers.Batches;
using Homeward.Web.Features.Papers.Dossiers;
using Homeward.Web.Features.Papers.Making;
using Homeward.Web.Features.Papers.Rendering;
using Homeward.Web.Features.Papers.Scanning;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;

namespace Homeward.Web.Features.Papers;

/// <summary><c>/papers</c>: papers that were made, and their files.</summary>
static class PapersApi
{
    public static void MapPapers(this RouteGroupBuilder api)
    {
        api.MapPost("/papers", MakeAsync).Access(Permission.MakePapers, "paper").WithSummary("Makes a paper: a number is drawn, the placeholders are filled from the records, the values sealed and hashed.");
        api.MapGet("/papers/{id:guid}", ReadAsync).Access(Permission.ReadPapers, "paper").WithSummary("One paper with its number, template and hash; hashFits tells whether the values are still those that were made.");
        api.MapGet("/papers/{id:guid}.pdf", (Guid id, PaperReader reader, PaperPdf pdf, Db db, HttpContext context, CancellationToken ct) => PapersEndpoints.FileAsync(id, reader, pdf, db, context, ct))
            .Access(Permission.ReadPapers, "paper").WithSummary("The paper on A4; the same bytes each time.");
        api.MapPost("/papers/{id:guid}/serve", ServeAsync).Access(Permission.MakePapers, "paper").WithSummary("Notes that it was served, how and to whom; a served notice of a screen and a served warning letter are acts of their measure.");
        api.MapPost("/papers/{id:guid}/void", VoidAsync).Access(Permission.MakePapers, "paper").WithSummary("Declares it void with a reason; its number is not given again.");
        api.MapGet("/people/{id:guid}/dossier", ApiDossier.ReadAsync).Access(Permission.ReadClients, "client").WithSummary("The dossiers of a client's community measures: 22 slots, the rate and the gaps.");
        api.MapGet("/measures/{id:guid}/release-file", ApiReleaseFile.ReadAsync).Access(Permission.WriteMeasures, "measure").WithSummary("What of the release file of a community measure is there, and what is missing.");
        api.MapGet("/measures/{id:guid}/evidence-pack", ApiEvidencePack.ReadAsync).Access(Permission.WriteMeasures, "measure").WithSummary("What goes to the police with a no-show or a serious breach, and what of it is there; confirm=overdue or breach before the step is confirmed.");
        api.MapPaperBatches();
        api.MapScansApi();
    }

    static async Task<ApiAnswer> MakeAsync(ApiNewPaper body, MakePaper make, PaperReader reader, CancellationToken ct)
    {
        var paper = await make.RunAsync(Ids.New(), body.PersonId, body.Kind, body.MeasureId, body.ToInput(), ct);
        return new ApiAnswer(StatusCodes.Status201Created, ApiPaper.Of(await reader.OpenAsync(paper, ct)), $"{ApiSetup.Prefix}/papers/{paper.Id}", paper.Version);
    }

    static async Task<ApiAnswer> ServeAsync(Guid id, ApiServing body, Db db, ServePaper serve, PaperReader reader, HttpContext http, CancellationToken ct)
    {
        await serve.RunAsync(id, await http.VersionAsync(db.Papers, id, ct), body.On, new ServiceProof(body.Mode, body.Receiver, body.Witness), Ids.New(), ct);
        return await ReadAsync(id, reader, ct);
    }

    static async Task<ApiAnswer> VoidAsync(Guid id, ApiAnnulment body, Db db, VoidPaper annul, PaperReader reader, HttpContext http, CancellationToken ct)
    {
        await annul.RunAsync(id, await http.VersionAsync(db.Papers, id, ct), body.Reason, ct);
        return await ReadAsync(id, reader, ct);
    }

    static async Task<ApiAnswer> ReadAsync(Guid id, PaperReader reader, CancellationToken ct)
    {
        var look = await reader.RequireAsync(id, ct);
        return new ApiAnswer(StatusCodes.Status200OK, ApiPaper.Of(await reader.OpenAsync(look.Paper, ct)), version: look.Paper.Version);
    }
}

/// <summary>What is asked for when a paper is made.</summary>
public sealed record ApiNewPaper : IApiBody
{
    public required Guid PersonId { get; init; }
    public required PaperKind Kind { get; init; }
    public Guid? MeasureId { get; init; }
    public Guid? ActId { get; init; }
    public Guid? ScreenId { get; init; }
    public DateOnly? Day { get; init; }
    [StringLength(40)]
    public string? Hour { get; init; }
    [StringLength(200)]
    public string? Place { get; init; }
    [StringLength(200)]
    public string? Person { get; init; }
    [StringLength(4000)]
    public string? Facts { get; init; }
    [StringLength(4000)]
    public string? Plan { get; init; }
    [StringLength(2000)]
    public string? Opinion { get; init; }
    [StringLength(1000)]
    public string? Note { get; init; }

    public PaperInput ToInput() => new() { ActId = ActId, ScreenId = ScreenId, Day = Day, Hour = Hour, Place = Place, Person = Person, Facts = Facts, Plan = Plan, Opinion = Opinion, Note = Note };
}

/// <summary>How a paper was served.</summary>
public sealed record ApiServing : IApiBody
{
    public required DateOnly On { get; init; }

    /// <summary>Code of the list <c>serviceMode</c>.</summary>
    [CodeOf("serviceMode")]
    public required string Mode { get; init; }
    [StringLength(60)]
    public string? Receiver { get; init; }
    [StringLength(60)]
    public string? Witness { get; init; }
}

/// <summary>A paper as the API shows one: what it says stands in its PDF only.</summary>
public sealed record ApiPaper(
    Guid Id, Guid PersonId, string Number, PaperKind Kind, Guid? MeasureId, Guid? ActId, Guid? ScreenId, DateOnly MadeOn, string Template, string Hash, bool? HashFits,
    DateOnly? ServedOn, DateOnly? VoidedOn, int Version)
{
    public static ApiPaper Of(OpenedPaper opened) => Of(opened.Paper, opened.HashFits);

    /// <param name="paper">The paper.</param>
    /// <param name="hashFits">Whether the values are still those that were made; null in a list, where none is opened.</param>
    public static ApiPaper Of(Paper paper, bool? hashFits) => new(
        paper.Id, paper.ClientId, paper.Number, paper.Kind, paper.MeasureId, paper.ActId, paper.ScreenId, paper.MadeOn, paper.TemplateVersion, paper.Hash, hashFits, paper.ServedOn, paper.VoidedOn, paper.Version);
}
