using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Homeward.Data;
using Homeward.Domain.Screening;
using Homeward.Domain.Supervision;
using Homeward.Web.Features.Worklist;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;

namespace Homeward.Web.Features.Screening;

/// <summary><c>/screens/{id}</c>: one screen, and what may be done to it after it was recorded.</summary>
static class ScreenChangesApi
{
    const string Path = "/screens/{id:guid}";

    public static void MapScreenChanges(this RouteGroupBuilder api)
    {
        api.MapGet(Path, ReadAsync).Access(Permission.ReadClients, "screen").WithSummary("One screen; its version is the ETag. next tells what comes next where it says nothing final yet: confirm or close from a day on, the step of the dispute by a day, or confirmEvasion.");
        api.MapPost($"{Path}/confirm", (Guid id, ApiConfirmation body, Db db, ChangeScreen change, HttpContext http, CancellationToken ct) => DoneAsync(id, db, http, version => change.ConfirmAsync(id, version, body.DocumentNumber, ct), ct))
            .Access(Permission.AnnulScreens, "screen").WithSummary("Confirms a preliminary positive, once the client's days to ask for a laboratory are over or the dispute is: only now counters, clocks and figures use it. If-Match is obeyed where given.");
        api.MapPost($"{Path}/confirmEvasion", (Guid id, Db db, ChangeScreen change, HttpContext http, CancellationToken ct) => DoneAsync(id, db, http, version => change.ConfirmEvasionAsync(id, version, ct), ct))
            .Access(Permission.AnnulScreens, "screen").WithSummary("Confirms an evasion, where a notice was served or the sample was tampered with. If-Match is obeyed where given.");
        api.MapPost($"{Path}/annul", (Guid id, ApiAnnulment body, Db db, ChangeScreen change, HttpContext http, CancellationToken ct) => DoneAsync(id, db, http, version => change.AnnulAsync(id, version, body.Reason, ct), ct))
            .Access(Permission.AnnulScreens, "screen").WithSummary("Annuls a wrong record with a reason; what it settled is open again. If-Match is obeyed where given.");
        api.MapPost($"{Path}/note", (Guid id, ApiSpotChange body, Db db, NoteScreen note, HttpContext http, CancellationToken ct) => DoneAsync(id, db, http, version => note.RunAsync(id, version, body.Over, body.ToSamples(), body.RefusalNote, ct), ct))
            .Access(Permission.RecordScreens, "screen").WithSummary("Writes down what was sealed, told and signed on the spot: the fields that are given; clear empties what was never so. If-Match is obeyed where given.");
        api.MapPost($"{Path}/dispose", (Guid id, ApiDisposal body, Db db, ChangeScreen change, HttpContext http, CancellationToken ct) =>
            DoneAsync(id, db, http, version => change.DisposeAsync(id, version, body.On, body.By, body.Witness, ct), ct))
            .Access(Permission.RecordScreens, "sample").WithSummary("The kept samples were destroyed, by whom and before whom, once their time is over. If-Match is obeyed where given.");
    }

    static async Task<ApiAnswer> ReadAsync(Guid id, ScreenReader reader, PlanObligations plan, Db db, Looks looks, CancellationToken ct)
    {
        var sheet = await reader.RequireAsync(id, ct);
        await looks.TellAsync(db, "screen.read", nameof(Screen), sheet.Client.Id, id);
        var next = ScreenNext.Of(sheet.Screen, await reader.DisputeAsync(id, ct), DisputeLimits.Of(plan.PackOf(sheet.Client, null)));
        return new ApiAnswer(StatusCodes.Status200OK, ApiScreen.Of(sheet.Screen, sheet.ConfirmedBy) with { Next = next, OnLeave = await reader.LeaveAsync(sheet.Screen, ct) is not null }, version: sheet.Screen.Version);
    }

    static async Task<ApiAnswer> DoneAsync(Guid id, Db db, HttpContext http, Func<int, Task<Screen>> change, CancellationToken ct) => Answer(await change(await http.VersionAsync(db.Screens, id, ct)));

    static ApiAnswer Answer(Screen screen) => new(StatusCodes.Status200OK, ApiScreen.Of(screen), version: screen.Version);
}

/// <summary>On which paper a positive is confirmed.</summary>
public sealed record ApiConfirmation : IApiBody
{
    [StringLength(100)]
    public string? DocumentNumber { get; init; }

    /// <summary>The body may be left out, which the framework's own binding takes for a foreign media type.</summary>
    public static async ValueTask<ApiConfirmation?> BindAsync(HttpContext http)
    {
        try
        {
            return http.Request.HasJsonContentType() ? await http.Request.ReadFromJsonAsync<ApiConfirmation>(http.RequestAborted) ?? new() : new();
        }
        catch (JsonException unread)
        {
            throw new BadHttpRequestException(unread.Message, unread);
        }
    }
}

/// <summary>Who destroyed the kept samples, and before whom.</summary>
public sealed record ApiDisposal : IApiBody
{
    public required DateOnly On { get; init; }
    [StringLength(60)]
    public required string By { get; init; }
    [StringLength(60)]
    public required string Witness { get; init; }
}
