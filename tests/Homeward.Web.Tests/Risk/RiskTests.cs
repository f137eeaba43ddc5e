using System.Net;
using System.Text;
using Homeward.Domain.People;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Risk;

/// <summary>Risk classification: a template suggests, a worker decides, a second person confirms what lowers a level.</summary>
public abstract class RiskTests(Home home)
{
    [Fact]
    public async Task A_lowering_waits_until_a_leader_confirms_it_and_then_the_interviews_follow()
    {
        var client = await AtAsync("worker", "high");
        await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "LT3", orderedOn = "2026-10-01" });
        var weekly = await OpenInterviewsAsync(client);
        var browser = await home.SignedInAsync("worker");

        await browser.SendFormAsync($"/people/{client}/risk", "risk", Form("Low", ("Input.Note", "工作稳定半年")));

        Assert.Equal((RiskLevel.High, 1), (await LevelAsync(client), await WaitingAsync(client)));
        Assert.Contains("高风险 → 低风险", await browser.GetStringAsync($"/people/{client}/risk"), StringComparison.Ordinal);
        var leader = await home.SignedInAsync("leader");
        var change = await ChangeAsync(client);
        Assert.Contains($"/risk-changes/{change}", await leader.GetStringAsync("/risk-changes"), StringComparison.Ordinal);
        Assert.Contains("工作稳定半年", await leader.GetStringAsync($"/risk-changes/{change}"), StringComparison.Ordinal);
        await leader.SendFormAsync($"/risk-changes/{change}", "answer", []);

        Assert.Equal((RiskLevel.Low, 0), (await LevelAsync(client), await WaitingAsync(client)));
        Assert.True(await OpenInterviewsAsync(client) < weekly / 4, $"{weekly} interviews before");
        Assert.DoesNotContain($"/risk-changes/{change}", await leader.GetStringAsync("/risk-changes"), StringComparison.Ordinal);
        Assert.Contains("员工leader", await browser.GetStringAsync($"/people/{client}/risk-history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_confirms_their_own_change_not_even_a_leader()
    {
        var client = await AtAsync("worker", "high");
        await AssessAsync("leader", client, "low");
        var change = await ChangeAsync(client);

        var refused = await home.Api("leader").PostAsync($"/risk-changes/{change}/confirm", new { });
        var page = await (await home.SignedInAsync("leader")).GetStringAsync($"/risk-changes/{change}");

        Assert.Equal("people.risk-own-change", (await refused.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        Assert.Throws<InvalidOperationException>(() => Front.HiddenOf(page, "answer"));
        Assert.Equal(RiskLevel.High, await LevelAsync(client));
        Assert.Equal(HttpStatusCode.OK, (await home.Api("head").PostAsync($"/risk-changes/{change}/confirm", new { })).StatusCode);
        Assert.Equal(RiskLevel.Low, await LevelAsync(client));
    }

    [Fact]
    public async Task A_worker_confirms_nothing_and_a_leader_nothing_of_another_point()
    {
        var client = await home.NewClientAsync("neighbour", "pointB", "金丝雀");
        await AssessAsync("neighbour", client, "high");
        await AssessAsync("neighbour", client, "low");
        var change = await ChangeAsync(client);
        var leader = await home.SignedInAsync("leader");

        Assert.Equal(HttpStatusCode.Forbidden, (await home.Api("neighbour").PostAsync($"/risk-changes/{change}/confirm", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Api("leader").PostAsync($"/risk-changes/{change}/confirm", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/risk-changes/{change}")).StatusCode);
        Assert.DoesNotContain("金丝雀", await leader.GetStringAsync("/risk-changes"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Api("stranger").PostAsync($"/people/{client}/risk", Finding("low"))).StatusCode);
        Assert.Equal(RiskLevel.High, await LevelAsync(client));
    }

    [Fact]
    public async Task A_refusal_keeps_the_level_and_its_reason_sealed()
    {
        var client = await AtAsync("worker", "high");
        await AssessAsync("worker", client, "medium");
        var change = await ChangeAsync(client);
        var leader = await home.SignedInAsync("leader");

        var without = await leader.SendFormAsync($"/risk-changes/{change}?do=refuse", "answer", []);
        await leader.SendFormAsync($"/risk-changes/{change}?do=refuse", "answer", new() { ["Input.Reason"] = "观察时间太短" });

        Assert.Equal(HttpStatusCode.OK, without.StatusCode);
        Assert.Equal(RiskLevel.High, await LevelAsync(client));
        Assert.Contains("观察时间太短", await leader.GetStringAsync($"/people/{client}/risk-history"), StringComparison.Ordinal);
        var stored = await home.WithDbAsync(db => db.RiskRecords.AsNoTracking().SingleAsync(record => record.Id == change));
        Assert.Equal(RiskState.Refused, stored.State);
        Assert.DoesNotContain("观察", Encoding.UTF8.GetString(stored.Refusal!.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_decision_the_page_says_what_it_would_suggest_and_writes_nothing()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var browser = await home.SignedInAsync("worker");

        var answer = await browser.SendFormAsync($"/people/{client}/risk", "risk", Form("", ("Input.Factors", "selfHarm")));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("建议：高风险", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("value=\"selfHarm\" checked", page, StringComparison.Ordinal);
        Assert.False(await home.WithDbAsync(db => db.RiskRecords.AnyAsync(record => record.ClientId == client)));
    }

    [Theory]
    [InlineData("low", "selfHarm", null, "contact:0193b9f0-0000-7000-8000-000000000000", "risk.evidence-unknown")]
    [InlineData("low", "selfHarm", null, null, "people.risk-note-missing")]
    [InlineData("low", "nothing", "理由", null, "people.risk-factor-unknown")]
    public async Task What_does_not_hold_together_is_refused_with_the_rule(string level, string factor, string? note, string? evidence, string rule)
    {
        var client = await home.NewClientAsync("worker", "pointA");

        var answer = await home.Api("worker").PostAsync($"/people/{client}/risk", new { level, on = "2026-11-20", reason = "periodic", factors = new[] { factor }, note, evidence = evidence is null ? [] : new[] { evidence } });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(rule, (await answer.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        Assert.False(await home.WithDbAsync(db => db.RiskRecords.AnyAsync(record => record.ClientId == client)));
    }

    [Fact]
    public async Task A_newer_assessment_takes_the_place_of_one_that_waits()
    {
        var client = await AtAsync("worker", "high");
        await AssessAsync("worker", client, "low");
        var change = await ChangeAsync(client);

        await AssessAsync("worker", client, "high");

        Assert.Equal((RiskLevel.High, 0), (await LevelAsync(client), await WaitingAsync(client)));
        var late = await home.Api("head").PostAsync($"/risk-changes/{change}/confirm", new { });
        Assert.Equal("people.risk-not-waiting", (await late.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_timeline_and_the_api_tell_how_it_came_about()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var contact = (await (await home.Api("worker").PostAsync("/contacts", new { personId = client, on = "2026-11-18", mode = "phone", content = "近况" })).JsonAsync()).GetProperty("id").GetGuid();
        var key = Guid.CreateVersion7().ToString();
        var body = new { level = "high", on = "2026-11-20", reason = "crisis", factors = new[] { "selfHarm" }, evidence = new[] { $"contact:{contact}" } };

        await home.Api("worker").PostAsync($"/people/{client}/risk", body, key);
        await home.Api("worker").PostAsync($"/people/{client}/risk", body, key);

        var line = Assert.Single((await (await home.Api("worker").GetAsync($"/api/v1/people/{client}/risk")).JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Equal(("high", "inForce", "2027-05-20"), (line.GetProperty("suggested").GetString(), line.GetProperty("state").GetString(), line.GetProperty("nextReviewOn").GetString()));
        Assert.Contains("禁毒办通〔2016〕37号", line.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Contains("危机事件", await (await home.SignedInAsync("worker")).GetStringAsync($"/people/{client}"), StringComparison.Ordinal);
        var timeline = await (await home.Api("worker").GetAsync($"/api/v1/people/{client}/timeline")).JsonAsync();
        Assert.Contains(timeline.GetProperty("items").EnumerateArray(), item => item.GetProperty("kind").GetString() == "risk");
    }

    async Task<Guid> AtAsync(string user, string level)
    {
        var client = await home.NewClientAsync(user, "pointA");
        await AssessAsync(user, client, level);
        return client;
    }

    async Task AssessAsync(string user, Guid client, string level)
    {
        var answer = await home.Api(user).PostAsync($"/people/{client}/risk", Finding(level));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    static object Finding(string level) => new { level, on = "2026-11-20", reason = "periodic", note = "评定理由" };

    static Dictionary<string, string?> Form(string level, params (string Field, string Value)[] more)
    {
        var form = new Dictionary<string, string?> { ["Input.Level"] = level, ["Input.On"] = "2026-11-23", ["Input.Reason"] = "improved" };
        foreach (var (field, value) in more)
        {
            form[field] = value;
        }
        return form;
    }

    Task<RiskLevel?> LevelAsync(Guid client) => home.WithDbAsync(db => db.Clients.Where(found => found.Id == client).Select(found => found.Risk).SingleAsync());

    Task<int> WaitingAsync(Guid client) => home.WithDbAsync(db => db.RiskRecords.CountAsync(record => record.ClientId == client && record.State == RiskState.Waiting));

    Task<Guid> ChangeAsync(Guid client) => home.WithDbAsync(db => db.RiskRecords.Where(record => record.ClientId == client && record.State == RiskState.Waiting).Select(record => record.Id).SingleAsync());

    Task<int> OpenInterviewsAsync(Guid client) => home.WithDbAsync(db => db.Obligations.CountAsync(due => due.ClientId == client && due.Kind == ObligationKind.Interview && due.SettledOn == null));
}

public sealed class RiskOnSqlite(SqliteHome home) : RiskTests(home), IClassFixture<SqliteHome>;

public sealed class RiskOnPostgres(PostgresHome home) : RiskTests(home), IClassFixture<PostgresHome>;
