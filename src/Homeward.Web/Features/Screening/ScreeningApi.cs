using System.ComponentModel.DataAnnotations;
using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Domain.People;
using Homeward.Domain.Screening;
using Homeward.Domain.Worklist;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Screening;

/// <summary><c>/screens</c>: drug tests.</summary>
static class ScreeningApi
{
    public static void MapScreens(this RouteGroupBuilder api)
    {
        api.MapGet("/screens", ListAsync).Access(Permission.ReadClients, "screen").WithSummary("Screens in scope, newest entry first; personId narrows.");
        api.MapPost("/screens/{id:guid}/record", RecordAsync).Access(Permission.RecordScreens, "screen")
            .WithSummary("Records a screen. id is an open obligation to screen, or a new id of the caller's choice with personId in the body.");
        api.MapPost("/screens/{id:guid}/dispute", DisputeAsync).Access(Permission.RecordScreens, "dispute").WithSummary("Takes the next step of a disputed result, or closes it.");
    }

    static async Task<ApiAnswer> DisputeAsync(Guid id, ApiDisputeStep body, Db db, DisputeScreen dispute, HttpContext http, CancellationToken ct)
    {
        var version = http.IfMatch() ?? await db.ScreenDisputes.Where(found => found.ScreenId == id).Select(found => found.Version).SingleOrDefaultAsync(ct);
        var taken = body.Close
            ? await dispute.CloseAsync(id, version, ct)
            : await dispute.TakeAsync(id, version, body.ToEntry(), Ids.New(), ct);
        return new ApiAnswer(StatusCodes.Status200OK, new ApiDispute(taken.ScreenId, taken.Entries, taken.Next, taken.ClosedOn, taken.IsPositive, taken.Version), version: taken.Version);
    }

    static async Task<Ok<ApiList<ApiScreen>>> ListAsync(Db db, Guid? personId, Guid? unit, UnitTree units, string? after, int? limit, CancellationToken ct)
    {
        var most = ApiRequests.Limit(limit);
        var screens = db.Screens.AsNoTracking();
        if (personId is { } client)
        {
            screens = screens.Where(screen => screen.ClientId == client);
        }
        if (unit is { } place)
        {
            var below = units.WithBelow(place).ToArray();
            screens = screens.Where(screen => below.Contains(screen.UnitId));
        }
        if (after is not null)
        {
            var last = InstantPlace.Read(after) ?? throw new ApiException(StatusCodes.Status400BadRequest, "api.after");
            screens = screens.Where(screen => screen.EnteredAt < last.At || (screen.EnteredAt == last.At && screen.Id.CompareTo(last.Id) < 0));
        }
        var rows = await screens.OrderByDescending(screen => screen.EnteredAt).ThenByDescending(screen => screen.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(new ApiList<ApiScreen>([.. rows.Take(most).Select(screen => ApiScreen.Of(screen))], rows.Count > most ? $"{new InstantPlace(rows[most - 1].EnteredAt, rows[most - 1].Id)}" : null));
    }

    static async Task<ApiAnswer> RecordAsync(Guid id, ApiScreenRecord body, Db db, RecordScreen record, CancellationToken ct)
    {
        var due = body.PersonId is null
            ? await db.Obligations.AsNoTracking().Where(found => found.Id == id && found.Kind == ObligationKind.Screen).Select(found => (Guid?)found.ClientId).SingleOrDefaultAsync(ct)
            : null;
        var clientId = body.PersonId ?? due ?? throw new Data.Scoping.NotFoundException();
        var (screen, onLeave) = await record.RunAsync(due is null ? id : Ids.New(), clientId, body.ToRecord(), new ScreenTexts(body.Remarks, body.Spot?.RefusalNote is { Length: > 0 } note && !string.IsNullOrWhiteSpace(note) ? note.Trim() : null), null, ct);
        return new ApiAnswer(StatusCodes.Status201Created, ApiScreen.Of(screen) with { OnLeave = onLeave }, $"{ApiSetup.Prefix}/screens?personId={clientId}", screen.Version);
    }
}

/// <summary>A screen as the API shows one; the name of the account that confirmed it only where one screen was asked for.</summary>
public sealed record ApiScreen(
    Guid Id, Guid PersonId, Guid? MeasureId, DateOnly On, ScreenKind Kind, Specimen Specimen, ScreenOutcome Outcome, EvasionReason? EvasionReason, ScreenResult? Result, IReadOnlyDictionary<string, Reading> Readings,
    string? Place, ApiRemoteReport? Remote, bool Incomplete, DateOnly? ConfirmedOn, Guid? ConfirmedById, string? ConfirmedBy, DateTime? ConfirmedAt, string? ConfirmDocument, DateOnly? KeepSamplesUntil, DateOnly? SamplesDisposedOn, DateOnly? AnnulledOn, DateTime EnteredAt, int Version)
{
    /// <summary>What comes next of it; only where one screen was asked for.</summary>
    public ScreenNext? Next { get; init; }

    /// <summary>It was made here on a day on which the client was on leave: look whether it was elsewhere, or the return is missing. Only where it was just recorded or one screen was asked for.</summary>
    public bool? OnLeave { get; init; }
    public string? SampleA { get; init; }
    public string? SampleB { get; init; }
    public ApiSpot? Spot { get; init; }
    public ApiCompulsion? Compulsion { get; init; }

    /// <summary>Day on which a confirmation was taken back, because the client had asked for a laboratory in time.</summary>
    public DateOnly? TakenBackOn { get; init; }

    public static ApiScreen Of(Screen screen, string? confirmedBy = null) => new(
        screen.Id, screen.ClientId, screen.MeasureId, screen.On, screen.Kind, screen.Specimen, screen.Outcome, screen.EvasionReason, screen.Result, screen.Readings,
        screen.Place, screen.LeaveId is null ? null : new ApiRemoteReport { Body = screen.RemoteBody, DocumentNumber = screen.RemoteDocument, LeaveId = screen.LeaveId }, screen.IsIncomplete,
        screen.ConfirmedOn, screen.ConfirmedById, confirmedBy, screen.ConfirmedAt, screen.ConfirmDocument, screen.KeepSamplesUntil, screen.SamplesDisposedOn, screen.AnnulledOn, screen.EnteredAt, screen.Version)
    {
        SampleA = screen.SampleA,
        SampleB = screen.SampleB,
        Spot = ApiSpot.Of(screen),
        Compulsion = ApiCompulsion.Of(screen),
        TakenBackOn = screen.TakenBackOn,
    };
}

/// <summary>What is written down about a screen.</summary>
public sealed record ApiScreenRecord : IApiBody
{
    public Guid? PersonId { get; init; }
    public required DateOnly On { get; init; }
    public ScreenKind Kind { get; init; } = ScreenKind.Scheduled;
    public Specimen Specimen { get; init; } = Specimen.Urine;
    public ScreenOutcome Outcome { get; init; } = ScreenOutcome.Done;
    public ScreenResult? Result { get; init; }

