using System.Net;
using Homeward.Domain.Screening;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Screening;

/// <summary>A sample that was tampered with or swapped, from the form to the counter of the measure (R2.20).</summary>
public abstract class TamperedScreenTests(Home home)
{
    [Fact]
    public async Task A_swapped_sample_of_a_spot_check_is_recorded_by_form_and_confirmed_without_a_notice()
    {
        var (client, measure) = await RunningAsync();
        var browser = await home.SignedInAsync("worker");

        var untold = await RecordAsync(browser, client, "Tampered", null);
        Assert.Contains("请在备注中写明发现的情况，以便核实", WebUtility.HtmlDecode(await untold.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await RecordAsync(browser, client, "Tampered", "尿样温度不足，查获夹带容器")).StatusCode);
        var screen = await home.WithDbAsync(db => db.Screens.AsNoTracking().SingleAsync(found => found.ClientId == client));
        Assert.Equal((ScreenOutcome.EvadedUnconfirmed, EvasionReason.Tampered, ScreenKind.Spot), (screen.Outcome, screen.EvasionReason, screen.Kind));
        Assert.Equal(0, await CountedAsync(measure));
        Assert.Contains("到场，不须另有检测通知", await browser.GetStringAsync($"/screening/{screen.Id}/change?do=evasion"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendFormAsync($"/screening/{screen.Id}/change?do=evasion", "change", [])).StatusCode);

        Assert.Equal(1, await CountedAsync(measure));
        Assert.Contains("<dt>逃避情形</dt><dd>到场，样本掺假、稀释或者调换</dd>", WebUtility.HtmlDecode(await browser.GetStringAsync($"/screening/{screen.Id}")), StringComparison.Ordinal);
        Assert.Contains("确认逃避（样本作假）", WebUtility.HtmlDecode(await browser.GetStringAsync($"/people/{client}?tab=timeline")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_not_come_to_a_spot_check_is_not_confirmed_without_a_notice()
    {
        var (client, measure) = await RunningAsync();
        var browser = await home.SignedInAsync("worker");
        await RecordAsync(browser, client, "DidNotCome", "未到");
        var screen = await home.WithDbAsync(db => db.Screens.Where(found => found.ClientId == client).Select(found => found.Id).SingleAsync());

        var refused = await browser.SendFormAsync($"/screening/{screen}/change?do=evasion", "change", []);

        Assert.Contains("没有已送达的检测通知", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await CountedAsync(measure));
    }

    [Fact]
    public async Task The_api_takes_and_shows_the_way_of_an_evasion_and_asks_for_what_was_found()
    {
        var (client, measure) = await RunningAsync();
        var api = home.Api("worker");
        object Body(string? reason, string outcome, string? remarks) => new { personId = client, on = "2026-11-18", kind = "spot", outcome, evasionReason = reason, remarks };

        Assert.Equal("screening.tampering-untold", await CodeAsync(await PostAsync(api, Body("tampered", "evadedUnconfirmed", null))));
        Assert.Equal("screening.reason-without-evasion", await CodeAsync(await PostAsync(api, Body("tampered", "refused", "掺水"))));
        Assert.False(await home.WithDbAsync(db => db.Screens.AnyAsync(found => found.ClientId == client)));
        var screen = (await (await PostAsync(api, Body("tampered", "evadedUnconfirmed", "掺水"))).JsonAsync()).GetProperty("id").GetGuid();
        var confirmed = await (await api.PostAsync($"/screens/{screen}/confirmEvasion", new { })).JsonAsync();

        Assert.Equal(("evadedConfirmed", "tampered"), (confirmed.GetProperty("outcome").GetString(), confirmed.GetProperty("evasionReason").GetString()));
        Assert.Equal(1, await CountedAsync(measure));
    }

    [Fact]
    public async Task An_absence_whose_way_nobody_gave_is_an_absence_and_waits_for_its_notice()
    {
        var (client, measure) = await RunningAsync();
        var api = home.Api("worker");
        var taken = await (await PostAsync(api, new { personId = client, on = "2026-11-18", outcome = "evadedUnconfirmed" })).JsonAsync();

        Assert.Equal("didNotCome", taken.GetProperty("evasionReason").GetString());
        Assert.Equal("screening.notice-missing", await CodeAsync(await api.PostAsync($"/screens/{taken.GetProperty("id").GetGuid()}/confirmEvasion", new { })));
        Assert.Equal(0, await CountedAsync(measure));
    }

    static Task<HttpResponseMessage> PostAsync(HttpClient api, object body) => api.PostAsync($"/screens/{Guid.CreateVersion7()}/record", body);

    static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString();

    static Task<HttpResponseMessage> RecordAsync(HttpClient browser, Guid client, string reason, string? remarks) => browser.SendFormAsync($"/screening/record?client={client}", "screen", new()
    {
        ["Input.On"] = "2026-11-18", ["Input.Kind"] = "Spot", ["Input.Specimen"] = "Urine", ["Input.Outcome"] = "EvadedUnconfirmed", ["Input.EvasionReason"] = reason, ["Input.Remarks"] = remarks,
    });

    async Task<int> CountedAsync(Guid measure) => (await (await home.Api("worker").GetAsync($"/api/v1/measures/{measure}")).JsonAsync()).GetProperty("counters").GetProperty("refusedOrEvaded").GetInt32();

    async Task<(Guid Client, Guid Measure)> RunningAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        return (client, await home.NewMeasureAsync("worker", client));
    }
}

public sealed class TamperedScreensOnSqlite(SqliteHome home) : TamperedScreenTests(home), IClassFixture<SqliteHome>;

public sealed class TamperedScreensOnPostgres(PostgresHome home) : TamperedScreenTests(home), IClassFixture<PostgresHome>;
