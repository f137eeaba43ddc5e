using System.ComponentModel.DataAnnotations;
using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Supervision;
using Homeward.Web.Components.Forms;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.Supervision;

/// <summary><c>/transfers</c>: changes of place as the receiving office sees and answers them (rules R1.35–R1.37); they are asked for by <c>/measures/{id}/transfer</c>.</summary>
static class TransfersApi
{
    public static void MapTransfers(this RouteGroupBuilder api)
    {
        api.MapGet("/transfers", ListAsync).Access(Permission.WriteMeasures, "transfer").WithSummary("Changes of place into the caller's units, the newest first; state asked, accepted, rejected, revoked or moved narrows to those.");
        api.MapPost("/transfers/{id:guid}/accept", (Guid id, ApiTransferAnswer body, Db db, Keyring keys, AnswerTransfer answer, HttpContext http, CancellationToken ct) =>
            DoneAsync(id, db, keys, http, version => answer.AcceptAsync(id, version, body.On, body.DocumentNumber, ct), ct)).Access(Permission.WriteMeasures, "transfer").WithSummary("Accepts the case; it moves when the client reports.");
        api.MapPost("/transfers/{id:guid}/reject", (Guid id, ApiTransferAnswer body, Db db, Keyring keys, AnswerTransfer answer, HttpContext http, CancellationToken ct) =>
            DoneAsync(id, db, keys, http, version => answer.RejectAsync(id, version, body.On, body.Cause, body.Reason, ct), ct)).Access(Permission.WriteMeasures, "transfer").WithSummary("Rejects the case with a reason.");
        api.MapPost("/transfers/{id:guid}/receive", (Guid id, ApiTransferAnswer body, Db db, Keyring keys, AnswerTransfer answer, HttpContext http, CancellationToken ct) =>
            DoneAsync(id, db, keys, http, version => answer.ReceiveAsync(id, version, body.On, body.StaffId, ct), ct)).Access(Permission.WriteMeasures, "transfer").WithSummary("The client has reported: case, open obligations and access move.");
    }

    static async Task<Ok<ApiList<ApiTransfer>>> ListAsync(Db db, Keyring keys, string? state, Guid? after, int? limit, CancellationToken ct)
    {
        var most = ApiRequests.Limit(limit);
        var transfers = db.IncomingTransfers.AsNoTracking();
        if (ApiRequests.Choice<TransferState>(state, "state") is { } one)
        {
            transfers = transfers.Where(transfer => transfer.State == one);
        }
        if (after is { } last)
        {
            transfers = transfers.Where(transfer => transfer.Id < last);
        }
        // Ids grow with time: their order is the order in which the cases were asked for.
        var rows = await transfers.OrderByDescending(transfer => transfer.Id).Take(most).ToListAsync(ct);
        return TypedResults.Ok(new ApiList<ApiTransfer>([.. rows.Select(transfer => ApiTransfer.Of(transfer, keys))], rows.Count == most ? $"{rows[^1].Id}" : null));
    }

    static async Task<ApiAnswer> DoneAsync(Guid id, Db db, Keyring keys, HttpContext http, Func<int, Task> answer, CancellationToken ct)
    {
        await answer(await http.VersionAsync(db.IncomingTransfers, id, ct));
        var transfer = await db.IncomingTransfers.RequireAsync(id, ct);
        return new ApiAnswer(StatusCodes.Status200OK, ApiTransfer.Of(transfer, keys), version: transfer.Version);
    }
}

/// <summary>A change of place as the API shows one: a name, and not yet the file.</summary>
public sealed record ApiTransfer(
    Guid Id, Guid MeasureId, string Name, MeasureKind Kind, TransferState State, Guid FromUnitId, Guid UnitId, Guid PlaceId, DateOnly RequestedOn, DateOnly? AnsweredOn, DateOnly? MovedOn, int Version)
{
    public static ApiTransfer Of(IncomingTransfer transfer, Keyring keys) => new(
        transfer.Id, transfer.MeasureId, keys.Open(transfer.Name, SealedColumn.TransferName, transfer.Id), transfer.Kind, transfer.State, transfer.FromUnitId, transfer.UnitId, transfer.PlaceId,
        transfer.RequestedOn, transfer.AnsweredOn, transfer.MovedOn, transfer.Version);
}

/// <summary>An answer to a change of place.</summary>
public sealed record ApiTransferAnswer : IApiBody
{
    public required DateOnly On { get; init; }
    [StringLength(100)]
    public string? DocumentNumber { get; init; }

    /// <summary>Needed to reject.</summary>
    [StringLength(500)]
    public string? Reason { get; init; }

    /// <summary>To reject: <c>notResident</c> or <c>other</c>, which is meant where nothing is said.</summary>
    [StringLength(40), CodeOf("actReason")]
    public string? Cause { get; init; }

    /// <summary>Who answers for the client from now on.</summary>
    public Guid? StaffId { get; init; }
}
