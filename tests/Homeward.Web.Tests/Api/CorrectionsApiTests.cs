using System.Net;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Api;

/// <summary>What a page corrects, confirms or annuls, a program can too, by the same rules: the papers of a measure, and what was recorded of a screen.</summary>
public abstract class CorrectionsApiTests(Home home)
{
    [Fact]
    public async Task The_papers_of_a_measure_are_corrected_and_its_obligations_follow()
    {
        var (client, measure) = await RunningAsync();
        var api = home.Api("worker");
        var path = $"/measures/{measure}";
        var tag = (await api.GetAsync($"/api/v1{path}")).Headers.ETag!.Tag;
        var body = new { reportedOn = "2026-05-20", agreementSignedOn = "2026-05-21", orderNumber = " 沪公 1 号 ", placeOfExecutionId = home.World.Units["streetA"].Id };

        var corrected = await api.SendJsonAsync(HttpMethod.Patch, path, body, "correct-1", tag);
        var again = await api.SendJsonAsync(HttpMethod.Patch, path, body, "correct-1", tag);
        var lost = await api.SendJsonAsync(HttpMethod.Patch, path, new { termYears = 2 }, ifMatch: tag);

        var said = await corrected.JsonAsync();
        Assert.Equal(("沪公 1 号", "2026-05-20", "2026-04-30"), (said.GetProperty("orderNumber").GetString(), said.GetProperty("reportedOn").GetString(), said.GetProperty("orderedOn").GetString()));
        Assert.Equal(corrected.Headers.ETag, again.Headers.ETag);
        Assert.True(again.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, lost.StatusCode);
        Assert.Equal(new DateOnly(2026, 5, 20), await home.WithDbAsync(db => db.Obligations.Where(due => due.ClientId == client && due.Kind == ObligationKind.Screen).MinAsync(due => due.Opens)));
        Assert.Equal(3, (await (await api.GetAsync($"/api/v1{path}")).JsonAsync()).GetProperty("termYears").GetInt32());
    }

    [Fact]
    public async Task A_correction_names_the_version_that_was_seen_and_keeps_the_rules_of_the_page()
    {
        var (_, measure) = await RunningAsync();
        var api = home.Api("worker");
        await api.PostAsync($"/measures/{measure}/leave", new { on = "2026-06-20", to = "2026-06-21", reportedInWriting = true });

        var blind = await api.SendJsonAsync(HttpMethod.Patch, $"/measures/{measure}", new { termYears = 2 });
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
        await RefusedAsync(measure, new { servedOn = "2026-04-01" }, "supervision.served-before-ordered");
        await RefusedAsync(measure, new { clear = new[] { "reportedOn", "agreementSignedOn" } }, "supervision.acts-stand");
        await RefusedAsync(measure, new { placeOfExecutionId = home.World.Units["pointA"].Id }, "supervision.place-unknown");
        await RefusedAsync(measure, new { placeOfExecutionId = Guid.CreateVersion7() }, "supervision.place-unknown");
    }

