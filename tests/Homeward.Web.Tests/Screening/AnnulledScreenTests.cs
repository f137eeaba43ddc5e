using System.Net;
using Homeward.Domain.Worklist;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Screening;

/// <summary>What follows when a screen was recorded by mistake: what it settled is open, what it counted counts no more, and nobody owes a step of its dispute.</summary>
public abstract class AnnulledScreenTests(Home home)
{
    [Fact]
    public async Task A_screen_from_before_the_measure_was_entered_settles_nothing_any_more()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var screen = await RecordAsync(ApiCalls.NegativeScreen(client, "2026-06-20"));
        var measure = await home.NewMeasureAsync("worker", client);
        Assert.Equal(Settlement.Fulfilled, await SettlementAsync());

        await AnnulAsync(screen);

        Assert.Null(await SettlementAsync());

        Task<Settlement?> SettlementAsync() => home.WithDbAsync(db => db.Obligations
            .Where(due => due.MeasureId == measure && due.Kind == ObligationKind.Screen && due.Opens <= new DateOnly(2026, 6, 20) && due.Closes >= new DateOnly(2026, 6, 20)).Select(due => due.Settlement).SingleAsync());
    }

    [Fact]
    public async Task A_refusal_from_before_the_measure_was_entered_counts_the_same_wherever_it_is_shown_and_asks_for_no_warning_once_annulled()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var screen = await RecordAsync(new { personId = client, on = "2026-06-20", outcome = "refused" });
        var measure = await home.NewMeasureAsync("worker", client);
        Assert.Equal((1, 1), (await ListedAsync(), await ShownAsync()));
        Assert.Equal(1, await WarningsAsync());

        await AnnulAsync(screen);

        Assert.Equal((0, 0), (await ListedAsync(), await ShownAsync()));
        Assert.Equal(0, await WarningsAsync());

        async Task<int> ListedAsync() => (await (await home.Api("worker").GetAsync($"/api/v1/measures?personId={client}")).JsonAsync()).GetProperty("items")[0].GetProperty("counters").GetProperty("refused").GetInt32();
        async Task<int> ShownAsync() => (await (await home.Api("worker").GetAsync($"/api/v1/measures/{measure}")).JsonAsync()).GetProperty("counters").GetProperty("refused").GetInt32();
        Task<int> WarningsAsync() => home.WithDbAsync(db => db.Obligations.CountAsync(due => due.MeasureId == measure && due.Kind == ObligationKind.Warning && due.Settlement == null));
    }

    [Fact]
    public async Task A_dispute_ends_with_the_screen_that_it_was_about()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var screen = await RecordAsync(new { personId = client, on = "2026-11-20", result = "positivePreliminary", firstTester = "甲", secondTester = "乙", collector = "丙", collectorSex = "male", sampleA = "A1", sampleB = "B1" });
        Assert.True((await home.Api("worker").PostAsync($"/screens/{screen}/dispute", new { step = "requested", on = "2026-11-21" })).IsSuccessStatusCode);

        await AnnulAsync(screen);

        Assert.Equal(Settlement.Cancelled, await home.WithDbAsync(db => db.Obligations.Where(due => due.ClientId == client && due.Kind == ObligationKind.DisputeStep).Select(due => due.Settlement).SingleAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await home.Api("worker").PostAsync($"/screens/{screen}/dispute", new { step = "decided", on = "2026-11-22", documentNumber = "决1" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await home.SignedInAsync("worker")).GetAsync($"/screening/{screen}/dispute")).StatusCode);
        Assert.Equal((Home.Today, null), await home.WithDbAsync(async db => (
            await db.ScreenDisputes.Where(found => found.ScreenId == screen).Select(found => found.ClosedOn).SingleAsync(), await db.Screens.Where(found => found.Id == screen).Select(found => found.ConfirmedOn).SingleAsync())));
    }

    async Task<Guid> RecordAsync(object record)
    {
        var id = Guid.CreateVersion7();
        var answer = await home.Api("worker").PostAsync($"/screens/{id}/record", record);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return id;
    }

    async Task AnnulAsync(Guid screen)
    {
        var answer = await home.Api("worker").PostAsync($"/screens/{screen}/annul", new { reason = "误录" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}

public sealed class AnnulledScreensOnSqlite(SqliteHome home) : AnnulledScreenTests(home), IClassFixture<SqliteHome>;

public sealed class AnnulledScreensOnPostgres(PostgresHome home) : AnnulledScreenTests(home), IClassFixture<PostgresHome>;
