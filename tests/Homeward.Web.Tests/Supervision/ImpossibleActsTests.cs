using System.Net;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>Acts in an order, on days and for reasons that cannot be: refused in the reader's words, with nothing written.</summary>
public abstract class ImpossibleActsTests(Home home)
{
    [Fact]
    public async Task An_agreement_before_the_report_and_a_step_taken_twice_are_refused()
    {
        var measure = await OpenAsync("CDT", "2026-06-01");
        Assert.Contains("supervision.not-reported", await RefusedAsync(measure, "sign", new { on = "2026-06-10" }), StringComparison.Ordinal);
        await DoneAsync(measure, "serve", new { on = "2026-06-02" });
        await DoneAsync(measure, "report", new { on = "2026-06-08" });
        await DoneAsync(measure, "sign", new { on = "2026-06-10" });

        foreach (var (verb, first) in new[] { ("serve", "2026-06-02"), ("report", "2026-06-08"), ("sign", "2026-06-10") })
        {
            var refused = await RefusedAsync(measure, verb, new { on = "2026-11-20" });
            Assert.Contains("supervision.step-taken", refused, StringComparison.Ordinal);
            Assert.Contains(first, refused, StringComparison.Ordinal);
        }
        Assert.Equal((new DateOnly(2026, 6, 2), new DateOnly(2026, 6, 8), new DateOnly(2026, 6, 10)), await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).Select(found => new ValueTuple<DateOnly?, DateOnly?, DateOnly?>(found.ServedOn, found.ReportedOn, found.AgreementSignedOn)).SingleAsync()));
    }

    [Fact]
    public async Task Maintenance_treatment_has_no_agreement_of_the_community() =>
        Assert.Contains("戒毒药物维持治疗", await RefusedAsync(await OpenAsync("MMT", "2026-06-01"), "sign", new { on = "2026-06-10" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("suspend", "completed", "中止执行")]
    [InlineData("terminate", "movedClinic", "终止执行")]
    [InlineData("transfer", "died", "变更执行地")]
    public async Task A_reason_that_the_act_does_not_know_is_refused_by_its_name(string verb, string reason, string name)
    {
        var measure = await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"));

        var refused = await RefusedAsync(measure, verb, new { on = "2026-11-20", reason, documentNumber = "文1" });

        Assert.Contains("supervision.reason-not-here", refused, StringComparison.Ordinal);
        Assert.Contains(name, refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("absence", "2026-08-01", "2030-01-01", null, "supervision.in-future")]
    [InlineData("suspend", "2026-11-01", null, "2020-01-01", "supervision.known-before")]
    [InlineData("leave", "2099-01-01", "2099-01-05", null, "supervision.beyond-term")]
    public async Task A_day_on_which_nothing_can_have_been_is_refused(string verb, string on, string? to, string? knownOn, string rule)
    {
        var measure = await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"));

        Assert.Contains(rule, await RefusedAsync(measure, verb, new { on, to, knownOn, reason = verb == "suspend" ? "detained" : null, reportedInWriting = true }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_competent_and_one_that_nobody_knows_are_told_by_name()
    {
        var measure = await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"));

        var refused = await RefusedAsync(measure, "suspend", new { on = "2026-11-01", reason = "detained", issuer = "organisation" });
        Assert.Contains("supervision.issuer-not-competent", refused, StringComparison.Ordinal);
        Assert.Contains("公安机关", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("Police", refused, StringComparison.Ordinal);

        var unread = await home.Api("worker").PostAsync($"/measures/{measure}/suspend", new { on = "2026-11-01", reason = "detained", issuer = "nobody" });
        var text = await unread.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, unread.StatusCode);
        Assert.Contains("issuer", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Homeward.Domain", text, StringComparison.Ordinal);
    }

    async Task<Guid> OpenAsync(string kind, string orderedOn)
    {
        var answer = await home.Api("worker").PostAsync("/measures", new { personId = await home.NewClientAsync("worker", "pointA"), kind, orderedOn });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    async Task DoneAsync(Guid measure, string verb, object body)
    {
        var answer = await home.Api("worker").PostAsync($"/measures/{measure}/{verb}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What was answered, as text; nothing was written.</summary>
    async Task<string> RefusedAsync(Guid measure, string verb, object body)
    {
        var before = await CountAsync(measure);
        var answer = await home.Api("worker").PostAsync($"/measures/{measure}/{verb}", body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(before, await CountAsync(measure));
        var problem = await answer.JsonAsync();
        return string.Join('\n', problem.GetProperty("rules").EnumerateArray().Select(rule => $"{rule.GetProperty("code")} {rule.GetProperty("message")}"));
    }

    Task<(int, int)> CountAsync(Guid measure) => home.WithDbAsync(async db => (await db.MeasureActs.CountAsync(act => act.MeasureId == measure), await db.Measures.Where(found => found.Id == measure).Select(found => found.Version).SingleAsync()));
}

public sealed class ImpossibleActsOnSqlite(SqliteHome home) : ImpossibleActsTests(home), IClassFixture<SqliteHome>;

public sealed class ImpossibleActsOnPostgres(PostgresHome home) : ImpossibleActsTests(home), IClassFixture<PostgresHome>;
