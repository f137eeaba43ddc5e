using System.Net;
using System.Text.Json;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>Who is in custody neither refuses nor evades a test, and is away from nothing (R1.39, R2.19).</summary>
public abstract class InCustodyTests(Home home)
{
    [Fact]
    public async Task Inside_a_custody_a_test_is_not_refused_or_evaded_but_excused()
    {
        var (client, measure) = await RunningAsync();
        await DoneAsync("worker", measure, "suspend", new { on = "2026-08-01", to = "2026-08-20", reason = "detained" });

        foreach (var outcome in new[] { "refused", "evadedUnconfirmed" })
        {
            Assert.Equal("screening.detained-then", await RuleAsync(await ScreenAsync(client, "2026-08-10", outcome)));
        }
        Assert.Null(await RuleAsync(await ScreenAsync(client, "2026-08-10", "excused")));
        // On the day of the arrest and on that of the return the person may still, or again, have refused.
        Assert.Null(await RuleAsync(await ScreenAsync(client, "2026-08-01", "refused")));
        Assert.Null(await RuleAsync(await ScreenAsync(client, "2026-08-20", "refused")));
        Assert.Equal(2, (await LookAsync(measure)).GetProperty("counters").GetProperty("refused").GetInt32());
    }

    [Fact]
    public async Task The_form_says_how_a_test_in_custody_is_recorded_until_the_measure_goes_on()
    {
        var (client, measure) = await RunningAsync();
        await DoneAsync("worker", measure, "suspend", new { on = "2026-11-01", reason = "detained" });
        var form = new Dictionary<string, string?> { ["Input.On"] = "2026-11-12", ["Input.Kind"] = "Scheduled", ["Input.Specimen"] = "Urine", ["Input.Outcome"] = "Refused" };

        var refused = await (await home.SignedInAsync("worker")).SendFormAsync($"/screening/record?client={client}", "screen", form);

        Assert.Contains("请登记为「有正当理由」", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await DoneAsync("worker", measure, "resume", new { on = "2026-11-10" });
        Assert.Null(await RuleAsync(await ScreenAsync(client, "2026-11-12", "refused")));
    }

    [Fact]
    public async Task A_custody_is_not_entered_over_a_refusal_and_an_evasion_in_it_is_not_confirmed()
    {
        var (client, measure) = await RunningAsync();
        var refusal = (await (await ScreenAsync(client, "2026-08-10", "refused")).JsonAsync()).GetProperty("id").GetGuid();
        var evasion = (await (await ScreenAsync(client, "2026-08-12", "evadedUnconfirmed")).JsonAsync()).GetProperty("id").GetGuid();
        var custody = new { on = "2026-08-01", to = "2026-08-20", reason = "detained" };

        var over = await ActAsync("worker", measure, "suspend", custody);
        Assert.Equal("supervision.missed-then", await RuleAsync(over));
        Assert.Contains("2026-08-10", await over.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await home.Api("worker").PostAsync($"/screens/{refusal}/annul", new { reason = "当时被羁押" });
        await DoneAsync("worker", measure, "suspend", custody);

        await DoneAsync("worker", measure, "notice", new { on = "2026-07-30", to = "2026-08-12" });
        Assert.Equal("screening.detained-then", await RuleAsync(await home.Api("leader").PostAsync($"/screens/{evasion}/confirmEvasion", new { })));
        Assert.Equal(0, (await LookAsync(measure)).GetProperty("counters").GetProperty("refusedOrEvaded").GetInt32());
    }

    [Fact]
    public async Task Days_away_that_nobody_ended_end_with_the_custody_that_began_after_them()
    {
        var (_, measure) = await RunningAsync();
        await DoneAsync("worker", measure, "suspend", new { on = "2026-07-01", to = "2026-08-20", reason = "detained" });
        await DoneAsync("worker", measure, "leave", new { on = "2026-06-22", to = "2026-06-24" });

        var told = await LookAsync(measure);

        Assert.Equal((1, 10), (told.GetProperty("counters").GetProperty("unauthorisedLeavings").GetInt32(), told.GetProperty("counters").GetProperty("unauthorisedDays").GetInt32()));
        Assert.Equal(("active", false), (told.GetProperty("status").GetString(), told.GetProperty("seriousBreach").GetBoolean()));
        // One that goes on when the custody begins is ended first: the return may be the same day.
        await DoneAsync("worker", measure, "absence", new { on = "2026-09-01" });
        Assert.Equal("supervision.away-then", await RuleAsync(await ActAsync("worker", measure, "suspend", new { on = "2026-09-10", reason = "detained" })));
    }

    [Fact]
    public async Task Page_and_worklist_say_the_same_of_a_window_that_opened_in_a_custody_without_an_end()
    {
        var (_, measure) = await RunningAsync("2026-05-07");
        await DoneAsync("worker", measure, "suspend", new { on = "2026-11-07", reason = "detained" });

        var told = await LookAsync(measure);

        Assert.Equal("suspended", WindowOf(told, "2026-11-07"));
        Assert.DoesNotContain("screen", told.GetProperty("deadlines").EnumerateArray().Select(one => one.GetProperty("what").GetString()));
        Assert.Equal(Settlement.Suspended, await SettlementAsync(measure, new(2026, 11, 7)));
        // With its end the window is open again, here and there.
        await DoneAsync("worker", measure, "resume", new { on = "2026-11-20" });
        Assert.Equal("open", WindowOf(await LookAsync(measure), "2026-11-07"));
        Assert.Null(await SettlementAsync(measure, new(2026, 11, 7)));
    }

    static string? WindowOf(JsonElement told, string opens) => told.GetProperty("windows").EnumerateArray().Single(window => window.GetProperty("opens").GetString() == opens).GetProperty("state").GetString();

    Task<Settlement?> SettlementAsync(Guid measure, DateOnly opens) =>
        home.WithDbAsync(db => db.Obligations.Where(due => due.MeasureId == measure && due.Kind == ObligationKind.Screen && due.Opens == opens).Select(due => due.Settlement).SingleAsync());

    async Task<(Guid Client, Guid Measure)> RunningAsync(string reportedOn = "2026-05-10")
    {
        var client = await home.NewClientAsync("worker", "pointA", "羁押人");
        return (client, await home.NewMeasureAsync("worker", client, reportedOn: reportedOn));
    }

    Task<HttpResponseMessage> ScreenAsync(Guid client, string on, string outcome) =>
        home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", new { personId = client, on, outcome });

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

public sealed class InCustodyOnSqlite(SqliteHome home) : InCustodyTests(home), IClassFixture<SqliteHome>;

public sealed class InCustodyOnPostgres(PostgresHome home) : InCustodyTests(home), IClassFixture<PostgresHome>;