    /// <summary>How it was evaded, where the outcome is <c>evadedUnconfirmed</c>; left out, the person did not come.</summary>
    public EvasionReason? EvasionReason { get; init; }
    [CodeOf("analyte")]
    public Dictionary<string, Reading> Readings { get; init; } = [];
    [StringLength(60)]
    public string? KitBrand { get; init; }
    [StringLength(40)]
    public string? KitLot { get; init; }
    public DateOnly? KitExpiresOn { get; init; }
    [StringLength(60)]
    public string? FirstTester { get; init; }
    [StringLength(60)]
    public string? SecondTester { get; init; }
    [StringLength(60)]
    public string? Collector { get; init; }
    public Sex? CollectorSex { get; init; }
    [StringLength(100)]
    public string? Witnesses { get; init; }
    [StringLength(100)]
    public string? Place { get; init; }
    [StringLength(40)]
    public string? SampleA { get; init; }
    [StringLength(40)]
    public string? SampleB { get; init; }
    [StringLength(1000)]
    public string? Remarks { get; init; }

    /// <summary>What was sealed, told and signed on the spot.</summary>
    public ApiSpotNotes? Spot { get; init; }

    /// <summary>The approval, where it was made by compulsion.</summary>
    public ApiCompulsion? Compulsion { get; init; }

    /// <summary>Where the police elsewhere made it during a leave.</summary>
    public ApiRemoteReport? Remote { get; init; }

    public ScreenRecord ToRecord() => new()
    {
        On = On,
        Kind = Kind,
        Specimen = Specimen,
        Outcome = Outcome,
        Result = Result,
        EvasionReason = EvasionReason,
        Readings = Readings,
        KitBrand = KitBrand,
        KitLot = KitLot,
        KitExpiresOn = KitExpiresOn,
        FirstTester = FirstTester,
        SecondTester = SecondTester,
        Collector = Collector,
        CollectorSex = CollectorSex,
        Witnesses = Witnesses,
        Place = Place,
        SampleA = SampleA,
        SampleB = SampleB,
        Spot = Spot?.ToNotes(),
        Compulsion = Compulsion?.ToCompulsion(),
        Remote = Remote is { } made ? new RemoteReport(made.Body, made.DocumentNumber) { NamedLeaveId = made.LeaveId } : null,
    };
}

/// <summary>The report of the police elsewhere on whom a screen during a leave rests; its place stands in <c>place</c>.</summary>
public sealed record ApiRemoteReport
{
    [StringLength(100)]
    public string? Body { get; init; }
    [StringLength(100)]
    public string? DocumentNumber { get; init; }

    /// <summary>The act of the leave. It may be left out: then it is the leave of the day; another one is refused.</summary>
    public Guid? LeaveId { get; init; }
}

