using System.Net;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Api;

/// <summary>Days that are asked for: what was known on them, and days that no calendar here has.</summary>
public abstract class KnownDaysTests(Home home)
{
    [Theory]
    [InlineData("/papers/batch?from=9999-12-31")]
    [InlineData("/papers/batch?from=0001-01-01")]
    [InlineData("/measures/{0}?known=9999-12-31")]
    public async Task A_day_beyond_the_calendar_is_refused_and_is_no_fault(string path)
    {
        var (_, measure) = await RunningAsync();
        await home.Api("worker").PostAsync($"/measures/{measure}/suspend", new { on = "2026-06-01", reason = "detained" });

        Assert.Equal(HttpStatusCode.BadRequest, (await home.Api("worker").GetAsync("/api/v1" + string.Format(System.Globalization.CultureInfo.InvariantCulture, path, measure))).StatusCode);
    }

    [Theory]
    [InlineData("2026-10-20", "active", null)]
    [InlineData("2026-11-10", "terminated", "2026-10-01")]
    public async Task An_end_that_became_known_later_had_not_ended_the_measure_before(string known, string status, string? endedOn)
    {
        var (_, measure) = await RunningAsync();
        var api = home.Api("worker");
        await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).ExecuteUpdateAsync(set => set.SetProperty(found => found.KnownOn, new DateOnly(2026, 5, 11)).SetProperty(found => found.CorrectedOn, new DateOnly(2026, 5, 11))));
        var ended = await api.PostAsync($"/measures/{measure}/terminate", new { on = "2026-10-01", knownOn = "2026-11-10", reason = "imprisoned", documentNumber = "T1" });
        Assert.True(ended.IsSuccessStatusCode, await ended.Content.ReadAsStringAsync());

        var said = await (await api.GetAsync($"/api/v1/measures/{measure}?known={known}")).JsonAsync();

        Assert.Equal((status, endedOn), (said.GetProperty("status").GetString(), said.GetProperty("endedOn").GetString()));
        Assert.Equal("2026-10-01", (await (await api.GetAsync($"/api/v1/measures/{measure}")).JsonAsync()).GetProperty("endedOn").GetString());
    }

    [Fact]
    public async Task Who_does_not_work_with_the_measure_is_told_the_role_and_not_the_name()
    {
        var (client, measure) = await RunningAsync();
        await home.Api("worker").PostAsync($"/measures/{measure}/team", new { role = "policeOfficer", name = "民警乙", phone = "13900000009", from = "2026-05-10" });

        var own = await (await home.SignedInAsync("worker")).GetStringAsync($"/people/{client}?tab=timeline");
        var head = await (await home.SignedInAsync("office")).GetStringAsync($"/people/{client}?tab=timeline");

        Assert.Contains("民警乙", own, StringComparison.Ordinal);
        Assert.Contains("工作小组：社区民警加入", head, StringComparison.Ordinal);
        Assert.DoesNotContain("民警乙", head, StringComparison.Ordinal);
    }

    async Task<(Guid Client, Guid Measure)> RunningAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA", "某日人");
        return (client, await home.NewMeasureAsync("worker", client));
    }
}

public sealed class KnownDaysOnSqlite(SqliteHome home) : KnownDaysTests(home), IClassFixture<SqliteHome>;

public sealed class KnownDaysOnPostgres(PostgresHome home) : KnownDaysTests(home), IClassFixture<PostgresHome>;
