using System.Net;
using System.Text.RegularExpressions;
using Homeward.Domain.Organisation;
using Homeward.Web.Foundation.Access;
using Homeward.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Web.Tests.Trust;

/// <summary>Every endpoint × every role × own, same station, other district, missing: the answer is as declared and no foreign canary is in it.</summary>
public abstract partial class WallsTests(Home home)
{
    const string Canary = "金丝雀";

    /// <summary>Framework endpoints that show nothing of ours; the fallback policy denies them anyway.</summary>
    static readonly string[] Framework = ["_framework/", "_blazor", "{**path:file}"];

    static readonly (string User, Role Role)[] Users =
    [
        ("worker", Role.Worker), ("leader", Role.PointLeader), ("head", Role.StationHead), ("office", Role.HeadOffice), ("police", Role.NarcoticsOffice),
        ("street", Role.StreetOffice), ("liaison", Role.Liaison), ("peer", Role.Peer), ("auditor", Role.Auditor), ("security", Role.SecurityAdministrator), ("system", Role.SystemAdministrator),
    ];

    [Fact]
    public void Every_endpoint_declares_its_access()
    {
        var bare = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<AccessAttribute>() is null).Select(endpoint => endpoint.RoutePattern.RawText)
            .Where(pattern => !Framework.Any(prefix => pattern!.TrimStart('/').StartsWith(prefix, StringComparison.Ordinal)));

