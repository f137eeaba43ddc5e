using System.Net;
using Homeward.Domain.Papers;
using Homeward.Domain.Supervision;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Papers;

/// <summary>The warning letter: served it is the warning that is owed, void it is none, and it says under which law it warns (R1.17, R1.31).</summary>
public abstract class WarningTests(Home home)
{
    [Fact]
    public async Task Served_it_is_the_warning_under_its_number_and_declared_void_the_warning_is_owed_again()
    {
        var (client, measure) = await LeftAsync();
        var worker = await home.SignedInAsync("worker");
        var paper = await home.MakePaperAsync(worker, client, PaperKind.Warning, []);
        Assert.Equal(1, await OwedAsync(measure));

        await ServeAsync(worker, paper);
        Assert.Equal([paper.Number], await WarnedAsync(measure));
        Assert.Equal(0, await OwedAsync(measure));
        var twice = await home.Api("worker").PostAsync($"/measures/{measure}/warn", new { on = "2026-11-23", documentNumber = paper.Number });
        Assert.Equal("supervision.warned-already", (await twice.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        await worker.SendFormAsync($"/papers/{paper.Id}?do=void", "void", new() { ["Input.Reason"] = "写错" });

        Assert.Empty(await WarnedAsync(measure));
        Assert.Equal(1, await OwedAsync(measure));
    }

    [Fact]
    public async Task A_letter_about_a_warning_that_was_recorded_by_hand_is_not_counted_a_second_time_and_the_next_letter_is()
    {
        var (client, measure) = await LeftAsync();
        await home.ActAsync("worker", measure, "warn", new { on = "2026-11-20", documentNumber = "告1" });
        var worker = await home.SignedInAsync("worker");
        var first = await home.MakePaperAsync(worker, client, PaperKind.Warning, []);
        await ServeAsync(worker, first);
        Assert.Equal(["告1"], await WarnedAsync(measure));

        var second = await home.MakePaperAsync(worker, client, PaperKind.Warning, []);
        await ServeAsync(worker, second);

        Assert.Equal(["告1", second.Number], await WarnedAsync(measure));
    }

    [Fact]
    public async Task It_cites_the_duty_that_was_broken_bears_the_head_of_the_office_and_is_no_internal_paper()
    {
        var (client, measure) = await LeftAsync();
        var street = await home.SignedInAsync("street");

        var paper = await home.MakePaperAsync(street, client, PaperKind.Warning, [], measure);

        var text = await PaperCalls.PrintedAsync(street, paper.Id);
        Assert.Equal("Warning.3", paper.TemplateVersion);
        Assert.Contains("《戒毒条例》第十九条、第二十条的规定", text, StringComparison.Ordinal);
        Assert.DoesNotContain("第十四条", text, StringComparison.Ordinal);
        Assert.Contains($"{home.World.Units["streetA"].Name}办事处", text, StringComparison.Ordinal);
        Assert.DoesNotContain("不得外传", await street.GetStringAsync($"/papers/{paper.Id}/print"), StringComparison.Ordinal);
        var plan = await home.MakePaperAsync(await home.SignedInAsync("worker"), client, PaperKind.HelpPlan, []);
        Assert.Contains("不得外传", await (await home.SignedInAsync("worker")).GetStringAsync($"/papers/{plan.Id}/print"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_a_no_show_it_is_written_before_the_confirmation_and_cites_reporting()
    {
        var (client, measure) = await home.OverdueAsync("告诫人");
        var street = await home.SignedInAsync("street");

        var paper = await home.MakePaperAsync(street, client, PaperKind.Warning, [], measure);

        var text = await PaperCalls.PrintedAsync(street, paper.Id);
        Assert.Contains("《戒毒条例》第十四条的规定", text, StringComparison.Ordinal);
        Assert.Contains("报到期限至2026年11月06日届满", text, StringComparison.Ordinal);
        await ServeAsync(street, paper);
        Assert.Empty(await WarnedAsync(measure));
    }

    [Fact]
    public async Task The_certificate_of_a_breach_is_made_on_the_suspicion_and_its_number_is_the_one_of_the_confirmation()
    {
        var (client, measure) = await home.RunningAsync();
        var leader = await home.SignedInAsync("leader");
        Assert.Equal("papers.act-missing", await RuleAsync(client));
        await home.ActAsync("worker", measure, "absence", new { on = "2026-06-01", to = "2026-07-15" });
        var page = $"/measures/{measure}/confirm?do=ConfirmBreach";
        Assert.Contains($"kind=BreachCertificate&measure={measure}", WebUtility.HtmlDecode(await leader.GetStringAsync(page)), StringComparison.Ordinal);
        var paper = await home.MakePaperAsync(leader, client, PaperKind.BreachCertificate, [], measure);

        Assert.Contains($"value=\"{paper.Number}\"", await leader.GetStringAsync(page), StringComparison.Ordinal);
        await leader.SendFormAsync(page, "act", new() { ["Input.On"] = "2026-11-23", ["Input.Reason"] = "seriousBreach" });

        var act = await home.WithDbAsync(db => db.MeasureActs.SingleAsync(found => found.MeasureId == measure && found.Kind == MeasureActKind.BreachConfirmed));
        Assert.Equal(paper.Number, act.DocumentNumber);
        Assert.Contains($"/papers/{paper.Id}", await leader.GetStringAsync($"/measures/{measure}/confirm?do=HandOver"), StringComparison.Ordinal);
        Assert.DoesNotContain("文书编号", await PaperCalls.PrintedAsync(leader, paper.Id), StringComparison.Ordinal);
    }

    async Task<(Guid Client, Guid Measure)> LeftAsync()
    {
        var (client, measure) = await home.RunningAsync();
        await home.ActAsync("worker", measure, "absence", new { on = "2026-11-10", to = "2026-11-19" });
        return (client, measure);
    }

    static Task<HttpResponseMessage> ServeAsync(HttpClient browser, Paper paper) =>
        browser.SendFormAsync($"/papers/{paper.Id}?do=serve", "serve", new() { ["Input.On"] = "2026-11-23", ["Input.Mode"] = "inPerson", ["Input.Receiver"] = "本人" });

    async Task<string?> RuleAsync(Guid client) =>
        (await (await home.Api("leader").PostAsync("/papers", new { personId = client, kind = "breachCertificate", facts = "情况" })).JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString();

    Task<List<string?>> WarnedAsync(Guid measure) => home.WithDbAsync(db => db.MeasureActs
        .Where(act => act.MeasureId == measure && act.Kind == MeasureActKind.Warning && act.AnnulledOn == null).OrderBy(act => act.RecordedAt).Select(act => act.DocumentNumber).ToListAsync());

    Task<int> OwedAsync(Guid measure) => home.WithDbAsync(db => db.Obligations.CountAsync(due => due.MeasureId == measure && due.Kind == ObligationKind.Warning && due.SettledOn == null));
}

public sealed class WarningsOnSqlite(SqliteHome home) : WarningTests(home), IClassFixture<SqliteHome>;

public sealed class WarningsOnPostgres(PostgresHome home) : WarningTests(home), IClassFixture<PostgresHome>;
