using System.Net;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>Isolation, maintenance treatment and the measures by agreement, each through its own verbs: what follows, who confirms, what is refused, and the line in the timeline.</summary>
public abstract class CycleTests(Home home)
{
    [Fact]
    public async Task An_escape_moves_the_last_day_of_isolation_and_its_annulment_moves_it_back()
    {
        var (client, measure) = await OpenAsync("CID", "2025-06-01");

        await DoneAsync("worker", measure, "escape", new { on = "2026-10-01", knownOn = "2026-10-03" });
        Assert.Equal("OutOfControl", await FieldAsync(client, "status"), ignoreCase: true);
        Assert.All(await DueAsync(measure), due => Assert.NotNull(due.Settlement));
        await RefusedAsync("worker", measure, "escape", new { on = "2026-11-01" }, "supervision.already-escaped", "2026-10-01");
        await RefusedAsync("worker", measure, "release", new { on = "2026-11-01", documentNumber = "解1" }, "supervision.escaped-now", "2026-10-01");
        await DoneAsync("worker", measure, "recapture", new { on = "2026-10-21" });

        Assert.Equal("2027-06-20", await FieldAsync(client, "endsOn"));
        Assert.Equal(new DateOnly(2027, 6, 20), (await DueAsync(measure)).Single(due => due.Kind == ObligationKind.ReleasePreparation).Closes);
        await ToldAsync(client, "脱逃", "追回");
        foreach (var kind in (MeasureActKind[])[MeasureActKind.Recaptured, MeasureActKind.Escaped])
        {
            await DoneAsync("worker", measure, "annul", new { on = "2026-11-23", actId = await ActAsync(measure, kind), note = "误登" });
        }
        Assert.Equal("2027-05-31", await FieldAsync(client, "endsOn"));
    }

    [Fact]
    public async Task An_extension_is_confirmed_by_a_leader_on_the_page_and_not_beyond_a_year()
    {
        var (client, measure) = await OpenAsync("CID", "2025-06-01");
        Assert.Equal(HttpStatusCode.Forbidden, (await TryAsync("worker", measure, "extend", new { on = "2026-11-01", to = "2027-12-01", documentNumber = "延1" })).StatusCode);
        var leader = await home.SignedInAsync("leader");
        Assert.Contains("新的期满日", await leader.GetStringAsync($"/measures/{measure}/confirm?do=Extend"), StringComparison.Ordinal);

        var refused = await leader.SendFormAsync($"/measures/{measure}/confirm?do=Extend", "act", new() { ["Input.On"] = "2026-11-01", ["Input.To"] = "2028-06-01", ["Input.DocumentNumber"] = "延1" });
        Assert.Contains("2028-05-31", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await leader.SendFormAsync($"/measures/{measure}/confirm?do=Extend", "act", new() { ["Input.On"] = "2026-11-01", ["Input.To"] = "2027-12-01", ["Input.DocumentNumber"] = "延1" });

        Assert.Equal("2027-12-01", await FieldAsync(client, "endsOn"));
        await ToldAsync(client, "延长强制隔离戒毒期限");
    }

    [Fact]
    public async Task An_early_release_gives_the_last_day_that_the_worklist_prepares_for()
    {
        var (client, measure) = await OpenAsync("CID", "2025-06-01");
        await DoneAsync("worker", measure, "treatOutside", new { on = "2026-03-01", documentNumber = "医1" });
        await DoneAsync("worker", measure, "returnFromTreatment", new { on = "2026-05-01" });
        Assert.Equal("2027-05-31", await FieldAsync(client, "endsOn"));
        await RefusedAsync("leader", measure, "releaseEarly", new { on = "2026-05-31", to = "2026-07-01", documentNumber = "提1" }, "supervision.too-early-for-release", "2026-06-01");

        await DoneAsync("leader", measure, "releaseEarly", new { on = "2026-11-20", to = "2026-12-10", documentNumber = "提1" });

        Assert.Equal("2026-12-10", await FieldAsync(client, "endsOn"));
        Assert.Equal(new DateOnly(2026, 12, 10), (await DueAsync(measure)).Single(due => due.Kind == ObligationKind.ReleasePreparation).Closes);
        await ToldAsync(client, "所外就医", "决定提前解除");
    }

    [Fact]
    public async Task Isolation_after_a_seriously_breached_rehabilitation_is_not_ended_early()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var rehabilitation = await home.NewMeasureAsync("worker", client, "CRH", "2025-01-10");
        await DoneAsync("worker", rehabilitation, "absence", new { on = "2025-03-01", to = "2025-04-15" });
        await DoneAsync("leader", rehabilitation, "confirmBreach", new { on = "2025-04-16", reason = "seriousBreach", documentNumber = "证1" });
        var isolation = await OpenAsync(client, "CID", "2025-06-01");

        await RefusedAsync("leader", isolation, "releaseEarly", new { on = "2026-11-20", to = "2026-12-10", documentNumber = "提1" }, "supervision.breached-rehabilitation", "2025-04-16");
    }

