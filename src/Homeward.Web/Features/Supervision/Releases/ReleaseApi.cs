using System.ComponentModel.DataAnnotations;
using Homeward.Data;
using Homeward.Domain.Foundation;
using Homeward.Domain.Supervision;
using Homeward.Web.Components.Forms;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision.Releases;

/// <summary><c>/releases</c>: releases from isolation centres, for the centre and for the receiving unit.</summary>
static class ReleaseApi
{
    public static void MapReleases(this RouteGroupBuilder api)
    {
        api.MapGet("/releases", ListAsync).Access(Permission.ReadReleases, "release").WithSummary("Releases of the caller's centre or coming to the caller's units, the nearest first; state announced, declined, withdrawn, accepted, received or completed narrows to those; without it those that are not completed.");
        api.MapGet("/releases/{id:guid}", ReadAsync).Access(Permission.ReadReleases, "release").WithSummary("One release.");
        api.MapPost("/releases", AnnounceAsync).Access(Permission.AnnounceReleases, "release").WithSummary("Announces a release.");
        foreach (var verb in ReleaseVerbs.Changes)
        {
            api.MapPost($"/releases/{{id:guid}}/{verb}", (Guid id, ApiReleaseChange body, Db db, AnnounceRelease operation, Lateness lateness, HttpContext http, CancellationToken ct) => ChangeAsync(id, verb, body, db, operation, lateness, http, ct))
                .Access(Permission.AnnounceReleases, "release").WithSummary($"The centre's step: {verb}.");
        }
        foreach (var verb in ReleaseVerbs.Steps)
        {
            api.MapPost($"/releases/{{id:guid}}/{verb}", (Guid id, ApiReleaseStep body, Db db, ReceiveRelease operation, Lateness lateness, HttpContext http, CancellationToken ct) => StepAsync(id, verb, body, db, operation, lateness, http, ct))
                .Access(Permission.ReceiveReleases, "release").WithSummary($"The receiving unit's step: {verb}.");
        }
        api.MapPost("/releases/{id:guid}/link", LinkAsync).Access(Permission.WriteClients, "release").WithSummary("Ties the release to a client's file.");
        api.MapPost("/releases/{id:guid}/unlink", UnlinkAsync).Access(Permission.WriteClients, "release").WithSummary("Unties the release from a wrong file, before the receipt.");
    }

    static async Task<Ok<ApiList<ApiRelease>>> ListAsync(ReleaseReader reader, Lateness lateness, DateOnly? on, Guid? centreId, Guid? personId, string? state, string? after, int? limit, CancellationToken ct)
    {
        var most = ApiRequests.Limit(limit);
        ReleasePlace? place = after is null ? null : ReleasePlace.Read(after) ?? throw new ApiException(StatusCodes.Status400BadRequest, "api.after");
        var rows = await reader.ListAsync(new ReleaseFilter { On = on, CentreId = centreId, ClientId = personId, State = ApiRequests.Choice<ReleaseState>(state, "state"), After = place }, most, ct);
        return TypedResults.Ok(new ApiList<ApiRelease>([.. rows.Select(release => ApiRelease.Of(release, lateness))], rows.Count == most ? new ReleasePlace(rows[^1].ExpectedOn, rows[^1].Id).ToString() : null));
    }

    static async Task<ApiAnswer> ReadAsync(Guid id, ReleaseReader reader, Lateness lateness, CancellationToken ct) => Answer((await reader.ReadAsync(id, ct)).Release, lateness);

    static async Task<ApiAnswer> AnnounceAsync(ApiNewRelease body, AnnounceRelease operation, Lateness lateness, CancellationToken ct) =>
        Answer(await operation.RunAsync(Ids.New(), body.ToAnnouncement(), ct), lateness, StatusCodes.Status201Created);

    static async Task<ApiAnswer> ChangeAsync(Guid id, string verb, ApiReleaseChange body, Db db, AnnounceRelease operation, Lateness lateness, HttpContext http, CancellationToken ct)
    {
        var found = await db.CentreReleases.AsNoTracking().Where(release => release.Id == id).Select(release => new { release.Version, release.ExpectedOn, release.PlaceId }).SingleOrDefaultAsync(ct)
            ?? throw new Data.Scoping.NotFoundException();
        var version = http.IfMatch() ?? found.Version;
        return Answer(verb == "withdraw"
            ? await operation.WithdrawAsync(id, version, body.Reason, ct)
            : await operation.ChangeAsync(id, version, body.ExpectedOn ?? found.ExpectedOn, body.PlaceId ?? found.PlaceId, ct), lateness);
    }

    static async Task<ApiAnswer> StepAsync(Guid id, string verb, ApiReleaseStep body, Db db, ReceiveRelease operation, Lateness lateness, HttpContext http, CancellationToken ct)
    {
        var version = await http.VersionAsync(db.CentreReleases, id, ct);
        return Answer(await (verb switch
        {
            "accept" => operation.AcceptAsync(id, version, body.On, ct),
            "decline" => operation.DeclineAsync(id, version, body.On, body.Reason, ct),
            "prepare" => operation.PrepareAsync(id, version, body.On, body.ToTold(), ct),
            "visit" => operation.VisitAsync(id, version, Ids.New(), body.On, body.StaffId, body.Notes, ct),
            "arrive" => operation.ArriveAsync(id, version, body.On, body.ToTold(), ct),
            "receive" => operation.ReceiveAsync(id, version, body.ToReceipt(), ct),
            _ => operation.TakePapersAsync(id, version, body.Papers, body.On, ct),
        }), lateness);
    }

