using System.ComponentModel.DataAnnotations;
using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;
using Homeward.Web.Foundation.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.Batches;

/// <summary><c>/papers</c> as a list, and <c>/papers/batch</c>: the notices of a week in one go and in one file.</summary>
static class BatchApi
{
    public static void MapPaperBatches(this RouteGroupBuilder api)
    {
        api.MapGet("/papers", ListAsync).Access(Permission.ReadPapers, "paper").WithSummary("Papers in scope that the caller has a right to, the newest first; personId, kind, from, to, unit and batchId narrow.");
        api.MapGet("/papers/batch", DueAsync).Access(Permission.MakePapers, "paper").WithSummary("The screens of a week that need a notice; all=true: everybody in scope, not the caller's own clients only; reminded=true: those whose reminder has come and for which no notice was served, instead of those of the week.");
        api.MapPost("/papers/batch", MakeAsync).Access(Permission.MakePapers, "paper").WithSummary("Makes the notices of a week: all of them or none, each with its own number.");
        api.MapGet("/papers/batch/{id:guid}.pdf", PapersEndpoints.BatchFileAsync).Access(Permission.ReadPapers, "paperBatch").WithSummary("All papers that were made together, in one file.");
    }

    static async Task<Ok<ApiList<ApiPaper>>> ListAsync([AsParameters] ApiPaperQuery query, PaperList list, UnitTree units, CancellationToken ct)
    {
        var (rows, next) = await list.PageAsync(query.ToFilter(units), ApiRequests.Limit(query.Limit), ct);
        return TypedResults.Ok(new ApiList<ApiPaper>([.. rows.Select(row => ApiPaper.Of(row.Paper, null))], next));
    }

    static async Task<Ok<ApiList<ApiNoticeDue>>> DueAsync(DateOnly? from, bool? all, bool? reminded, NoticesOfWeek week, ShanghaiClock clock, CancellationToken ct)
    {
        var first = from ?? clock.Today;
        var due = await week.DueAsync(new NoticesAsked(first, all ?? false, reminded ?? false), onlyOpen: false, ct);
        return TypedResults.Ok(new ApiList<ApiNoticeDue>([.. due.Select(one => new ApiNoticeDue(one.Obligation.Id, one.Client.Id, one.Obligation.MeasureId, one.Obligation.Opens, one.Obligation.Closes, one.DayIn(first), one.IsMade))], null));
    }

    static async Task<ApiAnswer> MakeAsync(ApiNewBatch body, MakeBatch make, Db db, Actor actor, CancellationToken ct)
    {
        var batch = await make.RunAsync(Ids.New(), body.ToInput(), ct);
        var papers = await db.Papers.AsNoTracking().SeenBy(actor).Where(paper => paper.BatchId == batch).OrderBy(paper => paper.Number).Take(NoticesOfWeek.Most).ToListAsync(ct);
        return new ApiAnswer(StatusCodes.Status201Created, new ApiBatch(batch, [.. papers.Select(paper => ApiPaper.Of(paper, null))]), $"{ApiSetup.Prefix}/papers/batch/{batch}.pdf");
    }
}

/// <summary>What a list of papers is asked for.</summary>
public sealed record ApiPaperQuery
{
    public Guid? PersonId { get; init; }

    /// <summary>The kind as a paper is shown with it, such as testNotice.</summary>
    public string? Kind { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public Guid? Unit { get; init; }
    public Guid? BatchId { get; init; }
    public string? After { get; init; }
    public int? Limit { get; init; }

    public PaperFilter ToFilter(UnitTree units) => new()
    {
        ClientId = PersonId,
        Kind = Kind is null ? null : Enum.TryParse<PaperKind>(Kind, ignoreCase: true, out var kind) && Kind.All(char.IsAsciiLetter) ? kind : throw new ApiException(StatusCodes.Status400BadRequest, "api.not-readable"),
        From = From,
        To = To,
        Units = Unit is { } unit ? [.. units.WithBelow(unit)] : null,
        BatchId = BatchId,
        After = After is null ? null : PaperPlace.Read(After) ?? throw new ApiException(StatusCodes.Status400BadRequest, "api.after"),
    };
}

/// <summary>A screen that needs a notice: its obligation, its window, and the first day of the week that lies in it.</summary>
public sealed record ApiNoticeDue(Guid ObligationId, Guid PersonId, Guid? MeasureId, DateOnly Opens, DateOnly Closes, DateOnly Day, bool Made);

/// <summary>What stands on every notice of a week.</summary>
public sealed record ApiNewBatch : IApiBody
{
    public required DateOnly From { get; init; }
    [StringLength(40)]
    public string? Hour { get; init; }
    [StringLength(200)]
    public required string Place { get; init; }
    [StringLength(200)]
    public string? Person { get; init; }
    [StringLength(1000)]
    public string? Note { get; init; }

    /// <summary>Everybody in scope, not the caller's own clients only.</summary>
    public bool All { get; init; }

    /// <summary>Those whose reminder has come and for which no notice was served, instead of those of the week.</summary>
    public bool Reminded { get; init; }

    public BatchInput ToInput() => new() { From = From, Hour = Hour, Place = Place, Person = Person, Note = Note, All = All, Reminded = Reminded };
}

/// <summary>The notices that were made together.</summary>
public sealed record ApiBatch(Guid Id, IReadOnlyList<ApiPaper> Papers);