        Assert.Empty(bare);
    }

    [Fact]
    public async Task A_role_without_the_permission_is_refused_everywhere()
    {
        var faults = new List<string>();
        foreach (var (user, role) in Users)
        {
            var api = home.Api(user);
            var browser = await home.SignedInAsync(user);
            foreach (var endpoint in Endpoints().Where(IsOurs))
            {
                var access = endpoint.Metadata.GetMetadata<AccessAttribute>()!;
                var client = IsApi(endpoint) ? api : browser;
                foreach (var method in Methods(endpoint).Where(method => method is "GET"))
                {
                    using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), Fill(endpoint, Guid.CreateVersion7())));
                    // The start page sends whoever has no worklist to a page of their own.
                    var refused = answer.StatusCode == HttpStatusCode.Forbidden || (endpoint.RoutePattern.RawText is "/" or "" && answer.StatusCode == HttpStatusCode.Redirect);
                    if (!role.Allows(access.Permission) != refused || (int)answer.StatusCode >= 500)
                    {
                        faults.Add($"{role} {method} {endpoint.RoutePattern.RawText} ({access.Permission}): {(int)answer.StatusCode}");
                    }
                }
            }
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task What_is_foreign_answers_exactly_like_what_is_missing()
    {
        var things = new Dictionary<string, Things> { ["own"] = await ThingsAsync("worker", "pointA"), ["station"] = await ThingsAsync("neighbour", "pointB"), ["district"] = await ThingsAsync("stranger", "pointC") };
        var api = home.Api("worker");
        var browser = await home.SignedInAsync("worker");
        var faults = new List<string>();
        foreach (var endpoint in Endpoints().Where(endpoint => IsOurs(endpoint) && endpoint.RoutePattern.Parameters.Any(parameter => parameter.Name == "id") && Methods(endpoint).Contains("GET")))
        {
            var noun = endpoint.Metadata.GetMetadata<AccessAttribute>()!.Resource;
            if (!things["own"].Ids.ContainsKey(noun))
            {
                continue;
            }
            var client = IsApi(endpoint) ? api : browser;
            var missing = await BodyAsync(client, Fill(endpoint, Guid.CreateVersion7()));
            var own = await BodyAsync(client, Fill(endpoint, things["own"].Ids[noun]));
            foreach (var where in new[] { "station", "district" })
            {
                var id = things[where].Ids[noun];
                var foreign = await BodyAsync(client, Fill(endpoint, id));
                if (foreign.Status != HttpStatusCode.NotFound || foreign.Text.Replace(id.ToString(), "", StringComparison.Ordinal) != missing.Text || foreign.Text.Contains(Canary, StringComparison.Ordinal))
                {
                    faults.Add($"GET {endpoint.RoutePattern.RawText} {where}: {(int)foreign.Status}");
                }
            }
            if (own.Status != HttpStatusCode.OK)
            {
                faults.Add($"GET {endpoint.RoutePattern.RawText} own: {(int)own.Status}");
            }
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task No_list_shows_a_foreign_canary()
    {
        await ThingsAsync("stranger", "pointC");
        await ThingsAsync("neighbour", "pointB");
        var api = home.Api("leader");
        var browser = await home.SignedInAsync("leader");
        var faults = new List<string>();
        string[] sought = [(await browser.SeekAsync("/people", Canary))["/people".Length..], (await browser.SeekAsync("/people", "jsq"))["/people".Length..]];
        foreach (var endpoint in Endpoints().Where(endpoint => IsOurs(endpoint) && endpoint.RoutePattern.Parameters.Count == 0 && Methods(endpoint).Contains("GET")))
        {
            foreach (var query in (string[])["", $"?q={Canary}", "?q=jsq", "?state=ToDo", .. sought])
            {
                var body = await BodyAsync(IsApi(endpoint) ? api : browser, "/" + endpoint.RoutePattern.RawText!.TrimStart('/') + query);
                // The word that was asked for stands in the search field again: only a longer name is a leak.
                if (body.Text.Contains(NameAt("pointB"), StringComparison.Ordinal) || body.Text.Contains(NameAt("pointC"), StringComparison.Ordinal) || (int)body.Status >= 500)
                {
                    faults.Add($"GET {endpoint.RoutePattern.RawText}{query}: {(int)body.Status}");
                }
            }
        }
        Assert.Empty(faults);
    }

    IEnumerable<RouteEndpoint> Endpoints() => home.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    static bool IsOurs(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<AccessAttribute>() is { Permission: not Permission.Anyone } && !endpoint.RoutePattern.RawText!.Contains("gallery", StringComparison.Ordinal);

    static bool IsApi(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal);

    static IEnumerable<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    static string Fill(RouteEndpoint endpoint, Guid id) => "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), match =>
        match.Groups[1].Value switch { "id" => id.ToString(), "name" => "overdue-by-district", "verb" => "release", "sheet" => "roster", _ => Guid.CreateVersion7().ToString() });

    static async Task<(HttpStatusCode Status, string Text)> BodyAsync(HttpClient client, string url)
    {
        using var answer = await client.GetAsync(url);
        var sent = new Uri("https://localhost" + url);
        return (answer.StatusCode, Plain(await answer.Content.ReadAsStringAsync()).Replace(sent.Segments.LastOrDefault(segment => Guid.TryParse(segment.TrimEnd('/'), out _))?.TrimEnd('/') ?? "\0", "", StringComparison.Ordinal));
    }

    /// <summary>Without what differs from request to request: trace ids, form tokens, submissions, ids in links back to the page.</summary>
    static string Plain(string text) => Changing().Replace(text, "");

    static string NameAt(string unit) => Canary + unit switch { "pointA" => "甲", "pointB" => "乙", _ => "丙" };

    async Task<Things> ThingsAsync(string user, string unit)
    {
        var client = await home.NewClientAsync(user, unit, NameAt(unit));
        var measure = await home.NewMeasureAsync(user, client);
        var obligation = await home.WithDbAsync(db => db.Obligations.Where(due => due.ClientId == client && due.Kind == Domain.Worklist.ObligationKind.Screen && due.SettledOn == null && due.Closes >= Home.Today).OrderBy(due => due.Opens).Select(due => due.Id).FirstAsync());
        var screen = (await (await home.Api(user).PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client, "2026-08-20"))).JsonAsync()).GetProperty("id").GetGuid();
        var contact = (await (await home.Api(user).PostAsync("/contacts", new { personId = client, on = "2026-11-18", mode = "phone", content = NameAt(unit) + "的情况" })).JsonAsync()).GetProperty("id").GetGuid();
        var paper = (await (await home.Api(user).PostAsync("/papers", new { personId = client, kind = "handbookReceipt" })).JsonAsync()).GetProperty("id").GetGuid();
        var scan = (await (await home.Api(user).PostAsync($"/people/{client}/scans", new { slot = "homeMap", on = "2026-11-20", title = NameAt(unit), file = Papers.Scans.Picture() })).JsonAsync()).GetProperty("id").GetGuid();
        var member = (await (await home.Api(user).PostAsync($"/measures/{measure}/team", new { role = "volunteer", name = NameAt(unit), from = "2026-11-20" })).JsonAsync()).GetProperty("id").GetGuid();
        return new Things(new Dictionary<string, Guid> { ["scan"] = scan, ["teamMember"] = member, ["client"] = client, ["measure"] = measure, ["obligation"] = obligation, ["screen"] = screen, ["contact"] = contact, ["paper"] = paper, ["release"] = await home.NewReleaseAsync(unit, NameAt(unit)), ["unit"] = home.World.Units[unit].Id, ["staff"] = home.World.Staff[user].Id });
    }

    sealed record Things(Dictionary<string, Guid> Ids)
    {
        public static readonly Things Missing = new(new Dictionary<string, Guid> { ["scan"] = Guid.CreateVersion7(), ["teamMember"] = Guid.CreateVersion7(), ["client"] = Guid.CreateVersion7(), ["measure"] = Guid.CreateVersion7(), ["obligation"] = Guid.CreateVersion7(), ["screen"] = Guid.CreateVersion7(), ["contact"] = Guid.CreateVersion7(), ["paper"] = Guid.CreateVersion7(), ["release"] = Guid.CreateVersion7() });

        public string Fill(string text) => Ids.Aggregate(text, (filled, pair) => filled.Replace($"{{{pair.Key}}}", pair.Value.ToString(), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"|name=\"(__RequestVerificationToken|_submission)\" value=\"[^\"]*\"|value=\"[^\"]*\" name=\"(__RequestVerificationToken|_submission)\"|value=\"/[^\"]*\"|CfDJ8[\\w-]*|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Changing();
}

public sealed class WallsOnSqlite(SqliteHome home) : WallsTests(home), IClassFixture<SqliteHome>;
public sealed class WallsOnPostgres(PostgresHome home) : WallsTests(home), IClassFixture<PostgresHome>;
