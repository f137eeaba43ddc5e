using System.Net;
using Homeward.Domain.Screening;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Screening;

/// <summary>Evasions and positives through the front door: recorded, confirmed in a second step, and what that makes due.</summary>
public abstract class TwoStepPagesTests(Home home)
{
    [Fact]
    public async Task The_form_does_not_offer_what_only_a_second_step_confirms_and_the_api_refuses_it()
    {
        var (client, _) = await RunningAsync();
        var form = await (await home.SignedInAsync("worker")).GetStringAsync($"/screening/record?client={client}");

        Assert.Contains("EvadedUnconfirmed", form, StringComparison.Ordinal);
        Assert.DoesNotContain("EvadedConfirmed", form, StringComparison.Ordinal);
        Assert.DoesNotContain("PositiveConfirmed", form, StringComparison.Ordinal);
        await RefusedAsync(new { personId = client, on = "2026-11-20", outcome = "evadedConfirmed" }, "screening.evasion-in-two-steps");
        await RefusedAsync(Positive(client, "2026-11-20", "positiveConfirmed"), "screening.positive-in-two-steps");
        Assert.Equal(0, await home.WithDbAsync(db => db.Screens.CountAsync(screen => screen.ClientId == client)));
    }

    [Fact]
    public async Task An_evasion_is_confirmed_only_after_a_served_notice()
    {
        var (client, measure) = await RunningAsync();
        var screen = await RecordAsync(new { personId = client, on = "2026-11-18", outcome = "evadedUnconfirmed" });
        var browser = await home.SignedInAsync("worker");

        var refused = await (await browser.SendFormAsync($"/screening/{screen}/change?do=evasion", "change", [])).Content.ReadAsStringAsync();
        Assert.Contains("2026-11-18 的检测没有已送达的检测通知", refused, StringComparison.Ordinal);
        Assert.Equal(ScreenOutcome.EvadedUnconfirmed, await OutcomeAsync(screen));
        await home.Api("worker").PostAsync($"/measures/{measure}/notice", new { on = "2026-11-19" });
        Assert.Equal(HttpStatusCode.OK, (await browser.SendFormAsync($"/screening/{screen}/change?do=evasion", "change", [])).StatusCode);
        await home.Api("worker").PostAsync($"/measures/{measure}/notice", new { on = "2026-11-16" });
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendFormAsync($"/screening/{screen}/change?do=evasion", "change", [])).StatusCode);

        Assert.Equal(ScreenOutcome.EvadedConfirmed, await OutcomeAsync(screen));
    }

    [Fact]
    public async Task A_confirmed_use_is_due_to_be_confirmed_and_told_to_the_police()
    {
        var (client, measure) = await RunningAsync();
        var screen = await RecordAsync(Positive(client, "2026-11-18", "positivePreliminary"));
        Assert.Empty(await DueAsync(measure));

        await (await home.SignedInAsync("worker")).SendFormAsync($"/screening/{screen}/change?do=confirm", "change", []);
        var due = (await DueAsync(measure)).Single();
        Assert.Equal(("R1.30", Home.Today, null), (due.Rule, due.Opens, due.Settlement));
        var confirmed = await home.Api("leader").PostAsync($"/measures/{measure}/confirmBreach", new { on = "2026-11-23", reason = "newUse", documentNumber = "证3" });

        Assert.True(confirmed.IsSuccessStatusCode, await confirmed.Content.ReadAsStringAsync());
        Assert.Equal(Settlement.Fulfilled, (await DueAsync(measure)).Single().Settlement);
        Assert.Null((await DueAsync(measure, ObligationKind.HandOver)).Single().Settlement);
    }

    /// <summary>Today is 23 November: the client may ask on the third day after the screen, and nobody confirms before the fourth (R2.2).</summary>
    [Theory]
    [InlineData("2026-11-23", "2026-11-26", "2026-11-27")]
    [InlineData("2026-11-20", "2026-11-23", "2026-11-24")]
    public async Task A_positive_is_not_confirmed_while_the_client_may_ask_for_a_laboratory(string on, string last, string first)
    {
        var (client, measure) = await RunningAsync();
        var screen = await RecordAsync(Positive(client, on, "positivePreliminary"));
        var browser = await home.SignedInAsync("worker");
        var told = $"本人在 {last} 前（含当日）可申请实验室检测（《吸毒检测程序规定》），其间不得确认：{first} 起可以确认";

        var page = await browser.GetStringAsync($"/screening/{screen}");
        var form = await (await browser.SendFormAsync($"/screening/{screen}/change?do=confirm", "change", [])).Content.ReadAsStringAsync();
        var api = await home.Api("worker").PostAsync($"/screens/{screen}/confirm", new { });

        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.DoesNotContain("change?do=confirm", page, StringComparison.Ordinal);
        Assert.Contains(told, form, StringComparison.Ordinal);
        var rule = (await api.JsonAsync()).GetProperty("rules")[0];
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "screening.still-time", "R2.2"), (api.StatusCode, rule.GetProperty("code").GetString(), rule.GetProperty("rule").GetString()));
        Assert.Contains(told, rule.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(await DueAsync(measure));
        Assert.True((await home.Api("worker").PostAsync($"/screens/{screen}/dispute", new { step = "requested", on = "2026-11-23" })).IsSuccessStatusCode);
    }

    [Fact]
    public async Task On_the_fourth_day_the_page_offers_to_confirm_and_nobody_asks_any_more()
    {
        var (client, measure) = await RunningAsync();
        var screen = await RecordAsync(Positive(client, "2026-11-19", "positivePreliminary"));
        var browser = await home.SignedInAsync("worker");

        Assert.Contains("change?do=confirm", await browser.GetStringAsync($"/screening/{screen}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await home.Api("worker").PostAsync($"/screens/{screen}/dispute", new { step = "requested", on = "2026-11-23" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendFormAsync($"/screening/{screen}/change?do=confirm", "change", [])).StatusCode);
        Assert.Single(await DueAsync(measure));
    }

    [Fact]
    public async Task Who_confirmed_a_screen_stands_on_its_page_in_the_api_and_in_the_timeline()
    {
        var (client, measure) = await RunningAsync();
        var positive = await RecordAsync(Positive(client, "2026-11-18", "positivePreliminary"));
        var evasion = await RecordAsync(new { personId = client, on = "2026-10-18", outcome = "evadedUnconfirmed" });
        await home.Api("worker").PostAsync($"/measures/{measure}/notice", new { on = "2026-10-16" });
        var leader = await home.SignedInAsync("leader");

        await leader.SendFormAsync($"/screening/{positive}/change?do=confirm", "change", []);
        Assert.True((await home.Api("leader").PostAsync($"/screens/{evasion}/confirmEvasion", new { })).IsSuccessStatusCode);

        var account = home.World.Accounts["leader"];
        var page = WebUtility.HtmlDecode(await (await home.SignedInAsync("worker")).GetStringAsync($"/screening/{positive}"));
        Assert.Contains($"<dt>确认</dt><dd>{account.DisplayName}，2026-11-23 10:", page, StringComparison.Ordinal);
        foreach (var screen in new[] { positive, evasion })
        {
            var told = await (await home.Api("worker").GetAsync($"/api/v1/screens/{screen}")).JsonAsync();
            Assert.Equal((account.Id, account.DisplayName, "2026-11-23"), (told.GetProperty("confirmedById").GetGuid(), told.GetProperty("confirmedBy").GetString(), told.GetProperty("confirmedOn").GetString()));
            Assert.Equal(home.Clock.GetUtcNow().UtcDateTime, told.GetProperty("confirmedAt").GetDateTime().ToUniversalTime(), TimeSpan.FromMinutes(1));
        }
        var timeline = WebUtility.HtmlDecode(await (await home.SignedInAsync("worker")).GetStringAsync($"/people/{client}?tab=timeline"));
        Assert.Equal(2, timeline.Split($"{account.DisplayName} 于 2026-11-23 确认").Length - 1);
    }

    [Fact]
    public async Task A_refusal_after_the_police_declined_makes_a_look_at_the_case_due_anew()
    {
        var (client, measure) = await RunningAsync();
        foreach (var on in (string[])["2026-06-20", "2026-07-20", "2026-08-20"])
        {
            await RecordAsync(new { personId = client, on, outcome = "refused" });
        }
        foreach (var (verb, body) in new (string, object)[]
        {
            ("confirmBreach", new { on = "2026-08-21", reason = "seriousBreach", documentNumber = "证1" }), ("handOver", new { on = "2026-08-22", documentNumber = "回1" }), ("decline", new { on = "2026-08-25", documentNumber = "答1" }),
        })
        {
            Assert.Equal(HttpStatusCode.OK, (await home.Api("leader").PostAsync($"/measures/{measure}/{verb}", body)).StatusCode);
        }

        await RecordAsync(new { personId = client, on = "2026-09-20", outcome = "refused" });

        Assert.Equal([(new DateOnly(2026, 8, 20), Settlement.Fulfilled), (new DateOnly(2026, 9, 20), (Settlement?)null)], (await DueAsync(measure)).Select(due => (due.Opens, due.Settlement)));
    }

    [Fact]
    public async Task Samples_of_a_month_end_are_kept_to_the_end_of_the_shorter_month()
    {
        var (client, _) = await RunningAsync();

        var screen = await RecordAsync(Positive(client, "2026-08-31", "positivePreliminary"));

        Assert.Equal(new DateOnly(2027, 2, 28), await home.WithDbAsync(db => db.Screens.Where(found => found.Id == screen).Select(found => found.KeepSamplesUntil).SingleAsync()));
    }

    static object Positive(Guid client, string on, string result) => new
    {
        personId = client, on, result, readings = new { morphine = "positive" }, firstTester = "林晓雯", secondTester = "周建平", collector = "王警官", collectorSex = "male", sampleA = "A1", sampleB = "B1",
    };

    async Task<(Guid Client, Guid Measure)> RunningAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        return (client, await home.NewMeasureAsync("worker", client));
    }

    async Task RefusedAsync(object body, string code)
    {
        var answer = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    async Task<Guid> RecordAsync(object body)
    {
        var answer = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    Task<ScreenOutcome> OutcomeAsync(Guid screen) => home.WithDbAsync(db => db.Screens.Where(found => found.Id == screen).Select(found => found.Outcome).SingleAsync());

    Task<List<Obligation>> DueAsync(Guid measure, ObligationKind kind = ObligationKind.ConfirmBreach) => home.WithDbAsync(db =>
        db.Obligations.AsNoTracking().Where(due => due.MeasureId == measure && due.Kind == kind).OrderBy(due => due.Opens).ToListAsync());
}

public sealed class TwoStepsOnSqlite(SqliteHome home) : TwoStepPagesTests(home), IClassFixture<SqliteHome>;

public sealed class TwoStepsOnPostgres(PostgresHome home) : TwoStepPagesTests(home), IClassFixture<PostgresHome>;