    static async Task<ApiAnswer> LinkAsync(Guid id, ApiReleaseLink body, Db db, LinkRelease operation, Lateness lateness, HttpContext http, CancellationToken ct) =>
        Answer(await operation.RunAsync(id, await http.VersionAsync(db.CentreReleases, id, ct), body.PersonId, body.SamePerson, ct), lateness);

    static async Task<ApiAnswer> UnlinkAsync(Guid id, ApiAnnulment body, Db db, LinkRelease operation, Lateness lateness, HttpContext http, CancellationToken ct) =>
        Answer(await operation.UnlinkAsync(id, await http.VersionAsync(db.CentreReleases, id, ct), body.Reason, ct), lateness);

    static ApiAnswer Answer(CentreRelease release, Lateness lateness, int status = StatusCodes.Status200OK) => new(status, ApiRelease.Of(release, lateness), version: release.Version);
}

/// <summary>A release as the API shows one: no name, no free text.</summary>
public sealed record ApiRelease(
    Guid Id, Guid CentreId, Guid UnitId, Guid PlaceId, ReleaseState State, DateOnly ExpectedOn, DateOnly AnnouncedOn, DateOnly AnnounceBy, bool Late, bool Provisional, DateOnly? AnsweredOn, IReadOnlyList<string> Needs,
    FamilyStance? Family, string? CollectMode, int Visits, DateOnly? ReceivedOn, DateOnly? ArrivedOn, IReadOnlyList<string> Papers, DateOnly? PapersReceivedOn, DateOnly? InterviewedOn, int Version)
{
    public static ApiRelease Of(CentreRelease release, Lateness lateness) => new(
        release.Id, release.FromUnitId, release.UnitId, release.PlaceId, release.State, release.ExpectedOn, release.AnnouncedOn, release.AnnounceBy, lateness.IsLate(release), lateness.IsProvisional(release), release.AnsweredOn, release.Needs,
        release.Family, release.CollectMode, release.Visits, release.ReceivedOn, release.ArrivedOn, release.Papers, release.PapersReceivedOn, release.InterviewedOn, release.Version);
}

/// <summary>What announces a release.</summary>
public sealed record ApiNewRelease : IApiBody
{
    public required Guid CentreId { get; init; }
    [StringLength(60)]
    public required string Name { get; init; }
    [StringLength(30)]
    public string? IdentityNumber { get; init; }
    public required Guid PlaceId { get; init; }
    public required DateOnly ExpectedOn { get; init; }
    public DateOnly? AnnouncedOn { get; init; }
    [StringLength(100)]
    public string? DocumentNumber { get; init; }
    [StringLength(1000)]
    public string? Brief { get; init; }
    [CodeOf("releaseNeed")]
    public List<string> Needs { get; init; } = [];

    /// <summary>Compared with the one of that name who waits already: it is another person.</summary>
    public bool NotTheSame { get; init; }

    public ReleaseAnnouncement ToAnnouncement() => new()
    {
        CentreId = CentreId,
        Name = Name,
        IdentityNumber = IdentityNumber,
        PlaceId = PlaceId,
        ExpectedOn = ExpectedOn,
        AnnouncedOn = AnnouncedOn,
        DocumentNumber = DocumentNumber,
        Brief = Brief,
        Needs = Needs,
        NotTheSame = NotTheSame,
    };
}

/// <summary>Another day or place, or the reason of a withdrawal.</summary>
public sealed record ApiReleaseChange : IApiBody
{
    public DateOnly? ExpectedOn { get; init; }
    public Guid? PlaceId { get; init; }
    [StringLength(500)]
    public string? Reason { get; init; }
}

/// <summary>A step of the receiving unit; which fields a verb needs, <c>docs/api.md</c> lists.</summary>
public sealed record ApiReleaseStep : IApiBody
{
    public required DateOnly On { get; init; }
    [StringLength(500)]
    public string? Reason { get; init; }

    /// <summary>prepare and arrive change what is named and keep the rest; this is emptied.</summary>
    [MaxLength(6)]
    public IReadOnlyList<ReleasePart> Clear { get; init; } = [];
    [CodeOf("releaseNeed")]
    public List<string>? Needs { get; init; }
    [CodeOf("collectMode")]
    public string? CollectMode { get; init; }
    [StringLength(60)]
    public string? Collector { get; init; }
    public FamilyStance? Family { get; init; }
    [StringLength(60)]
    public string? TakenOverBy { get; init; }
    public Guid? StaffId { get; init; }
    [StringLength(2000)]
    public string? Notes { get; init; }
    public TimeOnly? At { get; init; }
    [StringLength(100)]
    public string? Place { get; init; }
    [StringLength(60)]
    public string? HandedOverBy { get; init; }
    [StringLength(60)]
    public string? ReceivedBy { get; init; }
    [StringLength(100)]
    public string? DocumentNumber { get; init; }
    public DateOnly? ServedOn { get; init; }
    [CodeOf("releasePaper")]
    public List<string> Papers { get; init; } = [];

    public ReleaseTold ToTold() => new() { Needs = Needs, CollectMode = CollectMode, Collector = Collector, Family = Family, At = At, TakenOverBy = TakenOverBy, Clear = Clear };

    public ReceiptTold ToReceipt() => new()
    {
        On = On,
        At = At,
        CollectMode = CollectMode,
        Collector = Collector,
        Details = new ReceiptDetails(Place, HandedOverBy, ReceivedBy),
        DocumentNumber = DocumentNumber,
        ServedOn = ServedOn,
    };
}

/// <summary>The file that a release is about.</summary>
public sealed record ApiReleaseLink : IApiBody
{
    public required Guid PersonId { get; init; }

    /// <summary>The names differ and no numbers tell: compared, it is this person.</summary>
    public bool SamePerson { get; init; }
}
