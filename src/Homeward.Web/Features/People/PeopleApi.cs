using Homeward.Data;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Web.Foundation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Foundation.Api;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Features.People;

/// <summary><c>/people</c>: clients in scope, with masked numbers.</summary>
static class PeopleApi
{
    public static void MapPeople(this RouteGroupBuilder api)
    {
        api.MapGet("/people", ListAsync).Access(Permission.ReadClients, "client").WithSummary("Clients in scope; q searches name, pinyin, initials, last four, ID number or phone.");
        api.MapPost("/people", CreateAsync).Access(Permission.WriteClients, "client").WithSummary("Opens a client's file.");
        api.MapGet("/people/{id:guid}", ReadAsync).Access(Permission.ReadClients, "client").WithSummary("One client; its version is the ETag.");
        api.MapPatch("/people/{id:guid}", PatchAsync).Access(Permission.WriteClients, "client").WithSummary("Changes the fields that are given; needs If-Match.");
        api.MapGet("/people/{id:guid}/timeline", TimelineAsync).Access(Permission.ReadClients, "client").WithSummary("The same lines as on the client's page, newest first: screens, disputes, contacts, measures and acts, papers, certifications, releases, assessments, who answered for the client.");
    }

    static async Task<Ok<ApiList<ApiClient>>> ListAsync(
        Db db, Keyring keys, UnitTree units, ClientSearch search, string? q, Guid? unit, string? sort, string? after, int? limit, CancellationToken ct)
    {
        var most = ApiRequests.Limit(limit);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var ids = await search.FindAsync(q, most, ct);
            var found = await db.Clients.Where(client => ids.Contains(client.Id)).Select(ClientRow.Of).ToListAsync(ct);
            var order = ids.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
            return TypedResults.Ok(new ApiList<ApiClient>([.. found.OrderBy(client => order[client.Id]).Select(client => ApiClient.Of(client, keys, units))], null));
        }
        if (sort is not (null or "updated"))
        {
            throw new BadHttpRequestException("sort: updated");
        }
        var clients = db.Clients.AsNoTracking();
        if (unit is { } within)
        {
            var below = units.WithBelow(within).ToArray();
            clients = clients.Where(client => below.Contains(client.UnitId));
        }
        if (after is not null)
        {
            var place = InstantPlace.Read(after) ?? throw new ApiException(StatusCodes.Status400BadRequest, "api.after");
            clients = clients.Where(client => client.UpdatedAt < place.At || (client.UpdatedAt == place.At && client.Id.CompareTo(place.Id) < 0));
        }
        var rows = await clients.OrderByDescending(client => client.UpdatedAt).ThenByDescending(client => client.Id).Take(most + 1).Select(ClientRow.Of).ToListAsync(ct);
        var next = rows.Count > most ? $"{new InstantPlace(rows[most - 1].UpdatedAt, rows[most - 1].Id)}" : null;
        return TypedResults.Ok(new ApiList<ApiClient>([.. rows.Take(most).Select(client => ApiClient.Of(client, keys, units))], next));
    }

    static async Task<ApiAnswer> ReadAsync(Guid id, Db db, ClientById clients, Looks looks, Keyring keys, UnitTree units)
    {
        var client = await clients.RequireAsync(db, id);
        await looks.TellAsync(db, "client.read", "client", id);
        return new ApiAnswer(StatusCodes.Status200OK, ApiClient.Of(client, keys, units), version: client.Version);
    }

    static async Task<ApiAnswer> CreateAsync(ApiNewClient body, SaveClient save, Keyring keys, UnitTree units, CancellationToken ct)
    {
        var client = await save.CreateAsync(Ids.New(), body.ToInput(), body.UnitId, body.ResponsibleId, ct);
        return new ApiAnswer(StatusCodes.Status201Created, ApiClient.Of(client, keys, units), $"{ApiSetup.Prefix}/people/{client.Id}", client.Version);
    }

    static async Task<ApiAnswer> PatchAsync(Guid id, ApiClientPatch body, Db db, SaveClient save, Keyring keys, UnitTree units, HttpContext http, CancellationToken ct)
    {
        var client = await db.Clients.RequireAsync(id, ct);
        var changed = await save.UpdateAsync(id, http.RequireIfMatch(), body.Over(keys.Open(client)), ct);
        return new ApiAnswer(StatusCodes.Status200OK, ApiClient.Of(changed, keys, units), version: changed.Version);
    }

    static async Task<Ok<ApiList<TimelineItem>>> TimelineAsync(Guid id, ClientFileReader files, ClientTimeline timeline, string? after, int? limit, CancellationToken ct)
    {
        var most = ApiRequests.Limit(limit);
        var place = after is null ? (TimelinePlace?)null : TimelinePlace.Read(after) ?? throw new ApiException(StatusCodes.Status400BadRequest, "api.after");
        var (lines, next) = await timeline.PageAsync(await files.ReadAsync(id, ct), place, most, ct);
        return TypedResults.Ok(new ApiList<TimelineItem>([.. lines.Select(line => line.ToItem())], next));
    }
}
