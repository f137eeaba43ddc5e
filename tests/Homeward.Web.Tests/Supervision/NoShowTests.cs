using System.Net;
using System.Text.Json;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>Somebody who has not reported, whatever else is counted of them (R1.16, R1.17).</summary>
public abstract class NoShowTests(Home home)
{
    [Fact]
    public async Task Three_refusals_before_the_report_leave_the_no_show_to_be_confirmed_and_ask_for_no_breach()
    {
        var measure = await RefusingAsync();
        Assert.Equal("breachSuspected", (await LookAsync(measure)).GetProperty("status").GetString());
        Assert.Equal(0, await home.WithDbAsync(db => db.Obligations.CountAsync(due => due.MeasureId == measure && due.Kind == ObligationKind.ConfirmBreach)));
        var page = await (await home.SignedInAsync("leader")).GetStringAsync($"/measures/{measure}");
        Assert.Contains("do=ConfirmOverdue", page, StringComparison.Ordinal);
        Assert.DoesNotContain("do=ConfirmBreach", page, StringComparison.Ordinal);

        await DoneAsync("leader", measure, "confirmOverdue", new { on = "2026-11-20" });
        Assert.Equal("supervision.not-overdue", await RuleAsync(await ActAsync("leader", measure, "confirmOverdue", new { on = "2026-11-21" })));
        await DoneAsync("street", measure, "handOver", new { on = "2026-11-20", documentNumber = "回执8" });

        Assert.Equal(Settlement.Fulfilled, await home.WithDbAsync(db => db.Obligations.Where(due => due.MeasureId == measure && due.Kind == ObligationKind.HandOver).Select(due => due.Settlement).SingleAsync()));
        Assert.Equal("supervision.with-the-police", await RuleAsync(await ActAsync("worker", measure, "dualControl", new { on = "2026-11-21", reason = "livesElsewhere", documentNumber = "函1" })));
    }

    [Fact]
    public async Task A_just_cause_moves_the_limit_of_somebody_who_refused_three_tests()
    {
        var measure = await RefusingAsync();

        await DoneAsync("leader", measure, "acceptCause", new { on = "2026-11-20", to = "2026-11-30", reason = "ill" });

        Assert.Equal("2026-11-30", (await LookAsync(measure)).GetProperty("reportBy").GetString());
    }

    async Task<Guid> RefusingAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA", "未报到人");
        var answer = await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CDT", orderedOn = "2026-10-20", servedOn = "2026-10-22" });
        foreach (var on in new[] { "2026-10-25", "2026-11-01", "2026-11-08" })
        {
            Assert.Equal(HttpStatusCode.Created, (await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", new { personId = client, on, outcome = "refused", kind = "spot" })).StatusCode);
        }
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    Task<HttpResponseMessage> ActAsync(string user, Guid measure, string verb, object body) => home.Api(user).PostAsync($"/measures/{measure}/{verb}", body);

    async Task DoneAsync(string user, Guid measure, string verb, object body)
    {
        var answer = await ActAsync(user, measure, verb, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    async Task<JsonElement> LookAsync(Guid measure) => await (await home.Api("worker").GetAsync($"/api/v1/measures/{measure}")).JsonAsync();

    /// <summary>The rule that stood against it; null where it was taken.</summary>
    static async Task<string?> RuleAsync(HttpResponseMessage answer) =>
        (await answer.JsonAsync()).TryGetProperty("rules", out var rules) ? rules[0].GetProperty("code").GetString() : null;
}

public sealed class NoShowOnSqlite(SqliteHome home) : NoShowTests(home), IClassFixture<SqliteHome>;

public sealed class NoShowOnPostgres(PostgresHome home) : NoShowTests(home), IClassFixture<PostgresHome>;