    [Fact]
    public async Task A_change_into_community_detox_deducts_the_days_served_by_itself()
    {
        var (client, measure) = await OpenAsync("CID", "2026-06-01");
        await DoneAsync("leader", measure, "changeToCommunity", new { on = "2026-09-08", documentNumber = "变1" });
        Assert.Equal("Terminated", await FieldAsync(client, "status"), ignoreCase: true);

        var detox = await OpenAsync(client, "CDT", "2026-09-08");

        Assert.Equal(100, await home.WithDbAsync(db => db.Measures.Where(found => found.Id == detox).Select(found => found.ServedIsolationDays).SingleAsync()));
        await DoneAsync("worker", detox, "serve", new { on = "2026-09-09" });
        await DoneAsync("worker", detox, "report", new { on = "2026-09-10" });
        Assert.Equal($"{new DateOnly(2029, 9, 9).AddDays(-100):yyyy-MM-dd}", await FieldAsync(client, "endsOn"));
        await ToldAsync(client, "变更为社区戒毒");
    }

    [Fact]
    public async Task A_missed_clinic_stands_on_the_worklist_and_a_leader_confirms_the_drop_out()
    {
        var (client, measure) = await OpenAsync("MMT", "2026-05-01");
        await DoneAsync("worker", measure, "missClinic", new { on = "2026-11-12" });
        Assert.Contains("核实门诊中断", await (await home.SignedInAsync("worker")).GetStringAsync($"/people/{client}"), StringComparison.Ordinal);
        await DoneAsync("worker", measure, "resumeClinic", new { on = "2026-11-20" });
        Assert.Equal([Settlement.Fulfilled, Settlement.Cancelled], (await ChecksAsync(measure)).Select(due => due.Settlement));
        await RefusedAsync("leader", measure, "confirmDropOut", new { on = "2026-11-20" }, "supervision.nothing-to-end", "R5.13");

        await DoneAsync("worker", measure, "annul", new { on = "2026-11-23", actId = await ActAsync(measure, MeasureActKind.ClinicResumed), note = "误登" });
        await RefusedAsync("leader", measure, "confirmDropOut", new { on = "2026-11-23" }, "supervision.too-early-for-drop-out", "2026-11-26");
        await DoneAsync("worker", measure, "annul", new { on = "2026-11-23", actId = await ActAsync(measure, MeasureActKind.ClinicMissed), note = "误登" });
        await DoneAsync("worker", measure, "missClinic", new { on = "2026-11-01" });
        Assert.Equal(HttpStatusCode.Forbidden, (await TryAsync("worker", measure, "confirmDropOut", new { on = "2026-11-16" })).StatusCode);
        Assert.Contains("确认脱失", await (await home.SignedInAsync("leader")).GetStringAsync($"/measures/{measure}/confirm"), StringComparison.Ordinal);
        await DoneAsync("leader", measure, "confirmDropOut", new { on = "2026-11-16" });

        Assert.Equal("dropOut", await home.WithDbAsync(db => db.MeasureActs.Where(act => act.MeasureId == measure && act.Kind == MeasureActKind.DroppedOut).Select(act => act.Reason).SingleAsync()));
        Assert.All(await DueAsync(measure), due => Assert.NotNull(due.Settlement));
        await ToldAsync(client, "中断门诊治疗", "确认脱失");
    }

    [Theory]
    [InlineData("MMT", "movedClinic", "expelled", "Terminated")]
    [InlineData("DRC", "completed", "movedClinic", "Released")]
    public async Task A_treatment_ends_for_a_reason_of_its_own(string kind, string reason, string foreign, string status)
    {
        var (client, measure) = await OpenAsync(kind, "2026-05-01");
        await RefusedAsync("worker", measure, "endTreatment", new { on = "2026-11-20", reason = foreign }, "supervision.reason-not-here", "治疗（康复）结束");
        Assert.Contains("登记结束", await (await home.SignedInAsync("worker")).GetStringAsync($"/measures/{measure}?do=EndTreatment"), StringComparison.Ordinal);

        await DoneAsync("worker", measure, "endTreatment", new { on = "2026-11-20", reason });

        Assert.Equal(status, await FieldAsync(client, "status"), ignoreCase: true);
        await ToldAsync(client, "治疗（康复）结束");
    }

