using System.Net;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>Days on which an act or a contact cannot have been, and limits that count from the day on which something counts (R1.25, R1.28, R1.31, R2.18).</summary>
public abstract class ImpossibleDaysTests(Home home)
{
    [Fact]
    public async Task A_leave_ends_within_the_term_and_is_extended_no_further()
    {
        var (_, measure) = await RunningAsync("2024-01-15");

        Assert.Equal("supervision.leave-beyond-term", await ActAsync("worker", measure, "leave", new { on = "2026-12-01", to = "2027-03-01", reportedInWriting = true }));
        Assert.Null(await ActAsync("worker", measure, "leave", new { on = "2026-11-20", to = "2026-12-05", reportedInWriting = true }));
        Assert.Equal("supervision.leave-beyond-term", await ActAsync("worker", measure, "extendLeave", new { on = "2026-11-22", to = "2027-01-15" }));
        Assert.Null(await ActAsync("worker", measure, "extendLeave", new { on = "2026-11-22", to = "2027-01-14" }));
    }

    [Fact]
    public async Task A_notice_of_a_window_is_served_before_it_has_closed()
    {
        var (_, measure) = await RunningAsync();

        Assert.Equal("supervision.notice-after-window", await ActAsync("worker", measure, "notice", new { on = "2026-11-10", year = 1, index = 6 }));
        Assert.Null(await ActAsync("worker", measure, "notice", new { on = "2026-11-09", year = 1, index = 6 }));
    }

    [Fact]
    public async Task A_warning_letter_is_owed_from_the_day_on_which_a_leaving_counts_and_is_not_dated_before_it()
    {
        var (_, measure) = await RunningAsync();
        await ActAsync("worker", measure, "absence", new { on = "2026-11-01", to = "2026-11-06" });

        var due = await home.WithDbAsync(db => db.Obligations.AsNoTracking().SingleAsync(found => found.MeasureId == measure && found.Kind == ObligationKind.Warning));

        Assert.Equal(new DateOnly(2026, 11, 3), due.Opens);
        Assert.Equal("supervision.warns-too-early", await ActAsync("worker", measure, "warn", new { on = "2026-11-02", documentNumber = "告诫1" }));
        Assert.Null(await ActAsync("worker", measure, "warn", new { on = "2026-11-03", documentNumber = "告诫1" }));
        Assert.Equal(Settlement.Fulfilled, await home.WithDbAsync(db => db.Obligations.Where(found => found.Id == due.Id).Select(found => found.Settlement).SingleAsync()));
    }

    [Fact]
    public async Task What_ends_a_measure_or_takes_it_up_again_has_no_last_day()
    {
        var (_, measure) = await RunningAsync();
        var paper = new { on = "2026-11-20", to = "2026-11-22", reason = "decisionRevoked", documentNumber = "撤1" };

        Assert.Equal("supervision.no-last-day", await ActAsync("leader", measure, "terminate", paper));
        Assert.Null(await ActAsync("leader", measure, "terminate", new { paper.on, paper.reason, paper.documentNumber }));
        Assert.Equal("supervision.no-last-day", await ActAsync("leader", measure, "reopen", paper));

        var treatment = await OpenAsync("VOL");
        Assert.Equal("supervision.no-last-day", await ActAsync("worker", treatment, "endTreatment", new { on = "2026-11-20", to = "2026-11-21", reason = "completed" }));
        Assert.Equal("supervision.agreed-too-long", await ActAsync("worker", treatment, "agree", new { on = "2026-06-01", to = "2036-06-01", documentNumber = "协1" }));
        Assert.Null(await ActAsync("worker", treatment, "agree", new { on = "2026-06-01", to = "2027-05-31", documentNumber = "协1" }));
    }

    [Fact]
    public async Task Nobody_is_interviewed_after_their_death()
    {
        var (client, measure) = await RunningAsync();
        Assert.Null(await ActAsync("leader", measure, "terminate", new { on = "2026-11-10", reason = "died", documentNumber = "亡1" }));

        async Task<HttpResponseMessage> ContactAsync(string on, string mode) => await home.Api("worker").PostAsync("/contacts", new { personId = client, on, mode, content = "谈话" });
        var refused = await ContactAsync("2026-11-11", "interview");

        Assert.Equal("casework.contact-after-death", (await refused.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        Assert.Contains("2026-11-10", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.All([await ContactAsync("2026-11-10", "interview"), await ContactAsync("2026-11-11", "phone")], taken => Assert.Equal(HttpStatusCode.Created, taken.StatusCode));
    }

    async Task<(Guid Client, Guid Measure)> RunningAsync(string reportedOn = "2026-05-10")
    {
        var client = await home.NewClientAsync("worker", "pointA", "日期人");
        return (client, await home.NewMeasureAsync("worker", client, reportedOn: reportedOn));
    }

    async Task<Guid> OpenAsync(string kind) =>
        (await (await home.Api("worker").PostAsync("/measures", new { personId = await home.NewClientAsync("worker", "pointA"), kind, orderedOn = "2026-06-01" })).JsonAsync()).GetProperty("id").GetGuid();

    /// <summary>The rule that stood against it; null where it was taken.</summary>
    async Task<string?> ActAsync(string user, Guid measure, string verb, object body)
    {
        var answer = await home.Api(user).PostAsync($"/measures/{measure}/{verb}", body);
        Assert.True((int)answer.StatusCode is 200 or 422, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).TryGetProperty("rules", out var rules) ? rules[0].GetProperty("code").GetString() : null;
    }
}

public sealed class ImpossibleDaysOnSqlite(SqliteHome home) : ImpossibleDaysTests(home), IClassFixture<SqliteHome>;

public sealed class ImpossibleDaysOnPostgres(PostgresHome home) : ImpossibleDaysTests(home), IClassFixture<PostgresHome>;
