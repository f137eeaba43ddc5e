using System.Net;
using Homeward.Domain.Screening;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Screening;

/// <summary>A decision and a result of a dispute say who was told of them, and whether in time (table 2.2).</summary>
public abstract class WhoIsToldTests(Home home)
{
    [Fact]
    public async Task The_steps_of_a_dispute_show_who_was_told_when_and_the_limit()
    {
        var screen = await PositiveAsync("2026-11-10");
        var browser = await home.SignedInAsync("worker");
        var page = $"/screening/{screen}/dispute";
        await StepAsync(browser, page, new() { ["Input.On"] = "2026-11-11" });
        await StepAsync(browser, page, new() { ["Input.On"] = "2026-11-12", ["Input.ToldTo[0]"] = "Person", ["Input.ToldTo[1]"] = "StreetOffice", ["Input.ToldOn"] = "2026-11-13", ["Input.ToldAt"] = "09:30" });
        await StepAsync(browser, page, new() { ["Input.On"] = "2026-11-13", ["Input.Laboratory"] = "市鉴定中心" });
        await StepAsync(browser, page, new() { ["Input.On"] = "2026-11-15", ["Input.DocumentNumber"] = "F1", ["Input.IsPositive"] = "true" });
        var form = WebUtility.HtmlDecode(await browser.GetStringAsync(page));
        Assert.Contains("下一步：告知本人，期限 2026-11-16", form, StringComparison.Ordinal);
        Assert.Contains("收到报告后 24 小时内告知本人", form, StringComparison.Ordinal);

        var untold = await StepAsync(browser, page, new() { ["Input.On"] = "2026-11-17", ["Input.ToldTo[0]"] = "StreetOffice" });
        Assert.Contains("请勾选“本人”", WebUtility.HtmlDecode(await untold.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await StepAsync(browser, page, new() { ["Input.On"] = "2026-11-17", ["Input.ToldTo[0]"] = "Person" });

        var told = WebUtility.HtmlDecode(await browser.GetStringAsync(page));
        Assert.Contains("已告知本人、街道（乡镇），2026-11-13 09:30（期限 2026-11-14）", told, StringComparison.Ordinal);
        Assert.Contains("已告知本人，2026-11-17，超过期限 2026-11-16", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_takes_and_tells_who_was_told_and_a_refusal_of_the_police_too()
    {
        var screen = await PositiveAsync("2026-11-10");
        var api = home.Api("worker");
        await api.PostAsync($"/screens/{screen}/dispute", new { step = "requested", on = "2026-11-11" });

        var nobody = await api.PostAsync($"/screens/{screen}/dispute", new { step = "refused", on = "2026-11-12", documentNumber = "不予1", toldOn = "2026-11-13" });
        var refused = await (await api.PostAsync($"/screens/{screen}/dispute", new { step = "refused", on = "2026-11-12", documentNumber = "不予1", toldTo = new[] { "person", "family" }, toldOn = "2026-11-13", toldAt = "14:00:00" })).JsonAsync();

        Assert.Equal("screening.nobody-told", (await nobody.JsonAsync()).GetProperty("rules")[0].GetProperty("code").GetString());
        var entry = refused.GetProperty("entries")[1];
        Assert.Equal(["person", "family"], entry.GetProperty("toldTo").EnumerateArray().Select(party => party.GetString()!));
        Assert.Equal(("2026-11-13", "14:00:00"), (entry.GetProperty("toldOn").GetString(), entry.GetProperty("toldAt").GetString()));
        var kept = await home.WithDbAsync(db => db.ScreenDisputes.AsNoTracking().SingleAsync(dispute => dispute.ScreenId == screen));
        Assert.Equal([ToldParty.Person, ToldParty.Family], kept.Entries[^1].ToldTo);
    }

    static Task<HttpResponseMessage> StepAsync(HttpClient browser, string page, Dictionary<string, string?> fields) => browser.SendFormAsync(page, "step", fields);

    async Task<Guid> PositiveAsync(string on)
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await home.NewMeasureAsync("worker", client);
        var answer = await home.Api("worker").PostAsync($"/screens/{Guid.CreateVersion7()}/record", new
        {
            personId = client, on, result = "positivePreliminary", readings = new { morphine = "positive" }, firstTester = "林晓雯", secondTester = "周建平", collector = "王警官", collectorSex = "male", sampleA = "A1", sampleB = "B1",
        });
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }
}

public sealed class WhoIsToldOnSqlite(SqliteHome home) : WhoIsToldTests(home), IClassFixture<SqliteHome>;

public sealed class WhoIsToldOnPostgres(PostgresHome home) : WhoIsToldTests(home), IClassFixture<PostgresHome>;
