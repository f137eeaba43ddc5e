using System.Net;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>What happens to a measure, through the API: recorded by a worker, confirmed by a second person, followed by obligations.</summary>
public abstract class LawTests(Home home)
{
    [Fact]
    public async Task An_overdue_report_is_confirmed_by_a_leader_and_handed_over_by_receipt()
    {
        var (client, measure) = await OverdueAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await ActAsync("worker", measure, "confirmOverdue", new { on = "2026-11-20" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ActAsync("leader", measure, "confirmOverdue", new { on = "2026-11-20" })).StatusCode);
        Assert.Equal("NoShowNotHandedOver", $"{await StatusAsync(client)}", ignoreCase: true);
        Assert.Null((await DueAsync(measure, ObligationKind.HandOver)).Single().Settlement);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ActAsync("leader", measure, "handOver", new { on = "2026-11-20" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ActAsync("street", measure, "handOver", new { on = "2026-11-20", documentNumber = "回执3" })).StatusCode);

        Assert.Equal("NoShowHandedOver", $"{await StatusAsync(client)}", ignoreCase: true);
        Assert.Equal(Settlement.Fulfilled, (await DueAsync(measure, ObligationKind.HandOver)).Single().Settlement);
    }

    [Fact]
    public async Task Whoever_was_confirmed_not_to_have_reported_is_not_released_over_it()
    {
        var (_, measure) = await OverdueAsync();
        await ActAsync("leader", measure, "confirmOverdue", new { on = "2026-11-20" });
        var confirmed = await ActAsync("leader", measure, "release", new { on = "2026-11-21", documentNumber = "解3" });
        await ActAsync("street", measure, "handOver", new { on = "2026-11-21", documentNumber = "回执5" });
        var handedOver = await ActAsync("leader", measure, "release", new { on = "2026-11-22", documentNumber = "解3" });

        Assert.All([confirmed, handedOver], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Contains("supervision.open-breach", await handedOver.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).Select(found => found.EndedOn).SingleAsync()));
    }

    [Fact]
    public async Task Each_refusal_makes_a_warning_due_and_the_third_a_look_at_the_case()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);

        await RefuseAsync(client, "2026-06-20");
        await RefuseAsync(client, "2026-07-20");
        Assert.Equal((2, 0), ((await DueAsync(measure, ObligationKind.Warning)).Count, (await DueAsync(measure, ObligationKind.ConfirmBreach)).Count));
        await RefuseAsync(client, "2026-08-20");
        await ActAsync("worker", measure, "warn", new { on = "2026-08-21", documentNumber = "告诫1" });

        Assert.Equal([Settlement.Fulfilled, null, null], (await DueAsync(measure, ObligationKind.Warning)).Select(due => due.Settlement));
        Assert.Equal(new DateOnly(2026, 8, 20), (await DueAsync(measure, ObligationKind.ConfirmBreach)).Single().Opens);
        Assert.Equal("BreachSuspected", $"{await StatusAsync(client)}", ignoreCase: true);
    }

    [Fact]
    public async Task A_breach_runs_its_course_until_the_police_let_the_measure_go_on()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        await ActAsync("worker", measure, "absence", new { on = "2026-06-01", to = "2026-07-15" });

        await ActAsync("leader", measure, "confirmBreach", new { on = "2026-07-16", reason = "seriousBreach", documentNumber = "证明1" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ActAsync("worker", measure, "release", new { on = "2026-11-01", documentNumber = "解1" })).StatusCode);
        await ActAsync("leader", measure, "handOver", new { on = "2026-07-17", documentNumber = "回执1" });
        await ActAsync("leader", measure, "decline", new { on = "2026-07-20", documentNumber = "答复1" });

        Assert.Equal("Active", $"{await StatusAsync(client)}", ignoreCase: true);
        Assert.All(await DueAsync(measure, ObligationKind.ConfirmBreach), due => Assert.Equal(Settlement.Fulfilled, due.Settlement));
    }

    [Fact]
    public async Task A_leave_makes_a_return_check_due_and_the_return_settles_it()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);

        await ActAsync("worker", measure, "leave", new { on = "2026-11-01", to = "2026-11-05", reportedInWriting = true, destination = "金丝雀镇", companion = "家人" });
        var open = (await DueAsync(measure, ObligationKind.ReturnCheck)).Single();
        await ActAsync("worker", measure, "return", new { on = "2026-11-05" });

        Assert.Equal((new DateOnly(2026, 11, 5), null), (open.Opens, open.Settlement));
        Assert.Equal(Settlement.Fulfilled, (await DueAsync(measure, ObligationKind.ReturnCheck)).Single().Settlement);
        Assert.Contains("金丝雀镇", await (await home.SignedInAsync("worker")).GetStringAsync($"/measures/{measure}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Planning_again_after_acts_changes_nothing()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        await RefuseAsync(client, "2026-06-20");
        await ActAsync("worker", measure, "absence", new { on = "2026-07-01", to = "2026-07-04" });
        var before = await KeysAsync(measure);

        await ActAsync("worker", measure, "notice", new { on = "2026-08-01", year = 1, index = 2 });

        Assert.Equal(before, await KeysAsync(measure));
    }

    [Fact]
    public async Task An_annulled_refusal_takes_its_warning_along()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        var screen = await RefuseAsync(client, "2026-06-20");
        var browser = await home.SignedInAsync("worker");

        await browser.SendFormAsync($"/screening/{screen}/change?do=annul", "change", new() { ["Input.Reason"] = "录错人" });

        Assert.Equal(Settlement.Cancelled, (await DueAsync(measure, ObligationKind.Warning)).Single().Settlement);
    }

    [Fact]
    public async Task An_act_that_came_in_late_changes_what_is_known_now_and_not_what_was_known_then()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);
        await ActAsync("worker", measure, "absence", new { on = "2026-06-01", to = "2026-07-15", knownOn = "2026-11-10" });
        await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).ExecuteUpdateAsync(set => set.SetProperty(found => found.KnownOn, new DateOnly(2026, 5, 10))));
        var browser = await home.SignedInAsync("worker");

        Assert.Contains("疑似严重违反协议", await browser.GetStringAsync($"/measures/{measure}"), StringComparison.Ordinal);
        Assert.DoesNotContain("疑似严重违反协议", await browser.GetStringAsync($"/measures/{measure}?known=2026-11-09"), StringComparison.Ordinal);
        Assert.Contains("2026-05-09", await browser.GetStringAsync($"/measures/{measure}?known=2026-05-09"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_street_office_confirms_in_the_browser_and_the_case_moves_on()
    {
        var (_, measure) = await OverdueAsync();
        var browser = await home.SignedInAsync("street");

        Assert.Contains($"/measures/{measure}", await browser.GetStringAsync("/measures?flag=Overdue"), StringComparison.Ordinal);
        await browser.SendFormAsync($"/measures/{measure}/confirm?do=ConfirmOverdue", "act", new() { ["Input.On"] = "2026-11-20", ["Input.Note"] = "走访两次，无人" });

        // The legal part is theirs, the social file is not.
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/people")).StatusCode);
        Assert.Contains("未报到未移交", await browser.GetStringAsync($"/measures/{measure}"), StringComparison.Ordinal);
        Assert.Contains($"/measures/{measure}", await browser.GetStringAsync("/measures?flag=HandOver"), StringComparison.Ordinal);
        Assert.Contains($"/measures/{measure}", await browser.GetStringAsync("/measures?flag=PoliceLate"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ActAsync("street", measure, "handOver", new { on = "2026-11-23", documentNumber = "回执4" })).StatusCode);
        Assert.DoesNotContain($"/measures/{measure}", await browser.GetStringAsync("/measures?flag=PoliceLate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agreement_that_was_not_signed_in_time_is_listed_for_the_office_until_it_is()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var answer = await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CDT", orderedOn = "2026-11-02", servedOn = "2026-11-05", reportedOn = "2026-11-10" });
        var measure = (await answer.JsonAsync()).GetProperty("id").GetGuid();
        var browser = await home.SignedInAsync("street");

        Assert.Contains($"/measures/{measure}", await browser.GetStringAsync("/measures?flag=AgreementLate"), StringComparison.Ordinal);
        Assert.True((await ActAsync("worker", measure, "sign", new { on = "2026-11-20" })).IsSuccessStatusCode);
        Assert.DoesNotContain($"/measures/{measure}", await browser.GetStringAsync("/measures?flag=AgreementLate"), StringComparison.Ordinal);
    }

    async Task<(Guid Client, Guid Measure)> OverdueAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var answer = await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CDT", orderedOn = "2026-10-20", servedOn = "2026-10-22" });
        return (client, (await answer.JsonAsync()).GetProperty("id").GetGuid());
    }

    async Task<Guid> RefuseAsync(Guid client, string on)
    {
        var id = Guid.CreateVersion7();
        var answer = await home.Api("worker").PostAsync($"/screens/{id}/record", new { personId = client, on, outcome = "refused" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    Task<HttpResponseMessage> ActAsync(string user, Guid measure, string verb, object body) => home.Api(user).PostAsync($"/measures/{measure}/{verb}", body);

    async Task<string?> StatusAsync(Guid client) =>
        (await (await home.Api("worker").GetAsync($"/api/v1/measures?personId={client}")).JsonAsync()).GetProperty("items")[0].GetProperty("status").GetString();

    Task<List<Obligation>> DueAsync(Guid measure, ObligationKind kind) => home.WithDbAsync(db =>
        db.Obligations.AsNoTracking().Where(due => due.MeasureId == measure && due.Kind == kind).OrderBy(due => due.Opens).ToListAsync());

    Task<List<string>> KeysAsync(Guid measure) => home.WithDbAsync(db =>
        db.Obligations.AsNoTracking().Where(due => due.MeasureId == measure).OrderBy(due => due.NaturalKey).Select(due => due.NaturalKey + due.Opens + due.Closes + due.Settlement + due.Version).ToListAsync());
}

public sealed class LawOnSqlite(SqliteHome home) : LawTests(home), IClassFixture<SqliteHome>;

public sealed class LawOnPostgres(PostgresHome home) : LawTests(home), IClassFixture<PostgresHome>;
