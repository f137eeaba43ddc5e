using System.Globalization;
using System.Net.Http.Json;
using Homeward.Domain.Foundation;

namespace Homeward.Benchmarks;

/// <summary>One kind of work, as it is asked of each side.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Script">For pgbench; null where bare SQL has nothing to set beside it.</param>
/// <param name="Thin">The request to the thin handler; the number draws whom it is about.</param>
/// <param name="Product">The request to the product.</param>
sealed record Work(string Name, string? Script, Func<int, HttpRequestMessage>? Thin, Func<int, HttpRequestMessage> Product)
{
    public bool Writes { get; init; }

    public static IEnumerable<Work> All(IReadOnlyList<Pick> picks, IReadOnlyList<string> terms, string workerCookie, string officeCookie)
    {
        Pick At(int number) => picks[number % picks.Count];
        string Term(int number) => Uri.EscapeDataString(terms[number % terms.Count]);
        var first = picks.First(pick => pick.Account == 1);
        yield return new Work("read a client", Bare.Script(Sql.Client),
            number => Get($"/people/{At(number).ClientId}"),
            number => Get($"/api/v1/people/{At(number).ClientId}", At(number).Account));
        yield return new Work("search by name", Bare.Script(Sql.Search),
            number => Get($"/people?q={Term(number)}"),
            number => Get($"/api/v1/people?limit=25&q={Term(number)}", 0));
        yield return new Work("search by name, page", null, null, number => Page($"/people?q={Term(number)}", officeCookie));
        yield return new Work("worklist", Bare.Script(Sql.Worklist),
            number => Get($"/worklist?worker={At(number).WorkerId}"),
            number => Get($"/api/v1/worklist?responsibleId={At(number).WorkerId}", At(number).Account));
        yield return new Work("worklist, page", Bare.Script(Sql.Worklist, Sql.Counts),
            number => Get($"/today?worker={At(number).WorkerId}"),
            number => Page("/", workerCookie));
        yield return new Work("client, page", null, null, _ => Page($"/people/{first.ClientId}", workerCookie));
        yield return new Work("record a screen", Bare.Script("begin", Sql.FindClient, Sql.AddScreen, Sql.Settle, "end"), number => ThinScreen(At(number), number / picks.Count % 28), number => Screen(At(number), number / picks.Count % 28)) { Writes = true };
        yield return new Work("overdue by district", Bare.Script(Sql.Overdue), _ => Get("/overdue"), _ => Get("/api/v1/figures/overdue-by-district", 0));
    }

    static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    static HttpRequestMessage Get(string path, int account) => new(HttpMethod.Get, path) { Headers = { { "Authorization", $"Bearer {World.KeyOf(account)}" } } };

    static HttpRequestMessage Page(string path, string cookie) => new(HttpMethod.Get, path) { Headers = { { "Cookie", cookie }, { "X-Forwarded-Proto", "https" } } };

    static DateOnly Day(int round) => DateOnly.ParseExact(Benchmarks.Product.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(-round);

    static HttpRequestMessage ThinScreen(Pick pick, int round) => new(HttpMethod.Post, $"/screens/{Ids.New()}") { Content = JsonContent.Create(new ThinScreen(pick.ClientId, Day(round))) };

    static HttpRequestMessage Screen(Pick pick, int round) => new(HttpMethod.Post, $"/api/v1/screens/{Ids.New()}/record")
    {
        Headers = { { "Authorization", $"Bearer {World.KeyOf(pick.Account)}" } },
        Content = JsonContent.Create(new
        {
            personId = pick.ClientId, on = Day(round), kind = "scheduled", specimen = "blood", outcome = "done", result = "negative",
            readings = new { morphine = "negative", methamphetamine = "negative", ketamine = "negative" },
            kitLot = "bench", firstTester = "张一", secondTester = "李二", collector = "王三", collectorSex = "female", place = "社工点",
        }),
    };
}
