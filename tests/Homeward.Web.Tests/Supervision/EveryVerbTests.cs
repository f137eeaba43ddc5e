using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Homeward.Web.Features.Supervision;
using Homeward.Web.Tests.Fences;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>Every verb of a measure once by the form of its page and once through the API: it is recorded, and stands in the timeline.</summary>
public abstract class EveryVerbTests(Home home)
{
    /// <summary>A form with its fields; before it, by whom, what has to have happened.</summary>
    sealed record Scene(string Start, string[] Before, string Form, string User = "worker");

    const string Worker = "worker";
    const string Leader = "leader";

    static readonly Dictionary<MeasureVerb, Scene> scenes = new()
    {
        [MeasureVerb.Serve] = new("ordered", [], "On=2026-11-11"),
        [MeasureVerb.Report] = new("ordered", ["serve On=2026-11-11"], "On=2026-11-18"),
        [MeasureVerb.Sign] = new("ordered", ["serve On=2026-11-11", "report On=2026-11-18"], "On=2026-11-19"),
        [MeasureVerb.AcceptCause] = new("overdue", [], "On=2026-11-20 To=2026-12-01 Reason=hospital", Leader),
        [MeasureVerb.ConfirmOverdue] = new("overdue", [], "On=2026-11-20", Leader),
        [MeasureVerb.Leave] = new("running", [], "On=2026-11-20 To=2026-11-30 ReportedInWriting=true"),
        [MeasureVerb.ExtendLeave] = new("running", ["leave On=2026-11-10 To=2026-11-25 ReportedInWriting=true"], "On=2026-11-20 To=2026-12-05"),
        [MeasureVerb.Return] = new("running", ["leave On=2026-11-10 To=2026-11-20 ReportedInWriting=true"], "On=2026-11-19"),
        [MeasureVerb.Absence] = new("running", [], "On=2026-11-01 To=2026-11-05"),
        [MeasureVerb.Notice] = new("running", [], "On=2026-05-15 Window=1.1"),
        [MeasureVerb.Warn] = new("running", ["absence On=2026-07-01 To=2026-07-10"], "On=2026-11-20 DocumentNumber=W1"),
        [MeasureVerb.ConfirmBreach] = new("running", ["absence On=2026-07-01 To=2026-08-15"], "On=2026-11-20 Reason=seriousBreach DocumentNumber=B1", Leader),
        [MeasureVerb.HandOver] = new("running", ["absence On=2026-07-01 To=2026-08-15", "confirmBreach On=2026-11-19 Reason=seriousBreach DocumentNumber=B1"], "On=2026-11-20 DocumentNumber=H1", Leader),
        [MeasureVerb.Decline] = new("running", ["absence On=2026-07-01 To=2026-08-15", "confirmBreach On=2026-11-18 Reason=seriousBreach DocumentNumber=B1", "handOver On=2026-11-19 DocumentNumber=H1"], "On=2026-11-20 DocumentNumber=D1", Leader),
        [MeasureVerb.Suspend] = new("running", [], "On=2026-11-10 Reason=detained DocumentNumber=S1"),
        [MeasureVerb.Resume] = new("running", ["suspend On=2026-11-01 Reason=detained"], "On=2026-11-10"),
        [MeasureVerb.Transfer] = new("running", [], "On=2026-11-10 PlaceId=streetB Reason=movedHome DocumentNumber=Z1"),
        [MeasureVerb.Forward] = new("running", ["transfer On=2026-11-10 PlaceId=streetB Reason=movedHome DocumentNumber=Z1"], "On=2026-11-11 DocumentNumber=F1"),
        [MeasureVerb.RevokeTransfer] = new("running", ["transfer On=2026-11-10 PlaceId=streetB Reason=movedHome DocumentNumber=Z1"], "On=2026-11-12 Reason=withdrawn"),
        [MeasureVerb.SignAnew] = new("moved", [], "On=2026-11-13", "neighbour"),
        [MeasureVerb.LoseControl] = new("running", [], "On=2026-11-01", Leader),
        [MeasureVerb.GoAbroad] = new("running", [], "On=2026-11-01"),
        [MeasureVerb.RegainControl] = new("running", ["goAbroad On=2026-11-01"], "On=2026-11-10"),
        [MeasureVerb.DualControl] = new("running", [], "On=2026-10-01 Reason=livesElsewhere DocumentNumber=C1"),
        [MeasureVerb.EndDualControl] = new("running", ["dualControl On=2026-10-01 Reason=livesElsewhere DocumentNumber=C1"], "On=2026-11-01"),
        [MeasureVerb.Release] = new("running", [], "On=2026-11-10 DocumentNumber=R1"),
        [MeasureVerb.Terminate] = new("running", [], "On=2026-11-10 Reason=imprisoned DocumentNumber=T1"),
        [MeasureVerb.FollowUp] = new("running", ["release On=2026-11-10 DocumentNumber=R1"], "On=2026-11-12"),
        [MeasureVerb.Reopen] = new("running", ["terminate On=2026-11-01 Reason=imprisoned DocumentNumber=P1"], "On=2026-11-10 Reason=decisionRevoked DocumentNumber=O1", Leader),
        [MeasureVerb.Archive] = new("running", ["terminate On=2026-11-01 Reason=imprisoned DocumentNumber=P1"], "On=2026-11-12 DocumentNumber=V1"),
        [MeasureVerb.Escape] = new("CID 2025-06-01", [], "On=2026-03-01"),
        [MeasureVerb.Recapture] = new("CID 2025-06-01", ["escape On=2026-03-01"], "On=2026-03-10"),
        [MeasureVerb.TreatOutside] = new("CID 2025-06-01", [], "On=2026-03-01 DocumentNumber=M1"),
        [MeasureVerb.ReturnFromTreatment] = new("CID 2025-06-01", ["treatOutside On=2026-03-01 DocumentNumber=M1"], "On=2026-05-01"),
        [MeasureVerb.Extend] = new("CID 2025-06-01", [], "On=2026-11-01 To=2027-12-01 DocumentNumber=E1", Leader),
        [MeasureVerb.ReleaseEarly] = new("CID 2025-06-01", [], "On=2026-11-20 To=2026-12-10 DocumentNumber=L1", Leader),
        [MeasureVerb.ChangeToCommunity] = new("CID 2025-06-01", [], "On=2026-09-08 DocumentNumber=K1", Leader),
        [MeasureVerb.MissClinic] = new("MMT 2026-05-01", [], "On=2026-11-01"),
        [MeasureVerb.ResumeClinic] = new("MMT 2026-05-01", ["missClinic On=2026-11-01"], "On=2026-11-05"),
        [MeasureVerb.ConfirmDropOut] = new("MMT 2026-05-01", ["missClinic On=2026-11-01"], "On=2026-11-16", Leader),
        [MeasureVerb.Agree] = new("VOL 2026-05-01", [], "On=2026-05-02 To=2026-11-30 DocumentNumber=G1 Issuer=Clinic"),
        [MeasureVerb.Prolong] = new("VOL 2026-05-01", ["agree On=2026-05-02 To=2026-11-30 DocumentNumber=G1 Issuer=Clinic"], "On=2026-11-19 To=2027-03-31 DocumentNumber=P1 Issuer=Clinic"),
        [MeasureVerb.EndTreatment] = new("MMT 2026-05-01", [], "On=2026-11-20 Reason=movedClinic"),
    };

