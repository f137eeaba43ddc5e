using System.Net;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Screening;

/// <summary>Kept samples stand on the worklist of who answers for the client, until they are destroyed (R2.5).</summary>
public abstract class SampleTests(Home home)
{
    [Fact]
    public async Task A_positive_makes_the_disposal_of_its_samples_due_after_their_time()
    {
        var (_, screen) = await PositiveAsync("2026-11-10");

        var due = await DueAsync(screen);

        Assert.Equal((new DateOnly(2027, 5, 11), new DateOnly(2027, 6, 9), null), (due!.Opens, due.Closes, due.Settlement));
        Assert.Equal(home.World.Staff["worker"].Id, due.ResponsibleId);
    }

    [Fact]
    public async Task It_comes_up_on_the_worklist_in_its_time_and_the_disposal_settles_it()
    {
        var (client, screen) = await PositiveAsync("2026-05-12", "到期人");
        await home.WithDbAsync(db => db.Screens.Where(found => found.Id == screen).ExecuteUpdateAsync(set => set.SetProperty(found => found.KeepSamplesUntil, new DateOnly(2026, 11, 12))));
        var browser = await home.SignedInAsync("worker");
        var list = WebUtility.HtmlDecode(await browser.GetStringAsync("/?kind=DisposeSamples"));
        Assert.Contains("到期人", list, StringComparison.Ordinal);
        Assert.Contains("/screening/samples?due=yes", list, StringComparison.Ordinal);

        await browser.SendFormAsync($"/screening/{screen}/dispose", "dispose", new() { ["Input.On"] = "2026-11-20", ["Input.By"] = "林晓雯", ["Input.Witness"] = "周建平" });

        var due = await DueAsync(screen);
        Assert.Equal((Settlement.Fulfilled, new DateOnly(2026, 11, 20), screen), (due!.Settlement!.Value, due.SettledOn!.Value, due.SettledById!.Value));
        Assert.Equal(client, due.ClientId);
    }

    [Fact]
    public async Task An_annulled_positive_owes_nothing_any_more_and_a_negative_never_did()
    {
        var (client, screen) = await PositiveAsync("2026-11-10");

        await (await home.SignedInAsync("worker")).SendFormAsync($"/screening/{screen}/change?do=annul", "change", new() { ["Input.Reason"] = "录错人" });
        await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", ApiCalls.NegativeScreen(client, "2026-11-20"));

        Assert.Equal(Settlement.Cancelled, (await DueAsync(screen))!.Settlement);
        Assert.Equal(1, await home.WithDbAsync(db => db.Obligations.CountAsync(due => due.ClientId == client && due.Kind == ObligationKind.DisposeSamples)));
    }

    /// <summary>A use that was found while another measure ran is that measure's (R1.30).</summary>
    [Fact]
    public async Task A_positive_under_an_open_treatment_asks_nothing_of_community_detox()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "MMT", orderedOn = "2026-01-10", reportedOn = "2026-01-10" });
        var under = await RecordAsync(client, "2026-09-10");
        await (await home.SignedInAsync("worker")).SendFormAsync($"/screening/{under}/change?do=confirm", "change", []);

        var measure = await home.NewMeasureAsync("worker", client);
        Assert.Equal(0, await LooksAsync(measure));
        var own = await RecordAsync(client, "2026-11-19");
        await (await home.SignedInAsync("worker")).SendFormAsync($"/screening/{own}/change?do=confirm", "change", []);

        Assert.Equal(1, await LooksAsync(measure));
    }

    Task<int> LooksAsync(Guid measure) => home.WithDbAsync(db => db.Obligations.CountAsync(due => due.MeasureId == measure && due.Kind == ObligationKind.ConfirmBreach && due.SettledOn == null));

    Task<Obligation?> DueAsync(Guid screen) => home.WithDbAsync(db => db.Obligations.AsNoTracking().SingleOrDefaultAsync(due => due.Kind == ObligationKind.DisposeSamples && due.NaturalKey.Contains(screen.ToString())));

    async Task<(Guid Client, Guid Screen)> PositiveAsync(string on, string name = "单小明")
    {
        var client = await home.NewClientAsync("worker", "pointA", name);
        await home.NewMeasureAsync("worker", client);
        return (client, await RecordAsync(client, on));
    }

    async Task<Guid> RecordAsync(Guid client, string on)
    {
        var answer = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", new
        {
            personId = client, on, result = "positivePreliminary", readings = new { morphine = "positive" }, firstTester = "林晓雯", secondTester = "周建平", collector = "王警官", collectorSex = "male", sampleA = "A1", sampleB = "B1",
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }
}

public sealed class SamplesOnSqlite(SqliteHome home) : SampleTests(home), IClassFixture<SqliteHome>;

public sealed class SamplesOnPostgres(PostgresHome home) : SampleTests(home), IClassFixture<PostgresHome>;
