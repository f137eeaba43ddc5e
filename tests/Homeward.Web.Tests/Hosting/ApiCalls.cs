using System.Net.Http.Json;
using System.Text.Json;

namespace Homeward.Web.Tests.Hosting;

/// <summary>Short ways to call the API and to arrange clients through it.</summary>
public static class ApiCalls
{
    static int next;

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    public static Task<HttpResponseMessage> SendJsonAsync(this HttpClient api, HttpMethod method, string path, object body, string? key = null, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }
        return api.SendAsync(request);
    }

    public static Task<HttpResponseMessage> PostAsync(this HttpClient api, string path, object body, string? key = null) => api.SendJsonAsync(HttpMethod.Post, path, body, key);

    /// <summary>An identity number that nobody had before in this run: a woman, or a man, born on 12 March 1985.</summary>
    public static string NewNumber(bool woman = false)
    {
        var serial = Interlocked.Increment(ref next);
        var seventeen = $"310109{19850312 + (serial / 400 * 10000)}{serial % 400 * 2 + (woman ? 0 : 1):000}";
        return seventeen + Domain.People.IdentityNumber.CheckCharacter(seventeen);
    }

    /// <summary>Opens a client's file at a unit, through the API.</summary>
    public static async Task<Guid> NewClientAsync(this Home home, string user, string unit, string name = "单小明", bool woman = false)
    {
        var answer = await home.Api(user).PostAsync("/people", new { name, unitId = home.World.Units[unit].Id, responsibleId = home.World.Staff[user].Id, identityNumber = NewNumber(woman), phone = $"138{Interlocked.Increment(ref next):00000000}" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    /// <summary>Puts a client under community detox, reported and signed, through the API.</summary>
    public static async Task<Guid> NewMeasureAsync(this Home home, string user, Guid personId, string kind = "CDT", string reportedOn = "2026-05-10")
    {
        var reported = DateOnly.Parse(reportedOn, System.Globalization.CultureInfo.InvariantCulture);
        var answer = await home.Api(user).PostAsync("/measures", new { personId, kind, termYears = 3, orderedOn = reported.AddDays(-10), servedOn = reported.AddDays(-5), reportedOn = reported, agreementSignedOn = reported });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    /// <summary>A client who has been in isolation for almost eighteen months.</summary>
    public static async Task<(Guid Client, Guid Measure)> NewIsolatedAsync(this Home home)
    {
        var client = await home.NewClientAsync("worker", "pointA", "隔离人");
        var answer = await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CID", orderedOn = "2025-06-01" });
        return (client, (await answer.JsonAsync()).GetProperty("id").GetGuid());
    }

    /// <summary>Announces a release to the street of a point, through the API, in the name of a centre.</summary>
    public static async Task<Guid> NewReleaseAsync(this Home home, string point, string name = "单小明", string expectedOn = "2026-12-04", string? identityNumber = null, string user = "liaison")
    {
        var centre = home.World.Units[user == "liaison" ? "centre" : "otherCentre"].Id;
        var answer = await home.Api(user).PostAsync("/releases", new { centreId = centre, name, identityNumber, placeId = home.World.Units[point.Replace("point", "street", StringComparison.Ordinal)].Id, expectedOn, notTheSame = true });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    /// <summary>A negative screen with everything the law asks for.</summary>
    public static object NegativeScreen(Guid? personId, string on = "2026-11-20", bool woman = false) => new
    {
        personId,
        on,
        result = "negative",
        readings = new { morphine = "negative", methamphetamine = "negative" },
        firstTester = "林晓雯",
        secondTester = "周建平",
        collector = "王警官",
        collectorSex = woman ? "female" : "male",
    };
}
