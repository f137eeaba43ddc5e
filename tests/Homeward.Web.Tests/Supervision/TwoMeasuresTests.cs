using System.Net;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>Two measures of one client, one after or beside the other: whose screen it is, and which may run again.</summary>
public abstract class TwoMeasuresTests(Home home)
{
    [Fact]
    public async Task A_screen_of_one_measure_settles_no_window_of_another()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var detox = await home.NewMeasureAsync("worker", client);
        await DoneAsync("worker", $"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client, "2026-08-20"));
        await DoneAsync("leader", $"/measures/{detox}/terminate", new { on = "2026-08-21", reason = "decisionRevoked", documentNumber = "撤1" });

        var rehabilitation = await home.NewMeasureAsync("worker", client, "CRH", "2026-08-12");

        Assert.NotNull(await SettlementAsync(detox, new(2026, 8, 20)));
        Assert.Null(await SettlementAsync(rehabilitation, new(2026, 8, 20)));
        await DoneAsync("worker", $"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client, "2026-11-20"));
        Assert.Equal(Settlement.Fulfilled, await SettlementAsync(rehabilitation, new(2026, 11, 20)));
    }

    [Fact]
    public async Task An_isolation_does_not_run_again_beside_the_detox_that_it_was_changed_into()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var isolation = (await (await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CID", orderedOn = "2026-06-01" })).JsonAsync()).GetProperty("id").GetGuid();
        await DoneAsync("leader", $"/measures/{isolation}/changeToCommunity", new { on = "2026-09-08", documentNumber = "变1" });
        var detox = await home.NewMeasureAsync("worker", client, "CDT", "2026-09-20");
        var act = await home.WithDbAsync(db => db.MeasureActs.Where(found => found.MeasureId == isolation && found.Kind == MeasureActKind.ChangedToCommunity).Select(found => found.Id).SingleAsync());
        var leader = await home.SignedInAsync("leader");

        var refused = await leader.SendFormAsync($"/measures/{isolation}/annul?act={act}", "annul", new() { ["Input.Reason"] = "误登" });

        Assert.Contains("请先终止该措施", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 9, 8), await EndAsync(isolation));
        await DoneAsync("leader", $"/measures/{detox}/terminate", new { on = "2026-09-21", reason = "decisionRevoked", documentNumber = "撤2" });
        Assert.Equal(HttpStatusCode.Redirect, (await leader.SendFormAsync($"/measures/{isolation}/annul?act={act}", "annul", new() { ["Input.Reason"] = "误登" })).StatusCode);
        Assert.Null(await EndAsync(isolation));
    }

    [Fact]
    public async Task Tests_after_the_end_count_for_the_measure_that_is_in_force_on_their_day_and_for_no_other()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var detox = await home.NewMeasureAsync("worker", client, reportedOn: "2023-01-20");
        await DoneAsync("leader", $"/measures/{detox}/release", new { on = "2025-01-20", documentNumber = "解1" });
        foreach (var day in new[] { "2025-06-10", "2025-07-10", "2025-08-10" })
        {
            await DoneAsync("worker", $"/screens/{Guid.CreateVersion7()}/record", new { personId = client, on = day, outcome = "refused" });
        }
        Assert.Equal((0, false), await CountedAsync(detox));

        var rehabilitation = await home.NewMeasureAsync("worker", client, "CRH", "2025-05-11");

        Assert.Equal((0, false), await CountedAsync(detox));
        Assert.Equal((3, true), await CountedAsync(rehabilitation));
        var kinds = await home.WithDbAsync(db => db.Obligations.Where(due => due.MeasureId == detox && (due.Kind == ObligationKind.Warning || due.Kind == ObligationKind.ConfirmBreach)).CountAsync());
        Assert.Equal(0, kinds);
    }

    [Fact]
    public async Task A_late_test_of_a_day_inside_an_ended_measure_is_entered_on_that_one_while_another_runs()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var detox = await home.NewMeasureAsync("worker", client, reportedOn: "2025-05-10");
        await DoneAsync("leader", $"/measures/{detox}/terminate", new { on = "2026-03-01", reason = "decisionRevoked", documentNumber = "撤3" });
        var rehabilitation = await home.NewMeasureAsync("worker", client, "CRH", "2026-06-12");

        var taken = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client, "2025-09-20"));
        await DoneAsync("worker", $"/screens/{Guid.CreateVersion7()}/record", new { personId = client, on = "2025-10-20", outcome = "refused" });
        var between = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client, "2026-04-20"));

        Assert.Equal(detox, (await taken.JsonAsync()).GetProperty("measureId").GetGuid());
        Assert.Equal((Settlement.Fulfilled, Settlement.Refused), (await SettlementAsync(detox, new(2025, 9, 20)), await SettlementAsync(detox, new(2025, 10, 20))));
        Assert.Equal(((1, false), (0, false)), (await CountedAsync(detox), await CountedAsync(rehabilitation)));
        // On a day on which nothing was in force the newer measure asks for another day.
        Assert.Equal("screening.before-order", (await between.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
    }

    async Task<(int Refused, bool Serious)> CountedAsync(Guid measure)
    {
        var told = await (await home.Api("worker").GetAsync($"/api/v1/measures/{measure}")).JsonAsync();
        return (told.GetProperty("counters").GetProperty("refused").GetInt32(), told.GetProperty("seriousBreach").GetBoolean());
    }

    async Task DoneAsync(string user, string path, object body)
    {
        var answer = await home.Api(user).PostAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    Task<DateOnly?> EndAsync(Guid measure) => home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).Select(found => found.EndedOn).SingleAsync());

    Task<Settlement?> SettlementAsync(Guid measure, DateOnly on) => home.WithDbAsync(db => db.Obligations
        .Where(due => due.MeasureId == measure && due.Kind == ObligationKind.Screen && due.Opens <= on && due.Closes >= on).Select(due => due.Settlement).SingleAsync());
}

public sealed class TwoMeasuresOnSqlite(SqliteHome home) : TwoMeasuresTests(home), IClassFixture<SqliteHome>;

public sealed class TwoMeasuresOnPostgres(PostgresHome home) : TwoMeasuresTests(home), IClassFixture<PostgresHome>;
