using System.ComponentModel.DataAnnotations;
using Homeward.Data;
using Homeward.Data.Scoping;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Papers;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Papers.Scanning;

/// <summary><c>/scans</c>: scans in the slots of a dossier.</summary>
static class ScanApi
{
    public static void MapScansApi(this RouteGroupBuilder api)
    {
        api.MapGet("/people/{id:guid}/scans", ListAsync).Access(Permission.ReadClients, "client").WithSummary("The scans in a client's dossiers, the newest first, without their files.");
        api.MapPost("/people/{id:guid}/scans", AttachAsync).Access(Permission.WriteClients, "client").WithSummary("Attaches a scan (PDF, JPEG or PNG, in base64) to a slot of the dossier.");
        api.MapGet("/scans/{id:guid}", ReadAsync).Access(Permission.ReadClients, "scan").WithSummary("One scan without its file; its version is the ETag.");
        api.MapGet("/scans/{id:guid}/file", ScanEndpoints.FileAsync).Access(Permission.ReadClients, "scan").WithSummary("The file of a scan; the look is logged.");
        api.MapPost("/scans/{id:guid}/annul", AnnulAsync).Access(Permission.WriteClients, "scan").WithSummary("Takes a wrong scan out of its slot, with a reason. If-Match is obeyed where given.");
    }

    static async Task<Ok<ApiList<ApiScan>>> ListAsync(Guid id, Db db, Keyring keys, Guid? after, int? limit, CancellationToken ct)
    {
        var most = ApiRequests.Limit(limit);
        await db.Clients.AsNoTracking().RequireAsync(id, ct);
        var scans = db.Scans.AsNoTracking().Where(scan => scan.ClientId == id);
        // Ids grow with time: their order is the order in which the scans were attached.
        var rows = await Rows(after is { } last ? scans.Where(scan => scan.Id.CompareTo(last) < 0) : scans).OrderByDescending(row => row.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(new ApiList<ApiScan>([.. rows.Take(most).Select(row => ApiScan.Of(row, keys))], rows.Count > most ? $"{rows[most - 1].Id}" : null));
    }

    static async Task<ApiAnswer> ReadAsync(Guid id, Db db, Keyring keys, CancellationToken ct)
    {
        var row = await Rows(db.Scans.AsNoTracking().Where(scan => scan.Id == id)).SingleOrDefaultAsync(ct) ?? throw new NotFoundException();
        return new ApiAnswer(StatusCodes.Status200OK, ApiScan.Of(row, keys), version: row.Version);
    }

    static async Task<ApiAnswer> AttachAsync(Guid id, ApiNewScan body, AttachScan attach, Db db, Keyring keys, CancellationToken ct)
    {
        var scan = await attach.RunAsync(Ids.New(), id, body.ToInput(), ct);
        var row = await Rows(db.Scans.AsNoTracking().Where(found => found.Id == scan.Id)).SingleAsync(ct);
        return new ApiAnswer(StatusCodes.Status201Created, ApiScan.Of(row, keys), $"{ApiSetup.Prefix}/scans/{scan.Id}", scan.Version);
    }

    static async Task<ApiAnswer> AnnulAsync(Guid id, ApiAnnulment body, AttachScan attach, Db db, Keyring keys, HttpContext http, CancellationToken ct)
    {
        await attach.AnnulAsync(id, await http.VersionAsync(db.Scans, id, ct), body.Reason, ct);
        return await ReadAsync(id, db, keys, ct);
    }

    /// <summary>All but the file, which may be large and is sealed.</summary>
    static IQueryable<ScanRow> Rows(IQueryable<Scan> scans) => scans.Select(scan => new ScanRow
    {
        Id = scan.Id,
        ClientId = scan.ClientId,
        MeasureId = scan.MeasureId,
        Slot = scan.Slot,
        On = scan.On,
        Title = scan.Title,
        Format = scan.Format,
        Length = scan.Length,
        Hash = scan.Hash,
        AddedOn = scan.AddedOn,
        AnnulledOn = scan.AnnulledOn,
        Version = scan.Version,
    });
}

/// <summary>A scan without its file, as it lies in the database.</summary>
sealed record ScanRow
{
    public required Guid Id { get; init; }
    public required Guid ClientId { get; init; }
    public required Guid? MeasureId { get; init; }
    public required DossierSlot Slot { get; init; }
    public required DateOnly On { get; init; }
    public required Sealed? Title { get; init; }
    public required ScanFormat Format { get; init; }
    public required int Length { get; init; }
    public required string Hash { get; init; }
    public required DateOnly AddedOn { get; init; }
    public required DateOnly? AnnulledOn { get; init; }
    public required int Version { get; init; }
}

/// <summary>A scan as the API shows one; its file is read by itself.</summary>
public sealed record ApiScan(Guid Id, Guid PersonId, Guid? MeasureId, DossierSlot Slot, DateOnly On, string? Title, ScanFormat Format, int Length, string Hash, DateOnly AddedOn, DateOnly? AnnulledOn, int Version)
{
    internal static ApiScan Of(ScanRow row, Keyring keys) => new(
        row.Id, row.ClientId, row.MeasureId, row.Slot, row.On, keys.OpenOrNull(row.Title, SealedColumn.ScanTitle, row.Id), row.Format, row.Length, row.Hash, row.AddedOn, row.AnnulledOn, row.Version);
}

/// <summary>A scan that is attached.</summary>
public sealed record ApiNewScan : IApiBody
{
    public required DossierSlot Slot { get; init; }

    /// <summary>The day that the paper bears.</summary>
    public required DateOnly On { get; init; }
    [StringLength(100)]
    public string? Title { get; init; }
    public Guid? MeasureId { get; init; }

    /// <summary>PDF, JPEG or PNG in base64, of at most 10 MB.</summary>
    public required byte[] File { get; init; }

    public ScanInput ToInput() => new() { Slot = Slot, On = On, Title = Title, MeasureId = MeasureId, File = new FormFile(new MemoryStream(File), 0, File.Length, nameof(File), nameof(File)) };
}
