using System.Net;
using System.Text.Json;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Screening;

/// <summary>The numbers of the samples, what becomes of them, and names that are the same however they are typed (R2.2, R2.4, R2.5).</summary>
public abstract class SampleNumberTests(Home home)
{
    [Fact]
    public async Task Two_samples_bear_two_numbers_and_who_was_not_tested_gives_none()
    {
        var client = await home.NewClientAsync("worker", "pointA");

        Assert.Equal("screening.samples-alike", await RuleAsync(await RecordAsync(client, sampleA: "a-1", sampleB: "Ａ - 1")));
        var refused = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", new { personId = client, on = "2026-11-20", kind = "scheduled", specimen = "urine", outcome = "refused", sampleA = "A1", sampleB = "B1" });
        Assert.Equal("screening.samples-without-screen", await RuleAsync(refused));
    }

    [Theory]
    [InlineData("王明 ", "王 明")]
    [InlineData("Wang Ming", "ＷＡＮＧ ming")]
    public async Task One_tester_written_in_two_ways_is_one_tester(string first, string second)
    {
        var client = await home.NewClientAsync("worker", "pointA");

        Assert.Equal("screening.two-testers", await RuleAsync(await RecordAsync(client, first: first, second: second)));
    }

    [Fact]
    public async Task A_number_is_corrected_on_the_note_until_a_sample_is_sent()
    {
        var screen = await NewAsync("A1", "B1");
        var worker = await home.SignedInAsync("worker");

        await worker.SendFormAsync($"/screening/{screen}/note", "note", new() { ["Input.SampleA"] = "A2", ["Input.SampleB"] = "B2" });
        Assert.Equal(("A2", "B2"), await NumbersAsync(screen));
        Assert.Equal("screening.samples-alike", await RuleAsync(await home.Api("worker").PostAsync($"/screens/{screen}/note", new { sampleA = "B2" })));
        await StepAsync(screen, new { step = "requested", on = "2026-11-21" });
        await StepAsync(screen, new { step = "decided", on = "2026-11-21", documentNumber = "决1" });
        await StepAsync(screen, new { step = "sent", on = "2026-11-22", laboratory = "市 鉴定中心" });

        Assert.Equal("screening.sample-sent", await RuleAsync(await home.Api("worker").PostAsync($"/screens/{screen}/note", new { sampleA = "A3" })));
        Assert.Equal(("A2", "B2"), await NumbersAsync(screen));
    }

    [Fact]
    public async Task The_recheck_goes_to_another_laboratory_however_its_name_is_typed()
    {
        var screen = await NewAsync("A1", "B1");
        foreach (var step in new object[]
        {
            new { step = "requested", on = "2026-11-21" }, new { step = "decided", on = "2026-11-21", documentNumber = "决1" }, new { step = "sent", on = "2026-11-21", laboratory = "市鉴定中心(ABC)" },
            new { step = "reported", on = "2026-11-22", isPositive = true, documentNumber = "报1" }, new { step = "told", on = "2026-11-22" }, new { step = "recheckRequested", on = "2026-11-22" },
            new { step = "recheckDecided", on = "2026-11-22", documentNumber = "决2" },
        })
        {
            await StepAsync(screen, step);
        }

        var answer = await home.Api("worker").PostAsync($"/screens/{screen}/dispute", new { step = "recheckSent", on = "2026-11-23", laboratory = "市 鉴定中心（abc）" });

        Assert.Equal("screening.same-laboratory", await RuleAsync(answer));
    }

    [Fact]
    public async Task What_was_destroyed_is_sent_to_no_laboratory()
    {
        var screen = await NewAsync("A1", "B1");
        await StepAsync(screen, new { step = "requested", on = "2026-11-21" });
        await StepAsync(screen, new { step = "decided", on = "2026-11-21", documentNumber = "决1" });
        await home.WithDbAsync(db => db.Screens.Where(found => found.Id == screen).ExecuteUpdateAsync(set => set.SetProperty(found => found.SamplesDisposedOn, new DateOnly(2026, 11, 21))));

        var answer = await home.Api("worker").PostAsync($"/screens/{screen}/dispute", new { step = "sent", on = "2026-11-22", laboratory = "市鉴定中心" });

        Assert.Equal("screening.samples-gone", await RuleAsync(answer));
    }

    async Task<Guid> NewAsync(string a, string b)
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var answer = await RecordAsync(client, a, b);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    Task<HttpResponseMessage> RecordAsync(Guid client, string sampleA = "A1", string sampleB = "B1", string first = "甲", string second = "乙") =>
        home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", new
        {
            personId = client, on = "2026-11-20", kind = "scheduled", specimen = "urine", outcome = "done", result = "positivePreliminary", firstTester = first, secondTester = second, collector = "甲", collectorSex = "male", sampleA, sampleB,
        });

    async Task StepAsync(Guid screen, object step)
    {
        var answer = await home.Api("worker").PostAsync($"/screens/{screen}/dispute", step);
        Assert.True(answer.IsSuccessStatusCode, $"{JsonSerializer.Serialize(step)}: {await answer.Content.ReadAsStringAsync()}");
    }

    static async Task<string?> RuleAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await answer.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString();
    }

    Task<(string?, string?)> NumbersAsync(Guid screen) => home.WithDbAsync(async db =>
    {
        var found = await db.Screens.AsNoTracking().SingleAsync(one => one.Id == screen);
        return (found.SampleA, found.SampleB);
    });
}

public sealed class SampleNumbersOnSqlite(SqliteHome home) : SampleNumberTests(home), IClassFixture<SqliteHome>;

public sealed class SampleNumbersOnPostgres(PostgresHome home) : SampleNumberTests(home), IClassFixture<PostgresHome>;
