using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Homeward.Web.Tests.Hosting;

namespace Homeward.Web.Tests.People;

/// <summary>The timeline of a client: the page and the API tell the same lines, each of which opens its record.</summary>
public abstract partial class TimelineTests(Home home)
{
    [Fact]
    public async Task Page_and_api_tell_the_same_lines_from_the_first_to_the_last()
    {
        var client = await LifeAsync();
        var browser = await home.SignedInAsync("head");

        var told = await ToldAsync(home.Api("head"), client, 7);
        var shown = new List<(string Day, string? Href)>();
        for (var page = (string?)$"/people/{client}?tab=timeline"; page is not null && shown.Count <= told.Count;)
        {
            var html = WebUtility.HtmlDecode(await browser.GetStringAsync(page));
            shown.AddRange(LineText().Matches(html).Select(line => (line.Groups["day"].Value, line.Groups["href"].Success ? line.Groups["href"].Value : null)));
            page = OlderText().Match(html) is { Success: true } older ? older.Groups["href"].Value : null;
        }

        Assert.True(told.Count > 25, $"{told.Count} lines");
        Assert.Equal(told.Select(line => line.GetProperty("on").GetString()), shown.Select(line => line.Day));
        Assert.Equal(told.Count, told.Select(line => line.GetProperty("id").GetGuid()).Distinct().Count());
        foreach (var (line, (_, href)) in told.Zip(shown).Where(pair => Kind(pair.First) is not "assignment"))
        {
            Assert.Contains(Kind(line) is "certification" or "risk" ? $"{client}" : $"{line.GetProperty("recordId").GetGuid()}", href, StringComparison.Ordinal);
        }
        foreach (var href in shown.Select(line => line.Href).OfType<string>().Distinct())
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(href)).StatusCode);
        }
    }

    [Fact]
    public async Task Papers_disputes_and_certifications_have_their_lines_in_both_languages()
    {
        var client = await LifeAsync();
        var told = (await ToldAsync(home.Api("head"), client, 200)).Select(line => $"{Kind(line)} {line.GetProperty("code").GetString()}").ToHashSet();
        var browser = await home.SignedInAsync("head");

        foreach (var line in (string[])["paper HandbookReceipt", "dispute Requested", "dispute Closed", "certification Applied", "certification Refused", "measure Ordered", "measure Signed", "assignment opened", "screen Negative", "contact Phone"])
        {
            Assert.Contains(line, told);
        }
        var chinese = await WholeAsync(browser, client);
        await browser.SendFormAsync($"/people/{client}", "/preferences/culture", new() { ["culture"] = "en" }, "/preferences/culture");
        var english = await WholeAsync(browser, client);
        Assert.All((string[])["文书：", "检测异议：", "三年未复吸认定：申请"], word => Assert.Contains(word, chinese, StringComparison.Ordinal));
        Assert.All((string[])["Paper: ", "Dispute: ", "Three years clean: Applied"], word => Assert.Contains(word, english, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_open_a_record_is_not_sent_there_and_who_may_not_read_the_file_sees_no_line()
    {
        var client = await LifeAsync();

        var html = await (await home.SignedInAsync("office")).GetStringAsync($"/people/{client}?tab=timeline");

        Assert.DoesNotContain("/dispute\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("three-years-clean\"", html[html.IndexOf("class=\"timeline\"", StringComparison.Ordinal)..html.IndexOf("</ol>", html.IndexOf("class=\"timeline\"", StringComparison.Ordinal), StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await home.Api("street").GetAsync($"/api/v1/people/{client}/timeline")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Api("stranger").GetAsync($"/api/v1/people/{client}/timeline")).StatusCode);
    }

    [Fact]
    public async Task The_client_page_stays_within_its_statements()
    {
        var client = await LifeAsync();

        Assert.InRange(await (await home.SignedInAsync("head")).StatementsOfAsync($"/people/{client}"), 1, 8);
        Assert.InRange(await home.Api("head").StatementsOfAsync($"/api/v1/people/{client}/timeline"), 1, 8);
    }

    /// <summary>A client of three clean years whose certification was refused, with papers, a disputed screen that was overturned, contacts and risks; many lines of one day.</summary>
    async Task<Guid> LifeAsync()
    {
        var client = await home.NewClientAsync("worker", "pointA", "时间线");
        var api = home.Api("worker");
        await api.PostAsync("/measures", new { personId = client, kind = "LT3", orderedOn = "2023-10-01" });
        var head = home.Api("head");
        var applied = await head.PostAsync($"/people/{client}/three-years-clean/apply", new { on = "2026-11-02" });
        (await head.SendJsonAsync(HttpMethod.Post, $"/people/{client}/three-years-clean/refuse", new { on = "2026-11-03", reason = "待查" }, ifMatch: applied.Headers.ETag!.Tag)).EnsureSuccessStatusCode();
        await home.NewMeasureAsync("worker", client);
        foreach (var _ in Enumerable.Range(0, 9))
        {
            (await api.PostAsync("/papers", new { personId = client, kind = "handbookReceipt" })).EnsureSuccessStatusCode();
            (await api.PostAsync("/contacts", new { personId = client, on = "2026-11-23", mode = "phone", content = "近况" })).EnsureSuccessStatusCode();
        }
        await api.PostAsync($"/people/{client}/risk", new { level = "high", on = "2026-11-20", reason = "periodic", note = "理由" });
        var screen = (await (await api.PostAsync($"/screens/{Guid.CreateVersion7()}/record", new
        {
            personId = client, on = "2026-11-10", result = "positivePreliminary", readings = new { morphine = "positive" }, firstTester = "林晓雯", secondTester = "周建平", collector = "王警官", collectorSex = "male", sampleA = "A1", sampleB = "B1",
        })).JsonAsync()).GetProperty("id").GetGuid();
        foreach (var body in (object[])[new { step = "requested", on = "2026-11-11" }, new { step = "decided", on = "2026-11-12", documentNumber = "决1" }, new { step = "sent", on = "2026-11-13", laboratory = "市鉴定中心" }, new { step = "reported", on = "2026-11-15", documentNumber = "F1", isPositive = false }, new { step = "told", on = "2026-11-16" }, new { on = "2026-11-16", close = true }])
        {
            var answer = await api.PostAsync($"/screens/{screen}/dispute", body);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
        return client;
    }

    static async Task<List<JsonElement>> ToldAsync(HttpClient api, Guid client, int limit)
    {
        var lines = new List<JsonElement>();
        string? after = null;
        do
        {
            var page = await (await api.GetAsync($"/api/v1/people/{client}/timeline?limit={limit}{(after is null ? "" : $"&after={after}")}")).JsonAsync();
            lines.AddRange(page.GetProperty("items").EnumerateArray());
            after = page.GetProperty("next").GetString();
        } while (after is not null && lines.Count < 200);
        return lines;
    }

    /// <summary>All pages of the timeline one after another.</summary>
    static async Task<string> WholeAsync(HttpClient browser, Guid client)
    {
        var (whole, page) = ("", (string?)$"/people/{client}?tab=timeline");
        for (var pages = 0; page is not null && pages < 20; pages++)
        {
            var html = WebUtility.HtmlDecode(await browser.GetStringAsync(page));
            (whole, page) = (whole + html, OlderText().Match(html) is { Success: true } older ? older.Groups["href"].Value : null);
        }
        return whole;
    }

    static string? Kind(JsonElement line) => line.GetProperty("kind").GetString();

    [GeneratedRegex("<h3>(?:<a href=\"(?<href>[^\"]*)\">)?[^<]*(?:</a>)?</h3>\\s*<time datetime=\"(?<day>[0-9-]{10})")]
    private static partial Regex LineText();

    [GeneratedRegex("<a class=\"btn btn-quiet\" href=\"(?<href>[^\"]*)\" rel=\"next\"")]
    private static partial Regex OlderText();
}

public sealed class TimelineOnSqlite(SqliteHome home) : TimelineTests(home), IClassFixture<SqliteHome>;

public sealed class TimelineOnPostgres(PostgresHome home) : TimelineTests(home), IClassFixture<PostgresHome>;