    static readonly Dictionary<string, string> said = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(HouseTests.Root, "src/Homeward.Web/Features/Supervision/Words.zh-CN.json")))!;

    public static TheoryData<MeasureVerb> Verbs => [.. Enum.GetValues<MeasureVerb>()];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_verb_is_recorded_by_its_form_and_through_the_API_and_told_in_the_timeline(MeasureVerb verb)
    {
        var scene = scenes[verb];

        var (client, measure) = await ReadyAsync(scene);
        var page = verb.Confirms() ? $"/measures/{measure}/confirm?do={verb}" : $"/measures/{measure}?do={verb}";
        var browser = await home.SignedInAsync(scene.User);
        var written = FieldsOf(scene.Form).ToDictionary(field => $"Input.{field.Name}", field => (string?)field.Value);
        // Nobody can type what the form does not ask for.
        var shown = await browser.GetStringAsync(page);
        Assert.All(written.Keys, field => Assert.Contains($"name=\"{field}\"", shown, StringComparison.Ordinal));
        var answer = await browser.SendFormAsync(page, "act", written);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        await ToldAsync(verb, scene, client, measure);

        (client, measure) = await ReadyAsync(scene);
        await DoneAsync(scene.User, measure, $"{verb.Word()} {scene.Form}");
        await ToldAsync(verb, scene, client, measure);
    }

    /// <summary>It stands once in the record, and the timeline of the page tells it.</summary>
    async Task ToldAsync(MeasureVerb verb, Scene scene, Guid client, Guid measure)
    {
        var line = verb.Kind() is { } kind ? said[$"supervision.act-{kind}"] : said[$"supervision.do-{verb}"];
        if (verb.Kind() is { } recorded)
        {
            Assert.Equal(1, await home.WithDbAsync(db => db.MeasureActs.CountAsync(act => act.MeasureId == measure && act.Kind == recorded && act.AnnulledOn == null)));
        }
        var timeline = await (await home.SignedInAsync(scene.User)).GetStringAsync($"/people/{client}?tab=timeline");
        Assert.Contains($"：{line}", timeline, StringComparison.Ordinal);
    }

    async Task<(Guid Client, Guid Measure)> ReadyAsync(Scene scene)
    {
        var client = await home.NewClientAsync(Worker, "pointA");
        var measure = scene.Start switch
        {
            "ordered" => await OpenAsync(new { personId = client, kind = "CDT", orderedOn = "2026-11-10" }),
            "overdue" => await OpenAsync(new { personId = client, kind = "CDT", orderedOn = "2026-10-20", servedOn = "2026-10-22" }),
            "running" or "moved" => await home.NewMeasureAsync(Worker, client),
            var start => await OpenAsync(new { personId = client, kind = start[..3], orderedOn = start[4..] }),
        };
        foreach (var act in scene.Before)
        {
            await DoneAsync(Leader, measure, act);
        }
        if (scene.Start == "moved")
        {
            await MoveAsync(measure);
        }
        return (client, measure);
    }

    async Task MoveAsync(Guid measure)
    {
        await DoneAsync(Worker, measure, "transfer On=2026-11-10 PlaceId=streetB Reason=movedHome DocumentNumber=Z1");
        var transfer = await home.WithDbAsync(db => db.IncomingTransfers.Where(found => found.MeasureId == measure).Select(found => found.Id).SingleAsync());
        var there = await home.SignedInAsync("neighbour");
        await there.SendFormAsync($"/transfers/{transfer}?do=accept", "transfer", new() { ["Input.On"] = "2026-11-11" });
        await there.SendFormAsync($"/transfers/{transfer}?do=receive", "transfer", new() { ["Input.On"] = "2026-11-12" });
    }

    async Task<Guid> OpenAsync(object body)
    {
        var answer = await home.Api(Worker).PostAsync("/measures", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    async Task DoneAsync(string user, Guid measure, string act)
    {
        var (verb, form) = act.Split(' ', 2) is [var name, var fields] ? (name, fields) : throw new ArgumentException(act);
        var answer = await home.Api(user).PostAsJsonAsync($"/api/v1/measures/{measure}/{verb}", BodyOf(form));
        Assert.True(answer.IsSuccessStatusCode, $"{act}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>The same fields as the API names them.</summary>
    JsonObject BodyOf(string form)
    {
        var body = new JsonObject();
        foreach (var (name, value) in FieldsOf(form))
        {
            switch (name)
            {
                case "Window": (body["year"], body["index"]) = (value[0] - '0', value[2] - '0'); break;
                case "ReportedInWriting": body["reportedInWriting"] = true; break;
                default: body[JsonNamingPolicy.CamelCase.ConvertName(name)] = value; break;
            }
        }
        return body;
    }

    IEnumerable<(string Name, string Value)> FieldsOf(string form) => form.Split(' ').Select(field => field.Split('=')).Select(field => (field[0], field[0] == "PlaceId" ? $"{home.World.Units[field[1]].Id}" : field[1]));
}

public sealed class EveryVerbOnSqlite(SqliteHome home) : EveryVerbTests(home), IClassFixture<SqliteHome>;

public sealed class EveryVerbOnPostgres(PostgresHome home) : EveryVerbTests(home), IClassFixture<PostgresHome>;
