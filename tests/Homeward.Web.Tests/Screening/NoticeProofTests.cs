using System.Net;
using Homeward.Web.Tests.Hosting;

namespace Homeward.Web.Tests.Screening;

/// <summary>What a served notice proves: one absence, of the window or the day that it is for (R2.19).</summary>
public abstract class NoticeProofTests(Home home)
{
    [Fact]
    public async Task One_notice_of_a_window_proves_one_evasion_in_it_and_none_after_it()
    {
        var (client, measure) = await RunningAsync();
        Guid[] missed = [await MissedAsync(client, "2026-10-20"), await MissedAsync(client, "2026-11-02"), await MissedAsync(client, "2026-11-12")];
        await ServeAsync(measure, new { on = "2026-10-12", year = 1, index = 6 });

        var answers = new List<string?>();
        foreach (var screen in missed)
        {
            answers.Add(await ConfirmAsync(screen));
        }

        Assert.Equal([null, "screening.notice-missing", "screening.notice-missing"], answers);
        Assert.Equal(1, await CountedAsync(measure));
        await ServeAsync(measure, new { on = "2026-11-11", year = 1, index = 7 });
        Assert.Null(await ConfirmAsync(missed[2]));
    }

    [Fact]
    public async Task A_scheduled_and_a_spot_evasion_on_one_day_are_not_both_proven_by_one_notice()
    {
        var (client, measure) = await RunningAsync();
        var (scheduled, spot) = (await MissedAsync(client, "2026-11-18"), await MissedAsync(client, "2026-11-18", "spot"));
        await ServeAsync(measure, new { on = "2026-11-16" });

        Assert.Null(await ConfirmAsync(spot));
        Assert.Equal("screening.notice-missing", await ConfirmAsync(scheduled));
        await ServeAsync(measure, new { on = "2026-11-17" });
        Assert.Null(await ConfirmAsync(scheduled));
    }

    async Task<(Guid Client, Guid Measure)> RunningAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA", "未到人");
        return (client, await home.NewMeasureAsync("worker", client));
    }

    async Task<Guid> MissedAsync(Guid client, string on, string kind = "scheduled")
    {
        var id = Guid.CreateVersion7();
        var answer = await home.Api("worker").PostAsync($"/screens/{id}/record", new { personId = client, on, kind, outcome = "evadedUnconfirmed" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return id;
    }

    async Task ServeAsync(Guid measure, object notice) => Assert.Equal(HttpStatusCode.OK, (await home.Api("worker").PostAsync($"/measures/{measure}/notice", notice)).StatusCode);

    /// <summary>The rule that stood against it; null where it was confirmed.</summary>
    async Task<string?> ConfirmAsync(Guid screen) =>
        (await (await home.Api("leader").PostAsync($"/screens/{screen}/confirmEvasion", new { })).JsonAsync()) is var said && said.TryGetProperty("rules", out var rules) ? rules[0].GetProperty("code").GetString() : null;

    async Task<int> CountedAsync(Guid measure) =>
        (await (await home.Api("worker").GetAsync($"/api/v1/measures/{measure}")).JsonAsync()).GetProperty("counters").GetProperty("refusedOrEvaded").GetInt32();
}

public sealed class NoticeProofOnSqlite(SqliteHome home) : NoticeProofTests(home), IClassFixture<SqliteHome>;

public sealed class NoticeProofOnPostgres(PostgresHome home) : NoticeProofTests(home), IClassFixture<PostgresHome>;
