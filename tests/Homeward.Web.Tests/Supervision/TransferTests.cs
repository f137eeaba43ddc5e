using System.Net;
using Homeward.Domain.Supervision;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>A change of place from one office to another, in the browsers of both.</summary>
public abstract class TransferTests(Home home)
{
    [Fact]
    public async Task The_case_its_open_duties_and_the_access_move_when_the_client_reports_at_the_new_place()
    {
        var (client, measure, transfer) = await AskedAsync("迁居人");
        var there = await home.SignedInAsync("neighbour");
        Assert.Contains("迁居人", await there.GetStringAsync("/transfers"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await there.GetAsync($"/people/{client}")).StatusCode);
        // Before the report nothing of the case is shown, not even what is due.
        Assert.Contains("报到之前不显示未办事项", await there.GetStringAsync($"/transfers/{transfer}"), StringComparison.Ordinal);
        Assert.DoesNotContain("/obligations/", await there.GetStringAsync("/"), StringComparison.Ordinal);

        await there.SendFormAsync($"/transfers/{transfer}?do=accept", "transfer", new() { ["Input.On"] = "2026-11-11" });
        await there.SendFormAsync($"/transfers/{transfer}?do=receive", "transfer", new() { ["Input.On"] = "2026-11-12", ["Input.StaffId"] = home.World.Staff["neighbour"].Id.ToString() });

        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync($"/people/{client}")).StatusCode);
        var (units, workers) = await home.WithDbAsync(async db => (
            await db.Obligations.Where(due => due.ClientId == client).Select(due => due.UnitId).Distinct().ToListAsync(),
            await db.Obligations.Where(due => due.ClientId == client && due.SettledOn == null).Select(due => due.ResponsibleId).Distinct().ToListAsync()));
        Assert.Equal([home.World.Units["pointB"].Id], units);
        Assert.Equal([home.World.Staff["neighbour"].Id], workers);
        Assert.Equal(home.World.Units["streetB"].Id, await home.WithDbAsync(db => db.Measures.Where(found => found.Id == measure).Select(found => found.PlaceOfExecutionId).SingleAsync()));
    }

    [Fact]
    public async Task A_change_of_place_that_waits_stands_on_Today_of_who_may_answer_it_and_the_count_opens_exactly_its_list()
    {
        var (there, leader, here) = (await home.SignedInAsync("neighbour"), await home.SignedInAsync("office"), await home.SignedInAsync("worker"));
        var before = Arriving(await there.GetStringAsync("/")).Count;
        var (_, _, accepted) = await AskedAsync("已接收人");
        await there.SendFormAsync($"/transfers/{accepted}?do=accept", "transfer", new() { ["Input.On"] = "2026-11-11" });
        var (_, _, asked) = await AskedAsync("待接收人");

        var (count, href) = Arriving(await there.GetStringAsync("/"));
        var list = await there.GetStringAsync(href);

        Assert.Equal(before + 1, count);
        Assert.Equal(count, System.Text.RegularExpressions.Regex.Count(list, "<a href=\"/transfers/[0-9a-f-]{36}\""));
        Assert.Contains($"/transfers/{asked}", list, StringComparison.Ordinal);
        Assert.DoesNotContain($"/transfers/{accepted}", list, StringComparison.Ordinal);
        Assert.Equal(0, Arriving(await here.GetStringAsync("/")).Count);
        Assert.Equal(0, Arriving(await leader.GetStringAsync($"/?unit={home.World.Units["pointA"].Id}")).Count);
        await there.SendFormAsync($"/transfers/{asked}?do=reject", "transfer", new() { ["Input.On"] = "2026-11-11", ["Input.Cause"] = "notResident", ["Input.Reason"] = "查无此人" });
        Assert.Equal(before, Arriving(await there.GetStringAsync("/")).Count);
    }

    /// <summary>The tile on Today; none counts nothing.</summary>
    static (int Count, string Href) Arriving(string page) =>
        System.Text.RegularExpressions.Regex.Match(page, "href=\"(/transfers\\?state=Asked[^\"]*)\"[\\s\\S]*?<b>(\\d+)</b>") is { Success: true } tile
            ? (int.Parse(tile.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), System.Net.WebUtility.HtmlDecode(tile.Groups[1].Value)) : (0, "");

    [Fact]
    public async Task The_old_office_reads_the_file_as_it_was_handed_over_and_nothing_else()
    {
        var (client, _, transfer) = await AskedAsync("旧档案");
        var there = await home.SignedInAsync("neighbour");
        await there.SendFormAsync($"/transfers/{transfer}?do=accept", "transfer", new() { ["Input.On"] = "2026-11-11" });
        await there.SendFormAsync($"/transfers/{transfer}?do=receive", "transfer", new() { ["Input.On"] = "2026-11-12" });
        var here = await home.SignedInAsync("worker");
        var file = await home.WithDbAsync(db => db.FormerFiles.Where(found => found.ClientId == client).Select(found => found.Id).SingleAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await here.GetAsync($"/people/{client}")).StatusCode);
        var page = await here.GetStringAsync($"/former-files/{file}");
        Assert.All((string[])["旧档案", "未办事项", "已于 2026-11-12 报到时随案转入新单位", "走访", "访谈"], word => Assert.Contains(word, page, StringComparison.Ordinal));
        var content = (await (await home.Api("worker").GetAsync($"/api/v1/former-files/{file}")).JsonAsync()).GetProperty("content");
        Assert.Equal(content.GetProperty("openObligations").GetInt32(), content.GetProperty("duties").GetArrayLength());
        Assert.Contains(content.GetProperty("duties").EnumerateArray(), duty => duty.GetProperty("state").GetString() == "overdue" && duty.GetProperty("kind").GetString() == "screen");
        Assert.DoesNotContain("/obligations/", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await there.GetAsync($"/former-files/{file}")).StatusCode);
        await home.WithDbAsync(db => db.FormerFiles.Where(found => found.Id == file).ExecuteUpdateAsync(set => set.SetProperty(found => found.ReadableUntil, new DateOnly(2026, 11, 13))));
        Assert.Equal(HttpStatusCode.NotFound, (await here.GetAsync($"/former-files/{file}")).StatusCode);
    }

    [Fact]
    public async Task A_rejected_or_revoked_change_leaves_the_case_where_it_is()
    {
        var (client, measure, rejected) = await AskedAsync("退回人");
        var there = await home.SignedInAsync("neighbour");

        await there.SendFormAsync($"/transfers/{rejected}?do=reject", "transfer", new() { ["Input.On"] = "2026-11-11", ["Input.Cause"] = "other", ["Input.Reason"] = "房屋动迁" });
        Assert.Equal("other", await home.WithDbAsync(db => db.MeasureActs.Where(act => act.MeasureId == measure && act.Kind == MeasureActKind.TransferRejected).Select(act => act.Reason).SingleAsync()));
        Assert.Contains("房屋动迁", await (await home.SignedInAsync("worker")).GetStringAsync($"/measures/{measure}"), StringComparison.Ordinal);
        var answer = await home.Api("worker").PostAsync($"/measures/{measure}/transfer", new { on = "2026-11-12", placeId = home.World.Units["streetB"].Id, reason = "movedHome", documentNumber = "函1" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await home.Api("worker").PostAsync($"/measures/{measure}/revokeTransfer", new { on = "2026-11-13", reason = "withdrawn" });

        Assert.Equal([TransferState.Rejected, TransferState.Revoked], await home.WithDbAsync(db => db.IncomingTransfers.Where(found => found.ClientId == client).OrderBy(found => found.RequestedOn).Select(found => found.State).ToListAsync()));
        Assert.Equal(home.World.Units["pointA"].Id, await home.WithDbAsync(db => db.Clients.Where(found => found.Id == client).Select(found => found.UnitId).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_else_sees_or_answers_it()
    {
        var (_, _, transfer) = await AskedAsync("金丝雀");

        foreach (var user in new[] { "worker", "stranger" })
        {
            var browser = await home.SignedInAsync(user);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/transfers/{transfer}")).StatusCode);
            Assert.DoesNotContain($"/transfers/{transfer}", await browser.GetStringAsync("/transfers"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_change_to_the_same_place_is_refused_and_writes_nothing()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var measure = await home.NewMeasureAsync("worker", client);

        var answer = await home.Api("worker").PostAsync($"/measures/{measure}/transfer", new { on = "2026-11-10", placeId = home.World.Units["streetA"].Id, reason = "movedHome", documentNumber = "函1" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.False(await home.WithDbAsync(db => db.MeasureActs.AnyAsync(act => act.MeasureId == measure)));
    }

    [Fact]
    public async Task Three_years_are_certified_step_by_step_and_control_is_lifted()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "LT3", orderedOn = "2023-10-01" });
        var browser = await home.SignedInAsync("head");
        var page = $"/people/{client}/three-years-clean";

        await browser.SendFormAsync(page, "certification", new() { ["Input.On"] = "2026-11-01" });
        await browser.SendFormAsync(page, "certification", new() { ["Input.On"] = "2026-11-02" });
        await browser.SendFormAsync(page, "certification", new() { ["Input.On"] = "2026-11-03", ["Input.DocumentNumber"] = "公确1" });
        await browser.SendFormAsync(page, "certification", new() { ["Input.On"] = "2026-11-04", ["Input.DocumentNumber"] = "认定1" });

        var (isClean, open) = await home.WithDbAsync(async db => (
            await db.Clients.Where(found => found.Id == client).Select(found => found.IsThreeYearsClean).SingleAsync(),
            await db.Measures.AnyAsync(found => found.ClientId == client && found.EndedOn == null)));
        Assert.Equal((true, false), (isClean, open));
    }

    [Fact]
    public async Task A_use_that_becomes_known_after_the_application_stops_the_certification()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "LT3", orderedOn = "2023-10-01" });
        var browser = await home.SignedInAsync("head");
        var page = $"/people/{client}/three-years-clean";
        await browser.SendFormAsync(page, "certification", new() { ["Input.On"] = "2026-11-01" });
        await browser.SendFormAsync(page, "certification", new() { ["Input.On"] = "2026-11-02" });
        await browser.SendFormAsync(page, "certification", new() { ["Input.On"] = "2026-11-03", ["Input.DocumentNumber"] = "公确1" });
        var screen = Guid.CreateVersion7();
        await home.Api("worker").PostAsync($"/screens/{screen}/record", new { personId = client, on = "2026-11-05", result = "positivePreliminary", firstTester = "甲", secondTester = "乙", collector = "丙", collectorSex = "male", sampleA = "A1", sampleB = "B1" });
        Assert.True((await home.Api("worker").SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/v1/screens/{screen}/confirm"))).IsSuccessStatusCode);

        var refused = await browser.SendFormAsync(page, "certification", new() { ["Input.On"] = "2026-11-10", ["Input.DocumentNumber"] = "认定1" });

        Assert.Contains("未满足三年未复吸的条件：2029-11-05 期满", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal((CertificationStep.PoliceConfirmed, false), await home.WithDbAsync(async db => (
            await db.CleanCertifications.Where(found => found.ClientId == client).Select(found => found.Step).SingleAsync(),
            await db.Clients.Where(found => found.Id == client).Select(found => found.IsThreeYearsClean).SingleAsync())));
    }

    [Fact]
    public async Task Nobody_is_certified_before_three_years_are_over()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "LT3", orderedOn = "2024-10-01" });

        var page = await (await home.SignedInAsync("head")).GetStringAsync($"/people/{client}/three-years-clean");

        Assert.Contains("2027-10-01", page, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Front.HiddenOf(page, "certification"));
    }

    async Task<(Guid Client, Guid Measure, Guid Transfer)> AskedAsync(string name)
    {
        var client = await home.NewClientAsync("worker", "pointA", name);
        var measure = await home.NewMeasureAsync("worker", client);
        var browser = await home.SignedInAsync("worker");
        await browser.SendFormAsync($"/measures/{measure}?do=Transfer", "act",
            new() { ["Input.On"] = "2026-11-10", ["Input.PlaceId"] = home.World.Units["streetB"].Id.ToString(), ["Input.Reason"] = "movedHome", ["Input.DocumentNumber"] = "函1", ["Input.Note"] = "搬到父母家" });
        return (client, measure, await home.WithDbAsync(db => db.IncomingTransfers.Where(found => found.MeasureId == measure).Select(found => found.Id).SingleAsync()));
    }
}

public sealed class TransfersOnSqlite(SqliteHome home) : TransferTests(home), IClassFixture<SqliteHome>;

public sealed class TransfersOnPostgres(PostgresHome home) : TransferTests(home), IClassFixture<PostgresHome>;
