using System.Net;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>Two who write about one client at the same instant, and know nothing of each other: what excludes the other is written once.</summary>
public abstract class AtOnceTests(Home home)
{
    const int Rounds = 4;

    [Fact]
    public async Task Two_measures_that_cannot_run_at_once_are_not_opened_at_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var client = await home.NewClientAsync("worker", "pointA");

            var answers = await Task.WhenAll(
                home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CDT", orderedOn = "2026-06-01" }),
                home.Api("leader").PostAsync("/measures", new { personId = client, kind = "CRH", orderedOn = "2026-06-02" }),
                home.Api("head").PostAsync("/measures", new { personId = client, kind = "CDT", orderedOn = "2026-06-03" }));

            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
            Assert.All(answers.Where(answer => !answer.IsSuccessStatusCode), AssertRefused);
            Assert.Equal(1, await home.WithDbAsync(db => db.Measures.CountAsync(measure => measure.ClientId == client && measure.EndedOn == null)));
        }
    }

    [Fact]
    public async Task Nobody_is_away_and_in_custody_on_the_same_days_whoever_writes_it_first()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var measure = await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"));

            var answers = await Task.WhenAll(
                home.Api("worker").PostAsync($"/measures/{measure}/absence", new { on = "2026-10-02", to = "2026-10-08" }),
                home.Api("leader").PostAsync($"/measures/{measure}/suspend", new { on = "2026-10-01", to = "2026-10-09", reason = "detained" }),
                home.Api("head").PostAsync($"/measures/{measure}/leave", new { on = "2026-10-03", to = "2026-10-05", reportedInWriting = true }));

            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
            Assert.All(answers.Where(answer => !answer.IsSuccessStatusCode), AssertRefused);
            Assert.Equal(1, await home.WithDbAsync(db => db.MeasureActs.CountAsync(act => act.MeasureId == measure)));
        }
    }

    [Fact]
    public async Task The_family_is_in_the_team_or_the_reason_why_not_and_never_both()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var measure = await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"));

            var answers = await Task.WhenAll(
                home.Api("worker").PostAsync($"/measures/{measure}/team", new { role = "familyMember", name = "母亲", from = "2026-06-01" }),
                home.Api("leader").PostAsync($"/measures/{measure}/team", new { role = "familyMember", noFamilyReason = "unreachable", from = "2026-06-01" }));

            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
            Assert.Equal(1, await home.WithDbAsync(db => db.TeamMembers.CountAsync(member => member.MeasureId == measure)));
        }
    }

    [Fact]
    public async Task An_act_counts_the_version_of_its_measure_up_and_who_saw_the_one_before_is_told()
    {
        var measure = await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"));
        var seen = (await home.Api("worker").GetAsync($"/api/v1/measures/{measure}")).Headers.ETag!.Tag;
        var first = await home.Api("worker").SendJsonAsync(HttpMethod.Post, $"/measures/{measure}/absence", new { on = "2026-10-02", to = "2026-10-05" }, ifMatch: seen);

        var second = await home.Api("leader").SendJsonAsync(HttpMethod.Post, $"/measures/{measure}/absence", new { on = "2026-11-02", to = "2026-11-05" }, ifMatch: seen);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (first.StatusCode, second.StatusCode));
        Assert.NotEqual(seen, first.Headers.ETag!.Tag);
        Assert.Equal(1, await home.WithDbAsync(db => db.MeasureActs.CountAsync(act => act.MeasureId == measure)));
        Assert.Equal(1, await home.WithDbAsync(db => db.AuditEntries.CountAsync(row => row.Act == "measure.absence" && row.ClientId == db.Measures.First(found => found.Id == measure).ClientId)));
    }

    [Fact]
    public async Task A_result_is_disputed_or_confirmed_and_not_both_at_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var client = await home.NewClientAsync("worker", "pointA");
            var screen = Guid.CreateVersion7();
            await home.Api("worker").PostAsync($"/screens/{screen}/record", new { personId = client, on = "2026-11-19", result = "positivePreliminary", firstTester = "甲", secondTester = "乙", collector = "丙", collectorSex = "male", sampleA = "A1", sampleB = "B1" });

            await Task.WhenAll(
                home.Api("worker").PostAsync($"/screens/{screen}/dispute", new { step = "requested", on = "2026-11-21" }),
                home.Api("leader").SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/v1/screens/{screen}/confirm")));

            var (confirmed, disputed) = await home.WithDbAsync(async db => (
                await db.Screens.AnyAsync(found => found.Id == screen && found.ConfirmedOn != null), await db.ScreenDisputes.AnyAsync(found => found.ScreenId == screen)));
            Assert.NotEqual(confirmed, disputed);
        }
    }

    [Fact]
    public async Task An_evasion_is_confirmed_or_its_notice_annulled_and_not_both_at_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var client = await home.NewClientAsync("worker", "pointA");
            var measure = await home.NewMeasureAsync("worker", client);
            var screen = Guid.CreateVersion7();
            await home.Api("worker").PostAsync($"/screens/{screen}/record", new { personId = client, on = "2026-11-18", outcome = "evadedUnconfirmed" });
            await home.Api("worker").PostAsync($"/measures/{measure}/notice", new { on = "2026-11-16" });
            var notice = await home.WithDbAsync(db => db.MeasureActs.Where(act => act.MeasureId == measure).Select(act => act.Id).SingleAsync());

            await Task.WhenAll(
                home.Api("worker").PostAsync($"/screens/{screen}/confirmEvasion", new { }),
                home.Api("leader").PostAsync($"/measures/{measure}/annul", new { on = "2026-11-23", actId = notice, note = "送错" }));

            var (confirmed, annulled) = await home.WithDbAsync(async db => (
                await db.Screens.AnyAsync(found => found.Id == screen && found.ConfirmedOn != null), await db.MeasureActs.AnyAsync(found => found.Id == notice && found.AnnulledOn != null)));
            Assert.NotEqual(confirmed, annulled);
        }
    }

    static void AssertRefused(HttpResponseMessage answer) => Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.PreconditionFailed, HttpStatusCode.UnprocessableEntity]);
}

public sealed class AtOnceOnSqlite(SqliteHome home) : AtOnceTests(home), IClassFixture<SqliteHome>;

public sealed class AtOnceOnPostgres(PostgresHome home) : AtOnceTests(home), IClassFixture<PostgresHome>;
