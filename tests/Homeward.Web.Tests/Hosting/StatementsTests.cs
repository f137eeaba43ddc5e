using System.Globalization;
using System.Text.RegularExpressions;
using Homeward.Data.Accounts;
using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;
using Homeward.Domain.Organisation;
using Homeward.Domain.Papers;
using Homeward.Domain.Screening;
using Homeward.Domain.Worklist;
using Homeward.Web.Features.Exchange.Runs;
using Homeward.Web.Foundation.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Web.Tests.Hosting;

/// <summary>What a page or endpoint asks of the database does not depend on the machine: every one that is mapped is opened and counted, so a new one is held too.</summary>
public abstract partial class StatementsTests(Home home)
{
    const int Most = 8;

    /// <summary>One after another the first who may.</summary>
    static readonly (string User, Role Role)[] Users = [("head", Role.StationHead), ("office", Role.HeadOffice), ("security", Role.SecurityAdministrator), ("auditor", Role.Auditor), ("liaison", Role.Liaison)];

    static readonly string[] Figures = ["overdue-by-district", "overdue-by-unit", "clients-by-measure"];

    [Fact]
    public async Task No_page_and_no_reading_endpoint_costs_more_than_eight_statements()
    {
        var things = await ThingsAsync();
        var costs = new List<(string Url, int Cost)>();
        foreach (var endpoint in home.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsRead))
        {
            var access = endpoint.Metadata.GetMetadata<AccessAttribute>()!;
            // A change of place is seen where it leads to.
            var user = access.Resource == "transfer" ? "neighbour" : Users.First(user => user.Role.Allows(access.Permission)).User;
            foreach (var url in Urls(endpoint.RoutePattern, access.Resource, things))
            {
                var client = url.StartsWith("/api/v1", StringComparison.Ordinal) ? home.Api(user) : await home.SignedInAsync(user);
                costs.Add((url, await CostAsync(client, url)));
            }
        }
        Assert.True(costs.Count > 45, $"{costs.Count} endpoints");
        Assert.DoesNotContain(costs, cost => cost.Cost > Most);
    }

    /// <summary>Ours, read by GET, with no free text in its route.</summary>
    static bool IsRead(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<AccessAttribute>() is { Resource: not "asset" } && !endpoint.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll)
        && (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Contains("GET");

    /// <summary>The addresses of a route about records that are there; a route without an id is asked about the client as well.</summary>
    static IEnumerable<string> Urls(RoutePattern pattern, string noun, Dictionary<string, Guid> things)
    {
        var path = "/" + pattern.RawText!.TrimStart('/');
        return pattern.Parameters switch
        {
            [] => [path, $"{path}?client={things["client"]}&personId={things["client"]}&obligation={things["obligation"]}", $"{path}?q=js&state=Overdue&sort=name", $"{path}?view=month"],
            [{ Name: "name" }] => Figures.Select(name => Parameter().Replace(path, name)),
            [{ Name: "documentName" }] => [Parameter().Replace(path, "v1")],
            [var id] when id.Name.Equals("id", StringComparison.OrdinalIgnoreCase) => [Parameter().Replace(path, things[noun].ToString())],
            _ => throw new InvalidOperationException($"The test knows no record for {path}."),
        };
    }

    static async Task<int> CostAsync(HttpClient client, string url)
    {
        (await client.GetAsync(url)).Dispose();
        using var answer = await client.GetAsync(url);
        Assert.False((int)answer.StatusCode is 401 or 403 or >= 500, $"{url}: {(int)answer.StatusCode}");
        return int.Parse(answer.Headers.GetValues("Server-Timing").Single().Split('=')[1], CultureInfo.InvariantCulture);
    }

    async Task<Dictionary<string, Guid>> ThingsAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA", "计数");
        var measure = await home.NewMeasureAsync("worker", client);
        var screen = (await (await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client, "2026-08-20"))).JsonAsync()).GetProperty("id").GetGuid();
        var contact = (await (await home.Api("worker").PostAsync("/contacts", new { personId = client, on = "2026-11-18", mode = "phone", content = "近况" })).JsonAsync()).GetProperty("id").GetGuid();
        var moved = await MovedAsync();
        var paper = (await (await home.Api("worker").PostAsync("/papers", new { personId = client, kind = "handbookReceipt" })).JsonAsync()).GetProperty("id").GetGuid();
        foreach (var level in (string[])["high", "low"])
        {
            await home.Api("worker").PostAsync($"/people/{client}/risk", new { level, on = "2026-11-20", reason = "periodic", note = "理由", evidence = new[] { $"contact:{contact}", $"screen:{screen}" } });
        }
        var campaign = (await (await home.Api("head").PostAsync("/campaigns", new { name = "计数", kind = "other", unitId = home.World.Units["station"].Id, from = "2026-11-20", to = "2026-11-30", items = new[] { "contacted", "visited", "screened", "whereabouts", "relief" } })).JsonAsync()).GetProperty("id").GetGuid();
        var release = await home.NewReleaseAsync("pointA");
        return await home.WithDbAsync(async (db, services) =>
        {
            var entry = await db.CampaignEntries.Where(found => found.CampaignId == campaign && found.ClientId == client).Select(found => found.Id).SingleAsync();
            var risk = await db.RiskRecords.Where(record => record.ClientId == client && record.State == Domain.People.RiskState.Waiting).Select(record => record.Id).SingleAsync();
            var keys = services.GetRequiredService<Keyring>();
            var (run, photo) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            db.ImportRuns.Add(new ImportRun { Id = run, AccountId = home.World.Accounts["head"].Id, Sheet = "roster", State = ImportStates.Failed, File = keys.Seal("x", SealedColumn.ImportFile, run), FileName = keys.Seal("roster.csv", SealedColumn.ImportFileName, run), CreatedAt = home.Clock.GetUtcNow().UtcDateTime });
            db.ScreenPhotos.Add(new ScreenPhoto(photo, await db.Screens.SingleAsync(found => found.Id == screen), keys.Seal([1, 2, 3], SealedColumn.ScreenPhoto, photo)));
            var scan = Guid.CreateVersion7();
            var note = new EntryNote(scan, null, home.Clock.GetUtcNow().UtcDateTime, Home.Today);
            db.Scans.Add(new Scan(await db.Clients.SingleAsync(found => found.Id == client), measure, DossierSlot.HomeMap, Home.Today, new ScanFile(ScanFormat.Jpeg, 3, "00", keys.Seal([1, 2, 3], SealedColumn.ScanContent, scan), null), note));
            var template = new PaperTemplate(Guid.CreateVersion7(), home.World.Units["city"].Id, PaperKind.Assessment, 1, TemplateFormat.Html, "<p>{{number}}</p>"u8.ToArray(), note);
            db.PaperTemplates.Add(template);
            await db.SaveChangesAsync();
            await db.Papers.Where(found => found.Id == paper).ExecuteUpdateAsync(set => set.SetProperty(found => found.BatchId, paper));
            var obligation = await db.Obligations.Where(due => due.ClientId == client && due.Kind == ObligationKind.Screen && due.SettledOn == null).OrderBy(due => due.Opens).Select(due => due.Id).FirstAsync();
            return new Dictionary<string, Guid>
            {
                ["client"] = client, ["measure"] = measure, ["screen"] = screen, ["screenPhoto"] = screen, ["contact"] = contact, ["paper"] = paper, ["paperBatch"] = paper, ["paperDocx"] = paper, ["scan"] = scan, ["paperTemplate"] = template.Id, ["obligation"] = obligation, ["riskChange"] = risk, ["campaign"] = campaign, ["campaignEntry"] = entry,
                ["release"] = release, ["import"] = run, ["unit"] = home.World.Units["pointA"].Id, ["staff"] = home.World.Staff["worker"].Id,
                ["certification"] = client, ["contactPerson"] = client, ["dispute"] = screen, ["sample"] = screen,
                ["transfer"] = await db.IncomingTransfers.Where(found => found.ClientId == moved).Select(found => found.Id).SingleAsync(),
                ["formerFile"] = await db.FormerFiles.Where(found => found.ClientId == moved).Select(found => found.Id).SingleAsync(),
            };
        });
    }

    /// <summary>A client whose case went from one point to another and left its former file behind.</summary>
    async Task<Guid> MovedAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA", "迁出");
        var measure = await home.NewMeasureAsync("worker", client);
        (await home.Api("worker").PostAsync($"/measures/{measure}/transfer", new { on = "2026-11-10", placeId = home.World.Units["streetB"].Id, reason = "movedHome", documentNumber = "函1" })).EnsureSuccessStatusCode();
        var transfer = await home.WithDbAsync(db => db.IncomingTransfers.Where(found => found.MeasureId == measure).Select(found => found.Id).SingleAsync());
        var there = await home.SignedInAsync("neighbour");
        await there.SendFormAsync($"/transfers/{transfer}?do=accept", "transfer", new() { ["Input.On"] = "2026-11-11" });
        await there.SendFormAsync($"/transfers/{transfer}?do=receive", "transfer", new() { ["Input.On"] = "2026-11-12" });
        return client;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}

public sealed class StatementsOnSqlite(SqliteHome home) : StatementsTests(home), IClassFixture<SqliteHome>;

public sealed class StatementsOnPostgres(PostgresHome home) : StatementsTests(home), IClassFixture<PostgresHome>;