    [Fact]
    public async Task A_day_that_never_was_is_emptied_and_still_shown_as_known_before()
    {
        var (_, measure) = await RunningAsync();
        var api = home.Api("worker");
        await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).ExecuteUpdateAsync(set => set.SetProperty(found => found.KnownOn, new DateOnly(2026, 5, 11)).SetProperty(found => found.CorrectedOn, new DateOnly(2026, 5, 11))));

        var corrected = await api.SendJsonAsync(HttpMethod.Patch, $"/measures/{measure}", new { clear = new[] { "agreementSignedOn" } }, ifMatch: await TagAsync($"/measures/{measure}"));

        Assert.True(corrected.IsSuccessStatusCode, await corrected.Content.ReadAsStringAsync());
        Assert.Null((await (await api.GetAsync($"/api/v1/measures/{measure}")).JsonAsync()).GetProperty("agreementSignedOn").GetString());
        Assert.Equal("2026-05-10", (await (await api.GetAsync($"/api/v1/measures/{measure}?known=2026-06-01")).JsonAsync()).GetProperty("agreementSignedOn").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/api/v1/measures/{measure}?known=2026-05-01")).StatusCode);
    }

    [Fact]
    public async Task A_positive_is_confirmed_once_and_only_on_what_the_caller_saw()
    {
        var screen = await PositiveAsync("2026-11-10");
        var api = home.Api("worker");

        var lost = await api.SendJsonAsync(HttpMethod.Post, $"/screens/{screen}/confirm", new { }, ifMatch: "\"7\"");
        var confirmed = await api.SendJsonAsync(HttpMethod.Post, $"/screens/{screen}/confirm", new { }, ifMatch: await TagAsync($"/screens/{screen}"));
        var again = await api.PostAsync($"/screens/{screen}/confirm", new { });

        Assert.Equal(HttpStatusCode.PreconditionFailed, lost.StatusCode);
        var said = await confirmed.JsonAsync();
        Assert.Equal(("positiveConfirmed", "2026-11-23"), (said.GetProperty("result").GetString(), said.GetProperty("confirmedOn").GetString()));
        Assert.Equal("screening.not-preliminary", await CodeAsync(again));
    }

    [Fact]
    public async Task An_evasion_is_confirmed_only_after_a_served_notice()
    {
        var (client, measure) = await RunningAsync();
        var screen = await RecordAsync(new { personId = client, on = "2026-11-18", outcome = "evadedUnconfirmed" });
        var api = home.Api("worker");

        var early = await api.PostAsync($"/screens/{screen}/confirmEvasion", new { });
        await api.PostAsync($"/measures/{measure}/notice", new { on = "2026-11-16" });
        var confirmed = await api.PostAsync($"/screens/{screen}/confirmEvasion", new { });

        Assert.Equal("screening.notice-missing", await CodeAsync(early));
        Assert.Equal("evadedConfirmed", (await confirmed.JsonAsync()).GetProperty("outcome").GetString());
        Assert.Equal(1, (await (await api.GetAsync($"/api/v1/measures/{measure}")).JsonAsync()).GetProperty("counters").GetProperty("refusedOrEvaded").GetInt32());
    }

    [Fact]
    public async Task A_notice_on_which_an_evasion_was_confirmed_is_annulled_only_after_the_record_of_the_evasion()
    {
        var (client, measure) = await RunningAsync();
        var screen = await RecordAsync(new { personId = client, on = "2026-11-18", outcome = "evadedUnconfirmed" });
        var api = home.Api("worker");
        await api.PostAsync($"/measures/{measure}/notice", new { on = "2026-11-16" });
        await api.PostAsync($"/screens/{screen}/confirmEvasion", new { });
        var notice = (await (await api.GetAsync($"/api/v1/measures/{measure}")).JsonAsync()).GetProperty("acts")[0].GetProperty("id").GetGuid();

        var early = await api.PostAsync($"/measures/{measure}/annul", new { on = "2026-11-23", actId = notice, note = "送错" });
        var stands = await CountedAsync(api, measure);
        await api.PostAsync($"/screens/{screen}/annul", new { reason = "通知送错" });
        var annulled = await api.PostAsync($"/measures/{measure}/annul", new { on = "2026-11-23", actId = notice, note = "送错" });

        Assert.Equal("supervision.rests-on-notice", await CodeAsync(early));
        Assert.Equal((HttpStatusCode.OK, 1, 0), (annulled.StatusCode, stands, await CountedAsync(api, measure)));
    }

    static async Task<int> CountedAsync(HttpClient api, Guid measure) =>
        (await (await api.GetAsync($"/api/v1/measures/{measure}")).JsonAsync()).GetProperty("counters").GetProperty("refusedOrEvaded").GetInt32();

    [Fact]
    public async Task A_refusal_names_the_article_of_law_to_people_and_the_number_of_the_rule_to_programs()
    {
        var (client, _) = await RunningAsync();
        var screen = await RecordAsync(new { personId = client, on = "2026-11-18", outcome = "evadedUnconfirmed" });

        var rule = (await (await home.Api("worker").PostAsync($"/screens/{screen}/confirmEvasion", new { })).JsonAsync()).GetProperty("rules")[0];

        Assert.Equal("R2.19", rule.GetProperty("rule").GetString());
        Assert.Contains("《戒毒条例》第二十条", rule.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("R2.19", rule.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_screen_is_annulled_and_what_it_settled_is_open_again()
    {
        var (client, _) = await RunningAsync();
        var screen = await RecordAsync(ApiCalls.NegativeScreen(client, "2026-11-18"));
        Assert.Equal(1, await SettledAsync(screen));
        var api = home.Api("worker");

        var silent = await api.PostAsync($"/screens/{screen}/annul", new { reason = " " });
        var annulled = await api.PostAsync($"/screens/{screen}/annul", new { reason = "记错人" });
        var again = await api.PostAsync($"/screens/{screen}/annul", new { reason = "记错人" });

        Assert.Equal("screening.reason-missing", await CodeAsync(silent));
        Assert.Equal("2026-11-23", (await annulled.JsonAsync()).GetProperty("annulledOn").GetString());
        Assert.Equal(0, await SettledAsync(screen));
        Assert.Equal("screening.already-annulled", await CodeAsync(again));
    }

    [Fact]
    public async Task Samples_are_disposed_of_by_two_people_after_their_time()
    {
        var screen = await PositiveAsync("2026-05-12");
        var api = home.Api("worker");

        var early = await api.PostAsync($"/screens/{screen}/dispose", new { on = "2026-11-12", by = "林晓雯", witness = "周建平" });
        await home.WithDbAsync(db => db.Screens.Where(found => found.Id == screen).ExecuteUpdateAsync(set => set.SetProperty(found => found.KeepSamplesUntil, new DateOnly(2026, 11, 12))));
        var alone = await api.PostAsync($"/screens/{screen}/dispose", new { on = "2026-11-20", by = "林晓雯", witness = "林晓雯" });
        var disposed = await api.PostAsync($"/screens/{screen}/dispose", new { on = "2026-11-20", by = "林晓雯", witness = "周建平" });

        Assert.Equal(("screening.samples-to-keep", "screening.two-dispose"), (await CodeAsync(early), await CodeAsync(alone)));
        Assert.Equal("2026-11-20", (await disposed.JsonAsync()).GetProperty("samplesDisposedOn").GetString());
    }

    async Task<(Guid Client, Guid Measure)> RunningAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        return (client, await home.NewMeasureAsync("worker", client));
    }

    async Task<Guid> PositiveAsync(string on)
    {
        var (client, _) = await RunningAsync();
        return await RecordAsync(new { personId = client, on, result = "positivePreliminary", readings = new { morphine = "positive" }, firstTester = "林晓雯", secondTester = "周建平", collector = "王警官", collectorSex = "male", sampleA = "A1", sampleB = "B1" });
    }

    async Task<Guid> RecordAsync(object body)
    {
        var answer = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    async Task RefusedAsync(Guid measure, object body, string rule)
    {
        var answer = await home.Api("worker").SendJsonAsync(HttpMethod.Patch, $"/measures/{measure}", body, ifMatch: await TagAsync($"/measures/{measure}"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, rule), (answer.StatusCode, await CodeAsync(answer)));
    }

    async Task<string> TagAsync(string path) => (await home.Api("worker").GetAsync($"/api/v1{path}")).Headers.ETag!.Tag;

    static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString();

    Task<int> SettledAsync(Guid record) => home.WithDbAsync(db => db.Obligations.CountAsync(due => due.SettledById == record));
}

public sealed class CorrectionsApiOnSqlite(SqliteHome home) : CorrectionsApiTests(home), IClassFixture<SqliteHome>;

public sealed class CorrectionsApiOnPostgres(PostgresHome home) : CorrectionsApiTests(home), IClassFixture<PostgresHome>;
