using System.Net;
using System.Text.Json;
using Homeward.Domain.Supervision;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>Orders of events that cannot be: each is refused with its rule, and nothing is written.</summary>
public abstract class OrderOfActsTests(Home home)
{
    [Fact]
    public async Task A_measure_is_not_reopened_beside_the_one_that_has_taken_its_place()
    {
        var (client, detox) = await RunningAsync();
        await DoneAsync("worker", detox, "terminate", new { on = "2026-08-01", reason = "imprisoned", documentNumber = "判1" });
        await home.NewMeasureAsync("worker", client, "CRH", "2026-09-20");

        await RefusedAsync("leader", detox, "reopen", new { on = "2026-08-05", reason = "decisionRevoked", documentNumber = "撤1" }, "supervision.followed-by");

        Assert.Equal(1, await home.WithDbAsync(db => db.Measures.CountAsync(measure => measure.ClientId == client && measure.EndedOn == null)));
    }

    [Fact]
    public async Task A_reopening_on_which_later_acts_rest_is_not_annulled_before_them()
    {
        var (_, measure) = await RunningAsync();
        await DoneAsync("worker", measure, "terminate", new { on = "2026-08-01", reason = "imprisoned", documentNumber = "判1" });
        await DoneAsync("leader", measure, "reopen", new { on = "2026-08-05", reason = "decisionRevoked", documentNumber = "撤1" });
        await DoneAsync("worker", measure, "suspend", new { on = "2026-09-01", to = "2026-09-10", reason = "detained" });

        await RefusedAsync("leader", measure, "annul", new { on = "2026-11-01", actId = await ActAsync(measure, MeasureActKind.Reopened), note = "误登" }, "supervision.rests-on-reopening");

        Assert.Null(await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).Select(found => found.EndedOn).SingleAsync()));
    }

    [Fact]
    public async Task Corrected_papers_do_not_report_after_the_end()
    {
        var (_, measure) = await RunningAsync();
        await DoneAsync("worker", measure, "terminate", new { on = "2026-08-01", reason = "imprisoned", documentNumber = "判1" });
        var version = (await home.Api("worker").GetAsync($"/api/v1/measures/{measure}")).Headers.ETag!.Tag;

        var answer = await home.Api("worker").SendJsonAsync(HttpMethod.Patch, $"/measures/{measure}", new { reportedOn = "2026-08-02", agreementSignedOn = "2026-08-02" }, ifMatch: version);

        Assert.Equal(["supervision.after-the-end", "supervision.after-the-end"], await RulesAsync(answer));
    }

    [Theory]
    [InlineData("serve", "2026-05-06")]
    [InlineData("report", "2026-05-11")]
    [InlineData("sign", "2026-05-12")]
    public async Task A_step_of_the_papers_is_taken_once(string verb, string on)
    {
        var (_, measure) = await RunningAsync();

        await RefusedAsync("worker", measure, verb, new { on }, "supervision.step-taken");

        Assert.Equal(new DateOnly(2026, 5, 10), await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).Select(found => found.ReportedOn!.Value).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_reports_or_signs_under_isolation()
    {
        var (_, isolation) = await home.NewIsolatedAsync();

        await RefusedAsync("worker", isolation, "report", new { on = "2025-06-10" }, "supervision.not-for-this-measure");
        await RefusedAsync("worker", isolation, "sign", new { on = "2025-06-10" }, "supervision.not-for-this-measure");
    }

    [Fact]
    public async Task A_change_of_place_is_neither_forwarded_nor_accepted_before_it_was_asked_for()
    {
        var (_, measure) = await RunningAsync();
        var transfer = await AskedAsync(measure);

        await RefusedAsync("worker", measure, "forward", new { on = "2026-11-09" }, "supervision.before-what-it-is-about");
        var answer = await home.Api("neighbour").PostAsync($"/transfers/{transfer}/accept", new { on = "2026-11-09" });

        Assert.Equal(["supervision.before-what-it-is-about"], await RulesAsync(answer));
        Assert.Equal(TransferState.Asked, await StateAsync(transfer));
    }

    [Fact]
    public async Task The_answer_of_the_receiving_office_is_not_annulled_by_the_office_that_asked()
    {
        var (_, measure) = await RunningAsync();
        var transfer = await AskedAsync(measure);
        Assert.True((await home.Api("neighbour").PostAsync($"/transfers/{transfer}/reject", new { on = "2026-11-11", reason = "查无此人" })).IsSuccessStatusCode);

        await RefusedAsync("leader", measure, "annul", new { on = "2026-11-12", actId = await ActAsync(measure, MeasureActKind.TransferRejected), note = "误登" }, "supervision.answered-there");

        await DoneAsync("worker", measure, "transfer", new { on = "2026-11-12", placeId = home.World.Units["streetB"].Id, reason = "movedHome", documentNumber = "函1" });
    }

    [Theory]
    [InlineData("revokeTransfer", "withdrawn", MeasureActKind.TransferRevoked)]
    [InlineData("terminate", "imprisoned", MeasureActKind.Terminated)]
    public async Task A_change_of_place_whose_taking_back_was_a_mistake_can_be_answered_again(string verb, string reason, MeasureActKind kind)
    {
        var (_, measure) = await RunningAsync();
        var transfer = await AskedAsync(measure);
        await DoneAsync("worker", measure, verb, new { on = "2026-11-12", reason, documentNumber = "文1" });
        Assert.Equal(TransferState.Revoked, await StateAsync(transfer));

        await DoneAsync("worker", measure, "annul", new { on = "2026-11-13", actId = await ActAsync(measure, kind), note = "误登" });

        Assert.Equal(TransferState.Asked, await StateAsync(transfer));
        Assert.True((await home.Api("neighbour").PostAsync($"/transfers/{transfer}/accept", new { on = "2026-11-14" })).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Isolation_that_fills_the_term_leaves_nothing_to_execute()
    {
        var client = await home.NewClientAsync("worker", "pointA");

        var answer = await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CDT", termYears = 1, orderedOn = "2026-05-01", servedIsolationDays = 400 });

        Assert.Equal(["supervision.isolation-fills-term"], await RulesAsync(answer));
    }

    async Task<(Guid Client, Guid Measure)> RunningAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        return (client, await home.NewMeasureAsync("worker", client));
    }

    async Task<Guid> AskedAsync(Guid measure)
    {
        await DoneAsync("worker", measure, "transfer", new { on = "2026-11-10", placeId = home.World.Units["streetB"].Id, reason = "movedHome", documentNumber = "函1" });
        return await home.WithDbAsync(db => db.IncomingTransfers.Where(found => found.MeasureId == measure).Select(found => found.Id).SingleAsync());
    }

    async Task DoneAsync(string user, Guid measure, string verb, object body)
    {
        var answer = await home.Api(user).PostAsync($"/measures/{measure}/{verb}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    async Task RefusedAsync(string user, Guid measure, string verb, object body, string rule)
    {
        var before = await home.WithDbAsync(db => db.MeasureActs.CountAsync(act => act.MeasureId == measure && act.AnnulledOn == null));
        Assert.Contains(rule, await RulesAsync(await home.Api(user).PostAsync($"/measures/{measure}/{verb}", body)));
        Assert.Equal(before, await home.WithDbAsync(db => db.MeasureActs.CountAsync(act => act.MeasureId == measure && act.AnnulledOn == null)));
    }

    static async Task<IEnumerable<string>> RulesAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return [.. (await answer.JsonAsync()).GetProperty("rules").EnumerateArray().Select((JsonElement rule) => rule.GetProperty("code").GetString()!)];
    }

    Task<Guid> ActAsync(Guid measure, MeasureActKind kind) => home.WithDbAsync(db => db.MeasureActs.Where(act => act.MeasureId == measure && act.Kind == kind && act.AnnulledOn == null).Select(act => act.Id).SingleAsync());

    Task<TransferState> StateAsync(Guid transfer) => home.WithDbAsync(db => db.IncomingTransfers.Where(found => found.Id == transfer).Select(found => found.State).SingleAsync());
}

public sealed class OrderOfActsOnSqlite(SqliteHome home) : OrderOfActsTests(home), IClassFixture<SqliteHome>;

public sealed class OrderOfActsOnPostgres(PostgresHome home) : OrderOfActsTests(home), IClassFixture<PostgresHome>;
