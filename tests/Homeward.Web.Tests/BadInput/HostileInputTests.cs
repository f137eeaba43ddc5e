using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.BadInput;

/// <summary>What nobody should type, in every field of every form and of every body of the API: a refusal or a page, never a fault.</summary>
public abstract class HostileInputTests(Home home)
{
    /// <summary>Over-long, unprintable, right-to-left, emoji, markup, impossible days and numbers.</summary>
    static readonly string[] Hostile =
    [
        new('长', 5000), "a\0b", "\u202E反\u200F\u2066了", "👨‍👩‍👧🏳️‍🌈", "\uD800", "<script>alert(1)</script>", "'; DROP TABLE clients; --", "=HYPERLINK(\"x\")",
        "2026-02-30", "9999-12-31", "0001-01-01", "-1", "99999999999999999999", "NaN", "00000000-0000-0000-0000-000000000000", "{}", "%s%n",
    ];

    static readonly string[] OneByOne = [Hostile[0], Hostile[2], "9999-12-31"];

    [Fact]
    public async Task No_form_answers_hostile_input_with_a_fault()
    {
        var ids = await ThingsAsync();
        var faults = new List<string>();
        var tried = new HashSet<(string, string)>();
        foreach (var user in new[] { "leader", "head", "office", "security", "liaison" })
        {
            var browser = await home.SignedInAsync(user);
            foreach (var form in await EveryForm.OfAsync(home, browser, ids))
            {
                if (tried.Add((form.Page, form.Name)))
                {
                    await TryAsync(browser, form, faults);
                }
            }
        }

        Assert.True(tried.Count > 15, $"{tried.Count}");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(60)));
    }

    [Fact]
    public async Task No_body_of_the_api_answers_hostile_input_with_a_fault()
    {
        var ids = await ThingsAsync();
        var faults = new List<string>();
        foreach (var (method, path, json) in Bodies(ids))
        {
            foreach (var field in JsonNode.Parse(json)!.AsObject().Select(pair => pair.Key))
            {
                foreach (var value in Hostile.Select(text => (JsonNode?)text).Append(null).Append(-1).Append(new JsonArray("x")).Append(new JsonObject()))
                {
                    var body = JsonNode.Parse(json)!.AsObject();
                    body[field] = value?.DeepClone();
                    var answer = await SendAsync(method, path, Written(body));
                    var text = await answer.Content.ReadAsStringAsync();
                    if ((int)answer.StatusCode >= 500 || (!answer.IsSuccessStatusCode && !text.Contains("\"title\"", StringComparison.Ordinal)))
                    {
                        faults.Add($"{method} {path} {field} = {Shown(value?.ToString() ?? "null")}: {(int)answer.StatusCode}");
                    }
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(60)));
    }

    [Theory]
    [InlineData("name", 61)]
    [InlineData("remarks", 401)]
    [InlineData("education", 5)]
    public async Task A_field_of_the_api_that_is_too_long_or_in_no_list_is_named(string field, int length)
    {
        var body = new JsonObject { ["name"] = "单小明", ["unitId"] = home.World.Units["pointA"].Id, [field] = new string('x', length) };

        var answer = await SendAsync("POST", "/people", body.ToJsonString());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(field, (await answer.JsonAsync()).GetProperty("rules")[0].GetProperty("field").GetString());
    }

    static async Task TryAsync(HttpClient browser, FoundForm form, List<string> faults)
    {
        foreach (var value in Hostile)
        {
            await TryAsync(browser, form, form.Fields.Select(field => (field, value)), $"all = {Shown(value)}", faults);
        }
        foreach (var field in form.Fields)
        {
            foreach (var value in OneByOne)
            {
                await TryAsync(browser, form, Plausible(form, field).Append((field, value)), $"{field} = {Shown(value)}", faults);
            }
        }
    }

    /// <summary>What else the form must hold so that the field under trial is reached.</summary>
    static IEnumerable<(string, string)> Plausible(FoundForm form, string trial) => form.Fields.Where(field => field != trial).Select(field => (field, field.Split('.')[^1] switch
    {
        "On" or "OrderedOn" or "ServedOn" or "From" or "To" or "ReportedOn" or "AgreementSignedOn" => "2026-11-20",
        "Mode" => "Phone",
        "Kind" => form.Name == "screen" ? "Scheduled" : "Cdt",
        "Outcome" => "Done",
        "Result" => "Negative",
        "Specimen" => "Urine",
        "FirstTester" or "Collector" => "林晓雯",
        "SecondTester" => "周建平",
        "CollectorSex" => "Male",
        "Name" => "单小明",
        "Level" => "Low",
        "Text" or "Remarks" or "Content" => "x",
        _ => "",
    })).Where(pair => pair.Item2.Length > 0);

    /// <summary>Whatever a form holds, its page answers.</summary>
    static async Task TryAsync(HttpClient browser, FoundForm form, IEnumerable<(string Field, string Value)> values, string what, List<string> faults)
    {
        using var answer = await form.SendAsync(browser, values);
        var text = await answer.Content.ReadAsStringAsync();
        // What was tried before may have been taken and have ended what the form is about: then the form is no longer there.
        var isRefusedOutright = answer.StatusCode == HttpStatusCode.BadRequest && (await EveryForm.OnPageAsync(browser, form.Page)).Any(there => there.Name == form.Name);
        if ((int)answer.StatusCode >= 500 || isRefusedOutright || text.Contains("<script>alert", StringComparison.Ordinal))
        {
            faults.Add($"{form.Page}#{form.Name} {what}: {(int)answer.StatusCode}");
        }
    }

    static IEnumerable<(string Method, string Path, string Json)> Bodies(Dictionary<string, Guid> ids) =>
    [
        ("POST", "/people", """{"name":"单","unitId":"U","responsibleId":null,"identityNumber":"","passport":false,"sex":"male","birthDate":"1985-03-12","phone":"13800000000","otherPhone":"","registeredAddress":"","residenceAddress":"","remarks":"","nationality":"","education":"","maritalStatus":"","employment":"","substances":[],"firstUseOn":null,"route":""}"""
            .Replace("\"U\"", $"\"{ids["unit"]}\"", StringComparison.Ordinal)),
        ("PATCH", $"/people/{ids["client"]}", """{"name":"单","phone":"13800000000","otherPhone":"","registeredAddress":"","residenceAddress":"","remarks":"","education":"","maritalStatus":"","employment":"","substances":[]}"""),
        ("POST", "/measures", $$"""{"personId":"{{ids["client"]}}","kind":"VOL","orderNumber":"","issuedBy":"","orderedOn":"2026-05-01","servedOn":"2026-05-02","reportedOn":"2026-05-03","agreementSignedOn":"2026-05-04","termYears":3,"servedIsolationDays":0}"""),
        ("PATCH", $"/measures/{ids["measure"]}", """{"orderNumber":"","issuedBy":"","orderedOn":"2026-05-01","servedOn":null,"reportedOn":null,"agreementSignedOn":null,"termYears":3,"servedIsolationDays":0,"placeOfExecutionId":null,"clear":["issuedBy"]}"""),
        ("POST", $"/screens/{ids["screen"]}/annul", """{"reason":""}"""),
        ("POST", $"/screens/{ids["screen"]}/dispose", """{"on":"2026-11-20","by":"a","witness":"b"}"""),
        ("POST", $"/people/{ids["client"]}/scans", """{"slot":"homeMap","on":"2026-11-20","title":"","measureId":null,"file":"JVBERi0="}"""),
        ("POST", $"/measures/{ids["measure"]}/team", """{"role":"familyMember","from":"2026-11-20","name":"单","phone":"13800000000","noFamilyReason":null}"""),
        ("POST", "/papers/batch", """{"from":"2026-11-23","hour":"","place":"x","person":"","note":"","all":false}"""),
        ("POST", $"/measures/{ids["measure"]}/leave", """{"on":"2026-11-20","to":"2026-11-21","reportedInWriting":true,"reason":null}"""),
        ("POST", $"/measures/{ids["measure"]}/suspend", """{"on":"2026-11-20","to":null,"reportedInWriting":false,"reason":"detained"}"""),
        ("POST", $"/releases/{ids["release"]}/receive", """{"on":"2026-11-20","reason":"","needs":[],"collectMode":"","collector":"","staffId":null,"notes":"","at":"09:30","place":"","handedOverBy":"","receivedBy":"","documentNumber":"","servedOn":null,"papers":[]}"""),
        ("POST", $"/releases/{ids["release"]}/arrive", """{"on":"2026-11-20","at":"10:30","takenOverBy":"","family":null}"""),
        ("POST", "/contacts", $$"""{"id":null,"personId":"{{ids["client"]}}","on":"2026-11-20","mode":"phone","startedAt":"10:00","durationMinutes":5,"staffId":null,"purposes":[],"content":"x","observations":"","nextStep":"","nextStepOn":null}"""),
        ("POST", "/papers", $$"""{"personId":"{{ids["client"]}}","kind":"testNotice","measureId":null,"actId":null,"screenId":null,"day":"2026-11-30","hour":"","place":"x","person":"","facts":"","plan":"","opinion":"","note":""}"""),
        ("POST", $"/screens/{Guid.CreateVersion7()}/record", $$"""{"personId":"{{ids["client"]}}","on":"2026-11-20","kind":"spot","specimen":"urine","outcome":"done","result":"negative","readings":{"morphine":"negative"},"kitBrand":"","kitLot":"","kitExpiresOn":null,"firstTester":"a","secondTester":"b","collector":"c","collectorSex":"male","witnesses":"","place":"","sampleA":"","sampleB":"","remarks":""}"""),
    ];

    /// <summary>JSON with a stray half of a character as it would come from a careless program.</summary>
    static string Written(JsonObject body) => body.ToJsonString().Replace("\\uFFFD", "\\uD800", StringComparison.Ordinal);

    Task<HttpResponseMessage> SendAsync(string method, string path, string json)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1" + path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", method == "PATCH" ? "\"0\"" : "*");
        return home.Api("leader").SendAsync(request);
    }

    static string Shown(string value) => value.Length > 20 ? value[..20] + "…" : value.Replace("\0", "NUL", StringComparison.Ordinal);

    Task<Guid> OpenDutyAsync(Guid client) =>
        home.WithDbAsync(db => db.Obligations.Where(duty => duty.ClientId == client && duty.SettledOn == null).OrderBy(duty => duty.Opens).Select(duty => duty.Id).FirstAsync());

    async Task<Dictionary<string, Guid>> ThingsAsync()
    {
        var client = await home.NewClientAsync("leader", "pointA");
        var measure = await home.NewMeasureAsync("leader", client);
        var screen = (await (await home.Api("leader").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client))).JsonAsync()).GetProperty("id").GetGuid();
        var contact = (await (await home.Api("leader").PostAsync("/contacts", new { personId = client, on = "2026-11-18", mode = "phone", content = "x" })).JsonAsync()).GetProperty("id").GetGuid();
        var paper = (await (await home.Api("leader").PostAsync("/papers", new { personId = client, kind = "handbookReceipt" })).JsonAsync()).GetProperty("id").GetGuid();
        return new() { ["paper"] = paper, ["client"] = client, ["measure"] = measure, ["screen"] = screen, ["contact"] = contact, ["unit"] = home.World.Units["pointA"].Id, ["staff"] = home.World.Staff["leader"].Id, ["obligation"] = await OpenDutyAsync(client), ["release"] = await home.NewReleaseAsync("pointA") };
    }
}

public sealed class HostileInputOnSqlite(SqliteHome home) : HostileInputTests(home), IClassFixture<SqliteHome>;

public sealed class HostileInputOnPostgres(PostgresHome home) : HostileInputTests(home), IClassFixture<PostgresHome>;
