using System.Net;
using Homeward.Web.Tests.Hosting;

namespace Homeward.Web.Tests.Supervision;

/// <summary>After a no-show or a breach was handed over the police decide (rules 1.13): nothing begins that only a measure knows which goes on. And leaves that share days.</summary>
public abstract class WithThePoliceTests(Home home)
{
    [Fact]
    public async Task After_a_breach_was_handed_over_no_leave_change_of_place_or_dual_control_begins_until_the_police_let_it_go_on()
    {
        var measure = await BreachedAsync();
        object[] bodies = [LeaveOn("2026-11-20"), TransferOn("2026-11-20"), DualOn("2026-11-20")];
        string[] verbs = ["leave", "transfer", "dualControl"];

        foreach (var (verb, body) in verbs.Zip(bodies))
        {
            var answer = await ActAsync(measure, verb, body);
            Assert.Equal("supervision.with-the-police", await RuleAsync(answer));
            Assert.Contains("2026-11-17", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        // A leave is offered: one that began before the hand-over is still written down.
        Assert.Equal(["Leave"], await OfferedAsync(measure));
        await ActAsync(measure, "decline", new { on = "2026-11-18", documentNumber = "答复1" });

        Assert.Equal(["DualControl", "Leave", "Transfer"], await OfferedAsync(measure));
        Assert.Equal(HttpStatusCode.OK, (await ActAsync(measure, "leave", LeaveOn("2026-11-20"))).StatusCode);
    }

    [Fact]
    public async Task What_began_before_the_hand_over_is_still_recorded_and_so_is_a_return()
    {
        var measure = await BreachedAsync();

        Assert.Equal(HttpStatusCode.OK, (await ActAsync(measure, "leave", LeaveOn("2026-11-14"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ActAsync(measure, "return", new { on = "2026-11-22" })).StatusCode);
    }

    [Fact]
    public async Task After_a_no_show_was_handed_over_dual_control_is_not_offered_and_refused()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var made = await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CDT", orderedOn = "2026-10-01", servedOn = "2026-10-02" });
        var measure = (await made.JsonAsync()).GetProperty("id").GetGuid();
        Assert.Contains("DualControl", await OfferedAsync(measure));
        await ActAsync(measure, "confirmOverdue", new { on = "2026-11-01" });
        await ActAsync(measure, "handOver", new { on = "2026-11-02", documentNumber = "回执2" });

        Assert.Empty(await OfferedAsync(measure));
        Assert.Equal("supervision.with-the-police", await RuleAsync(await ActAsync(measure, "dualControl", DualOn("2026-11-03"))));
    }

    [Fact]
    public async Task A_leave_that_shares_days_with_one_that_has_ended_is_told_from_when_to_when_and_how_to_go_on()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        await ActAsync(measure, "leave", new { on = "2026-11-05", to = "2026-11-09", reportedInWriting = true });
        var open = await ActAsync(measure, "leave", new { on = "2026-11-08", to = "2026-11-12", reportedInWriting = true });
        await ActAsync(measure, "return", new { on = "2026-11-08" });

        var over = await ActAsync(measure, "leave", new { on = "2026-11-07", to = "2026-11-12", reportedInWriting = true });

        Assert.Equal("supervision.already-away", await RuleAsync(open));
        var rule = (await over.JsonAsync()).GetProperty("rules")[0];
        var message = rule.GetProperty("message").GetString()!;
        Assert.Equal("supervision.overlaps-leave", rule.GetProperty("code").GetString());
        Assert.Contains("2026-11-05", message, StringComparison.Ordinal);
        Assert.Contains("2026-11-08", message, StringComparison.Ordinal);
        Assert.Contains("请假", message, StringComparison.Ordinal);
        Assert.DoesNotContain("登记返回", message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ActAsync(measure, "leave", new { on = "2026-11-09", to = "2026-11-12", reportedInWriting = true })).StatusCode);
    }

    [Fact]
    public async Task Whoever_may_not_confirm_is_told_who_does()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        await ActAsync(measure, "absence", new { on = "2026-06-01", to = "2026-07-15" });
        var worker = await home.SignedInAsync("worker");

        Assert.Contains("由组长、站长或街道登记", await worker.GetStringAsync($"/people/{client}"), StringComparison.Ordinal);
        Assert.Contains("请告知其办理：", await worker.GetStringAsync($"/measures/{measure}"), StringComparison.Ordinal);
        var leader = await home.SignedInAsync("leader");
        Assert.DoesNotContain("由组长、站长或街道登记", await leader.GetStringAsync($"/people/{client}"), StringComparison.Ordinal);
        Assert.DoesNotContain("请告知其办理：", await leader.GetStringAsync($"/measures/{measure}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_breach_that_the_records_bear_no_more_is_told_on_the_measure_the_client_and_in_the_api()
    {
        var measure = await BreachedAsync();
        var before = await (await home.Api("leader").GetAsync($"/api/v1/measures/{measure}")).JsonAsync();
        Assert.False(before.GetProperty("unfounded").GetBoolean());
        var browser = await home.SignedInAsync("leader");
        Assert.DoesNotContain("按现有记录不再成立", WebUtility.HtmlDecode(await browser.GetStringAsync($"/measures/{measure}")), StringComparison.Ordinal);

        var absence = before.GetProperty("acts").EnumerateArray().Single(act => act.GetProperty("kind").GetString() == "absence").GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.OK, (await ActAsync(measure, "annul", new { on = "2026-11-20", actId = absence, note = "当时住院，有病历" })).StatusCode);

        var after = await (await home.Api("leader").GetAsync($"/api/v1/measures/{measure}")).JsonAsync();
        Assert.Equal((true, "breachHandedOver"), (after.GetProperty("unfounded").GetBoolean(), after.GetProperty("status").GetString()));
        Assert.Contains("按现有记录不再成立", WebUtility.HtmlDecode(await browser.GetStringAsync($"/measures/{measure}")), StringComparison.Ordinal);
        Assert.Contains("认定依据已不成立", WebUtility.HtmlDecode(await browser.GetStringAsync($"/people/{after.GetProperty("personId").GetGuid()}")), StringComparison.Ordinal);
    }

    async Task<Guid> BreachedAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        await ActAsync(measure, "absence", new { on = "2026-06-01", to = "2026-07-15" });
        await ActAsync(measure, "confirmBreach", new { on = "2026-11-16", reason = "seriousBreach", documentNumber = "证明1" });
        Assert.Equal(HttpStatusCode.OK, (await ActAsync(measure, "handOver", new { on = "2026-11-17", documentNumber = "回执1" })).StatusCode);
        return measure;
    }

    async Task<List<string>> OfferedAsync(Guid measure)
    {
        var page = await (await home.SignedInAsync("leader")).GetStringAsync($"/measures/{measure}");
        return [.. new[] { "DualControl", "Leave", "Transfer" }.Where(verb => page.Contains($"do={verb}\"", StringComparison.Ordinal))];
    }

    object TransferOn(string on) => new { on, placeId = home.World.Units["streetB"].Id, reason = "movedHome", documentNumber = "函1" };

    static object LeaveOn(string on) => new { on, to = "2026-11-25", reportedInWriting = true };

    static object DualOn(string on) => new { on, reason = "livesElsewhere", documentNumber = "双1" };

    static async Task<string?> RuleAsync(HttpResponseMessage answer) => (await answer.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString();

    Task<HttpResponseMessage> ActAsync(Guid measure, string verb, object body) => home.Api("leader").PostAsync($"/measures/{measure}/{verb}", body);
}

public sealed class WithThePoliceOnSqlite(SqliteHome home) : WithThePoliceTests(home), IClassFixture<SqliteHome>;

public sealed class WithThePoliceOnPostgres(PostgresHome home) : WithThePoliceTests(home), IClassFixture<PostgresHome>;
