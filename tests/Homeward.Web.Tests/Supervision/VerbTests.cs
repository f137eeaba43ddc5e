using System.Net;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>The rarer verbs of a measure, each once through the API: what it answers, what follows, and the line it leaves in the timeline.</summary>
public abstract class VerbTests(Home home)
{
    [Fact]
    public async Task An_accepted_cause_moves_the_time_to_report()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var answer = await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CDT", orderedOn = "2026-10-20", servedOn = "2026-10-22" });
        var measure = (await answer.JsonAsync()).GetProperty("id").GetGuid();
        Assert.Equal("OverdueUnconfirmed", await StatusAsync(client), ignoreCase: true);

        await DoneAsync("leader", measure, "acceptCause", new { on = "2026-11-20", to = "2026-12-01", reason = "hospital" });

        Assert.Equal("Ordered", await StatusAsync(client), ignoreCase: true);
        Assert.Equal(("2026-12-01", 0), ((await MeasureAsync(client)).GetProperty("reportBy").GetString(), (await MeasureAsync(client)).GetProperty("provisional").GetArrayLength()));
        Assert.Equal(new DateOnly(2026, 12, 1), (await DueAsync(measure, ObligationKind.Report)).Single().Closes);
    }

    [Fact]
    public async Task A_suspension_that_ends_moves_the_last_day_by_its_days()
    {
        var (client, measure) = await RunningAsync();

        await DoneAsync("worker", measure, "suspend", new { on = "2026-11-01", reason = "detained", documentNumber = "拘1" });
        Assert.Equal("Suspended", await StatusAsync(client), ignoreCase: true);
        await DoneAsync("worker", measure, "resume", new { on = "2026-11-10" });

        Assert.Equal("Active", await StatusAsync(client), ignoreCase: true);
        Assert.Equal("2029-05-19", (await MeasureAsync(client)).GetProperty("endsOn").GetString());
        await ToldAsync(client, "中止执行", "恢复执行");
    }

    [Fact]
    public async Task A_change_of_place_is_forwarded_received_and_signed_anew()
    {
        var (client, measure) = await RunningAsync();
        await DoneAsync("worker", measure, "transfer", new { on = "2026-11-10", placeId = home.World.Units["streetB"].Id, reason = "movedHome", documentNumber = "函1" });

        await DoneAsync("worker", measure, "forward", new { on = "2026-11-11", documentNumber = "转1" });
        await ToldAsync(client, "转递材料");
        var transfer = await home.WithDbAsync(db => db.IncomingTransfers.Where(found => found.MeasureId == measure).Select(found => found.Id).SingleAsync());
        var there = await home.SignedInAsync("neighbour");
        await there.SendFormAsync($"/transfers/{transfer}?do=accept", "transfer", new() { ["Input.On"] = "2026-11-11" });
        await there.SendFormAsync($"/transfers/{transfer}?do=receive", "transfer", new() { ["Input.On"] = "2026-11-12" });
        Assert.Null((await SignaturesAsync()).Single().Settlement);
        await DoneAsync("neighbour", measure, "signAnew", new { on = "2026-11-13", documentNumber = "协2" });

        Assert.Equal(Settlement.Fulfilled, (await SignaturesAsync()).Single().Settlement);
        await ToldAsync(client, ["重新签订协议"], "neighbour");

        async Task<List<Obligation>> SignaturesAsync() => [.. (await DueAsync(measure, ObligationKind.SignAgreement)).Where(due => due.Rule == "R1.20")];
    }

    [Theory]
    [InlineData("loseControl", "leader", "OutOfControl", "失控")]
    [InlineData("goAbroad", "worker", "Abroad", "出国（境）")]
    public async Task Who_is_out_of_reach_comes_back_into_control(string verb, string user, string status, string told)
    {
        var (client, measure) = await RunningAsync();

        await DoneAsync(user, measure, verb, new { on = "2026-11-01" });
        Assert.Equal(status, await StatusAsync(client), ignoreCase: true);
        await DoneAsync("worker", measure, "regainControl", new { on = "2026-11-10" });

        Assert.Equal("Active", await StatusAsync(client), ignoreCase: true);
        await ToldAsync(client, told, "恢复在控");
    }

    [Fact]
    public async Task Dual_control_begins_and_ends_and_changes_no_status()
    {
        var (client, measure) = await RunningAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ActAsync("worker", measure, "endDualControl", new { on = "2026-10-01" })).StatusCode);

        await DoneAsync("worker", measure, "dualControl", new { on = "2026-10-01", reason = "livesElsewhere", documentNumber = "双1" });
        Assert.Equal(HttpStatusCode.OK, (await (await home.SignedInAsync("worker")).GetAsync($"/measures/{measure}?do=EndDualControl")).StatusCode);
        await DoneAsync("worker", measure, "endDualControl", new { on = "2026-11-01" });

        Assert.Equal("Active", await StatusAsync(client), ignoreCase: true);
        await ToldAsync(client, "双向管控", "结束双向管控");
    }

    [Fact]
    public async Task A_released_client_is_followed_up()
    {
        var (client, measure) = await RunningAsync();
        await DoneAsync("worker", measure, "release", new { on = "2026-11-10", documentNumber = "解1" });

        await DoneAsync("worker", measure, "followUp", new { on = "2026-11-12" });

        Assert.Equal("FollowUp", await StatusAsync(client), ignoreCase: true);
    }

    [Fact]
    public async Task A_measure_whose_end_was_revoked_runs_on_and_owes_again()
    {
        var (client, measure) = await RunningAsync();
        await DoneAsync("worker", measure, "terminate", new { on = "2026-11-01", reason = "imprisoned", documentNumber = "判1" });
        Assert.DoesNotContain(await DueAsync(measure, ObligationKind.Screen), due => due.Settlement is null);

        Assert.Equal(HttpStatusCode.Forbidden, (await ActAsync("worker", measure, "reopen", new { on = "2026-11-10", reason = "decisionRevoked", documentNumber = "撤1" })).StatusCode);
        await DoneAsync("leader", measure, "reopen", new { on = "2026-11-10", reason = "decisionRevoked", documentNumber = "撤1" });

        Assert.Equal("Active", await StatusAsync(client), ignoreCase: true);
        Assert.Contains(await DueAsync(measure, ObligationKind.Screen), due => due.Settlement is null);
        await ToldAsync(client, "恢复办理");
    }

    [Fact]
    public async Task A_decision_of_isolation_closes_the_measure_in_the_community_in_the_same_save()
    {
        var (client, measure) = await RunningAsync();
        await DoneAsync("worker", measure, "suspend", new { on = "2026-10-01", to = "2026-10-05", reason = "detained", documentNumber = "拘1" });

        var refused = await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CID", orderedOn = "2026-09-30" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("supervision.ends-before-record", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await home.WithDbAsync(db => db.Measures.CountAsync(found => found.ClientId == client)));

        Assert.Equal(HttpStatusCode.Created, (await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CID", orderedOn = "2026-11-16", orderNumber = "强戒9" })).StatusCode);

        var (ended, act) = await home.WithDbAsync(async db => (
            await db.Measures.Where(found => found.Id == measure).Select(found => found.EndedOn).SingleAsync(),
            await db.MeasureActs.AsNoTracking().SingleAsync(found => found.MeasureId == measure && found.Kind == MeasureActKind.Terminated)));
        Assert.Equal((new DateOnly(2026, 11, 16), "isolation", "强戒9"), (ended, act.Reason, act.DocumentNumber));
        Assert.All(await home.WithDbAsync(db => db.Obligations.AsNoTracking().Where(due => due.MeasureId == measure).ToListAsync()), due => Assert.NotNull(due.Settlement));
        await ToldAsync(client, "终止执行");
    }

    [Fact]
    public async Task Nobody_is_released_with_an_open_breach_after_the_last_day()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client, reportedOn: "2023-10-10");
        await DoneAsync("worker", measure, "absence", new { on = "2026-07-01", to = "2026-08-15" });
        Assert.Equal("Expired", await StatusAsync(client), ignoreCase: true);

        Assert.Equal(["days"], (await MeasureAsync(client)).GetProperty("breachGrounds").EnumerateArray().Select(ground => ground.GetString()));
        var refused = await ActAsync("worker", measure, "release", new { on = "2026-11-20", documentNumber = "解9" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("supervision.open-breach", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("认定严重违反协议", await (await home.SignedInAsync("leader")).GetStringAsync($"/measures/{measure}/confirm"), StringComparison.Ordinal);
        await DoneAsync("leader", measure, "confirmBreach", new { on = "2026-11-20", reason = "seriousBreach", documentNumber = "证9" });
    }

    [Fact]
    public async Task Corrected_papers_that_leave_an_act_behind_are_refused_on_the_page_and_nothing_changes()
    {
        var (_, measure) = await RunningAsync();
        await DoneAsync("worker", measure, "absence", new { on = "2026-06-01", to = "2026-06-05" });
        var browser = await home.SignedInAsync("worker");

        var answer = await browser.SendFormAsync($"/measures/{measure}/correct", "measure", new() { ["Input.OrderedOn"] = "2026-04-30", ["Input.ServedOn"] = "2026-05-05", ["Input.ReportedOn"] = "2026-07-01", ["Input.AgreementSignedOn"] = "2026-07-01" });

        Assert.Contains("2026-06-01", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 5, 10), await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).Select(found => found.ReportedOn).SingleAsync()));
    }

    async Task<(Guid Client, Guid Measure)> RunningAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        return (client, await home.NewMeasureAsync("worker", client));
    }

    Task<HttpResponseMessage> ActAsync(string user, Guid measure, string verb, object body) => home.Api(user).PostAsync($"/measures/{measure}/{verb}", body);

    async Task DoneAsync(string user, Guid measure, string verb, object body)
    {
        var answer = await ActAsync(user, measure, verb, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    async Task ToldAsync(Guid client, params string[] lines) => await ToldAsync(client, lines, "worker");

    async Task ToldAsync(Guid client, string[] lines, string user)
    {
        var page = await (await home.SignedInAsync(user)).GetStringAsync($"/people/{client}?tab=timeline");
        Assert.All(lines, line => Assert.Contains(line, page, StringComparison.Ordinal));
    }

    async Task<System.Text.Json.JsonElement> MeasureAsync(Guid client) => (await (await home.Api("worker").GetAsync($"/api/v1/measures?personId={client}")).JsonAsync()).GetProperty("items")[0];

    async Task<string?> StatusAsync(Guid client) => (await MeasureAsync(client)).GetProperty("status").GetString();

    Task<List<Obligation>> DueAsync(Guid measure, ObligationKind kind) => home.WithDbAsync(db =>
        db.Obligations.AsNoTracking().Where(due => due.MeasureId == measure && due.Kind == kind).OrderBy(due => due.Opens).ToListAsync());
}

public sealed class VerbsOnSqlite(SqliteHome home) : VerbTests(home), IClassFixture<SqliteHome>;

public sealed class VerbsOnPostgres(PostgresHome home) : VerbTests(home), IClassFixture<PostgresHome>;