    [Fact]
    public async Task A_voluntary_measure_runs_as_agreed_and_is_prolonged_on_the_page()
    {
        var (client, measure) = await OpenAsync("VOL", "2026-05-01");
        var worker = await home.SignedInAsync("worker");
        await worker.SendFormAsync($"/measures/{measure}?do=Agree", "act", new() { ["Input.On"] = "2026-05-02", ["Input.To"] = "2026-11-20", ["Input.DocumentNumber"] = "协1", ["Input.Issuer"] = "Clinic" });
        Assert.Equal(("2026-11-20", "expired"), (await FieldAsync(client, "endsOn"), (await FieldAsync(client, "status"))!.ToLowerInvariant()));
        Assert.Null((await DueAsync(measure)).Single(due => due.Kind == ObligationKind.ProlongAgreement).Settlement);

        await RefusedAsync("worker", measure, "prolong", new { on = "2026-11-19", to = "2026-11-20", documentNumber = "协2" }, "supervision.not-later", "2026-11-20");
        await worker.SendFormAsync($"/measures/{measure}?do=Prolong", "act", new() { ["Input.On"] = "2026-11-19", ["Input.To"] = "2027-03-31", ["Input.DocumentNumber"] = "协2", ["Input.Issuer"] = "Clinic" });

        Assert.Equal(("2027-03-31", "active"), (await FieldAsync(client, "endsOn"), (await FieldAsync(client, "status"))!.ToLowerInvariant()));
        Assert.Equal([Settlement.Fulfilled, null], (await DueAsync(measure)).Where(due => due.Kind == ObligationKind.ProlongAgreement).Select(due => due.Settlement));
        await ToldAsync(client, "签订自愿协议", "续签协议");
    }

    async Task<(Guid Client, Guid Measure)> OpenAsync(string kind, string orderedOn)
    {
        var client = await home.NewClientAsync("worker", "pointA");
        return (client, await OpenAsync(client, kind, orderedOn));
    }

    async Task<Guid> OpenAsync(Guid personId, string kind, string orderedOn)
    {
        var answer = await home.Api("worker").PostAsync("/measures", new { personId, kind, orderedOn });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    Task<HttpResponseMessage> TryAsync(string user, Guid measure, string verb, object body) => home.Api(user).PostAsync($"/measures/{measure}/{verb}", body);

    async Task DoneAsync(string user, Guid measure, string verb, object body)
    {
        var answer = await TryAsync(user, measure, verb, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Refused with the rule and with what the sentence says of it; nothing is written.</summary>
    async Task RefusedAsync(string user, Guid measure, string verb, object body, string code, string said)
    {
        var before = await home.WithDbAsync(db => db.MeasureActs.CountAsync(act => act.MeasureId == measure));
        var answer = await TryAsync(user, measure, verb, body);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(code, text, StringComparison.Ordinal);
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Equal(before, await home.WithDbAsync(db => db.MeasureActs.CountAsync(act => act.MeasureId == measure)));
    }

    async Task ToldAsync(Guid client, params string[] lines)
    {
        var page = await (await home.SignedInAsync("worker")).GetStringAsync($"/people/{client}?tab=timeline");
        Assert.All(lines, line => Assert.Contains(line, page, StringComparison.Ordinal));
    }

    async Task<string?> FieldAsync(Guid client, string field) => (await (await home.Api("worker").GetAsync($"/api/v1/measures?personId={client}")).JsonAsync()).GetProperty("items")[0].GetProperty(field).GetString();

    Task<Guid> ActAsync(Guid measure, MeasureActKind kind) => home.WithDbAsync(db => db.MeasureActs.Where(act => act.MeasureId == measure && act.Kind == kind && act.AnnulledOn == null).Select(act => act.Id).SingleAsync());

    Task<List<Obligation>> DueAsync(Guid measure) => home.WithDbAsync(db => db.Obligations.AsNoTracking().Where(due => due.MeasureId == measure).OrderBy(due => due.Opens).ToListAsync());

    async Task<List<Obligation>> ChecksAsync(Guid measure) => [.. (await DueAsync(measure)).Where(due => due.Kind == ObligationKind.ClinicCheck)];
}

public sealed class CyclesOnSqlite(SqliteHome home) : CycleTests(home), IClassFixture<SqliteHome>;

public sealed class CyclesOnPostgres(PostgresHome home) : CycleTests(home), IClassFixture<PostgresHome>;
