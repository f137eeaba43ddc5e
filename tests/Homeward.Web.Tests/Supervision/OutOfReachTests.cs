using Homeward.Web.Tests.Hosting;

namespace Homeward.Web.Tests.Supervision;

/// <summary>Not to be found, abroad, under dual control: once at a time, and over with a report (R1.38, R1.54).</summary>
public abstract class OutOfReachTests(Home home)
{
    [Fact]
    public async Task Nobody_is_lost_or_abroad_twice_at_once_and_one_return_is_enough()
    {
        var measure = await RunningAsync();
        Assert.Null(await ActAsync("leader", measure, "loseControl", new { on = "2026-09-01" }));

        Assert.Equal("supervision.already-out-of-reach", await ActAsync("leader", measure, "loseControl", new { on = "2026-09-05" }));
        Assert.Equal("supervision.already-out-of-reach", await ActAsync("leader", measure, "loseControl", new { on = "2026-08-25" }));
        Assert.Equal("supervision.already-out-of-reach", await ActAsync("worker", measure, "goAbroad", new { on = "2026-09-10" }));
        Assert.Equal("outOfControl", await StatusAsync(measure));
        Assert.Null(await ActAsync("worker", measure, "regainControl", new { on = "2026-09-20" }));
        Assert.Equal("active", await StatusAsync(measure));
        // One that is over stands in nobody's way, before it and from its last day on.
        Assert.Equal("supervision.already-out-of-reach", await ActAsync("worker", measure, "goAbroad", new { on = "2026-09-10" }));
        Assert.Null(await ActAsync("worker", measure, "goAbroad", new { on = "2026-09-20" }));
        Assert.Equal("abroad", await StatusAsync(measure));
    }

    [Fact]
    public async Task Dual_control_begins_once_until_it_ends()
    {
        var measure = await RunningAsync();
        var dual = new { on = "2026-09-01", reason = "livesElsewhere", documentNumber = "函1" };
        Assert.Null(await ActAsync("worker", measure, "dualControl", dual));

        Assert.Equal("supervision.already-dual", await ActAsync("worker", measure, "dualControl", dual));
        Assert.Null(await ActAsync("worker", measure, "endDualControl", new { on = "2026-10-01" }));
        Assert.Null(await ActAsync("worker", measure, "dualControl", dual with { on = "2026-10-01" }));
    }

    [Fact]
    public async Task Whoever_reports_at_the_new_place_is_back_in_control()
    {
        var measure = await RunningAsync();
        Assert.Null(await ActAsync("leader", measure, "loseControl", new { on = "2026-11-09" }));
        Assert.Null(await ActAsync("worker", measure, "transfer", new { on = "2026-11-10", placeId = home.World.Units["streetB"].Id, reason = "movedHome", documentNumber = "函2" }));
        Assert.Equal("outOfControl", await StatusAsync(measure));
        var transfer = await home.WithDbAsync(db => Task.FromResult(db.IncomingTransfers.Single(found => found.MeasureId == measure).Id));
        foreach (var verb in new[] { "accept", "receive" })
        {
            var answer = await home.Api("neighbour").PostAsync($"/transfers/{transfer}/{verb}", new { on = "2026-11-16" });
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal("active", await StatusAsync(measure, "neighbour"));
        Assert.Equal("supervision.nothing-to-end", await ActAsync("neighbour", measure, "regainControl", new { on = "2026-11-20" }));
    }

    [Fact]
    public async Task A_first_report_ends_being_out_of_control_too()
    {
        var client = await home.NewClientAsync("worker", "pointA", "失联人");
        var measure = (await (await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CDT", orderedOn = "2026-11-10", servedOn = "2026-11-11" })).JsonAsync()).GetProperty("id").GetGuid();
        Assert.Null(await ActAsync("leader", measure, "loseControl", new { on = "2026-11-14" }));

        Assert.Null(await ActAsync("worker", measure, "report", new { on = "2026-11-20" }));

        Assert.Equal("active", await StatusAsync(measure));
    }

    async Task<Guid> RunningAsync() => await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA", "失控人"));

    /// <summary>The rule that stood against it; null where it was taken.</summary>
    async Task<string?> ActAsync(string user, Guid measure, string verb, object body)
    {
        var answer = await home.Api(user).PostAsync($"/measures/{measure}/{verb}", body);
        Assert.True((int)answer.StatusCode is 200 or 422, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).TryGetProperty("rules", out var rules) ? rules[0].GetProperty("code").GetString() : null;
    }

    async Task<string?> StatusAsync(Guid measure, string user = "worker") => (await (await home.Api(user).GetAsync($"/api/v1/measures/{measure}")).JsonAsync()).GetProperty("status").GetString();
}

public sealed class OutOfReachOnSqlite(SqliteHome home) : OutOfReachTests(home), IClassFixture<SqliteHome>;

public sealed class OutOfReachOnPostgres(PostgresHome home) : OutOfReachTests(home), IClassFixture<PostgresHome>;
