using System.Net;
using System.Text.Json;
using Homeward.Domain.Supervision;
using Homeward.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Web.Tests.Supervision;

/// <summary>How the days of a measure came about, on its page and through the API, and who recorded what.</summary>
public abstract class FigureTests(Home home)
{
    [Fact]
    public async Task The_last_day_names_the_suspension_that_moved_it_and_the_page_leads_to_its_record()
    {
        var measure = await RunningAsync();
        await DoneAsync("worker", measure, "suspend", new { on = "2026-11-01", reason = "detained", documentNumber = "拘1" });
        await DoneAsync("worker", measure, "resume", new { on = "2026-11-10" });
        var act = await ActAsync(measure, MeasureActKind.Suspended);

        Assert.Equal(
            ["2029-05-19", "reported 2026-05-10..2026-05-10", "term 3", $"suspended 2026-11-01..2026-11-10 10 {act}"],
            Told(await ReadAsync(measure), "endsOn"));
        var page = await PageAsync("worker", measure);
        Assert.Contains("期限和日期的由来", page, StringComparison.Ordinal);
        Assert.Contains("《禁毒法》第三十三条", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/measures/{measure}#act-{act}\"", page, StringComparison.Ordinal);
        Assert.Contains($"<li id=\"act-{act}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_to_report_names_the_cause_that_moved_it()
    {
        var client = await home.NewClientAsync("worker", "pointA");
        var answer = await home.Api("worker").PostAsync("/measures", new { personId = client, kind = "CDT", orderedOn = "2026-10-20", servedOn = "2026-10-22" });
        var measure = (await answer.JsonAsync()).GetProperty("id").GetGuid();
        await DoneAsync("leader", measure, "acceptCause", new { on = "2026-11-20", to = "2026-12-01", reason = "hospital" });
        var act = await ActAsync(measure, MeasureActKind.JustCause);

        Assert.Equal(["2026-12-01", "served 2026-10-22..2026-10-22", $"justCause 2026-11-20..2026-12-01 {act}"], Told(await ReadAsync(measure), "reportBy"));
        var page = await PageAsync("worker", measure);
        Assert.Contains("正当理由，改定报到期限", page, StringComparison.Ordinal);
        Assert.Contains("3（按政策）", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_names_the_leave_and_its_extension_and_an_annulled_one_made_nothing()
    {
        var measure = await RunningAsync();
        await DoneAsync("worker", measure, "leave", new { on = "2026-11-18", to = "2026-11-24", reportedInWriting = true, destination = "杭州", contact = "13800000000" });
        await DoneAsync("worker", measure, "extendLeave", new { on = "2026-11-20", to = "2026-11-27", reviewer = "街道老陈" });
        var (leave, extension) = (await ActAsync(measure, MeasureActKind.Leave), await ActAsync(measure, MeasureActKind.LeaveExtended));
        Assert.Equal(["2026-11-27", $"leave 2026-11-18..2026-11-24 {leave}", $"leaveExtended 2026-11-20..2026-11-27 {extension}"], Told(await ReadAsync(measure), "return"));

        await DoneAsync("worker", measure, "annul", new { on = "2026-11-23", actId = extension, note = "登记错误" });

        Assert.Equal(["2026-11-24", $"leave 2026-11-18..2026-11-24 {leave}"], Told(await ReadAsync(measure), "return"));
    }

    [Fact]
    public async Task An_act_tells_who_recorded_it_and_when()
    {
        var measure = await RunningAsync();
        await DoneAsync("leader", measure, "absence", new { on = "2026-11-01", to = "2026-11-02" });

        var act = (await ReadAsync(measure)).GetProperty("acts").EnumerateArray().Single(one => one.GetProperty("kind").GetString() == "absence");
        Assert.Equal((home.World.Accounts["leader"].Id, home.World.Accounts["leader"].DisplayName), (act.GetProperty("recordedById").GetGuid(), act.GetProperty("recordedBy").GetString()));
        Assert.Equal(home.Clock.GetUtcNow().UtcDateTime, act.GetProperty("recordedAt").GetDateTime().ToUniversalTime(), TimeSpan.FromMinutes(1));
    }

    /// <summary>The day of a figure, and each part of what made it in one line.</summary>
    static List<string> Told(JsonElement measure, string what)
    {
        var figure = measure.GetProperty("figures").EnumerateArray().Single(one => one.GetProperty("what").GetString() == what);
        return [figure.GetProperty("on").GetString()!, .. figure.GetProperty("madeBy").EnumerateArray().Select(Line)];
    }

    static string Line(JsonElement part)
    {
        var days = part.GetProperty("first").GetString() is { } first ? $" {first}..{part.GetProperty("last").GetString()}" : "";
        var count = part.GetProperty("count").ValueKind == JsonValueKind.Number ? $" {part.GetProperty("count").GetInt32()}" : "";
        return $"{part.GetProperty("what").GetString()}{days}{count}{string.Concat(part.GetProperty("recordIds").EnumerateArray().Select(id => $" {id.GetGuid()}"))}";
    }

    async Task<Guid> RunningAsync() => await home.NewMeasureAsync("worker", await home.NewClientAsync("worker", "pointA"));

    async Task<JsonElement> ReadAsync(Guid measure) => await (await home.Api("worker").GetAsync($"/api/v1/measures/{measure}")).JsonAsync();

    async Task<string> PageAsync(string user, Guid measure) => WebUtility.HtmlDecode(await (await home.SignedInAsync(user)).GetStringAsync($"/measures/{measure}"));

    Task<Guid> ActAsync(Guid measure, MeasureActKind kind) => home.WithDbAsync(db => db.MeasureActs.Where(act => act.MeasureId == measure && act.Kind == kind).Select(act => act.Id).SingleAsync());

    async Task DoneAsync(string user, Guid measure, string verb, object body)
    {
        var answer = await home.Api(user).PostAsync($"/measures/{measure}/{verb}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}

public sealed class FiguresOnSqlite(SqliteHome home) : FigureTests(home), IClassFixture<SqliteHome>;

public sealed class FiguresOnPostgres(PostgresHome home) : FigureTests(home), IClassFixture<PostgresHome>;
